#include "podium/reason/divided.hpp"

#include <algorithm>

namespace podium {

bool is_divided(const CheckedRecipe& recipe, Series indicator) {
  const Hierarchy& hierarchy = recipe.hierarchy();
  if (!hierarchy.denominator_of(indicator)) return false;
  return std::ranges::any_of(recipe.steps(), [&](const Step& step) {
    const auto* const denominate = std::get_if<Denominate>(&step);
    if (denominate == nullptr) return false;
    const std::vector<Series> divided = select_indicators(hierarchy, denominate->only, denominate->except);
    return std::ranges::find(divided, indicator) != divided.end();
  });
}

}  // namespace podium
