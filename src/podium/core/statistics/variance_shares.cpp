#include "podium/core/statistics/variance_shares.hpp"

#include <cassert>
#include <functional>
#include <numeric>

#include "podium/core/panel.hpp"
#include "podium/core/statistics.hpp"

namespace podium {
namespace {

/// Of all, with n in the denominator.
double population_variance(std::span<const double> values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size());
}

/// Variance of the means of the outputs that share the level of one input.
double variance_of_means(std::span<const double> outputs, std::size_t stride, std::size_t levels) {
  std::vector<double> means(levels, 0);
  for (std::size_t i = 0; i < outputs.size(); ++i) means[i / stride % levels] += outputs[i];
  const std::size_t lines = outputs.size() / levels;
  for (double& mean : means) mean /= static_cast<double>(lines);
  return population_variance(means);
}

/// Mean of the variances of the outputs that differ in one input only.
double mean_of_variances(std::span<const double> outputs, std::size_t stride, std::size_t levels) {
  double sum = 0;
  std::vector<double> line(levels);
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (i / stride % levels != 0) continue;
    for (std::size_t level = 0; level < levels; ++level) line[level] = outputs[i + level * stride];
    sum += population_variance(line);
  }
  const std::size_t lines = outputs.size() / levels;
  return sum / static_cast<double>(lines);
}

}  // namespace

std::vector<VarianceShare> exact_variance_shares(std::span<const std::size_t> levels, std::span<const double> outputs) {
  assert(std::accumulate(levels.begin(), levels.end(), std::size_t{1}, std::multiplies<>()) == outputs.size());
  const double variance = population_variance(outputs);
  std::vector<VarianceShare> shares;
  std::size_t stride = 1;
  for (const std::size_t count : levels) {
    shares.push_back(variance > 0 ? VarianceShare{variance_of_means(outputs, stride, count) / variance,
                                                  mean_of_variances(outputs, stride, count) / variance}
                                  : VarianceShare{kMissing, kMissing});
    stride *= count;
  }
  return shares;
}

SobolEstimate estimate_variance_shares(const SobolOutputs& outputs) {
  const auto& [a, b, a_with_b] = outputs;
  assert(a.size() == b.size());
  std::vector<double> both = a;
  both.insert(both.end(), b.begin(), b.end());
  const double deviation = standard_deviation_of(both);
  SobolEstimate estimate{deviation * deviation, {}};
  const auto count = static_cast<double>(a.size());
  for (const std::vector<double>& mixed : a_with_b) {
    assert(mixed.size() == a.size());
    double first = 0;
    double total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      first += b[i] * (mixed[i] - a[i]);
      total += (a[i] - mixed[i]) * (a[i] - mixed[i]);
    }
    const bool varies = estimate.variance > 0;
    estimate.shares.push_back({varies ? first / count / estimate.variance : kMissing,
                               varies ? total / count / (2 * estimate.variance) : kMissing});
  }
  return estimate;
}

}  // namespace podium
