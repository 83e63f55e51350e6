#pragma once

#include <span>

namespace podium {

/// Pearson's correlation ratio: the share of y's variance that its mean given x explains, whatever the shape of the
/// relation; 0 to 1. It is the first-order importance of a component for an index (Paruolo, Saisana and Saltelli, 2013,
/// Ratings and rankings: voodoo or science?, J. R. Stat. Soc. A 176).
///
/// The mean is a local line with a Gaussian kernel; its width is the one of a fixed list, up to a straight line, with
/// the smallest leave-one-out error, so that few units are not followed one by one. Units that lack x or y take no
/// part. NaN with fewer than four, or where x or y is constant.
double correlation_ratio(std::span<const double> x, std::span<const double> y);

}  // namespace podium
