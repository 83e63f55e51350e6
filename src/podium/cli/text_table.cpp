#include "podium/cli/text_table.hpp"

#include <algorithm>
#include <array>

#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

constexpr std::size_t kTitleWidth = 12;

/// The words of a title in lines of at most kTitleWidth, as far as its words allow.
std::vector<std::string> lines_of_title(const std::string& title) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start <= title.size();) {
    const std::size_t end = std::min(title.find(' ', start), title.size());
    const std::string word = title.substr(start, end - start);
    if (!lines.empty() && display_width(lines.back()) + 1 + display_width(word) <= kTitleWidth) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
    start = end + 1;
  }
  return lines;
}

std::string padded(const std::string& text, std::size_t width, Align align, Style style, Colour colour) {
  const std::string space(width - std::min(width, display_width(text)), ' ');
  const std::string shown = styled(text, style, colour);
  return align == Align::Right ? space + shown : shown + space;
}

void end_line(std::string& text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  text += '\n';
}

/// The cells' texts, fit to be shown.
TextTable made_printable(TextTable table) {
  for (Column& column : table.columns) column.title = printable(column.title);
  for (std::vector<Cell>& row : table.rows) {
    for (Cell& cell : row) cell.text = printable(cell.text);
  }
  return table;
}

std::size_t widest_cell(const TextTable& table, std::size_t column) {
  std::size_t width = 0;
  for (const std::vector<Cell>& row : table.rows) width = std::max(width, display_width(row[column].text));
  return width;
}

std::string titles(const TextTable& table, const std::vector<std::vector<std::string>>& lines,
                   const std::vector<std::size_t>& widths, Colour colour) {
  std::size_t height = 0;
  for (const auto& column : lines) height = std::max(height, column.size());
  std::string text;
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t empty = height - lines[i].size();
      const std::string word = line < empty ? std::string() : lines[i][line - empty];
      text += (i == 0 ? "" : "  ") + padded(word, widths[i], table.columns[i].align, Style::Bold, colour);
    }
    end_line(text);
  }
  return text;
}

std::string escaped_for_markdown(const std::string& text) {
  std::string escaped;
  for (const char character : text) {
    if (character == '|' || character == '\\') escaped += '\\';
    escaped += character;
  }
  return escaped;
}

}  // namespace

std::string styled(std::string text, Style style, Colour colour) {
  if (colour == Colour::Off || style == Style::Plain || text.empty()) return text;
  constexpr std::array<std::string_view, 5> kCodes{"", "1", "32", "33", "31"};
  return "\x1b[" + std::string(kCodes[static_cast<std::size_t>(style)]) + "m" + text + "\x1b[0m";
}

std::string to_text(const TextTable& unsafe, Colour colour) {
  const TextTable table = made_printable(unsafe);
  std::vector<std::vector<std::string>> title_lines;
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    title_lines.push_back(lines_of_title(table.columns[i].title));
    widths.push_back(widest_cell(table, i));
    for (const std::string& line : title_lines.back()) widths.back() = std::max(widths.back(), display_width(line));
  }

  std::string text = titles(table, title_lines, widths, colour);
  for (const std::vector<Cell>& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += (i == 0 ? "" : "  ") + padded(row[i].text, widths[i], table.columns[i].align, row[i].style, colour);
    }
    end_line(text);
  }
  return text;
}

std::string to_markdown(const TextTable& unsafe) {
  TextTable table = made_printable(unsafe);
  for (Column& column : table.columns) column.title = escaped_for_markdown(column.title);
  for (std::vector<Cell>& row : table.rows) {
    for (Cell& cell : row) cell.text = escaped_for_markdown(cell.text);
  }

  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    widths.push_back(std::max({widest_cell(table, i), display_width(table.columns[i].title), std::size_t{3}}));
  }
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    text += "| " + padded(table.columns[i].title, widths[i], table.columns[i].align, Style::Plain, Colour::Off) + " ";
  }
  text += "|\n";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool right = table.columns[i].align == Align::Right;
    text += "| " + std::string(widths[i] - (right ? 1 : 0), '-') + (right ? ": " : " ");
  }
  text += "|\n";
  for (const std::vector<Cell>& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += "| " + padded(row[i].text, widths[i], table.columns[i].align, Style::Plain, Colour::Off) + " ";
    }
    text += "|\n";
  }
  return text;
}

}  // namespace podium
