#include "podium/core/weight/pca_weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace podium {
namespace {

constexpr double kRounding = 1e-12;

/// An angle between -pi and pi.
struct Angle {
  double cosine;
  double sine;

  Angle half() const {
    const double half_sine = std::sqrt(std::max(0.0, (1 - cosine) / 2));
    return {std::sqrt(std::max(0.0, (1 + cosine) / 2)), sine < 0 ? -half_sine : half_sine};
  }
};

/// Turns two columns by the angle that serves the criterion best; the size of its sine. Kaiser's formula gives four
/// times the angle; halving it by square roots keeps libraries' trigonometry out of the weights.
double rotate(Matrix& loadings, std::size_t p, std::size_t q) {
  const auto rows = static_cast<double>(loadings.rows());
  double a = 0;
  double b = 0;
  double c = 0;
  double d = 0;
  for (std::size_t i = 0; i < loadings.rows(); ++i) {
    const double x = loadings(i, p);
    const double y = loadings(i, q);
    const double u = x * x - y * y;
    const double v = 2 * x * y;
    a += u;
    b += v;
    c += u * u - v * v;
    d += 2 * u * v;
  }
  const double across = d - 2 * a * b / rows;
  const double along = c - (a * a - b * b) / rows;
  const double length = std::sqrt(across * across + along * along);
  if (length < kRounding) return 0;
  const auto [cosine, sine] = Angle{along / length, across / length}.half().half();
  for (std::size_t i = 0; i < loadings.rows(); ++i) {
    const double x = loadings(i, p);
    const double y = loadings(i, q);
    loadings(i, p) = cosine * x + sine * y;
    loadings(i, q) = cosine * y - sine * x;
  }
  return std::abs(sine);
}

/// Loadings of the factors with eigenvalue above 1, at least of the first.
Matrix factor_loadings(const SymmetricEigen& eigen) {
  const auto above = std::ranges::count_if(eigen.values, [](double value) { return value > 1 + kRounding; });
  const std::size_t factors = std::max<std::size_t>(1, static_cast<std::size_t>(above));
  Matrix loadings(eigen.values.size(), factors);
  for (std::size_t factor = 0; factor < factors; ++factor) {
    const double scale = std::sqrt(eigen.values[factor]);
    for (std::size_t i = 0; i < loadings.rows(); ++i) loadings(i, factor) = scale * eigen.vectors(i, factor);
  }
  return loadings;
}

std::vector<double> rotated_weights(const SymmetricEigen& eigen) {
  const Matrix loadings = varimax(factor_loadings(eigen));
  std::vector<double> explained(loadings.columns(), 0);
  for (std::size_t factor = 0; factor < loadings.columns(); ++factor) {
    for (std::size_t i = 0; i < loadings.rows(); ++i) explained[factor] += loadings(i, factor) * loadings(i, factor);
  }
  std::vector<double> weights(loadings.rows(), 0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    double largest = -1;
    for (std::size_t factor = 0; factor < loadings.columns(); ++factor) {
      const double square = loadings(i, factor) * loadings(i, factor);
      if (square / explained[factor] <= largest) continue;
      largest = square / explained[factor];
      weights[i] = square;  // the factor's share of variance times the component's share of the factor
    }
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= sum;
  return weights;
}

}  // namespace

Matrix varimax(Matrix loadings) {
  constexpr int kRounds = 1000;
  constexpr double kSettled = 1e-7;  // a sine by differences of cosines has half of the digits
  for (int round = 0; round < kRounds; ++round) {
    double turned = 0;
    for (std::size_t p = 0; p < loadings.columns(); ++p) {
      for (std::size_t q = p + 1; q < loadings.columns(); ++q) turned += rotate(loadings, p, q);
    }
    if (turned < kSettled) break;
  }
  return loadings;
}

Weighed PcaWeights::weigh(const ScoreTable& table) const {
  const SymmetricEigen eigen = eigen_of_symmetric(score_correlations(table.scores));
  if (form == PcaForm::Rotated) return {.weights = rotated_weights(eigen)};
  Weighed weighed;
  for (std::size_t i = 0; i < eigen.values.size(); ++i) {
    const double loading = eigen.vectors(i, 0);
    weighed.weights.push_back(form == PcaForm::First ? loading : loading * loading);
  }
  return weighed;
}

}  // namespace podium
