#pragma once

#include <span>

namespace podium {

/// Compound annual growth rate between the first and the last available figure: (last / first)^(1 / dt) - 1; 0 if both
/// are equal. NaN with fewer than two figures or a change of sign, infinite from a start at zero. Times may stand in
/// any order. Source: COINr, CAGR().
double compound_growth(std::span<const double> times, std::span<const double> values);

/// Change in percent over `span` units of time, as a share of the first level. From three figures on it is the slope of
/// the least-squares line against the line's own value at the first time; from two it is their difference against the
/// first. 0 for equal figures, NaN with fewer than two. Source: COINr, prc_change().
double percent_change(std::span<const double> times, std::span<const double> values, double span = 1);

}  // namespace podium
