#pragma once

#include <span>
#include <vector>

namespace podium {

/// An index and the confidence interval around it. All NaN where there is nothing to estimate.
struct SobolIndex {
  double value = 0;
  double low = 0;
  double high = 0;

  double half_width() const { return (high - low) / 2; }
};

/// A ratio of two means over independent scramblings, with what each scrambling adds to its error to first order: for
/// the ratio R of the means of x and y, (x_s - R y_s) / mean y (Cochran, Sampling techniques, 1977, chapter 6).
/// Ratios of means, not means of ratios: a scrambling that happened to see no variation then counts as what it is.
class ScrambledRatio {
 public:
  /// One pair (x_s, y_s) for each scrambling; NaN where the mean of y is not above zero.
  ScrambledRatio(std::span<const double> above, std::span<const double> below);

  double value() const { return value_; }

  /// value -+ t s / sqrt(n), where s is the standard deviation of the errors over the n scramblings and t the quantile
  /// of Student's t for n - 1 degrees of freedom.
  SobolIndex interval(double t) const;

 private:
  double value_;
  std::vector<double> errors_;
};

}  // namespace podium
