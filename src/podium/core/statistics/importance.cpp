#include "podium/core/statistics/importance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "podium/core/math.hpp"
#include "podium/core/panel.hpp"
#include "podium/core/statistics.hpp"

namespace podium {
namespace {

/// Widths of the kernel as shares of the range of x; infinite for one straight line.
constexpr double kWidths[] = {0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 1, std::numeric_limits<double>::infinity()};

/// A unit that the curve follows whatever it does has no leave-one-out error.
constexpr double kMostLeverage = 1 - 1e-6;

/// Beyond this many widths a point weighs nothing.
constexpr double kFarthest = 8;

struct Cloud {
  std::vector<double> x;
  std::vector<double> y;
};

struct LocalFit {
  double value;
  double leverage;  ///< how much the fit at a point follows the point itself
};

/// The kernel-weighted line's value at point i.
LocalFit fit_at(const Cloud& cloud, std::size_t i, double width) {
  double s0 = 0;
  double s1 = 0;
  double s2 = 0;
  double t0 = 0;
  double t1 = 0;
  for (std::size_t j = 0; j < cloud.x.size(); ++j) {
    const double distance = cloud.x[j] - cloud.x[i];
    const double scaled = distance / width;
    if (std::abs(scaled) > kFarthest) continue;
    const double weight = exponential(-scaled * scaled / 2);
    s0 += weight;
    s1 += weight * distance;
    s2 += weight * distance * distance;
    t0 += weight * cloud.y[j];
    t1 += weight * distance * cloud.y[j];
  }
  const double determinant = s0 * s2 - s1 * s1;
  // All weight on one value of x: its mean.
  if (determinant <= 1e-12 * s0 * s2) return {t0 / s0, 1 / s0};
  return {(s2 * t0 - s1 * t1) / determinant, s2 / determinant};
}

struct Curve {
  std::vector<double> fitted;
  double error = std::numeric_limits<double>::infinity();  ///< sum of squared leave-one-out errors
};

Curve curve_of(const Cloud& cloud, double width) {
  Curve curve{{}, 0};
  for (std::size_t i = 0; i < cloud.x.size(); ++i) {
    const auto [value, leverage] = fit_at(cloud, i, width);
    curve.fitted.push_back(value);
    if (leverage > kMostLeverage) {
      curve.error = std::numeric_limits<double>::infinity();
    } else {
      const double error = (cloud.y[i] - value) / (1 - leverage);
      curve.error += error * error;
    }
  }
  return curve;
}

}  // namespace

double correlation_ratio(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  Cloud cloud;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (is_missing(x[i]) || is_missing(y[i])) continue;
    cloud.x.push_back(x[i]);
    cloud.y.push_back(y[i]);
  }
  if (cloud.x.size() < 4) return kMissing;
  const auto [lowest, highest] = std::ranges::minmax(cloud.x);
  const double deviation = standard_deviation_of(cloud.y);
  if (lowest == highest || !(deviation > 0)) return kMissing;

  Curve best;
  for (const double width : kWidths) {
    Curve curve = curve_of(cloud, width * (highest - lowest));
    // The straight line comes last and stands in where nothing else does.
    if (best.fitted.empty() || curve.error < best.error || (std::isinf(width) && std::isinf(best.error))) {
      best = std::move(curve);
    }
  }
  const double explained = standard_deviation_of(best.fitted) / deviation;
  return std::min(1.0, explained * explained);
}

}  // namespace podium
