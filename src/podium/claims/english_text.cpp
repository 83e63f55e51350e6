#include "podium/claims/english_text.hpp"

#include <array>

namespace podium {
namespace {

constexpr std::size_t kLongestGap = 8;
constexpr std::size_t kLongestListedWord = 14;

constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// C2 leads the punctuation of Latin-1, E2 that of the general planes; letters have other leads.
constexpr bool is_leading_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xC3U && byte != 0xE2U;
}

/// The bytes of a space at a place, or 0: ASCII, and U+00A0, U+2009, U+202F.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return 1;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\u00A0")) return 2;
  return rest.starts_with("\u2009") || rest.starts_with("\u202F") ? 3 : 0;
}

std::size_t skip_back_spaces(std::string_view text, std::size_t at) {
  std::size_t skipped = 0;
  while (at > 0 && skipped < kLongestGap && (text[at - 1] == ' ' || text[at - 1] == '\n')) {
    --at;
    ++skipped;
  }
  return at;
}

}  // namespace

std::size_t end_of_digits(std::string_view text, std::size_t from) {
  while (from < text.size() && is_english_digit(text[from])) ++from;
  return from;
}

std::size_t end_of_letters(std::string_view text, std::size_t from) {
  while (from < text.size() && is_latin_letter(text[from])) ++from;
  return from;
}

bool is_english_letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char before = text[at - 1];
  if (is_latin_letter(before) || before == '_') return true;
  for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
    const char c = text[at - back];
    if (is_continuation(c)) continue;
    return back > 1 && is_leading_letter(c);
  }
  return false;
}

bool is_english_letter_after(std::string_view text, std::size_t at) {
  return at < text.size() && (is_latin_letter(text[at]) || text[at] == '_' || is_leading_letter(text[at]));
}

std::size_t skip_english_spaces(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  bool has_line = false;
  while (const std::size_t bytes = space_at(text, at)) {
    if (text[at] == '\n') {
      if (has_line) return begin;
      has_line = true;
    }
    at += bytes;
    if (at - begin > kLongestGap) return begin;
  }
  return at;
}

std::size_t skip_english_dash(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  if (text[at] == '-') return at + 1;
  const std::string_view rest = text.substr(at);
  const bool is_dash = rest.starts_with("\u2011") || rest.starts_with("\u2013") || rest.starts_with("\u2014");
  return is_dash ? at + 3 : at;
}

std::string_view english_word_before(std::string_view text, std::size_t at) {
  std::size_t end = skip_back_spaces(text, at);
  if (end == at && end > 0 && text[end - 1] == '-') --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin <= kLongestListedWord && is_latin_letter(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

std::string_view english_word_after(std::string_view text, std::size_t at) {
  std::size_t begin = skip_english_spaces(text, at);
  if (begin == at && is_byte_at(text, begin, '-')) ++begin;
  std::size_t end = begin;
  while (end < text.size() && end - begin <= kLongestListedWord && is_latin_letter(text[end])) ++end;
  return text.substr(begin, end - begin);
}

bool is_listed_word(std::string_view word, std::string_view list) {
  if (word.empty() || word.size() > kLongestListedWord) return false;
  std::array<char, kLongestListedWord + 2> letters{};
  letters[0] = ' ';
  for (std::size_t i = 0; i < word.size(); ++i) letters[i + 1] = in_lower_case(word[i]);
  letters[word.size() + 1] = ' ';
  return list.find(std::string_view(letters.data(), word.size() + 2)) != std::string_view::npos;
}

}  // namespace podium
