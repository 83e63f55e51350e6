#include "golden/varied_worlds.hpp"

#include <algorithm>
#include <cmath>
#include <regex>

#include "golden/alternatives.hpp"

namespace podium::golden {
namespace {

struct StatedSpread {
  std::vector<std::size_t> levels;
  double spread;
};

/// "levels 2 and 3, each weight times U(0.75,1.25)", with or without ", then rescaled inside its group when
/// aggregating": weighted means are rescaled always.
StatedSpread spread_of(const std::string& text) {
  static const std::regex form(R"(levels? (\d+(?:(?:, | and )\d+)*),? each weight times U\(([0-9.]+),([0-9.]+)\))"
                               R"((?:, then rescaled inside its group when aggregating)?)");
  std::smatch parts;
  if (!std::regex_match(text, parts, form)) throw NotApplicable("no reading of the weights '" + text + "'");
  const double lower = number_of(Json(parts[2].str()));
  const double upper = number_of(Json(parts[3].str()));
  constexpr double kRounding = 1e-12;
  if (upper < lower || std::abs(lower + upper - 2) > kRounding) {
    throw NotApplicable("weights are not spread evenly about the nominal ones: '" + text + "'");
  }
  StatedSpread found{.levels = {}, .spread = (upper - lower) / 2};
  static const std::regex number(R"(\d+)");
  const std::string levels = parts[1].str();
  for (std::sregex_iterator each(levels.begin(), levels.end(), number), end; each != end; ++each) {
    found.levels.push_back(count_of(Json(std::stoull(each->str()))));
  }
  return found;
}

/// The number, from 1, of the one step of the recipe that the input is about.
std::size_t step_number(const Pipeline& pipeline, const std::string& input) {
  static const std::map<std::string, std::string> operations = {
      {"Winmax", "treat"}, {"Normalisation", "normalise"}, {"Aggregation", "aggregate"}};
  std::size_t before = 0;
  for (const auto& [op, count] : pipeline.stages) {
    if (op == operations.at(input)) {
      if (count != before + 1) throw NotApplicable(joined({input, ": '", op, "' comes to several steps"}));
      return count;
    }
    before = count;
  }
  throw Malformed("the pipeline has no step '" + operations.at(input) + "' to vary");
}

Factor step_factor(const Case& c, const Json& steps, const std::string& input, const Json& alternatives) {
  if (!alternatives.is_array() || alternatives.empty()) throw Malformed("input '" + input + "': no alternatives");
  VaryStep factor;
  for (const Json& alternative : alternatives) {
    Json varied = steps;
    vary(varied, input, alternative);
    const Pipeline pipeline = pipeline_of(c, varied);
    factor.number = step_number(pipeline, input);
    factor.alternatives.push_back({.label = alternative.dump(), .step = pipeline.steps[factor.number - 1]});
  }
  return {.name = input, .variation = std::move(factor)};
}

}  // namespace

Factor weight_factor(const Hierarchy& hierarchy, const std::string& name, const std::vector<std::size_t>& levels,
                     double spread) {
  VaryWeights factor{.at = {}, .spread = spread};
  for (const Series node : Positions<Series>(hierarchy.size())) {
    const bool is_varied = hierarchy.parent(node) && std::ranges::find(levels, hierarchy.level(node)) != levels.end();
    if (is_varied) factor.at.push_back(hierarchy.node(node).id);
  }
  if (factor.at.empty()) throw Malformed(name + ": no nodes of these levels");
  return {.name = name, .variation = std::move(factor)};
}

Worlds worlds_of(const TableIndex& index, const CheckedRecipe& recipe, Series node, StressPlan plan) {
  if (index.panel.periods().size() != 1) throw NotApplicable("random draws over several periods");
  const std::span<const std::string> units = index.panel.units();
  return must(Worlds::make(std::move(plan), {.recipe = recipe,
                                             .units = {units.begin(), units.end()},
                                             .groups = index.groups,
                                             .figures = {{.edition = {}, .panel = index.panel}},
                                             .time = Time{0},
                                             .node = node}));
}

VariedPipeline varied_pipeline(const Case& c, const Json& inputs, const std::string& target, std::uint64_t draws) {
  if (!inputs.is_object() || inputs.empty()) throw Malformed("case.json: no inputs to vary");
  const Json steps = steps_before(c);
  Runnable nominal = runnable(pipeline_of(c, steps));
  StressPlan plan{.draws = draws};
  for (const auto& [input, stated] : inputs.items()) {
    if (input == "Weights") {
      const StatedSpread spread = spread_of(stated.get<std::string>());
      plan.factors.push_back(weight_factor(nominal.index.hierarchy, input, spread.levels, spread.spread));
    } else {
      plan.factors.push_back(step_factor(c, steps, input, stated));
    }
  }
  const Series node = nominal.index.series(target);
  Worlds worlds = worlds_of(nominal.index, nominal.recipe, node, std::move(plan));
  const Panel panel = nominal.after_all();
  const auto values = panel.values(node, Time{0});
  return {.nominal = std::move(nominal),
          .scores = {values.begin(), values.end()},
          .ranks = competition_ranks(values),
          .worlds = std::move(worlds)};
}

}  // namespace podium::golden
