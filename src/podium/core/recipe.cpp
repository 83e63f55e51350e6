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

/// Calls visit(method) for each method of a step, whatever its family.
template <class Visit>
void visit_methods(const Step& step, const Visit& visit) {
  const auto visit_exceptions = [&visit](const auto& by_node) {
    for (const auto& [node, method] : by_node) std::visit(visit, method);
  };
  if (const auto* impute = as<Impute>(step)) std::visit(visit, impute->method);
  if (const auto* treat = as<Treat>(step)) {
    std::visit(visit, treat->method);
    if (treat->then) std::visit(visit, *treat->then);
  }
  if (const auto* normalise = as<Normalise>(step)) {
    std::visit(visit, normalise->method.otherwise);
    visit_exceptions(normalise->method.by_node);
  }
  if (const auto* weight = as<WeightStep>(step)) std::visit(visit, weight->method);
  if (const auto* aggregate = as<Aggregate>(step)) {
    std::visit(visit, aggregate->method.otherwise);
    for (const AggregateMethod& method : aggregate->method.by_level) std::visit(visit, method);
    visit_exceptions(aggregate->method.by_node);
  }
}

Diagnostics check_parameters(const Step& step, const StepContext& context, const RecipeSetting& setting) {
  Diagnostics problems;
  const auto report = [&](const auto& described) {
    if (const std::optional<Problem> problem = problem_of(described)) {
      problems.push_back(locate(*problem, context, {}));
    } else {
      append(problems, problems_in(described, context, setting));
    }
  };
  std::visit(report, step);
  visit_methods(step, report);
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

template <class Method>
std::vector<std::string> names_of(const std::vector<std::pair<std::string, Method>>& by_node) {
  std::vector<std::string> names;
  for (const auto& [node, method] : by_node) names.push_back(node);
  return names;
}

/// The nodes that a step names must exist.
Diagnostics check_references(const Step& step, const Hierarchy& hierarchy, std::size_t number) {
  Diagnostics problems;
  std::vector<std::string> ids = hierarchy.series_ids();
  ids.resize(hierarchy.size());
  std::vector<std::string> aggregates = ids;
  std::erase_if(aggregates, [&](const std::string& id) { return hierarchy.is_indicator(*hierarchy.find(id)); });
  const auto refer = [&](const std::vector<std::string>& names, std::span<const std::string> known) {
    append(problems, check_names(Code::UnknownNode, "node", names, known, number));
  };
  std::visit(
      [&]<class Described>(const Described& described) {
        if constexpr (requires { described.only; }) refer(described.only, ids);
        if constexpr (requires { described.except; }) refer(described.except, ids);
        if constexpr (requires { described.at; }) refer(described.at, aggregates);
      },
      step);
  if (const auto* normalise = as<Normalise>(step)) refer(names_of(normalise->method.by_node), ids);
  if (const auto* aggregate = as<Aggregate>(step)) refer(names_of(aggregate->method.by_node), aggregates);
  return problems;
}

constexpr int kAggregatePhase = 5;

/// Steps of a later phase never stand before those of an earlier one. Screening and imputing may stand anywhere before
/// aggregation.
std::optional<int> phase_of(const Step& step) {
  if (as<Denominate>(step) != nullptr) return 1;
  if (as<Treat>(step) != nullptr) return 2;
  if (as<Normalise>(step) != nullptr) return 3;
  if (as<WeightStep>(step) != nullptr) return 4;
  if (as<Aggregate>(step) != nullptr) return kAggregatePhase;
  if (as<RankStep>(step) != nullptr) return kAggregatePhase + 1;
  return std::nullopt;
}

Diagnostics check_order(const std::vector<Step>& steps) {
  Diagnostics problems;
  std::size_t latest = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const int before = i == 0 ? 0 : phase_of(steps[latest]).value_or(0);
    const std::optional<int> phase = phase_of(steps[i]);
    const bool free_but_late = !phase && before >= kAggregatePhase;
    if ((phase && *phase < before) || free_but_late) {
      problems.push_back(
          in_step(i + 1, {.code = Code::StepOrder,
                          .found = quoted(name_of(steps[i])) + " after " + quoted(name_of(steps[latest])),
                          .expected = "denominate, treat, normalise, weight, aggregate, rank in this order, and screen "
                                      "and impute before aggregate"}));
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
    for (const Series indicator : select_indicators(hierarchy, step->only, step->except)) {
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

/// Every indicator is normalised at most once; direction -1 needs it.
Diagnostics check_normalisation(const std::vector<Step>& steps, const Hierarchy& hierarchy) {
  Diagnostics problems;
  std::vector<std::size_t> normalised_by(hierarchy.size(), 0);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto* step = as<Normalise>(steps[i]);
    if (step == nullptr) continue;
    const StepContext context{hierarchy, i + 1};
    for (const Series indicator : select_indicators(hierarchy, step->only, step->except)) {
      const NodeSpec& node = hierarchy.node(indicator);
      if (normalised_by[at(indicator)] != 0) {
        problems.push_back(
            locate({Code::StepOrder,
                    "an indicator that step " + std::to_string(normalised_by[at(indicator)]) + " already normalises",
                    "one normalise step for each indicator; divide them with `only`"},
                   context, node.id));
      }
      normalised_by[at(indicator)] = i + 1;
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

const Aggregate* aggregate_of(const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    if (const auto* aggregate = as<Aggregate>(step)) return aggregate;
  }
  return nullptr;
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
  if (const auto* treat = as<Treat>(step)) {
    const std::string first = std::visit(with_method, treat->method);
    if (!treat->then) return first;
    return std::visit([&first](const auto& method) { return first + ", then " + std::string(method.doc.name); },
                      *treat->then);
  }
  if (const auto* normalise = as<Normalise>(step)) return std::visit(with_method, normalise->method.otherwise);
  if (const auto* weight = as<WeightStep>(step)) return std::visit(with_method, weight->method);
  if (const auto* aggregate = as<Aggregate>(step)) {
    if (aggregate->method.by_level.empty() && aggregate->method.by_node.empty())
      return std::visit(with_method, aggregate->method.otherwise);
  }
  return name;
}

CheckedRecipe::CheckedRecipe(Recipe recipe, Hierarchy hierarchy, const RecipeSetting& setting, Diagnostics warnings)
    : steps_(std::move(recipe.steps)),
      hierarchy_(std::move(hierarchy)),
      groups_(setting.groups),
      solvers_(setting.solvers),
      ties_(ties_of(steps_)),
      warnings_(std::move(warnings)) {}

StepContext CheckedRecipe::context(std::size_t number) const {
  return {hierarchy_, number, &groups_, aggregate_of(steps_), solvers_};
}

Result<CheckedRecipe> check(const Recipe& recipe, const Hierarchy& hierarchy, const RecipeSetting& setting) {
  Diagnostics problems;
  for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
    const StepContext context{hierarchy, i + 1, &setting.groups, aggregate_of(recipe.steps), setting.solvers};
    append(problems, check_references(recipe.steps[i], hierarchy, i + 1));
    append(problems, check_parameters(recipe.steps[i], context, setting));
  }
  append(problems, check_order(recipe.steps));
  append(problems, check_denomination(recipe.steps, hierarchy));
  append(problems, check_levels(recipe.steps, hierarchy));
  append(problems, check_normalisation(recipe.steps, hierarchy));
  if (has_error(problems)) return problems;
  return CheckedRecipe(recipe, hierarchy, setting, std::move(problems));
}

}  // namespace podium
