#pragma once

#include <span>
#include <vector>

namespace podium {

/// Whether several series measure one thing.
struct Reliability {
  double alpha;                          ///< at most 1; below 0 where they mostly oppose each other
  std::vector<double> alpha_if_dropped;  ///< without each in turn; NaN where only one is left
};

/// Cronbach's alpha (1951) of at least two series of equal length: k^2 times the mean covariance of two series over the
/// sum of the whole covariance matrix. Covariances with n - 1 over the units that have both figures (pairwise
/// complete). NaN where a pair has fewer than two units or nothing varies. A rule of thumb asks for 0.7 (Nunnally,
/// 1978).
Reliability cronbach_alpha(std::span<const std::span<const double>> series);

}  // namespace podium
