#include "podium/reason/time_distance.hpp"

#include <cmath>
#include <vector>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

/// When the line between a figure below the level and the next one, at or above it, has the level.
double time_of_passing(const SeriesPoint& below, const SeriesPoint& above, double level) {
  const double share = (level - below.value) / (above.value - below.value);
  return below.time + share * (above.time - below.time);
}

}  // namespace

Result<TimeDistance> time_distance(const SeriesPoint& own, std::span<const SeriesPoint> other) {
  if (!std::isfinite(own.value) || !std::isfinite(own.time)) {
    return Diagnostic{Code::InvalidValue,
                      "the own figure " + quoted_number(own.value) + " at " + quoted_number(own.time),
                      "a finite figure and time"};
  }
  TRY(const std::vector<SeriesPoint> points, available_points(other, 1));

  std::size_t above = points.size();  // the first of the figures that end the series at or above the level
  while (above > 0 && points[above - 1].value >= own.value) --above;
  if (above == 0) {
    return TimeDistance{.state = TimeDistance::State::AlwaysAbove,
                        .years_behind_at_least = own.time - points.front().time};
  }
  if (above < points.size()) {
    const double passed_at = time_of_passing(points[above - 1], points[above], own.value);
    return TimeDistance{
        .state = TimeDistance::State::Passed, .passed_at = passed_at, .years_behind = own.time - passed_at};
  }
  for (const SeriesPoint& point : points) {
    if (point.value >= own.value) return TimeDistance{.state = TimeDistance::State::BelowAgain};
  }
  return TimeDistance{.state = TimeDistance::State::NeverAbove};
}

}  // namespace podium
