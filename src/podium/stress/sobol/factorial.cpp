#include "podium/stress/sobol/factorial.hpp"

#include <cassert>

#include "podium/core/panel.hpp"
#include "podium/core/statistics/product_moment.hpp"

namespace podium {
namespace {

double square(double x) { return x * x; }

double mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// With n.
double variance(std::span<const double> values) {
  const double centre = mean(values);
  double squares = 0;
  for (const double value : values) squares += square(value - centre);
  return squares / static_cast<double>(values.size());
}

/// The values in groups: of the same alternative of the factor, or of the same alternatives of all others.
struct Groups {
  std::vector<std::vector<double>> of_alternative;
  std::vector<std::vector<double>> of_others;
};

Groups groups_of(std::size_t level, std::size_t stride, std::span<const double> values) {
  Groups groups{std::vector<std::vector<double>>(level), std::vector<std::vector<double>>(values.size() / level)};
  for (std::size_t k = 0; k < values.size(); ++k) {
    groups.of_alternative[k / stride % level].push_back(values[k]);
    groups.of_others[k / (stride * level) * stride + k % stride].push_back(values[k]);
  }
  return groups;
}

FirstAndTotal shares(const Groups& groups, double whole) {
  std::vector<double> means;
  for (const std::vector<double>& group : groups.of_alternative) means.push_back(mean(group));
  std::vector<double> variances;
  for (const std::vector<double>& group : groups.of_others) variances.push_back(variance(group));
  return {variance(means) / whole, mean(variances) / whole};
}

}  // namespace

FactorialIndices factorial_indices(std::span<const std::size_t> levels, std::span<const double> values) {
  FactorialIndices found{.mean = mean(values), .variance = is_constant(values) ? 0 : variance(values)};
  std::size_t stride = 1;
  for (const std::size_t level : levels) {
    assert(level > 0 && values.size() % (stride * level) == 0);
    const bool varies = found.variance > 0;
    found.factors.push_back(varies ? shares(groups_of(level, stride, values), found.variance)
                                   : FirstAndTotal{kMissing, kMissing});
    stride *= level;
  }
  assert(stride == values.size());
  return found;
}

}  // namespace podium
