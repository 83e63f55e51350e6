#pragma once

#include <optional>

namespace podium {

/// A figure that one thing divides by another, at two moments: factor * numerator / denominator.
struct RatioPair {
  double numerator_before = 0;
  double numerator_after = 0;
  double denominator_before = 0;  ///< other than 0
  double denominator_after = 0;
  double factor = 1;
};

/// The parts of a change; they sum to it.
struct RatioParts {
  double numerator = 0;
  double denominator = 0;
};

struct RatioChange {
  double before = 0;  ///< the ratio
  double after = 0;
  /// With r = factor / denominator: mean(r) * change of the numerator + mean(numerator) * change of r (Bennet, The
  /// theory of measurement of changes in cost of living, 1920). For figures of any sign. The same as Shapley values of
  /// the two.
  RatioParts bennet{};
  /// L * ln(numerator after / before) and -L * ln(denominator after / before) with L the logarithmic mean of the two
  /// ratios (additive LMDI I: Ang, The LMDI approach to decomposition analysis: a practical guide, 2005): the parts of
  /// growth rates. Only where all four figures are above 0.
  std::optional<RatioParts> log_mean{};

  double change() const { return after - before; }
};

/// All figures are finite.
RatioChange ratio_change(const RatioPair& pair);

/// (a - b) / (ln a - ln b), and a where both are the same; of numbers above 0.
double logarithmic_mean(double a, double b);

}  // namespace podium
