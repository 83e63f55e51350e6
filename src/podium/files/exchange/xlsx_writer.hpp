#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/model/date.hpp"

/// Workbooks of Excel (.xlsx) from texts. The same cells give the same bytes: neither the time of writing nor a name is
/// in them.
namespace podium {

/// How a cell shows its text. What does not fit its kind is written as a text, so that nothing is lost.
enum class CellKind : std::uint8_t {
  Text,     ///< stays a text whatever it begins with: "=1+1" is no formula
  Number,   ///< a number, if it is the shortest form of one and Excel's 16 digits keep it; else a text
  Printed,  ///< a number in any form, shown with as many decimals as the text has; its digits are not kept
  Date,     ///< 2025-04-08, from 1900-03-01 on
  Heading,  ///< a text in bold
};

struct CellToWrite {
  CellKind kind;
  std::string_view text;  ///< empty: no cell
};

struct SheetToWrite {
  std::string name;
  std::size_t frozen_rows = 1;  ///< stay in sight above the others
  std::vector<std::vector<CellToWrite>> rows;
};

/// The longest text that is written into one cell; Excel has place for 32,767 characters.
inline constexpr std::size_t kMostCellBytes = 32'000;

/// `created` is the day that the file says it was made on. Reports names that no sheet may have, more rows or columns
/// than a sheet has, and longer texts than kMostCellBytes.
Result<std::string> write_sheets(std::span<const SheetToWrite> sheets, const Date& created);

/// The number with the 16 digits that such files keep.
std::string sixteen_digits(double value);

}  // namespace podium
