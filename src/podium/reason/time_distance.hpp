#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "podium/core/result.hpp"
#include "podium/reason/series.hpp"

namespace podium {

/// When another series passed a level, and how far that is from the own time.
struct TimeDistance {
  enum class State : std::uint8_t {
    Passed,       ///< was below the level, passed it, and has not been below since
    AlwaysAbove,  ///< at or above the level in all its figures: it passed before they begin, if it did
    NeverAbove,   ///< below the level in all its figures
    BelowAgain,   ///< has been at the level but is below it in its last figure
  };

  State state = State::NeverAbove;
  std::optional<double> passed_at{};  ///< where Passed: the time, linear between the two figures about it
  /// Where Passed: own time - passed_at; above 0 for years behind, below 0 for years ahead.
  std::optional<double> years_behind{};
  /// Where AlwaysAbove: own time - time of the other's first figure, which is at least how far it is behind.
  std::optional<double> years_behind_at_least{};

  bool operator==(const TimeDistance&) const = default;
};

/// The S-time-distance: own time - the time at which the other series reached the own level (Sicherl, Time-distance as
/// a dynamic measure of disparities in social and economic development, Kyklos 26, 1973; New understanding and insights
/// from time-series data based on two generic measures: S-time-distance and S-time-step, OECD, 2011).
///
/// Higher is further; for a series where less is better, negate both. Where the other crossed the level more than once,
/// the crossing that counts is the last: the one after which it is at or above the level in all its figures. A figure
/// of exactly the level has reached it. The other series may be in any order; gaps are passed over. TooFewFigures where
/// it has no figure; InvalidValue for an own level or time that is not finite, and as available_points.
Result<TimeDistance> time_distance(const SeriesPoint& own, std::span<const SeriesPoint> other);

}  // namespace podium
