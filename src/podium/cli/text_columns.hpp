#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text for help, broken for a window of 100 columns.
namespace podium {

/// Words of a text from column `start` on; further lines begin there too.
std::string wrapped(std::string_view text, std::size_t start);

struct ColumnLine {
  std::string left;
  std::string right;
};

/// Two columns, indented; the right ones start together.
std::string columns(const std::vector<ColumnLine>& lines);

}  // namespace podium
