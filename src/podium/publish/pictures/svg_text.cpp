#include "podium/publish/pictures/svg_text.hpp"

#include <algorithm>

#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

constexpr double kNarrow = 0.56;
constexpr double kWide = 1;
constexpr double kBold = 1.07;
constexpr std::string_view kEllipsis = "…";
/// So that a text fits into its own width, whatever was added to it and taken away again.
constexpr double kRounding = 1e-6;

struct Character {
  std::string_view bytes;
  double width;
};

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::vector<Character> characters_of(std::string_view text, const TextStyle& style) {
  std::vector<Character> characters;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start + 1;
    while (end < text.size() && continues(text[end])) ++end;
    const std::string_view bytes = text.substr(start, end - start);
    const std::size_t columns = display_width(bytes);
    const double em = columns == 0 ? 0 : columns == 1 ? kNarrow : kWide;
    characters.push_back({bytes, em * style.size * (style.is_bold ? kBold : 1)});
    start = end;
  }
  return characters;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// As much of the text as fits before an ellipsis.
std::string ended(std::string_view text, const TextStyle& style, double width) {
  double used = text_width(kEllipsis, style);
  std::string kept;
  for (const Character& character : characters_of(text, style)) {
    used += character.width;
    if (used > width) break;
    kept += character.bytes;
  }
  while (kept.ends_with(' ')) kept.pop_back();
  return kept.append(kEllipsis);
}

/// How many bytes of the text make its first line: up to the last space that fits, otherwise up to the last character,
/// at least one.
std::size_t first_line(std::string_view text, const TextStyle& style, double width) {
  double used = 0;
  std::size_t bytes = 0;
  std::size_t space = 0;
  for (const Character& character : characters_of(text, style)) {
    if (character.bytes == " ") space = bytes;
    used += character.width;
    if (used > width && character.bytes != " ") return space > 0 ? space : std::max(bytes, character.bytes.size());
    bytes += character.bytes.size();
  }
  return bytes;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

double line_height(const TextStyle& style) { return 1.3 * style.size; }

std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(line, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  line = printable(line);
  replace_all(line, "\xEF\xBF\xBE", "\xEF\xBF\xBD");
  replace_all(line, "\xEF\xBF\xBF", "\xEF\xBF\xBD");
  return line;
}

double text_width(std::string_view text, const TextStyle& style) {
  double width = 0;
  for (const Character& character : characters_of(text, style)) width += character.width;
  return width;
}

std::vector<std::string> wrapped_text(std::string_view text, const TextStyle& style, double width,
                                      std::size_t most_lines) {
  width += kRounding;
  const std::string whole = one_line(text);
  std::string_view rest = trimmed(whole);
  std::vector<std::string> lines;
  while (!rest.empty() && lines.size() < most_lines) {
    if (text_width(rest, style) <= width) {
      lines.emplace_back(rest);
      break;
    }
    if (lines.size() + 1 == most_lines) {
      lines.push_back(ended(rest, style, width));
      break;
    }
    const std::size_t bytes = first_line(rest, style, width);
    lines.emplace_back(trimmed(rest.substr(0, bytes)));
    rest = trimmed(rest.substr(bytes));
  }
  return lines;
}

std::string fitted_text(std::string_view text, const TextStyle& style, double width) {
  const std::vector<std::string> lines = wrapped_text(text, style, width, 1);
  return lines.empty() ? std::string() : lines.front();
}

}  // namespace podium
