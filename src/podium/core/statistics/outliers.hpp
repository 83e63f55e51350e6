#pragma once

#include <span>
#include <vector>

#include "podium/core/hierarchy.hpp"

namespace podium {

/// Beyond these a figure is far from the others: `width` times the distance of the quartiles below the first and above
/// the third. 1.5 is Tukey's inner fence, 3 the outer one ("far out"; Tukey, Exploratory Data Analysis, 1977). NaN
/// without figures.
Bounds fences_of(std::span<const double> values, double width);

/// How far each unit's profile is from the middle of all, in the metric of their covariances (Mahalanobis, 1936), and
/// the chance of a larger distance if profiles were normally distributed. NaN for units that lack a figure.
struct ProfileDistances {
  std::vector<double> squared;
  std::vector<double> p;
};
/// All NaN where fewer complete units than two more than there are series, or where a series is constant or follows
/// from the others.
ProfileDistances profile_distances(std::span<const std::span<const double>> series);

}  // namespace podium
