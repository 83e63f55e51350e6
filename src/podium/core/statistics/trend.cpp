#include "podium/core/statistics/trend.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

#include "podium/core/math.hpp"
#include "podium/core/panel.hpp"

namespace podium {
namespace {

/// Available (time, value), by time.
std::vector<std::pair<double, double>> available_points(std::span<const double> times, std::span<const double> values) {
  assert(times.size() == values.size());
  std::vector<std::pair<double, double>> points;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!is_missing(values[i]) && !is_missing(times[i])) points.emplace_back(times[i], values[i]);
  }
  std::ranges::sort(points);
  return points;
}

double change_of_line(const std::vector<std::pair<double, double>>& points, double span) {
  const auto count = static_cast<double>(points.size());
  double mean_time = 0;
  double mean_value = 0;
  for (const auto& [time, value] : points) {
    mean_time += time / count;
    mean_value += value / count;
  }
  double products = 0;
  double squares = 0;
  for (const auto& [time, value] : points) {
    products += (time - mean_time) * (value - mean_value);
    squares += (time - mean_time) * (time - mean_time);
  }
  const double slope = products / squares;
  if (slope == 0) return 0;
  return 100 * slope * span / (mean_value + slope * (points.front().first - mean_time));
}

}  // namespace

double compound_growth(std::span<const double> times, std::span<const double> values) {
  const auto points = available_points(times, values);
  if (points.size() < 2) return kMissing;
  const auto& [first_time, first] = points.front();
  const auto& [last_time, last] = points.back();
  if (first == last) return 0;
  return exponential(natural_logarithm(last / first) / (last_time - first_time)) - 1;
}

double percent_change(std::span<const double> times, std::span<const double> values, double span) {
  const auto points = available_points(times, values);
  if (points.size() < 2) return kMissing;
  const auto& [first_time, first] = points.front();
  const auto& [last_time, last] = points.back();
  if (points.size() > 2) return change_of_line(points, span);
  return first == last ? 0 : 100 * (last - first) / first * span / (last_time - first_time);
}

}  // namespace podium
