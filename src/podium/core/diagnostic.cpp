#include "podium/core/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace podium {
namespace {

constexpr std::size_t kQuotedBytes = 80;
constexpr std::size_t kListedWords = 12;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

/// How many bytes at the start of the text are one control character: below U+0020, U+007F, or U+0080 to U+009F.
std::size_t control_bytes(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
  return text.size() > 1 && byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) < 0xa0 ? 2 : 0;
}

/// Control characters would let input write to the reader's terminal.
std::string printable(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  while (!text.empty()) {
    const std::size_t hidden = control_bytes(text);
    for (const char byte : text.substr(0, hidden)) {
      const auto code = static_cast<unsigned char>(byte);
      out += "\\x";
      out += kHex[code >> 4U];
      out += kHex[code & 15U];
    }
    if (hidden == 0) out += text[0];
    text.remove_prefix(std::max<std::size_t>(hidden, 1));
  }
  return out;
}

std::string place_text(const Place& place) {
  std::string text = place.file.str();
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

std::string subject_text(const Subject& subject) {
  std::string text;
  const auto add = [&text](std::string_view what, const std::string& value) {
    if (value.empty()) return;
    text += text.empty() ? "" : ", ";
    text += std::string(what) + " " + value;
  };
  if (subject.step > 0) add("step", std::to_string(subject.step));
  add("node", subject.node);
  add("unit", subject.unit);
  add("period", subject.period);
  return text;
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// Damerau-Levenshtein distance in its optimal string alignment form, over bytes without ASCII case.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, current);
  }
  return last[b.size()];
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic) {
  std::string text = printable(place_text(diagnostic.place));
  if (!text.empty()) text += ": ";
  text += diagnostic.severity == Severity::Error ? "error[" : "warning[";
  text += entry(diagnostic.code).text;
  text += "]: ";
  const std::string subject = subject_text(diagnostic.subject);
  if (!subject.empty()) text += printable(subject) + ": ";
  text += "found " + printable(diagnostic.found);
  if (!diagnostic.expected.empty()) text += "; expected " + printable(diagnostic.expected);
  if (!diagnostic.nearest.empty()) text += "; did you mean '" + printable(diagnostic.nearest) + "'?";
  return text;
}

bool has_error(std::span<const Diagnostic> diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

int exit_status(std::span<const Diagnostic> diagnostics) {
  int status = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::Error) status = std::max(status, entry(diagnostic.code).exit_status);
  }
  return status;
}

void sort_by_place(Diagnostics& diagnostics) {
  const auto key = [](const Diagnostic& d) {
    return std::tuple(d.place.file.empty(), std::string_view(d.place.file), d.place.line, d.place.column,
                      entry(d.code).text);
  };
  std::ranges::stable_sort(diagnostics, {}, key);
}

void append(Diagnostics& all, Diagnostics more) { std::ranges::move(more, std::back_inserter(all)); }

std::string quoted(std::string_view text) {
  if (text.size() <= kQuotedBytes) return "'" + std::string(text) + "'";
  std::size_t end = kQuotedBytes;
  while (end > 0 && is_continuation(text[end])) --end;
  return "'" + std::string(text.substr(0, end)) + "...'";
}

std::string one_of(std::span<const std::string_view> words) {
  const std::size_t listed = std::min(words.size(), kListedWords);
  std::string text;
  for (std::size_t i = 0; i < listed; ++i) {
    const bool last_of_all = i + 1 == words.size();
    if (i > 0) text += last_of_all ? " or " : ", ";
    text += quoted(words[i]);
  }
  if (listed < words.size()) text += " and " + std::to_string(words.size() - listed) + " more";
  return text;
}

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words) {
  // Longer input is no slip of the keyboard, and the distance costs the product of the lengths.
  if (word.empty() || word.size() > kQuotedBytes) return {};
  std::string_view best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : words) {
    if (candidate.size() > kQuotedBytes) continue;
    const std::size_t allowed = std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
    const std::size_t distance = edit_distance(word, candidate);
    if (distance <= allowed && (best.empty() || distance < best_distance)) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

Diagnostic not_among(Code code, std::string_view what, std::string_view word, std::span<const std::string_view> words) {
  return {.code = code,
          .found = std::string(what) + " " + quoted(word),
          .expected = words.empty() ? std::string() : one_of(words),
          .nearest = std::string(nearest_word(word, words))};
}

std::vector<std::string_view> views(std::span<const std::string> words) { return {words.begin(), words.end()}; }

}  // namespace podium
