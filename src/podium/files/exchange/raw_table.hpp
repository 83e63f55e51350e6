#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/diagnostic.hpp"

namespace podium {

/// A table as a file of any form holds it, before anything is known of what it means: texts in rows. A number is a text
/// too, in the digits that the file prints or, where the form keeps numbers in binary, in the shortest form that reads
/// back. An empty text stands for an empty cell.
struct RawTable {
  std::string name;                              ///< of the sheet, the resource or the part; of a CSV file its stem
  std::string file{};                            ///< for diagnostics: "figures.csv", "figures.xlsx, sheet Data"
  std::vector<std::string> columns{};            ///< the header
  std::vector<std::vector<std::string>> rows{};  ///< each exactly as long as the header
  std::vector<std::uint32_t> lines{};            ///< where each row stands in the file, from 1; empty if nobody can say

  std::optional<std::size_t> find(std::string_view column) const {
    const auto found = std::ranges::find(columns, column);
    return found != columns.end() ? std::optional(static_cast<std::size_t>(found - columns.begin())) : std::nullopt;
  }
  Place place(std::size_t row, std::size_t column) const {
    return {file, row < lines.size() ? lines[row] : 0, static_cast<std::uint32_t>(column + 1)};
  }
};

}  // namespace podium
