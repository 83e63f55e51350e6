#pragma once

#include <vector>

#include "podium/publish/pictures/fan_chart.hpp"
#include "podium/publish/pictures/line_chart.hpp"
#include "podium/publish/pictures/scale.hpp"

namespace podium {

/// A place in a fan chart; the level is the value, or its decimal logarithm.
struct FanPoint {
  double time = 0;
  double level = 0;

  bool operator==(const FanPoint&) const = default;
};

/// What is drawn of a series: points that are finite, on the scale of levels.
struct FanCurves {
  std::vector<FanPoint> past{};
  std::vector<std::vector<FanPoint>> quantiles{};  ///< one curve each, lowest first, all from the last past point
};

FanCurves fan_curves(const FanSeries& series, bool is_logarithmic);

/// The levels of the axis; see fan_chart.
Domain fan_domain(const std::vector<FanCurves>& curves, bool is_logarithmic);

/// At most eight on a logarithmic scale: 1, 2 and 5 times the powers of ten, or if they are too many the powers, or
/// every second, third ... of them; round steps where fewer than two of these lie in the domain. Values are levels.
std::vector<Tick> fan_ticks(Domain domain, bool is_logarithmic);

/// A curve within the levels of a domain: cut exactly where it crosses them, at the ends beyond.
std::vector<FanPoint> held_within(const std::vector<FanPoint>& curve, Domain domain);

}  // namespace podium
