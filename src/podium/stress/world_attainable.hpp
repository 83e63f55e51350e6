#pragma once

#include "podium/stress/attainable/attainable_ranks.hpp"
#include "podium/stress/worlds.hpp"

namespace podium {

/// An index, with the figures and the recipe as published, as a tree of weights that may move.
struct WeightStudy {
  WeightedTree tree;
  std::vector<Series> series;  ///< of each node of the tree
};

/// The weights may move within the spreads of the plan. Nothing where the plan draws weights by another law or none, or
/// where ranks of a node below the index are asked for. Errors as index_tree and WeightedTree::build have them.
Result<std::optional<WeightStudy>> weights_within_spreads(const Worlds& worlds);

/// The weights that the plan draws, by whatever law, may move, all if it draws none; how far is not said here. Error:
/// also where ranks of a node below the index are asked for.
Result<WeightStudy> weights_that_move(const Worlds& worlds);

/// The ranks that units can have at all, for any weights within the spreads of the plan, everything else as published;
/// by unit. Nothing and errors as weights_within_spreads.
Result<std::optional<std::vector<AttainableRanks>>> attainable_in(const Worlds& worlds);

}  // namespace podium
