#pragma once

#include "podium/reason/seek_index.hpp"

namespace podium {

/// How far another unit's score is from the unit's.
struct SeekMargin {
  std::size_t unit = 0;
  Rank rank = 0;   ///< of the other; ties share the smallest
  double gap = 0;  ///< the other's score less the unit's own; below 0 for those behind

  bool operator==(const SeekMargin&) const = default;
};

/// All other units that have a score, from the first to the last; ties by position.
std::vector<SeekMargin> margins(const SeekIndex& index);

/// What one indicator would have to be, all others as they are.
struct SeekAlone {
  std::size_t indicator = 0;
  bool is_possible = false;
  bool is_already = false;  ///< the unit has the rank as it is
  /// On the original scale: the rank needs more than this (with direction -1: less), and anything more will do, for at
  /// the value itself the unit ties or is below. The unit's own figure where it has the rank already; NaN where it is
  /// not possible or the figure is a gap.
  double value = kMissing;
  double change = kMissing;  ///< value less the unit's own figure
  Rank best_rank = 0;        ///< where the figure is as good as it can be
};

/// For each indicator, by bisection of a score that only rises with it down to neighbouring doubles, in which the
/// frames of the period move where the unit sets their ends.
std::vector<SeekAlone> each_alone(const SeekIndex& index);

/// The best that the bounds allow.
struct SeekBest {
  Rank rank = 0;
  std::vector<double> values{};        ///< of the unit, on the original scale
  std::vector<std::size_t> binding{};  ///< indicators that stand at their bound and would still gain beyond it
};

SeekBest best_within_bounds(const SeekIndex& index);

}  // namespace podium
