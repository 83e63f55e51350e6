#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace podium::korean {

/// What stands behind a number in words, which decides whether it is one.
enum class EndingKind : std::uint8_t {
  None,      ///< more of the same word, so that there is no number
  TextEnd,   ///< the text is over
  Mark,      ///< punctuation, a Latin letter or a digit
  Space,     ///< a space, and then no counter
  Particle,  ///< particles, and then the word is over
  Counter    ///< a counter or measure that is a word, behind a space or none
};

struct NumberEnding {
  EndingKind kind = EndingKind::None;
  bool is_spaced = false;      ///< the counter stands behind a space
  bool is_measure = false;     ///< of kMeasures
  std::string_view counter{};  ///< empty but for a counter
  std::size_t end = 0;         ///< of the counter
};

/// Looks at most a few words far.
NumberEnding ending_at(std::string_view text, std::size_t at);

/// The longest of the words that stands at `at`; empty if none does.
std::string_view longest_at(std::string_view text, std::size_t at, std::span<const std::string_view> words);

bool is_one_of(std::string_view word, std::span<const std::string_view> words);

}  // namespace podium::korean
