#pragma once

#include "podium/publish/site_facts.hpp"

namespace podium {

/// An indicator's figure of one unit in one period, from print to rank.
struct FigureCell {
  const Observation* printed;  ///< the observation in use; null for a gap
  double compared;             ///< by which units compare: divided by the denominator where there is one; NaN for a gap
  double score;                ///< after the last step; NaN if none
  Rank rank;                   ///< 0 if none
  CellHistory history;
  const BroughtIn* brought_in;  ///< how an outlier was moved; null if it was not
  bool excluded;                ///< screening left the unit out of the period
};

FigureCell figure_cell(const Index& index, const Computed& computed, const SiteFacts& facts, Series indicator,
                       Time time, Unit unit);

/// Filled in by a step of the recipe, or by the index's authors (status I).
bool is_filled_in(const FigureCell& cell);

/// The observation in use, or null for a gap.
const Observation* printed_figure(const Index& index, const Selection& selection, Series series, Time time, Unit unit);

/// Whether this observation is the one in use for its cell.
bool is_in_use(const Index& index, const Selection& selection, const Observation& observation);

/// Of how many indicators a unit has a figure in a period.
std::size_t available_indicators(const Index& index, const Selection& selection, Time time, Unit unit);

}  // namespace podium
