#pragma once

#include <span>

namespace podium {

/// The values of a target at one sample: point n of A and of B share nothing; point n of AB is that of A with one
/// factor's coordinates from B, and of BA that of B with the factor's coordinates from A. All of the same length.
struct FactorSample {
  std::span<const double> a;
  std::span<const double> b;
  std::span<const double> ab;
  std::span<const double> ba;
};

struct FirstAndTotal {
  double first = 0;
  double total = 0;
};

/// Estimates of Sobol' indices from one sample, as they stand in the literature, for comparison with other tools;
/// variance_based_sensitivity uses jansen_total over both halves of the sample, and azzini. Values without gaps. NaN
/// where the target does not vary.

/// The variance of the values of A and B together, with n - 1.
double pooled_variance(std::span<const double> a, std::span<const double> b);

/// First order, mean(B (AB - A)) / V with the pooled variance V (Saltelli and others, Variance based sensitivity
/// analysis of model output, Computer Physics Communications 181, 2010, table 2 b).
double saltelli_first(const FactorSample& sample);

/// First order, from B and AB, which share the factor only: (mean(B AB) - m^2) / (mean(B^2 + AB^2) / 2 - m^2), where
/// m = mean(B + AB) / 2 (Janon and others, Asymptotic normality and efficiency of two Sobol index estimators, 2014).
double janon_first(const FactorSample& sample);

/// Total effect, mean((A - AB)^2) / (2 V) with the pooled variance V (Jansen, Analysis of variance designs for model
/// output, Computer Physics Communications 117, 1999).
double jansen_total(const FactorSample& sample);

/// First order, 2 sum((BA - B)(A - AB)) / D, and total effect, sum((B - BA)^2 + (A - AB)^2) / D, where
/// D = sum((A - B)^2 + (BA - AB)^2) (Azzini, Mara and Rosati, Monte Carlo estimators of first- and total-orders Sobol'
/// indices, 2020).
FirstAndTotal azzini(const FactorSample& sample);

}  // namespace podium
