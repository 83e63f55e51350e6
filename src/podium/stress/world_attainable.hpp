#pragma once

#include "podium/stress/attainable/attainable_ranks.hpp"
#include "podium/stress/worlds.hpp"

namespace podium {

/// The ranks that units can have at all, for any weights within the spreads of the plan, everything else as published;
/// by unit. Nothing where the plan draws weights by another law or none, or where ranks of a node below the index are
/// asked for. Errors as index_tree and WeightedTree::build have them.
Result<std::optional<std::vector<AttainableRanks>>> attainable_in(const Worlds& worlds);

}  // namespace podium
