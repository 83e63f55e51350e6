#include "podium/core/recipe.hpp"

#include <algorithm>

namespace podium {
namespace {

template <class Wanted>
const Wanted* as(const Step& step) {
  return std::get_if<Wanted>(&step);
}

Diagnostic in_step(std::size_t number, Diagnostic diagnostic) {
  diagnostic.subject.step = number;
  return diagnostic;
}

Diagnostics check_parameters(const Step& step, const StepContext& context) {
  Diagnostics problems;
  const auto report = [&](const std::optional<Problem>& problem) {
    if (problem) problems.push_back(locate(*problem, context, {}));
  };
  const auto report_method = [&](const auto& method) { report(problem_of(method)); };
  std::visit([&](const auto& described) { report(problem_of(described)); }, step);
  if (const auto* impute = as<Impute>(step)) std::visit(report_method, impute->method);
  if (const auto* normalise = as<Normalise>(step)) std::visit(report_method, normalise->method);
  if (const auto* aggregate = as<Aggregate>(step)) {
    std::visit(report_method, aggregate->method.otherwise);
    for (const AggregateMethod& method : aggregate->method.by_level) std::visit(report_method, method);
    for (const auto& [node, method] : aggregate->method.by_node) std::visit(report_method, method);
  }
  return problems;
}

Diagnostics check_names(Code code, std::string_view what, const std::vector<std::string>& names,
                        std::span<const std::string> known, std::size_t number) {
  Diagnostics problems;
  for (const std::string& name : names) {
    if (std::ranges::find(known, name) != known.end()) continue;
    problems.push_back(in_step(number, not_among(code, what, name, views(known))));
  }
  return problems;
}

/// The nodes that a step names, and the units that it names, must exist.
Diagnostics check_references(const Step& step, const Hierarchy& hierarchy, std::span<const std::string> units,
                             std::size_t number) {
  std::vector<std::string> ids = hierarchy.series_ids();
  ids.resize(hierarchy.size());
  const auto nodes = [&](const std::vector<std::string>& names) {
    return check_names(Code::UnknownNode, "node", names, ids, number);
  };
  if (const auto* denominate = as<Denominate>(step)) return nodes(denominate->only);
  if (const auto* impute = as<Impute>(step)) return nodes(impute->only);
  if (const auto* normalise = as<Normalise>(step)) return nodes(normalise->only);
  if (const auto* screen = as<Screen>(step)) {
    Diagnostics problems = check_names(Code::UnknownUnit, "unit", screen->force_in, units, number);
    append(problems, check_names(Code::UnknownUnit, "unit", screen->force_out, units, number));
    return problems;
  }
  if (const auto* aggregate = as<Aggregate>(step)) {
    std::vector<std::string> names;
    for (const auto& [node, method] : aggregate->method.by_node) names.push_back(node);
    std::erase_if(ids, [&](const std::string& id) { return hierarchy.is_indicator(*hierarchy.find(id)); });
    return check_names(Code::UnknownNode, "node", names, ids, number);
  }
  return {};
}

/// Steps of a later phase never stand before those of an earlier one. Screening and imputing may stand anywhere before
/// aggregation.
std::optional<int> phase_of(const Step& step) {
  if (as<Denominate>(step) != nullptr) return 1;
  if (as<Normalise>(step) != nullptr) return 2;
  if (as<Aggregate>(step) != nullptr) return 3;
  if (as<RankStep>(step) != nullptr) return 4;
  return std::nullopt;
}

Diagnostics check_order(const std::vector<Step>& steps) {
  Diagnostics problems;
  std::size_t latest = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const int before = i == 0 ? 0 : phase_of(steps[latest]).value_or(0);
    const std::optional<int> phase = phase_of(steps[i]);
    const bool free_but_late = !phase && before >= 3;
    if ((phase && *phase < before) || free_but_late) {
      problems.push_back(
          in_step(i + 1, {.code = Code::StepOrder,
                          .found = quoted(name_of(steps[i])) + " after " + quoted(name_of(steps[latest])),
                          .expected = "denominate, normalise, aggregate, rank in this order, and screen and impute "
                                      "before aggregate"}));
    }
    if (phase && *phase >= before) latest = i;
  }
  const auto count = [&steps](auto is_kind) { return std::ranges::count_if(steps, is_kind); };
  const auto aggregates = count([](const Step& step) { return as<Aggregate>(step) != nullptr; });
  const auto ranks = count([](const Step& step) { return as<RankStep>(step) != nullptr; });
  if (aggregates != 1 || ranks > 1) {
    problems.push_back({.code = Code::StepOrder,
                        .found = std::to_string(aggregates) + " aggregate and " + std::to_string(ranks) + " rank steps",
                        .expected = "one aggregate step and at most one rank step"});
  }
  if (steps.size() > CellHistory::kMostSteps) {
    problems.push_back({.code = Code::TooLarge,
                        .found = std::to_string(steps.size()) + " steps",
                        .expected = "at most " + std::to_string(CellHistory::kMostSteps)});
  }
  return problems;
}

/// An indicator is divided at most once.
Diagnostics check_denomination(const std::vector<Step>& steps, const Hierarchy& hierarchy) {
  Diagnostics problems;
  std::vector<std::size_t> denominated_by(hierarchy.size(), 0);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto* step = as<Denominate>(steps[i]);
    if (step == nullptr) continue;
    for (const Series indicator : select_indicators(hierarchy, step->only)) {
      if (!hierarchy.denominator_of(indicator)) continue;
      std::size_t& before = denominated_by[at(indicator)];
      if (before != 0) {
        problems.push_back(
            locate({Code::StepOrder, "an indicator that step " + std::to_string(before) + " already divides",
                    "one denominate step for each indicator; divide them with `only`"},
                   {hierarchy, i + 1}, hierarchy.node(indicator).id));
      }
      before = i + 1;
    }
  }
  return problems;
}

