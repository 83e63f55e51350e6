#pragma once

#include <span>

namespace podium {

/// Whether all figures are the same; so too where there is none. Without gaps.
bool is_constant(std::span<const double> values);

/// Pearson's correlation of two series of the same length without gaps, on whatever scales:
///   r = sum (x - mean x)(y - mean y) / (sqrt(sum (x - mean x)^2) sqrt(sum (y - mean y)^2))
/// Within [-1, 1] whatever the rounding, and the same to the last bit with x and y exchanged. NaN where one of the two
/// is constant. The squares of the figures must stay within the range of a double.
/// (Pearson, Regression, heredity and panmixia, Philosophical Transactions of the Royal Society of London A 187, 1896)
double product_moment(std::span<const double> x, std::span<const double> y);

}  // namespace podium
