#pragma once

#include "podium/files/exchange/sheet_entries.hpp"

namespace podium {

/// A unit of a spreadsheet, as its newest row has it.
struct SheetUnit {
  std::string id;
  std::string code;
  std::string name;
  std::vector<std::string> groups;  ///< in the order of the entries
};

struct SheetFigure {
  std::size_t unit;
  std::size_t entry;
  Period period;
  std::string text;
  Place place;
};

/// What the table of figures says.
struct SheetFigures {
  std::vector<SheetUnit> units;  ///< in the order of the table
  std::vector<Period> periods;   ///< ascending
  std::vector<SheetFigure> figures;
};

/// Reports rows without a unit, two rows of one unit and period, periods that are no years, figures that are no
/// numbers, columns without an entry and entries without a column. `warnings` takes names and groups that change in
/// time. `otherwise` is the period of a table that names none.
SheetFigures read_sheet_figures(const SheetIndex& sheets, std::span<const CheckedEntry> entries, Period otherwise,
                                Problems& problems, Diagnostics& warnings);

}  // namespace podium
