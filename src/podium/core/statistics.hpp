#pragma once

#include <cstddef>
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

}  // namespace podium
