#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace podium {

enum class Align : std::uint8_t { Left, Right };
enum class Colour : std::uint8_t { Off, On };
enum class Style : std::uint8_t { Plain, Bold, Good, Doubtful, Bad };

/// The text in a style, as a terminal shows it; unchanged without colour.
std::string styled(std::string text, Style style, Colour colour);

struct Cell {
  std::string text;
  Style style = Style::Plain;

  Cell(std::string words, Style look = Style::Plain) : text(std::move(words)), style(look) {}
  Cell(const char* words) : text(words) {}
};

struct Column {
  std::string title;
  Align align = Align::Left;
};

/// A table for people.
struct TextTable {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< a cell for each column
};

/// Columns aligned by display width, two spaces apart, no spaces at the lines' ends. Titles of several words are
/// broken over lines where that narrows their column.
std::string to_text(const TextTable& table, Colour colour);

/// The table in Markdown (GitHub's form).
std::string to_markdown(const TextTable& table);

}  // namespace podium
