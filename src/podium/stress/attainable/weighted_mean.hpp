#pragma once

#include <span>
#include <vector>

#include "podium/core/hierarchy.hpp"

namespace podium {

/// A weighted mean and the weights that give it.
struct WeightedMean {
  double value = 0;
  std::vector<double> weights{};
};

/// The greatest value of sum w x / sum w where each weight may be anything within its bounds. A fractional knapsack:
/// at the optimum the weights of all values above the mean are at their upper bound, the others at their lower one
/// (Dinkelbach, 1967), so the values are raised in descending order until the next one is not above the mean.
/// Needs at least one value; bounds with 0 <= lower <= upper and upper > 0. Where all lower bounds are 0 the greatest
/// value is the mean by itself.
WeightedMean greatest_weighted_mean(std::span<const double> values, std::span<const Bounds> bounds);

}  // namespace podium
