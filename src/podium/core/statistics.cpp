#include "podium/core/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <vector>

#include "podium/core/panel.hpp"

namespace podium {
double mean_of(std::span<const double> values) {
  double sum = 0;
  double count = 0;
  for (const double value : values) {
    const bool is_there = !is_missing(value);
    sum += is_there ? value : 0;
    count += is_there ? 1 : 0;
  }
  return count > 0 ? sum / count : kMissing;
}

double median_of(std::span<const double> values) {
  std::vector<double> available;
  std::ranges::remove_copy_if(values, std::back_inserter(available), is_missing);
  if (available.empty()) return kMissing;
  const auto middle = available.begin() + static_cast<std::ptrdiff_t>(available.size() / 2);
  std::ranges::nth_element(available, middle);
  if (available.size() % 2 == 1) return *middle;
  const double below = *std::max_element(available.begin(), middle);
  return std::midpoint(below, *middle);
}

double standard_deviation_of(std::span<const double> values) {
  const double mean = mean_of(values);
  double squares = 0;
  double count = 0;
  for (const double value : values) {
    if (is_missing(value)) continue;
    squares += (value - mean) * (value - mean);
    count += 1;
  }
  return count > 1 ? std::sqrt(squares / (count - 1)) : kMissing;
}

double median_absolute_deviation_of(std::span<const double> values) {
  const double median = median_of(values);
  std::vector<double> distances(values.begin(), values.end());
  for (double& value : distances) value = std::abs(value - median);
  return median_of(distances);
}

double quantile_of_sorted(std::span<const double> sorted, double share) {
  if (sorted.empty()) return kMissing;
  const double place = static_cast<double>(sorted.size() - 1) * share;
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  return std::lerp(sorted[below], sorted[below + 1], place - static_cast<double>(below));
}

}  // namespace podium
