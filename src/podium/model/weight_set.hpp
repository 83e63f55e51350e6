#pragma once

#include "podium/model/index.hpp"

namespace podium {

/// The nodes with the weights of a set; those that it does not name keep their own.
std::vector<NodeSpec> with_weights(std::vector<NodeSpec> nodes, const NodeValues& weights);

/// The weights of that name; an unknown name is answered with the nearest.
Result<NodeValues> weights_named(std::span<const NamedWeights> sets, std::string_view name);

/// The index as it would be if it weighed its nodes by a named set: the set takes the place of the weights that stand
/// at the nodes and of every weight step of the recipe.
Result<Index> with_weight_set(Index index, std::string_view name);

}  // namespace podium
