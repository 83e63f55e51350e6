#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace podium {

/// How much of an output's variance an input explains: alone (first order, Var(E(y|i)) / Var(y)) and with everything
/// it takes part in (total, E(Var(y|all but i)) / Var(y)). NaN where the output does not vary.
struct VarianceShare {
  double first;
  double total;
};

/// Exact shares from a table of every combination once, under the uniform distribution (population variances).
/// `levels[i]` is how many alternatives input i has; outputs[0], [1] ... run through the alternatives of the first
/// input fastest. Source: Saltelli et al., Global Sensitivity Analysis: The Primer, 2008, chapter 4.
std::vector<VarianceShare> exact_variance_shares(std::span<const std::size_t> levels, std::span<const double> outputs);

/// Outputs of a radial design: of the points A, of the points B, and for each input of A with that input from B.
struct SobolOutputs {
  std::vector<double> a;
  std::vector<double> b;
  std::vector<std::vector<double>> a_with_b;
};

/// Estimated shares: first = mean(b (ab - a)) / V (Saltelli et al., 2010), total = mean((a - ab)^2) / 2V (Jansen,
/// 1999), V the variance of a and b together with n - 1.
struct SobolEstimate {
  double variance;
  std::vector<VarianceShare> shares;
};
SobolEstimate estimate_variance_shares(const SobolOutputs& outputs);

}  // namespace podium
