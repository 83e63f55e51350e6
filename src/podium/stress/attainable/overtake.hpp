#pragma once

#include "podium/stress/attainable/lead.hpp"

namespace podium {

/// The least change of weights that lets one unit overtake another.
struct Overtake {
  /// Largest relative change of any weight: 0.1 is 10 %. 0: already not below. Infinity: below whatever the weights.
  double change = 0;
  bool is_exact = true;           ///< otherwise the change needed is at least this much
  std::vector<double> weights{};  ///< with which the scores meet, one for each node; empty where they do not
};

/// The smallest t such that score(i) >= score(j) for some weights within [w (1 - t), w (1 + t)], to 1e-9, by bisection
/// over the greatest lead, which grows with t. The weights that move are those whose bounds in the tree differ; the
/// bounds themselves do not count. At t = 1 each may vanish beside another, and more than that changes nothing.
Overtake smallest_overtake(const WeightedTree& tree, std::size_t i, std::size_t j);

/// The greatest lead of i over j with weights within [w (1 - change), w (1 + change)], for the same weights that move.
Lead lead_within_change(const WeightedTree& tree, double change, std::size_t i, std::size_t j);

}  // namespace podium
