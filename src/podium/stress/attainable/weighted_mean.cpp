#include "podium/stress/attainable/weighted_mean.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace podium {
namespace {

std::vector<std::size_t> descending(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  return order;
}

/// In the order of the values, as an aggregation adds them up.
double mean_of(std::span<const double> values, std::span<const double> weights) {
  double sum = 0;
  double total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += weights[i] * values[i];
    total += weights[i];
  }
  return sum / total;
}

}  // namespace

WeightedMean greatest_weighted_mean(std::span<const double> values, std::span<const Bounds> bounds) {
  assert(!values.empty() && values.size() == bounds.size());
  WeightedMean best;
  double sum = 0;
  double total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    best.weights.push_back(bounds[i].lower);
    sum += bounds[i].lower * values[i];
    total += bounds[i].lower;
  }
  for (const std::size_t i : descending(values)) {
    if (total > 0 && values[i] * total <= sum) break;
    best.weights[i] = bounds[i].upper;
    sum += (bounds[i].upper - bounds[i].lower) * values[i];
    total += bounds[i].upper - bounds[i].lower;
  }
  best.value = mean_of(values, best.weights);
  return best;
}

}  // namespace podium
