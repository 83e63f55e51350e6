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
    if (is_missing(value)) continue;
    sum += value;
    count += 1;
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

}  // namespace podium
