#pragma once

#include "podium/reason/explain.hpp"
#include "podium/reason/seek_index.hpp"

namespace podium {

/// How far a figure of the unit may go.
enum class SeekReach : std::uint8_t {
  Fastest,   ///< as far in a year as any unit's figure has risen between two periods one year apart
  Unbounded  ///< anywhere
};

struct SeekSetting {
  Rank rank = 1;
  SeekReach reach = SeekReach::Fastest;
  double years = 1;  ///< for Fastest: so many years of that pace
};

/// What an index's recipe makes of one period, as seek sees it: figures as normalisation receives them (divided by
/// their denominators, filled in, treated), frames, weights in force and aggregation.
///
/// Fastest looks at figures that were reported in both periods, in the direction that is better; an indicator of which
/// no two such periods are known, or which never rose, has no bound of its own and stays where it is.
///
/// Errors: InvalidUsage for a recipe that seek cannot answer for: other normalisation than goalposts and minmax (over
/// the period, the panel, a base or frozen), stretched or reversed scores, figures filled in or screened after
/// normalisation.
Result<SeekProblem> seek_problem(const IndexState& state, Unit unit, const SeekSetting& setting);

}  // namespace podium
