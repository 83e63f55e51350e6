#include "podium/files/read_weights.hpp"

#include <algorithm>

#include "podium/files/identifier.hpp"
#include "podium/files/parameter_values.hpp"
#include "podium/model/weight_set.hpp"

namespace podium {
namespace {

constexpr std::string_view kSection = "weights";

/// Nodes that have a weight: all but the root.
std::vector<std::string_view> weighted_nodes(const Definition& definition) {
  std::vector<std::string_view> ids;
  for (const NodeSpec& node : definition.nodes) {
    if (!node.parent.empty()) ids.push_back(node.id);
  }
  return ids;
}

void report_unknown_nodes(const TomlEntry& set, const Definition& definition, Problems& problems) {
  const auto* values = std::get_if<TomlTable>(&set.value.data);
  if (values == nullptr || !definition.ids_are_sound) return;
  const std::vector<std::string_view> known = weighted_nodes(definition);
  for (const TomlEntry& value : *values) {
    if (std::ranges::find(known, value.key) != known.end()) continue;
    Diagnostic problem = not_among(Code::UnknownNode, "node", value.key, known);
    problem.place = value.place;
    problems.add(std::move(problem));
  }
}

}  // namespace

void read_weight_sets(const TomlTable& document, Definition& definition, Problems& problems) {
  const TableReader all(document, {definition.places.file, 1, 1}, problems);
  const TomlEntry* section = all.find(kSection);
  if (section == nullptr) return;
  const auto* sets = std::get_if<TomlTable>(&section->value.data);
  if (sets == nullptr) return all.report_type(*section, "sections [weights.NAME]");
  for (const TomlEntry& set : *sets) {
    if (auto problem = check_identifier("weight set", set.key, set.place)) {
      problems.add(*std::move(problem));
      continue;
    }
    NodeValues weights;
    read_value(weights, set, all);
    report_unknown_nodes(set, definition, problems);
    const auto* values = std::get_if<TomlTable>(&set.value.data);
    definition.places.weight_sets.emplace(set.key, places_of(values != nullptr ? *values : TomlTable{}, set.place));
    definition.weight_sets.push_back({set.key, std::move(weights)});
  }
}

void fill_weight_sets(Definition& definition, Problems& problems) {
  if (!definition.recipe) return;
  bool all_known = true;
  std::vector<Step>& steps = definition.recipe->steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto* const weight = std::get_if<WeightStep>(&steps[i]);
    auto* const method = weight != nullptr ? std::get_if<WeightSet>(&weight->method) : nullptr;
    // A step without a name is the method's own affair.
    if (method == nullptr || method->set.empty()) continue;
    Result<NodeValues> weights = weights_named(definition.weight_sets, method->set);
    if (weights) {
      method->weights = *std::move(weights);
      continue;
    }
    Diagnostics unknown = std::move(weights).diagnostics();
    for (Diagnostic& problem : unknown) problem.subject = {.step = i + 1, .key = "set"};
    attach_places(unknown, definition.places);
    for (Diagnostic& problem : unknown) problem.subject = {};
    problems.add(std::move(unknown));
    all_known = false;
  }
  if (!all_known) definition.recipe.reset();
}

bool fill_weight_set(Step& step, const std::vector<NamedWeights>& sets, const Place& place, Problems& problems) {
  auto* const weight = std::get_if<WeightStep>(&step);
  auto* const method = weight != nullptr ? std::get_if<WeightSet>(&weight->method) : nullptr;
  if (method == nullptr || method->set.empty()) return true;
  Result<NodeValues> weights = weights_named(sets, method->set);
  if (weights) {
    method->weights = *std::move(weights);
    return true;
  }
  Diagnostics unknown = std::move(weights).diagnostics();
  for (Diagnostic& problem : unknown) problem.place = place;
  problems.add(std::move(unknown));
  return false;
}

void place_in_weight_set(Diagnostics& problems, const Places::Table& places) {
  for (Diagnostic& problem : problems) {
    const auto key = places.keys.find(problem.subject.node);
    problem.place = problem.subject.key == "weight" && key != places.keys.end() ? key->second : places.whole;
  }
}

}  // namespace podium
