#pragma once

#include "podium/core/recipe.hpp"

namespace podium {

/// Whether a step of the recipe divides the indicator by its denominator.
bool is_divided(const CheckedRecipe& recipe, Series indicator);

}  // namespace podium
