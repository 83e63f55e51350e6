#include "podium/reason/seek_setting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "podium/core/weight/in_force.hpp"
#include "podium/reason/divided.hpp"

namespace podium {
namespace {

Diagnostic no_answer(std::string found, std::string expected, std::size_t step, std::string node = {}) {
  return {.code = Code::InvalidUsage,
          .found = std::move(found) + ", for which seek has no answer",
          .expected = std::move(expected),
          .subject = {.step = step, .node = std::move(node)}};
}

/// The frame of one indicator by one step. `frames` are those that the step took from the panel.
Result<SeekFrame> frame_of(const Normalise& step, const StepContext& context, Series indicator,
                           const NodeFrames& frames) {
  const NodeSpec& node = context.hierarchy.node(indicator);
  const NormaliseMethod& method = step.method.method_of(context.hierarchy, indicator);
  if (const auto* goalposts = std::get_if<Goalposts>(&method)) {
    return SeekFrame{
        .fixed = node.goalposts, .range = goalposts->range, .direction = node.direction, .clip = goalposts->clip};
  }
  const auto* minmax = std::get_if<MinMax>(&method);
  if (minmax == nullptr || minmax->reversed) {
    return no_answer("another normalisation than goalposts and minmax", "one of the two", context.number, node.id);
  }
  SeekFrame frame{.fixed = {}, .range = minmax->range, .direction = node.direction};
  const bool moves = step.over == Over::Period && !step.base && step.frozen.empty();
  if (moves) return frame;
  const auto taken = std::ranges::find(frames, node.id, &std::pair<std::string, Frame>::first);
  if (taken == frames.end()) return frame;
  const Bounds oriented{taken->second.first, taken->second.second};
  frame.fixed = node.direction > 0 ? oriented : Bounds{-oriented.upper, -oriented.lower};
  return frame;
}

/// The steps of a recipe as seek needs them.
struct Stages {
  std::size_t before_scores = 0;  ///< steps before the first normalise step
  std::size_t before_nodes = 0;   ///< steps before aggregation
};

Result<Stages> stages_of(const CheckedRecipe& recipe) {
  const std::vector<Step>& steps = recipe.steps();
  Stages stages{.before_scores = steps.size(), .before_nodes = steps.size()};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (std::holds_alternative<Normalise>(steps[i])) stages.before_scores = std::min(stages.before_scores, i);
    if (std::holds_alternative<Aggregate>(steps[i])) stages.before_nodes = i;
    const bool comes_late = stages.before_scores < i && i < stages.before_nodes;
    if (comes_late && (std::holds_alternative<Impute>(steps[i]) || std::holds_alternative<Screen>(steps[i]))) {
      return no_answer("a step '" + title_of(steps[i]) + "' after normalisation", "it before normalisation", i + 1);
    }
    const auto* const normalise = std::get_if<Normalise>(&steps[i]);
    if (normalise != nullptr && normalise->stretch) {
      return no_answer("stretched scores", "normalisation without stretch", i + 1);
    }
  }
  stages.before_scores = std::min(stages.before_scores, stages.before_nodes);
  return stages;
}

/// The largest rise of any unit's reported figure from one period to another, oriented; 0 if none rose.
double largest_rise(const Panel& panel, Series series, int direction, Time from, Time to) {
  double largest = 0;
  for (const Unit unit : all_units(panel)) {
    const bool is_reported =
        !panel.history(series, to)[at(unit)].is_imputed() && !panel.history(series, from)[at(unit)].is_imputed();
    const double rise = direction * (panel.value(series, to, unit) - panel.value(series, from, unit));
    if (is_reported && rise > largest) largest = rise;
  }
  return largest;
}

/// The same within so many years, whenever they were.
double largest_rise_within(const Panel& panel, Series series, int direction, int years) {
  double largest = 0;
  for (const Time to : all_periods(panel)) {
    for (const Time from : all_periods(panel)) {
      const bool are_years =
          panel.period(to).kind() == Period::Kind::Year && panel.period(from).kind() == Period::Kind::Year;
      const int span = panel.period(to).year() - panel.period(from).year();
      if (!are_years || span < 1 || span > years) continue;
      largest = std::max(largest, largest_rise(panel, series, direction, from, to));
    }
  }
  return largest;
}

constexpr Bounds kAnywhere{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};

Bounds reach_of(double own, double rise, int direction) {
  if (is_missing(own)) return kAnywhere;
  return direction > 0 ? Bounds{kAnywhere.lower, own + rise} : Bounds{own - rise, kAnywhere.upper};
}

Bounds common(Bounds one, Bounds other) { return {std::max(one.lower, other.lower), std::min(one.upper, other.upper)}; }

/// How far the setting lets the unit's figure of an indicator go.
Bounds possible_of(const SeekSetting& setting, const Panel& figures, const IndexState& state, Series indicator,
                   double own) {
  const int direction = state.recipe.hierarchy().node(indicator).direction;
  Bounds possible = kAnywhere;
  if (setting.reach == SeekReach::Fastest) {
    possible = reach_of(own, largest_rise_within(figures, indicator, direction, setting.years), direction);
  }
  if (setting.most_change && !is_missing(own)) {
    const double most = *setting.most_change * std::abs(own);
    possible = common(possible, {own - most, own + most});
  }
  const bool is_priced =
      setting.costs.empty() ||
      std::ranges::find(setting.costs, indicator, &std::pair<Series, double>::first) != setting.costs.end();
  if (!is_priced && !is_missing(own)) possible = {own, own};
  return possible;
}

/// Costs of printed figures as prices of those that normalisation receives.
Diagnostics set_prices(SeekProblem& problem, const IndexState& state, Unit unit, const SeekSetting& setting) {
  if (setting.costs.empty()) return {};
  const Result<std::vector<double>> printed = printed_per_figure(state, unit);
  if (!printed) return printed.diagnostics();
  const std::span<const Series> indicators = state.recipe.hierarchy().indicators();
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const auto cost = std::ranges::find(setting.costs, indicators[i], &std::pair<Series, double>::first);
    if (cost == setting.costs.end() || is_missing((*printed)[i])) continue;
    problem.indicators[i].price = cost->second * (*printed)[i];
  }
  return {};
}

}  // namespace

