#pragma once

#include <span>
#include <vector>

#include "podium/core/result.hpp"

namespace podium {

/// A figure of a series and when it holds, in years: the figure of a year at 2024, that of a moment at 2024.5. Two
/// series are compared in one convention.
struct SeriesPoint {
  double time = 0;
  double value = 0;  ///< NaN for a gap

  bool operator==(const SeriesPoint&) const = default;
};

/// The points without the gaps, in the order of time. InvalidValue for an infinite figure or time, a time that is not
/// a number, and two figures of one time; TooFewFigures for fewer than `fewest`.
Result<std::vector<SeriesPoint>> available_points(std::span<const SeriesPoint> points, std::size_t fewest);

/// InvalidValue unless all figures are above 0, so that they have a logarithm.
Diagnostics refuse_without_logarithm(std::span<const SeriesPoint> points);

std::vector<double> times_of(std::span<const SeriesPoint> points);
std::vector<double> values_of(std::span<const SeriesPoint> points);
/// Of figures above 0.
std::vector<double> logarithms_of(std::span<const SeriesPoint> points);

}  // namespace podium
