#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "podium/reason/explain.hpp"
#include "podium/reason/seek_index.hpp"

namespace podium {

/// How far a figure of the unit may go.
enum class SeekReach : std::uint8_t {
  Fastest,   ///< as far as any unit's figure has risen between two periods at most so many years apart
  Unbounded  ///< anywhere
};

struct SeekSetting {
  Rank rank = 1;
  SeekReach reach = SeekReach::Fastest;
  int years = 1;  ///< for Fastest
  /// No figure changes by more than this share of itself.
  std::optional<double> most_change{};
  /// What one more unit of measure of an indicator costs, as its figures are printed. Indicators that are not named
  /// cannot be had for it and stay as they are. Empty: effort counts spreads.
  std::vector<std::pair<Series, double>> costs{};
};

/// What an index's recipe makes of one period, as seek sees it: figures as normalisation receives them (divided by
/// their denominators, filled in, treated), frames, weights in force and aggregation.
///
/// Fastest looks at figures that were reported in both periods, in the direction that is better; what nobody did
/// within the years, for lack of older figures too, is out of reach. An indicator of which no two such periods are
/// known, or which never rose, has no bound of its own and stays where it is.
///
/// Errors: InvalidUsage for a recipe that seek cannot answer for: other normalisation than goalposts and minmax (over
/// the period, the panel, a base or frozen), stretched or reversed scores, figures filled in or screened after
/// normalisation.
///
/// With costs also for treated figures, of which a printed unit is worth another amount everywhere.
Result<SeekProblem> seek_problem(const IndexState& state, Unit unit, const SeekSetting& setting);

/// By how much the unit's printed figure of each indicator changes where the one that normalisation receives changes by
/// one: denominator / factor where it is divided, otherwise 1; NaN where the denominator is a gap. InvalidUsage for
/// treated figures.
Result<std::vector<double>> printed_per_figure(const IndexState& state, Unit unit);

}  // namespace podium
