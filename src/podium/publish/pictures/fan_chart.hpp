#pragma once

#include <optional>
#include <string>
#include <vector>

namespace podium {

/// One unit's past and its projection.
struct FanSeries {
  std::string name{};
  std::vector<double> times{};   ///< ascending; years
  std::vector<double> values{};  ///< one for each time
  std::vector<double> future_times{};
  std::vector<std::vector<double>>
      bands{};  ///< by future time: quantiles, ascending, an odd number, the same each time
};

/// A projection; texts are ready for print.
struct FanChart {
  std::string id{};
  std::string title{};
  std::string subtitle{};
  std::string source{};
  std::string axis_title{};  ///< the unit of measure, and that the scale is logarithmic if it is
  std::vector<FanSeries> series{};
  std::optional<double> mark_time{};
  std::string mark_text{};
  bool is_logarithmic = true;
};

/// An SVG document: the past as a line with points, the future as nested bands from the outer to the inner pairs of
/// quantiles and a dashed median, all from the last point of the past; names at the right ends; a dashed line at the
/// mark. On a logarithmic scale values that are not above 0 are left out of the line, and quantiles that are not end at
/// the scale's low end. The axis holds the past and the medians, and of the bands what is within 30 times the highest
/// and a thirtieth of the lowest of them (on a linear scale: within three times their spread); bands are cut there
/// exactly. What is not finite is left out, as are quantiles that differ in number from the first.
std::string fan_chart(const FanChart& picture);

}  // namespace podium
