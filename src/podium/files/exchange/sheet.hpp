#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/files/exchange/raw_table.hpp"

namespace podium {

/// The sizes of a sheet in Excel.
inline constexpr std::size_t kMostSheetRows = 1'048'576;
inline constexpr std::size_t kMostSheetColumns = 16'384;

/// The cells of a sheet of a workbook, where no row is yet known to be the header.
struct Sheet {
  std::string name;
  std::string file{};                            ///< for diagnostics: "figures.xlsx, sheet Data"
  std::vector<std::vector<std::string>> rows{};  ///< from row 1; each ends with its last cell that is not empty

  /// The cell, counted from 0; empty where there is none.
  std::string_view cell(std::size_t row, std::size_t column) const {
    if (row >= rows.size() || column >= rows[row].size()) return {};
    return rows[row][column];
  }
  Place place(std::size_t row, std::size_t column) const {
    return {file, static_cast<std::uint32_t>(row + 1), static_cast<std::uint32_t>(column + 1)};
  }
};

/// The name of a cell, counted from 0, as people know it: "C17".
std::string cell_name(std::size_t row, std::size_t column);

/// The sheet as a table whose header is its first row. Rows without any text are passed over; a column without a name
/// that holds nothing too. Reports columns with a text but no name, and names that are there twice. A sheet without
/// rows is a table without columns.
Result<RawTable> table_of(const Sheet& sheet);

}  // namespace podium