Result<std::vector<double>> printed_per_figure(const IndexState& state, Unit unit) {
  const Hierarchy& hierarchy = state.recipe.hierarchy();
  TRY(const Stages stages, stages_of(state.recipe));
  for (std::size_t i = 0; i < stages.before_scores; ++i) {
    if (!std::holds_alternative<Treat>(state.recipe.steps()[i])) continue;
    return no_answer("costs or draws of treated figures", "a recipe without a step 'treat'", i + 1);
  }
  TRY(const Panel figures, run_steps(state.recipe, state.panel, stages.before_scores));
  std::vector<double> printed;
  for (const Series indicator : hierarchy.indicators()) {
    const bool divided = is_divided(state.recipe, indicator);
    printed.push_back(divided ? figures.value(*hierarchy.denominator_of(indicator), state.time, unit) /
                                    hierarchy.node(indicator).factor
                              : 1);
  }
  return printed;
}

Result<SeekProblem> seek_problem(const IndexState& state, Unit unit, const SeekSetting& setting) {
  const Hierarchy& hierarchy = state.recipe.hierarchy();
  TRY(const Stages stages, stages_of(state.recipe));
  TRY(const Panel figures, run_steps(state.recipe, state.panel, stages.before_scores));
  TRY(const Panel scored, run_steps(state.recipe, figures, stages.before_scores, stages.before_nodes));
  SeekProblem problem{.hierarchy = &hierarchy, .unit = at(unit), .rank = setting.rank};
  problem.aggregate = std::get<Aggregate>(state.recipe.steps()[stages.before_nodes]);
  for (const Series series : Positions<Series>(hierarchy.size())) {
    problem.weights.push_back(weight_in_force(hierarchy, scored, series, state.time));
  }
  for (const Series indicator : hierarchy.indicators()) {
    const int direction = hierarchy.node(indicator).direction;
    const auto values = figures.values(indicator, state.time);
    SeekIndicator one{.values = {values.begin(), values.end()},
                      .frame = {.fixed = Bounds{0, 1}, .range = {0, 1}, .direction = direction}};
    one.possible = possible_of(setting, figures, state, indicator, values[at(unit)]);
    problem.indicators.push_back(std::move(one));
  }
  for (std::size_t i = stages.before_scores; i < stages.before_nodes; ++i) {
    const auto* const normalise = std::get_if<Normalise>(&state.recipe.steps()[i]);
    if (normalise == nullptr) continue;
    const StepContext context = state.recipe.context(i + 1);
    // Methods without frames are refused one by one below.
    const Result<NodeFrames> frames = frames_of(*normalise, figures, context, state.time);
    for (const Series indicator : select_indicators(hierarchy, normalise->only, normalise->except)) {
      const auto place = std::ranges::find(hierarchy.indicators(), indicator) - hierarchy.indicators().begin();
      TRY(problem.indicators[static_cast<std::size_t>(place)].frame,
          frame_of(*normalise, context, indicator, frames ? *frames : NodeFrames{}));
    }
  }
  if (Diagnostics problems = set_prices(problem, state, unit, setting); !problems.empty()) return problems;
  return problem;
}

}  // namespace podium
