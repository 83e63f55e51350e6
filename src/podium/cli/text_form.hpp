#pragma once

#include "podium/cli/text_table.hpp"

/// Texts for people, as lines on a terminal or as Markdown.
namespace podium {

enum class TextForm : std::uint8_t { Terminal, Markdown };

/// A title and its line's end.
std::string heading_line(std::string title, TextForm form, Colour colour);
std::string shown_table(const TextTable& table, TextForm form, Colour colour);
/// Lines that stay lines: in Markdown the items of a list.
std::string shown_lines(const std::string& lines, TextForm form);

}  // namespace podium
