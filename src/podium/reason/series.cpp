#include "podium/reason/series.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/panel.hpp"

namespace podium {
namespace {

template <class Of>
std::vector<double> each(std::span<const SeriesPoint> points, const Of& of) {
  std::vector<double> all;
  all.reserve(points.size());
  for (const SeriesPoint& point : points) all.push_back(of(point));
  return all;
}

}  // namespace

Result<std::vector<SeriesPoint>> available_points(std::span<const SeriesPoint> points, std::size_t fewest) {
  std::vector<SeriesPoint> available;
  for (const SeriesPoint& point : points) {
    if (!std::isfinite(point.time)) {
      return Diagnostic{Code::InvalidValue, "a figure at the time " + quoted_number(point.time), "a finite time"};
    }
    if (std::isinf(point.value)) {
      return Diagnostic{Code::InvalidValue, "an infinite figure at " + shortest(point.time), "finite figures"};
    }
    if (!is_missing(point.value)) available.push_back(point);
  }
  std::ranges::sort(available, {}, &SeriesPoint::time);
  const auto twice = std::ranges::adjacent_find(available, {}, &SeriesPoint::time);
  if (twice != available.end()) {
    return Diagnostic{Code::InvalidValue, "two figures at " + shortest(twice->time), "one figure for each time"};
  }
  if (available.size() < fewest) {
    return Diagnostic{Code::TooFewFigures,
                      std::to_string(available.size()) + (available.size() == 1 ? " figure" : " figures"),
                      "at least " + std::to_string(fewest)};
  }
  return available;
}

Diagnostics refuse_without_logarithm(std::span<const SeriesPoint> points) {
  const auto refused = std::ranges::find_if(points, [](const SeriesPoint& point) { return !(point.value > 0); });
  if (refused == points.end()) return {};
  return {{Code::InvalidValue, "the figure " + quoted_number(refused->value) + " at " + shortest(refused->time),
           "figures above 0 for a trend of logarithms"}};
}

std::vector<double> times_of(std::span<const SeriesPoint> points) {
  return each(points, [](const SeriesPoint& point) { return point.time; });
}

std::vector<double> values_of(std::span<const SeriesPoint> points) {
  return each(points, [](const SeriesPoint& point) { return point.value; });
}

std::vector<double> logarithms_of(std::span<const SeriesPoint> points) {
  return each(points, [](const SeriesPoint& point) { return natural_logarithm(point.value); });
}

}  // namespace podium
