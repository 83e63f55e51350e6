#include "podium/core/statistics/summary.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "podium/core/panel.hpp"
#include "podium/core/shape.hpp"
#include "podium/core/statistics.hpp"

namespace podium {
namespace {

std::vector<double> sorted_figures(std::span<const double> values) {
  std::vector<double> sorted;
  std::ranges::remove_copy_if(values, std::back_inserter(sorted), is_missing);
  std::ranges::sort(sorted);
  return sorted;
}

/// Two figures that R prints alike are one figure to COINr; here they are equal or they are not.
void count_repetitions(const std::vector<double>& sorted, Summary& summary) {
  for (std::size_t first = 0; first < sorted.size();) {
    std::size_t end = first + 1;
    while (end < sorted.size() && sorted[end] == sorted[first]) ++end;
    ++summary.distinct;
    if (end - first > summary.most_frequent) {
      summary.most_frequent = end - first;
      summary.most_frequent_value = sorted[first];
    }
    first = end;
  }
}

}  // namespace

Summary summary_of(std::span<const double> values) {
  const std::vector<double> sorted = sorted_figures(values);
  Summary summary;
  summary.count = values.size();
  summary.available = sorted.size();
  summary.nonzero = sorted.size() - static_cast<std::size_t>(std::ranges::count(sorted, 0.0));
  summary.most_frequent_value = kMissing;
  count_repetitions(sorted, summary);
  summary.minimum = sorted.empty() ? kMissing : sorted.front();
  summary.maximum = sorted.empty() ? kMissing : sorted.back();
  summary.mean = mean_of(values);
  summary.median = median_of(values);
  summary.standard_deviation = standard_deviation_of(values);
  summary.skewness = skewness_of(values);
  summary.kurtosis = kurtosis_of(values);
  return summary;
}

double quantile_of(std::span<const double> values, double share) {
  const std::vector<double> sorted = sorted_figures(values);
  if (sorted.empty()) return kMissing;
  const double position = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(position));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (position - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace podium
