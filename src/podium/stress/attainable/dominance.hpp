#pragma once

#include <utility>

#include "podium/stress/attainable/lead.hpp"

namespace podium {

/// Who is above whom whatever the weights, within their bounds.
struct Dominance {
  std::size_t units = 0;
  std::vector<double> leads{};  ///< greatest_lead(i, j) at i * units + j; NaN where a unit is not ranked, 0 for i = j
  std::vector<char> always{};   ///< at i * units + j: i is above j at all weights
  /// The pairs of `always` that do not follow from two others (transitive reduction), ascending: what to draw.
  std::vector<std::pair<std::size_t, std::size_t>> edges{};

  double lead(std::size_t i, std::size_t j) const { return leads[i * units + j]; }
  bool is_always_above(std::size_t i, std::size_t j) const { return always[i * units + j] != 0; }
};

/// i is always above j where j's greatest lead over i is below -tolerance, or where this follows from other pairs.
/// Proven; complete as well where no unit has a gap.
Dominance dominance_of(const WeightedTree& tree);

}  // namespace podium
