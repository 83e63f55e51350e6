#include "podium/cli/text_columns.hpp"

#include <algorithm>

#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

constexpr std::size_t kLine = 100;
constexpr std::size_t kIndent = 2;
/// A longer left column has its text below it.
constexpr std::size_t kWidestLeft = 40;

}  // namespace

std::string wrapped(std::string_view text, std::size_t start) {
  std::string result;
  std::size_t column = start;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t width = display_width(word);
    if (column > start && column + 1 + width > kLine) {
      result += "\n" + std::string(start, ' ');
      column = start;
    } else if (column > start) {
      result += ' ';
      ++column;
    }
    result += word;
    column += width;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string columns(const std::vector<ColumnLine>& lines) {
  std::size_t width = 0;
  for (const ColumnLine& line : lines) {
    if (display_width(line.left) <= kWidestLeft) width = std::max(width, display_width(line.left));
  }
  const std::size_t start = kIndent + width + 2;
  std::string text;
  for (const ColumnLine& line : lines) {
    const bool fits = display_width(line.left) <= width;
    text += std::string(kIndent, ' ') + line.left;
    text += fits ? std::string(start - kIndent - display_width(line.left), ' ') : "\n" + std::string(start, ' ');
    text += wrapped(line.right, start) + "\n";
  }
  return text;
}

}  // namespace podium
