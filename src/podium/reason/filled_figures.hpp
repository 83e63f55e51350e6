#pragma once

#include <vector>

#include "podium/reason/explain.hpp"

namespace podium {

/// What the figures that a step filled in below one pillar do to the rank of a unit.
struct FilledEffect {
  Series pillar;                  ///< a child of the node
  std::size_t filled = 0;         ///< of the unit's own figures that count
  std::size_t filled_of_all = 0;  ///< of all units'
  Rank rank = 0;                  ///< as computed
  Rank rank_with_gaps = 0;        ///< with a gap for each filled figure of any unit; 0: then it has no rank
  Rank rank_at_lowest = 0;        ///< with the lowest score of the indicator in its place, for all of them
  Rank rank_at_lowest_alone = 0;  ///< with that for the unit's own alone

  /// Whether the rank rests on them.
  bool is_decisive() const { return rank_with_gaps != rank || rank_at_lowest != rank || rank_at_lowest_alone != rank; }
};

/// For each child of the node below which a figure of the unit was filled in (by a step, or by the index's author).
Result<std::vector<FilledEffect>> effects_of_filled_figures(const IndexState& state, Unit unit, Series node);

}  // namespace podium
