#include "podium/claims/korean_endings.hpp"

#include <algorithm>
#include <optional>

#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_words.hpp"

namespace podium::korean {
namespace {

constexpr int kMostParticles = 3;

/// Whether particles, at most so many, lead from `at` to the end of the word. The longest need not be the right one:
/// 이라는 is 이 and 라는.
bool particles_end_word(std::string_view text, std::size_t at, int most) {
  if (syllable_at(text, at) == 0) return true;
  if (most == 0) return false;
  return std::ranges::any_of(kParticles, [&](std::string_view particle) {
    return text.substr(at).starts_with(particle) && particles_end_word(text, at + particle.size(), most - 1);
  });
}

bool is_over_behind(std::string_view text, std::size_t at, std::string_view counter) {
  if (particles_end_word(text, at, kMostParticles)) return true;
  const std::string_view suffix = is_one_of(counter, kWithoutSuffix) ? "" : longest_at(text, at, kSuffixes);
  return !suffix.empty() && particles_end_word(text, at + suffix.size(), kMostParticles);
}

bool has_number_behind(std::string_view text, std::size_t at, std::string_view counter) {
  return is_one_of(counter, kPartCounters) && sino_word(syllable_at(text, at)).kind != WordKind::None;
}

std::optional<NumberEnding> counter_in(std::string_view text, std::size_t at, std::span<const std::string_view> words) {
  const std::string_view counter = longest_at(text, at, words);
  if (counter.empty()) return std::nullopt;
  const std::size_t end = at + counter.size();
  if (!is_over_behind(text, end, counter) && !has_number_behind(text, end, counter)) return std::nullopt;
  return NumberEnding{.kind = EndingKind::Counter, .counter = counter, .end = end};
}

std::optional<NumberEnding> counter_at(std::string_view text, std::size_t at) {
  if (syllable_at(text, at) == 0) return std::nullopt;
  if (auto measure = counter_in(text, at, kMeasures)) {
    measure->is_measure = true;
    return measure;
  }
  return counter_in(text, at, kCounters);
}

NumberEnding ending_behind_space(std::string_view text, std::size_t at) {
  auto counter = counter_at(text, skip_spaces(text, at));
  if (!counter) return {.kind = EndingKind::Space};
  counter->is_spaced = true;
  return *counter;
}

}  // namespace

NumberEnding ending_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {.kind = EndingKind::TextEnd};
  if (text[at] == ' ') return ending_behind_space(text, at);
  if (text[at] == '%')
    return {.kind = EndingKind::Counter, .is_measure = true, .counter = text.substr(at, 1), .end = at + 1};
  if (syllable_at(text, at) == 0) return {.kind = EndingKind::Mark};
  if (const auto counter = counter_at(text, at)) return *counter;
  if (is_over_behind(text, at, {})) return {.kind = EndingKind::Particle};
  return {};
}

std::string_view longest_at(std::string_view text, std::size_t at, std::span<const std::string_view> words) {
  const std::string_view rest = text.substr(at);
  std::string_view longest;
  for (const std::string_view word : words) {
    if (word.size() > longest.size() && rest.starts_with(word)) longest = word;
  }
  return longest;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace podium::korean
