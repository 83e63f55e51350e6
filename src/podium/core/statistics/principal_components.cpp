#include "podium/core/statistics/principal_components.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/math.hpp"
#include "podium/core/panel.hpp"
#include "podium/core/statistics/correlation.hpp"
#include "podium/core/statistics/distributions.hpp"

namespace podium {
namespace {

/// A matrix whose smallest eigenvalue is below this is singular for statistics: its inverse is noise.
constexpr double kLeastEigenvalue = 1e-10;

std::vector<std::vector<double>> complete_rows(std::span<const std::span<const double>> series) {
  std::vector<std::vector<double>> columns(series.size());
  for (std::size_t row = 0; row < series.front().size(); ++row) {
    if (std::ranges::any_of(series, [row](std::span<const double> column) { return is_missing(column[row]); })) {
      continue;
    }
    for (std::size_t i = 0; i < series.size(); ++i) columns[i].push_back(series[i][row]);
  }
  return columns;
}

}  // namespace

std::optional<CompleteRows> correlation_of_complete_rows(std::span<const std::span<const double>> series) {
  if (series.size() < 2) return std::nullopt;
  const std::vector<std::vector<double>> columns = complete_rows(series);
  const std::size_t rows = columns.front().size();
  if (rows < 3) return std::nullopt;
  const std::vector<std::span<const double>> views(columns.begin(), columns.end());
  CompleteRows complete{rows, correlation_matrix(CorrelationKind::Pearson, views).r};
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (is_missing(complete.correlation(i, i))) return std::nullopt;
    complete.correlation(i, i) = 1;
  }
  return complete;
}

PrincipalComponents principal_components(const Matrix& correlation) {
  SymmetricEigen eigen = eigen_of_symmetric(correlation);
  std::vector<double> shares;
  for (double& variance : eigen.values) {
    variance = std::max(variance, 0.0);
    shares.push_back(variance / static_cast<double>(correlation.rows()));
  }
  return {std::move(eigen.values), std::move(shares), std::move(eigen.vectors)};
}

std::optional<SamplingAdequacy> kaiser_meyer_olkin(const Matrix& correlation) {
  if (eigen_of_symmetric(correlation).values.back() < kLeastEigenvalue) return std::nullopt;
  const std::optional<Matrix> inverse = inverse_of(correlation);
  if (!inverse) return std::nullopt;
  const std::size_t size = correlation.rows();
  SamplingAdequacy adequacy{0, {}};
  double all_correlations = 0;
  double all_partials = 0;
  for (std::size_t i = 0; i < size; ++i) {
    double correlations = 0;
    double partials = 0;
    for (std::size_t j = 0; j < size; ++j) {
      if (i == j) continue;
      const double partial = -(*inverse)(i, j) / std::sqrt((*inverse)(i, i) * (*inverse)(j, j));
      correlations += correlation(i, j) * correlation(i, j);
      partials += partial * partial;
    }
    adequacy.of_each.push_back(correlations / (correlations + partials));
    all_correlations += correlations;
    all_partials += partials;
  }
  adequacy.overall = all_correlations / (all_correlations + all_partials);
  return adequacy;
}

std::optional<Sphericity> bartlett_sphericity(const Matrix& correlation, std::size_t rows) {
  const std::vector<double> eigenvalues = eigen_of_symmetric(correlation).values;
  if (eigenvalues.back() < kLeastEigenvalue) return std::nullopt;
  double logarithm = 0;
  for (const double value : eigenvalues) logarithm += natural_logarithm(value);
  const auto size = static_cast<double>(correlation.rows());
  const double factor = static_cast<double>(rows) - 1 - (2 * size + 5) / 6;
  if (factor <= 0) return std::nullopt;
  const double statistic = std::max(0.0, -factor * logarithm);
  const double degrees = size * (size - 1) / 2;
  return Sphericity{statistic, degrees, chi_squared_upper_tail(statistic, degrees)};
}

}  // namespace podium
