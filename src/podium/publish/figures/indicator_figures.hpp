#pragma once

#include <optional>
#include <vector>

#include "podium/publish/figures/figure_cell.hpp"

namespace podium {

/// How many units have a reported figure in a ranked period, and how many figures were filled in, by the recipe or by
/// the authors of the index.
struct IndicatorCoverage {
  Time time;
  std::size_t reported;
  std::size_t filled;
  std::optional<EditionAt> edition;
};

struct IndicatorRow {
  Unit unit;
  FigureCell cell;
};

/// All figures of one period, ranked or not, by unit and release date.
struct PeriodFigures {
  Period period;
  std::vector<const Observation*> observations;
};

/// A period's figures with one column per edition. Cells stand in the order of `editions`; null where an edition has
/// none.
struct SideBySide {
  Period period;
  std::vector<EditionAt> editions;  ///< by release date
  struct Row {
    Unit unit;
    std::vector<const Observation*> cells;
  };
  std::vector<Row> rows;
};

/// An indicator's page in numbers. The ranking is of the newest period.
struct IndicatorFigures {
  Series indicator;
  Time now;
  std::vector<IndicatorCoverage> coverage;
  std::vector<IndicatorRow> ranking;
  std::vector<Unit> leaders;  ///< first by rank with a reported figure in the newest period that has any; at most five
  std::vector<EditionAt> editions;       ///< by release date
  std::vector<SourceAt> sources;         ///< by id
  std::vector<PeriodFigures> periods;    ///< newest first
  std::vector<SideBySide> side_by_side;  ///< periods that several editions print, newest first
};

IndicatorCoverage indicator_coverage(const Index& index, const Computed& computed, const SiteFacts& facts,
                                     Series indicator, Time time);

IndicatorFigures indicator_figures(const Index& index, const Computed& computed, const SiteFacts& facts,
                                   Series indicator);

}  // namespace podium
