#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "podium/stress/sobol/estimators.hpp"

namespace podium {

/// Sobol' indices without any sampling error, of a target whose every world was run.
struct FactorialIndices {
  double mean = 0;
  double variance = 0;  ///< of all values, with n
  std::vector<FirstAndTotal> factors{};
};

/// levels[i] is the number of alternatives of factor i, all equally likely and independent of each other; values has
/// one value for each combination, the first factor's alternative changing fastest.
///   first = Var(E(y | i)) / Var(y), total = E(Var(y | all but i)) / Var(y)
/// NaN where the target does not vary, or where a value is missing.
FactorialIndices factorial_indices(std::span<const std::size_t> levels, std::span<const double> values);

}  // namespace podium
