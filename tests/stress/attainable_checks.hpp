#pragma once

#include <vector>

#include <doctest/doctest.h>

#include "podium/solve/solvers.hpp"
#include "podium/stress/attainable/attainable_ranks.hpp"

#include "stress/attainable_world.hpp"

/// Attainable ranks of small trees, and what holds for all of them.
namespace podium::testing {

using Columns = std::vector<std::vector<double>>;

inline WeightedTree built(WeightTree tree, const Columns& columns, TreeMean mean = TreeMean::Arithmetic) {
  Result<WeightedTree> result = WeightedTree::build(std::move(tree), columns, mean);
  REQUIRE(result);
  return *std::move(result);
}

inline std::vector<AttainableRanks> solved(const WeightedTree& tree) {
  return attainable_ranks(tree, dominance_of(tree), native_solvers());
}

inline void check_certificates(const WeightedTree& tree, const std::vector<AttainableRanks>& ranks) {
  for (std::size_t unit = 0; unit < ranks.size(); ++unit) {
    if (!tree.is_ranked(unit)) continue;
    for (const AttainableRank* end : {&ranks[unit].best, &ranks[unit].worst}) {
      CHECK(are_within_bounds(tree.tree(), end->weights));
      CHECK(ranks_among(tree.scores(end->weights), tree.tolerance())[unit] == end->attained);
      CHECK((end->settled_by == SettledBy::Bound || end->is_attained()));
    }
  }
}

}  // namespace podium::testing