/// A list of methods by level has no more entries than there are levels above the indicators.
Diagnostics check_levels(const std::vector<Step>& steps, const Hierarchy& hierarchy) {
  Diagnostics problems;
  const std::size_t levels = hierarchy.level(hierarchy.root()) - 1;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto* step = as<Aggregate>(steps[i]);
    if (step == nullptr || step->method.by_level.size() <= levels) continue;
    problems.push_back(in_step(
        i + 1, {.code = Code::InvalidValue,
                .found = std::to_string(step->method.by_level.size()) + " methods by level",
                .expected = "at most " + std::to_string(levels) + ", from the indicators' parents to the index"}));
  }
  return problems;
}

/// Every indicator is normalised at most once, with goalposts where the method needs them; direction -1 needs it.
Diagnostics check_normalisation(const std::vector<Step>& steps, const Hierarchy& hierarchy) {
  Diagnostics problems;
  std::vector<std::size_t> normalised_by(hierarchy.size(), 0);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto* step = as<Normalise>(steps[i]);
    if (step == nullptr) continue;
    const StepContext context{hierarchy, i + 1};
    for (const Series indicator : select_indicators(hierarchy, step->only)) {
      const NodeSpec& node = hierarchy.node(indicator);
      if (normalised_by[at(indicator)] != 0) {
        problems.push_back(
            locate({Code::StepOrder,
                    "an indicator that step " + std::to_string(normalised_by[at(indicator)]) + " already normalises",
                    "one normalise step for each indicator; divide them with `only`"},
                   context, node.id));
      }
      normalised_by[at(indicator)] = i + 1;
      if (std::holds_alternative<Goalposts>(step->method) && !node.goalposts) {
        problems.push_back(locate({Code::MissingGoalposts, "no goalposts", "goalposts = [low, high] at the indicator"},
                                  context, node.id));
      }
    }
  }
  for (const Series indicator : hierarchy.indicators()) {
    const NodeSpec& node = hierarchy.node(indicator);
    if (node.direction == 1 || normalised_by[at(indicator)] != 0) continue;
    problems.push_back({.code = Code::DirectionWithoutNormalise,
                        .found = "direction -1 without a normalise step",
                        .expected = "a normalise step that covers the indicator",
                        .subject = {.node = node.id, .key = "direction"}});
  }
  return problems;
}

Ties ties_of(const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    if (const auto* rank = as<RankStep>(step)) return rank->ties;
  }
  return Ties::Smallest;
}

}  // namespace

std::string_view name_of(const Step& step) {
  return std::visit([](const auto& described) { return std::string_view(described.doc.name); }, step);
}

std::string title_of(const Step& step) {
  const std::string name(name_of(step));
  const auto with_method = [&name](const auto& method) { return name + " " + std::string(method.doc.name); };
  if (const auto* impute = as<Impute>(step)) return std::visit(with_method, impute->method);
  if (const auto* normalise = as<Normalise>(step)) return std::visit(with_method, normalise->method);
  if (const auto* aggregate = as<Aggregate>(step)) {
    if (aggregate->method.by_level.empty() && aggregate->method.by_node.empty())
      return std::visit(with_method, aggregate->method.otherwise);
  }
  return name;
}

Result<CheckedRecipe> check(const Recipe& recipe, const Hierarchy& hierarchy, std::span<const std::string> units) {
  Diagnostics problems;
  for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
    append(problems, check_parameters(recipe.steps[i], {hierarchy, i + 1}));
    append(problems, check_references(recipe.steps[i], hierarchy, units, i + 1));
  }
  append(problems, check_order(recipe.steps));
  append(problems, check_denomination(recipe.steps, hierarchy));
  append(problems, check_levels(recipe.steps, hierarchy));
  append(problems, check_normalisation(recipe.steps, hierarchy));
  if (!problems.empty()) return problems;
  return CheckedRecipe(recipe, hierarchy, ties_of(recipe.steps));
}

}  // namespace podium
