#pragma once

#include <optional>
#include <span>
#include <vector>

#include "podium/core/linear_algebra.hpp"

namespace podium {

/// A multivariate normal distribution fitted to rows with gaps by expectation-maximisation (Dempster, Laird and Rubin,
/// 1977), with the sweep operator (Little and Rubin, 2002, sections 7.4.3 and 11.2).
struct NormalModel {
  std::vector<double> mean;
  Matrix covariance;   ///< maximum likelihood: divisor n
  std::size_t rounds;  ///< of expectation and maximisation
  double change;       ///< largest change of an entry in the last round
  double ridge;        ///< what had to be added to the diagonal of a singular covariance; 0 mostly
};

struct NormalFit {
  NormalModel model;
  Matrix completed;  ///< the rows, their gaps at their conditional expectation
};

/// Rows are observations, NaN for a gap. Every column has a figure; columns are of a like size (standardised):
/// `tolerance` and the test for singularity are absolute. Rows without any figure say nothing and are completed by the
/// means. Ends after `max_rounds` in any case: whether it converged shows in `change`.
NormalFit fit_normal(const Matrix& rows, double tolerance, std::size_t max_rounds);

}  // namespace podium
