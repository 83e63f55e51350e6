#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace podium {

/// How a text of an SVG document is set. The name is its class in the style sheet; sizes are pixels of a page 760 wide.
struct TextStyle {
  std::string_view name{};
  double size = 0;
  bool is_bold = false;
};

inline constexpr TextStyle kHeadingText{.name = "heading", .size = 26, .is_bold = true};
inline constexpr TextStyle kSubtitleText{.name = "subtitle", .size = 18, .is_bold = false};
inline constexpr TextStyle kLabelText{.name = "label", .size = 17, .is_bold = false};
inline constexpr TextStyle kStrongText{.name = "strong", .size = 17, .is_bold = true};
inline constexpr TextStyle kSmallText{.name = "small", .size = 15, .is_bold = false};

/// From one line of such a text to the next.
double line_height(const TextStyle& style);

/// The text as XML may hold it on one line: tabs and line ends are spaces; other control characters, broken UTF-8 and
/// characters that XML forbids are U+FFFD. Not yet escaped.
std::string one_line(std::string_view text);

/// About how wide a text is in a sans-serif face: wide characters (Hangul, Hanja, Kana) take an em, others 0.56 of it.
double text_width(std::string_view text, const TextStyle& style);

/// The text broken at spaces into lines no wider than `width`, a word that is wider than a line between characters. The
/// last of `most_lines` ends with an ellipsis where text is left over. Empty for an empty text.
std::vector<std::string> wrapped_text(std::string_view text, const TextStyle& style, double width,
                                      std::size_t most_lines);

/// The text on one line, ended with an ellipsis where it is wider than `width`.
std::string fitted_text(std::string_view text, const TextStyle& style, double width);

}  // namespace podium
