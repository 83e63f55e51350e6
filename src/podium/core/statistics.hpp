#pragma once

#include <cstddef>
#include <limits>
#include <span>

namespace podium {

/// Statistics of the available figures (gaps are passed over), summed in their order. NaN if none is available.
double mean_of(std::span<const double> values);
/// The middle figure, or the mean of the two middle ones.
double median_of(std::span<const double> values);
/// With n - 1; NaN for fewer than two figures. Two passes, so that a large mean costs no digits.
double standard_deviation_of(std::span<const double> values);

/// The median of the distances |x - median|. Zero where more than half of the figures are the same.
double median_absolute_deviation_of(std::span<const double> values);

/// A quantile of figures without gaps in ascending order: at 1 + (n - 1) share, linear in between (type 7 of Hyndman
/// and Fan, 1996, the rule of R and of spreadsheets). NaN for no figure; share is between 0 and 1.
double quantile_of_sorted(std::span<const double> sorted, double share);

/// How the available figures are distributed, with m_k the mean of the k-th powers of their distances from the mean:
///   skewness G1 = m_3 / m_2^(3/2) * sqrt(n (n-1)) / (n-2)
///   kurtosis G2 = ((n+1) (m_4 / m_2^2 - 3) + 6) (n-1) / ((n-2) (n-3)), the excess over a normal distribution
/// (Joanes and Gill, 1998, The Statistician 47(1); what SAS, SPSS and spreadsheets compute).
/// NaN for too few figures (fewer than three and four), for figures that are all the same and for infinite ones;
/// never infinite.
struct Shape {
  std::size_t count = 0;
  double lowest = std::numeric_limits<double>::quiet_NaN();
  double highest = std::numeric_limits<double>::quiet_NaN();
  double skewness = std::numeric_limits<double>::quiet_NaN();
  double kurtosis = std::numeric_limits<double>::quiet_NaN();

  bool is_constant() const { return lowest == highest; }
};

/// The shape of the figures, those beyond `lower` and `upper` held at these. One pass about a place
/// among the figures, and a second about their mean where that was too far from it.
Shape shape_of(std::span<const double> values, double lower = -std::numeric_limits<double>::infinity(),
               double upper = std::numeric_limits<double>::infinity());

double skewness_of(std::span<const double> values);
double kurtosis_of(std::span<const double> values);

}  // namespace podium
