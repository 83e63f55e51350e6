#include "podium/model/weight_set.hpp"

#include <algorithm>

namespace podium {
namespace {

std::vector<NodeSpec> nodes_of(const Hierarchy& hierarchy) {
  std::vector<NodeSpec> nodes;
  for (const Series node : Positions<Series>(hierarchy.size())) nodes.push_back(hierarchy.node(node));
  return nodes;
}

std::vector<std::string> denominators_of(const Hierarchy& hierarchy) {
  std::vector<std::string> ids = hierarchy.series_ids();
  ids.erase(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(hierarchy.size()));
  return ids;
}

RecipeSetting setting_of(const Index& index, std::span<const std::string> codes) {
  const Solvers solvers = index.recipe.steps().empty() ? Solvers{} : index.recipe.context(1).solvers;
  return {.units = codes, .groups = groups_of(index.group_names, index.units), .solvers = solvers};
}

}  // namespace

std::vector<NodeSpec> with_weights(std::vector<NodeSpec> nodes, const NodeValues& weights) {
  for (NodeSpec& node : nodes) {
    const auto named = std::ranges::find(weights, node.id, [](const auto& weight) { return weight.first; });
    if (named != weights.end()) node.weight = named->second;
  }
  return nodes;
}

Result<NodeValues> weights_named(std::span<const NamedWeights> sets, std::string_view name) {
  const auto found = std::ranges::find(sets, name, &NamedWeights::name);
  if (found != sets.end()) return found->weights;
  std::vector<std::string_view> names;
  for (const NamedWeights& set : sets) names.push_back(set.name);
  Diagnostic problem = not_among(Code::UnknownWeightSet, "weight set", name, names);
  if (names.empty()) problem.expected = "a section [weights." + std::string(name) + "]";
  return problem;
}

Result<Index> with_weight_set(Index index, std::string_view name) {
  TRY(const NodeValues weights, weights_named(index.weight_sets, name));
  TRY(Hierarchy hierarchy,
      Hierarchy::build(with_weights(nodes_of(index.hierarchy), weights), denominators_of(index.hierarchy)));
  std::vector<std::string> codes;
  for (const UnitInfo& unit : index.units) codes.push_back(unit.code);
  Recipe recipe{index.recipe.steps()};
  for (Step& step : recipe.steps) {
    if (std::holds_alternative<WeightStep>(step)) step = WeightStep{.method = WeightSet{std::string(name), weights}};
  }
  TRY(index.recipe, check(recipe, hierarchy, setting_of(index, codes)));
  index.hierarchy = std::move(hierarchy);
  return index;
}

}  // namespace podium
