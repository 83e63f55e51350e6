#pragma once

#include <cstddef>
#include <limits>
#include <span>

#include "podium/core/column.hpp"

/// How figures lean and how heavy their tails are: what decides whether they are treated.
namespace podium {

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

/// A shape together with the sums that it was made of, so that an end can be brought in without another look at all
/// figures.
struct MeasuredShape : Shape {
  double origin = std::numeric_limits<double>::quiet_NaN();  ///< from which distances are taken; NaN without figures
  column::Moments sums{};
  double summed_fourth = std::numeric_limits<double>::quiet_NaN();  ///< sums.fourth when all figures were last added up
};

/// The shape of the figures, those beyond the bounds held at these. One pass about a place among the figures, and a
/// second about their mean where that was too far from it.
MeasuredShape measure(std::span<const double> values, Bounds held = {-std::numeric_limits<double>::infinity(),
                                                                     std::numeric_limits<double>::infinity()});

/// The shape of the same figures after those at one end (`end.count`, at the highest or lowest) are brought in to the
/// next one, `end.next`: from the sums, whose last digits may differ from those of a new measurement (by 1e-10 of the
/// fourth moment at the very worst, mostly by 1e-14), or by a new measurement where they would lose more.
MeasuredShape brought_in(std::span<const double> values, const MeasuredShape& before, bool is_high, column::End end);

Shape shape_of(std::span<const double> values);
double skewness_of(std::span<const double> values);
double kurtosis_of(std::span<const double> values);

}  // namespace podium
