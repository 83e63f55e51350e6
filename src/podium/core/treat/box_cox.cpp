#include "podium/core/treat/box_cox.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

constexpr double kLargestLambda = 2;

/// (y^lambda - 1)/lambda from ln y.
double power_of(double logarithm, double lambda) {
  const double exponent = lambda * logarithm;
  // Near zero the difference to 1 would lose its digits; the series' next term is below 2^-58.
  if (std::abs(exponent) < 1e-3) {
    return logarithm * (1 + exponent * (1.0 / 2 + exponent * (1.0 / 6 + exponent * (1.0 / 24 + exponent / 120))));
  }
  return (exponential(exponent) - 1) / lambda;
}

/// The profile log-likelihood of a lambda, up to a constant; lowest where it is no number. `powers` is room for as many
/// numbers.
double likelihood_of(double lambda, std::span<const double> logarithms, std::span<double> powers) {
  const auto n = static_cast<double>(logarithms.size());
  double sum = 0;
  double sum_of_logarithms = 0;
  for (std::size_t i = 0; i < logarithms.size(); ++i) {
    powers[i] = power_of(logarithms[i], lambda);
    sum += powers[i];
    sum_of_logarithms += logarithms[i];
  }
  const double mean = sum / n;
  double squares = 0;
  for (const double power : powers) squares += (power - mean) * (power - mean);
  const double likelihood = (lambda - 1) * sum_of_logarithms - n / 2 * natural_logarithm(squares / n);
  return std::isfinite(likelihood) ? likelihood : -std::numeric_limits<double>::infinity();
}

/// The best lambda of a grid, so that a second hump of the likelihood does no harm, then by golden section between its
/// neighbours (Kiefer, 1953) down to a tenth of a millionth: the likelihood is flat at its top, further digits are
/// rounding.
double most_likely(std::span<const double> logarithms, std::span<double> powers) {
  const auto likelihood_at = [&](double lambda) { return likelihood_of(lambda, logarithms, powers); };
  constexpr double kStep = 0.25;
  double best = -kLargestLambda;
  double best_likelihood = likelihood_at(best);
  for (double lambda = -kLargestLambda + kStep; lambda <= kLargestLambda; lambda += kStep) {
    const double likelihood = likelihood_at(lambda);
    if (likelihood > best_likelihood) {
      best = lambda;
      best_likelihood = likelihood;
    }
  }
  constexpr double kGolden = 0.6180339887498949;
  double low = std::max(best - kStep, -kLargestLambda);
  double high = std::min(best + kStep, kLargestLambda);
  double left = high - kGolden * (high - low);
  double right = low + kGolden * (high - low);
  double at_left = likelihood_at(left);
  double at_right = likelihood_at(right);
  while (high - low > 1e-7) {
    if (at_left >= at_right) {
      high = std::exchange(right, left);
      at_right = at_left;
      left = high - kGolden * (high - low);
      at_left = likelihood_at(left);
    } else {
      low = std::exchange(left, right);
      at_left = at_right;
      right = low + kGolden * (high - low);
      at_right = likelihood_at(right);
    }
  }
  return (low + high) / 2;
}

}  // namespace

std::optional<Problem> BoxCox::check() const {
  if (!lambda || std::isfinite(*lambda)) return std::nullopt;
  return Problem{Code::InvalidValue, "lambda " + quoted_number(*lambda), "a finite number"};
}

Treatment BoxCox::apply(const TreatPool& pool) const {
  const Shape& shape = pool.shape;
  if (!lambda && shape.count < 4) return too_few_figures(shape.count, 4, doc.name);
  if (!std::isfinite(shape.highest - shape.lowest)) return beyond_a_double(shape);
  const std::span<double> logarithms = pool.scratch.first(shape.count);
  std::size_t count = 0;
  for (const double value : pool.values) {
    if (!std::isnan(value)) logarithms[count++] = natural_logarithm(value - shape.lowest + 1);
  }
  const double power = lambda ? *lambda : most_likely(logarithms, pool.scratch.last(shape.count));
  const double highest = power_of(natural_logarithm(shape.highest - shape.lowest + 1), power);
  if (!std::isfinite(highest)) return beyond_a_double(shape);
  count = 0;
  for (double& value : pool.values) {
    if (std::isnan(value)) continue;
    value = power == 1 ? value - shape.lowest : power_of(logarithms[count], power);
    ++count;
  }
  return {.transformed = true, .lambda = power};
}

}  // namespace podium
