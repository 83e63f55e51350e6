#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace podium {

/// A character of a UTF-8 text. Bytes that are no UTF-8 are characters of one byte each, U+FFFD.
struct TextCharacter {
  char32_t code = 0;  ///< 0 at the end of the text
  std::size_t size = 0;
};

/// The character that begins at a byte, or before which a byte stands; code 0 and no size where there is none.
TextCharacter character_at(std::string_view text, std::size_t byte);
TextCharacter character_before(std::string_view text, std::size_t byte);

inline bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
inline bool is_latin_lower(char32_t code) { return code >= U'a' && code <= U'z'; }
inline bool is_latin_upper(char32_t code) { return code >= U'A' && code <= U'Z'; }
inline bool is_latin(char32_t code) { return is_latin_lower(code) || is_latin_upper(code); }
/// Of ASCII alone, byte by byte.
constexpr char in_lower_case(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}
constexpr bool is_latin_letter(char c) { return in_lower_case(c) >= 'a' && in_lower_case(c) <= 'z'; }
/// Syllables, and the letters that they are made of.
inline bool is_hangul(char32_t code) {
  return (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x1100 && code <= 0x11FF) || (code >= 0x3131 && code <= 0x318E);
}
/// Characters of Chinese origin in the basic plane.
inline bool is_hanja(char32_t code) { return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF); }
/// Spaces within a line; not its end.
inline bool is_space(char32_t code) {
  return code == U' ' || code == U'\t' || code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200B) ||
         code == 0x202F || code == 0xFEFF;
}
inline bool is_line_end(char32_t code) { return code == U'\n' || code == U'\r' || code == 0x2028 || code == 0x2029; }

/// Quotes and brackets that close what they follow, and those that open.
bool closes(char32_t code);
bool opens(char32_t code);

template <class Words>
bool starts_with_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

/// Without spaces and line ends at both ends.
std::string_view trimmed_text(std::string_view text);

}  // namespace podium
