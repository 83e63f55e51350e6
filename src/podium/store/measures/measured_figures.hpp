#pragma once

#include <string>
#include <vector>

#include "podium/model/index.hpp"
#include "podium/store/measures/run_measure.hpp"

namespace podium {

/// A figure as a row of a tidy table of observations.
struct FigureRow {
  std::string unit;
  std::string indicator;
  std::string period;
  std::string edition;
  std::string value;
  std::string status;
  std::string source;
  std::string locator;
  std::string standard_error;
  std::string note;

  auto operator<=>(const FigureRow&) const = default;
};

struct MeasuredFigures {
  std::vector<FigureRow> rows;  ///< by unit, indicator, period, edition
  Diagnostics remarks;
};

/// What the rows of a measure are for this index. A unit is one of its codes, or a country by name or by code. Rows of
/// units that the index does not rank are left out, and so are groups of countries and names that nobody knows: the
/// remarks say which. A row that is no figure (its period, its indicator, its value or its status; the second of a
/// unit, indicator and period) is a problem.
Result<MeasuredFigures> figures_of(const Measured& measured, const Measure& measure, const Index& index,
                                   const Edition& edition, const Source& source);

/// Puts before them what else stands in the table that they go to, "observations/ID.csv": its figures of other
/// editions.
void add_other_editions(MeasuredFigures& figures, const Index& index, const std::string& file, const Edition& edition);

}  // namespace podium
