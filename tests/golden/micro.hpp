#pragma once

#include <map>
#include <string>

#include "golden/index.hpp"

/// Tiny cases: one function call each, with its arguments and its answer or refusal.
namespace podium::golden {

/// podium's answer to the arguments of one tiny case, in the form of the expected one. Refused where podium refuses.
using MicroFunction = Json (*)(const Json& args, const std::string& op);

/// The functions by the names of the README, family by family.
const std::map<std::string, MicroFunction>& micro_normalise();
const std::map<std::string, MicroFunction>& micro_aggregate();
const std::map<std::string, MicroFunction>& micro_treat();
const std::map<std::string, MicroFunction>& micro_others();

/// A panel of one period with the units 001, 002 ... in the order of the lists.
struct MicroIndex {
  Hierarchy hierarchy;
  Panel panel;
};
using MicroColumns = std::vector<std::pair<NodeSpec, std::vector<double>>>;
MicroIndex micro_index(const MicroColumns& columns);

/// Columns of a table of lists, as indicators of equal weight below one root.
MicroColumns micro_columns(const Json& table);
NodeSpec micro_indicator(const std::string& id, double weight = 1);

/// The panel after the first `count` steps of the recipe.
Panel micro_run(const MicroIndex& index, std::vector<Step> steps, std::size_t count, const UnitGroups& groups = {});

Json column_of(const Panel& panel, std::string_view id);

}  // namespace podium::golden
