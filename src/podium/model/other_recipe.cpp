#include "podium/model/other_recipe.hpp"

#include "podium/model/weight_set.hpp"

namespace podium {

Result<Index> with_recipe(Index index, Recipe recipe) {
  for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
    auto* const weight = std::get_if<WeightStep>(&recipe.steps[i]);
    auto* const set = weight != nullptr ? std::get_if<WeightSet>(&weight->method) : nullptr;
    if (set == nullptr || set->set.empty()) continue;
    Result<NodeValues> weights = weights_named(index.weight_sets, set->set);
    if (!weights) {
      Diagnostics problems = std::move(weights).diagnostics();
      for (Diagnostic& problem : problems) problem.subject = {.step = i + 1, .key = "set"};
      return problems;
    }
    set->weights = *std::move(weights);
  }
  std::vector<std::string> codes;
  for (const UnitInfo& unit : index.units) codes.push_back(unit.code);
  const Solvers solvers = index.recipe.steps().empty() ? Solvers{} : index.recipe.context(1).solvers;
  TRY(index.recipe, check(recipe, index.hierarchy,
                          {.units = codes, .groups = groups_of(index.group_names, index.units), .solvers = solvers}));
  return index;
}

}  // namespace podium
