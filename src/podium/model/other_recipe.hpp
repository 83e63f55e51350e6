#pragma once

#include "podium/model/index.hpp"

namespace podium {

/// The index as it would be with another recipe: the same figures, hierarchy and units. Weight steps of method "set"
/// take the index's own sets.
Result<Index> with_recipe(Index index, Recipe recipe);

}  // namespace podium
