#include "podium/reason/ratio_change.hpp"

#include <cmath>
#include <numeric>

#include "podium/core/math.hpp"

namespace podium {

double logarithmic_mean(double a, double b) {
  const double difference = (a - b) / b;
  // (a - b) / ln(a / b) loses its digits where the two are nearly the same; there it is b (1 + d / 2 - d^2 / 12 ...).
  if (std::abs(difference) < 1e-4) return b * (1 + difference / 2 - difference * difference / 12);
  return (a - b) / natural_logarithm(a / b);
}

RatioChange ratio_change(const RatioPair& pair) {
  const double rate_before = pair.factor / pair.denominator_before;
  const double rate_after = pair.factor / pair.denominator_after;
  RatioChange change{.before = pair.numerator_before * rate_before, .after = pair.numerator_after * rate_after};
  change.bennet = {
      .numerator = std::midpoint(rate_before, rate_after) * (pair.numerator_after - pair.numerator_before),
      .denominator = std::midpoint(pair.numerator_before, pair.numerator_after) * (rate_after - rate_before)};
  const bool is_positive = pair.numerator_before > 0 && pair.numerator_after > 0 && pair.denominator_before > 0 &&
                           pair.denominator_after > 0 && pair.factor > 0;
  if (!is_positive) return change;
  const double mean = logarithmic_mean(change.after, change.before);
  change.log_mean =
      RatioParts{.numerator = mean * natural_logarithm(pair.numerator_after / pair.numerator_before),
                 .denominator = -mean * natural_logarithm(pair.denominator_after / pair.denominator_before)};
  return change;
}

}  // namespace podium
