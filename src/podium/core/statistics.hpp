#pragma once

#include <span>

namespace podium {

/// Statistics of the available figures (gaps are passed over), summed in their order. NaN if none is available.
double mean_of(std::span<const double> values);
/// The middle figure, or the mean of the two middle ones.
double median_of(std::span<const double> values);
/// With n - 1; NaN for fewer than two figures. Two passes, so that a large mean costs no digits.
double standard_deviation_of(std::span<const double> values);

}  // namespace podium
