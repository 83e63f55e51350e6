#include "podium/core/statistics/outliers.hpp"

#include <cmath>

#include "podium/core/statistics.hpp"
#include "podium/core/statistics/distributions.hpp"
#include "podium/core/statistics/principal_components.hpp"
#include "podium/core/statistics/summary.hpp"

namespace podium {
namespace {

/// The series over complete units only, in units of their standard deviations from their means; gaps elsewhere.
std::vector<std::vector<double>> standardised(std::span<const std::span<const double>> series) {
  std::vector<std::vector<double>> columns;
  for (const std::span<const double> column : series) columns.emplace_back(column.begin(), column.end());
  for (std::size_t unit = 0; unit < series.front().size(); ++unit) {
    double sum = 0;
    for (const std::span<const double> column : series) sum += column[unit];
    if (!is_missing(sum)) continue;
    for (std::vector<double>& column : columns) column[unit] = kMissing;
  }
  for (std::vector<double>& column : columns) {
    const double mean = mean_of(column);
    const double deviation = standard_deviation_of(column);
    for (double& value : column) value = (value - mean) / deviation;
  }
  return columns;
}

}  // namespace

Bounds fences_of(std::span<const double> values, double width) {
  const double first = quantile_of(values, 0.25);
  const double third = quantile_of(values, 0.75);
  return {first - width * (third - first), third + width * (third - first)};
}

ProfileDistances profile_distances(std::span<const std::span<const double>> series) {
  const std::size_t units = series.empty() ? 0 : series.front().size();
  ProfileDistances distances{std::vector<double>(units, kMissing), std::vector<double>(units, kMissing)};
  const std::optional<CompleteRows> complete = correlation_of_complete_rows(series);
  if (!complete || complete->count < series.size() + 2) return distances;
  if (eigen_of_symmetric(complete->correlation).values.back() < 1e-10) return distances;
  const std::optional<Matrix> inverse = inverse_of(complete->correlation);
  if (!inverse) return distances;
  const std::vector<std::vector<double>> z = standardised(series);
  for (std::size_t unit = 0; unit < units; ++unit) {
    double squared = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
      for (std::size_t j = 0; j < z.size(); ++j) squared += z[i][unit] * (*inverse)(i, j) * z[j][unit];
    }
    distances.squared[unit] = squared;
    distances.p[unit] = chi_squared_upper_tail(squared, static_cast<double>(z.size()));
  }
  return distances;
}

}  // namespace podium
