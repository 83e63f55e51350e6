#pragma once

#include <cstdint>
#include <span>

#include "podium/core/result.hpp"
#include "podium/reason/series.hpp"

namespace podium {

enum class TrendMethod : std::uint8_t {
  LogLinear,    ///< least squares through the logarithms: a constant rate of growth
  TheilSenLog,  ///< median of the slopes between the logarithms: the same, unmoved by a few wild figures
  TheilSen,     ///< median of the slopes between the figures: a constant amount a year
};

/// at(t) = at_origin + slope * (t - origin). The origin lies among the times of the figures, so that the distance from
/// the year 0 costs no digits.
struct StraightLine {
  double origin = 0;
  double at_origin = 0;
  double slope = 0;

  double at(double time) const { return at_origin + slope * (time - origin); }
  bool operator==(const StraightLine&) const = default;
};

/// The line with the least sum of squares: slope = sum (t - mean t)(y - mean y) / sum (t - mean t)^2. At least two
/// times, no two the same; finite.
StraightLine least_squares_line(std::span<const double> times, std::span<const double> values);

/// The median of the slopes between any two points (Theil, A rank-invariant method of linear and polynomial regression
/// analysis, 1950; Sen, Estimates of the regression coefficient based on Kendall's tau, 1968) through the median of
/// y - slope * t. Requires the same; n (n - 1) / 2 slopes are held.
StraightLine theil_sen_line(std::span<const double> times, std::span<const double> values);

/// What a series does as long as it does what it did.
struct Trend {
  TrendMethod method = TrendMethod::LogLinear;
  StraightLine line{};  ///< of the logarithms, or of the figures under TheilSen

  /// In the unit of the series; infinity where it exceeds a double.
  double level(double time) const;
  /// By what share the level rises in the year from `time`: level(time + 1) / level(time) - 1, which is exp(slope) - 1
  /// at all times for a trend of logarithms; 0.05 is 5 %. NaN for a trend that is not above 0 at `time`.
  double growth(double time) const;
};

/// The trend of a series of at least two figures, in any order; gaps are passed over. A trend of logarithms requires
/// figures above 0. Otherwise the diagnostics of available_points and refuse_without_logarithm.
Result<Trend> fit_trend(std::span<const SeriesPoint> points, TrendMethod method);

/// The constant rate of growth a year that leads from one level to another: (to / from)^(1 / years) - 1; 0.05 is 5 %.
/// InvalidValue unless both values are finite and above 0 and `to` is later than `from`.
Result<double> needed_growth(const SeriesPoint& from, const SeriesPoint& to);

}  // namespace podium
