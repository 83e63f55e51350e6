#pragma once

#include "podium/files/exchange/sheet.hpp"
#include "podium/files/exchange/xlsx_values.hpp"
#include "podium/files/problems.hpp"

namespace podium {

/// What the sheets of a workbook may still hold, because a few bytes can name a far cell or a long text many times.
struct SheetBudget {
  std::size_t cells = 16'000'000;               ///< up to the last one in each row, and one for each row
  std::size_t elements = 20'000'000;            ///< cells that the XML states, empty ones too
  std::size_t bytes = std::size_t{256} << 20U;  ///< of text
};

/// Reads the cells of xl/worksheets/*.xml. Numbers are in the shortest form that reads back, dates as "2025-04-08",
/// truth values as TRUE and FALSE, formulas as the value that was kept with them; #N/A is an empty cell. Reports, at
/// their cells, other errors, formulas without a value, indices out of range and cells out of order.
void read_xlsx_sheet(std::string_view xml, const XlsxValues& values, Sheet& sheet, SheetBudget& budget,
                     Problems& problems);

}  // namespace podium
