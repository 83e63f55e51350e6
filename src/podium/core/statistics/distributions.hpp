#pragma once

/// Tail probabilities for tests. They judge figures and never make scores, so the last bit may differ between builds.
/// NaN arguments and impossible degrees of freedom give NaN.
namespace podium {

/// P(Z > z) of the standard normal distribution.
double normal_upper_tail(double z);

/// P(|T| > |t|) of Student's t with that many degrees of freedom.
double student_two_sided(double t, double degrees);

/// P(T > t).
double student_upper_tail(double t, double degrees);

/// The t with P(T > t) = tail; tail in (0, 1).
double student_upper_quantile(double tail, double degrees);

/// P(X > x) of the chi-squared distribution.
double chi_squared_upper_tail(double x, double degrees);

/// The figure below which a standard normal variable, or a gamma variable of that shape and scale 1, lies with this
/// probability (between 0 and 1, both left out).
double normal_quantile(double probability);
double gamma_quantile(double shape, double probability);

}  // namespace podium
