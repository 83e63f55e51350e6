#pragma once

#include <cstdint>
#include <vector>

#include "podium/core/aggregate/aggregate.hpp"

namespace podium {

/// How the scores of one period come about once the normalised panel stands.
struct ScoreTree {
  enum class Mean : std::uint8_t { Arithmetic, Geometric };

  /// A node is the mean of its children by their weights: core/aggregate/arithmetic.hpp or geometric.hpp, with gaps as
  /// in core's Aggregate. Child c is leaf c, or, beyond the leaves, node c - leaves.size(), which is an earlier one.
  struct Node {
    Mean mean = Mean::Arithmetic;
    std::vector<std::size_t> children{};
    MissingRule missing = MissingRule::Reweight;
    double min_available = 0;
  };

  std::size_t units = 0;
  std::vector<std::vector<double>> leaves{};  ///< normalised scores, one for each unit: finite, or NaN for a gap
  std::vector<Node> nodes{};                  ///< children first; the last one is the root
};

}  // namespace podium
