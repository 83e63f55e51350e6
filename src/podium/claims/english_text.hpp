#pragma once

#include <cstddef>
#include <string_view>

#include "podium/claims/characters.hpp"

/// Bytes, gaps and neighbouring words of an English text in UTF-8. Every function looks at a bounded stretch, apart
/// from the ends of runs.
namespace podium {

constexpr bool is_english_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_english_digit(text[at]);
}
constexpr bool is_byte_at(std::string_view text, std::size_t at, char c) { return at < text.size() && text[at] == c; }

std::size_t end_of_digits(std::string_view text, std::size_t from);
std::size_t end_of_letters(std::string_view text, std::size_t from);

/// A letter of a word ends before `at`, or begins there. Letters beyond ASCII count; punctuation beyond it does not.
bool is_english_letter_before(std::string_view text, std::size_t at);
bool is_english_letter_after(std::string_view text, std::size_t at);

/// Spaces of any kind with at most one new line, within eight bytes: where what follows begins, or `at` itself.
std::size_t skip_english_spaces(std::string_view text, std::size_t at);
/// One dash of any kind (hyphens, en and em dash): where what follows begins, or `at` itself.
std::size_t skip_english_dash(std::string_view text, std::size_t at);

/// The word right before `at` or after it, apart from spaces and one hyphen; empty where something else stands there.
std::string_view english_word_before(std::string_view text, std::size_t at);
std::string_view english_word_after(std::string_view text, std::size_t at);

/// Whether a word, in any case, is one of a list of lower-case words between spaces: " this that ".
bool is_listed_word(std::string_view word, std::string_view list);

}  // namespace podium
