#pragma once

#include <optional>
#include <span>
#include <vector>

#include "podium/core/linear_algebra.hpp"

namespace podium {

/// Correlations over the units that have a figure in every series.
struct CompleteRows {
  std::size_t count;
  Matrix correlation;
};

/// Pearson's, over complete rows. Nothing for fewer than two series, fewer than three complete rows, or a series that
/// is constant in them.
std::optional<CompleteRows> correlation_of_complete_rows(std::span<const std::span<const double>> series);

/// Components of a correlation matrix, the one of largest variance first.
struct PrincipalComponents {
  std::vector<double> variances;  ///< eigenvalues; they sum to the number of series
  std::vector<double> shares;     ///< of that sum
  Matrix loadings;                ///< a unit vector in each column; its largest entry is positive
};
PrincipalComponents principal_components(const Matrix& correlation);

/// Whether the partial correlations are small beside the correlations, so that few factors can stand behind the series:
/// sum r^2 / (sum r^2 + sum q^2) over pairs, q the correlation of a pair given all others. 0.9 marvellous, 0.8
/// meritorious, 0.7 middling, 0.6 mediocre, 0.5 miserable, below unacceptable. Source: Kaiser and Rice, 1974.
struct SamplingAdequacy {
  double overall;
  std::vector<double> of_each;
};
/// Nothing where the matrix is singular: more series than rows, or one that others add up to.
std::optional<SamplingAdequacy> kaiser_meyer_olkin(const Matrix& correlation);

/// Bartlett's test of sphericity (1951): is the correlation matrix the unit matrix?
/// chi^2 = -(n - 1 - (2k + 5) / 6) ln det R with k (k - 1) / 2 degrees of freedom.
struct Sphericity {
  double statistic;
  double degrees;
  double p;
};
/// Nothing where the matrix is singular or there are too few rows for the formula.
std::optional<Sphericity> bartlett_sphericity(const Matrix& correlation, std::size_t rows);

}  // namespace podium
