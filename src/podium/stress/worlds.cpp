#include "podium/stress/worlds.hpp"

#include <algorithm>
#include <cassert>

#include "podium/core/number_text.hpp"
#include "podium/stress/one_period.hpp"

namespace podium {
namespace {

/// More combinations of alternatives than this are not kept, and more recipes than this are not made.
constexpr std::size_t kMostCombinations = 4096;

/// The alternative that a number within (0, 1) picks, all equally likely.
std::size_t pick(double coordinate, std::size_t alternatives) {
  return std::min(static_cast<std::size_t>(coordinate * static_cast<double>(alternatives)), alternatives - 1);
}

/// What a variation may leave out; null if it leaves out nothing.
struct LeftOut {
  const std::vector<std::string>* among = nullptr;
  std::optional<double> probability{};
};

LeftOut left_out_of(const Variation& variation) {
  if (const auto* indicators = std::get_if<VaryIndicators>(&variation))
    return {&indicators->among, indicators->probability};
  if (const auto* units = std::get_if<VaryUnits>(&variation)) return {&units->among, units->probability};
  return {};
}

Diagnostic about(const Factor& factor, Problem problem) {
  return {.code = problem.code,
          .found = "factor " + quoted(factor.name) + ": " + std::move(problem.found),
          .expected = std::move(problem.expected)};
}

/// What a factor could leave out: the words of its list, or all.
Diagnostics unknown_left_out(const Factor& factor, const std::vector<std::string_view>& known) {
  Diagnostics problems;
  const LeftOut left_out = left_out_of(factor.variation);
  const bool is_unit = std::holds_alternative<VaryUnits>(factor.variation);
  for (const std::string& word : *left_out.among) {
    if (std::ranges::find(known, word) != known.end()) continue;
    problems.push_back(is_unit ? not_among(Code::UnknownUnit, "unit", word, known)
                               : not_among(Code::UnknownIndicator, "indicator", word, known));
  }
  if (left_out.probability && !(*left_out.probability >= 0 && *left_out.probability <= 1)) {
    problems.push_back(about(factor, {Code::InvalidValue, "probability " + quoted_number(*left_out.probability),
                                      "a share between 0 and 1"}));
  }
  return problems;
}

}  // namespace

std::vector<std::string_view> Worlds::candidates(std::size_t factor) const {
  const Variation& variation = plan_->factors[factor].variation;
  const LeftOut left_out = left_out_of(variation);
  if (!left_out.among->empty()) return views(*left_out.among);
  if (std::holds_alternative<VaryUnits>(variation)) return views(setting_->units);
  std::vector<std::string_view> ids;
  for (const Series indicator : hierarchy().indicators()) ids.emplace_back(hierarchy().node(indicator).id);
  return ids;
}

Result<Worlds> Worlds::make(StressPlan plan, StressSetting setting) {
  assert(!setting.figures.empty());
  const auto across = [](const StepAlternative& way) { return way.step && looks_across_periods(*way.step); };
  bool is_across = std::ranges::any_of(setting.recipe.steps(), looks_across_periods);
  for (const Factor& factor : plan.factors) {
    const auto* step = std::get_if<VaryStep>(&factor.variation);
    is_across = is_across || (step != nullptr && std::ranges::any_of(step->alternatives, across));
  }
  if (!is_across) setting = one_period(std::move(setting));
  Worlds worlds;
  worlds.plan_ = std::make_shared<const StressPlan>(std::move(plan));
  worlds.setting_ = std::make_shared<const StressSetting>(std::move(setting));
  Diagnostics problems = worlds.check_plan();
  if (problems.empty()) problems = worlds.make_variants();
  if (problems.empty()) problems = worlds.make_weights();
  if (!problems.empty()) return problems;
  worlds.lay_out();
  for (const Factor& factor : worlds.plan_->factors) {
    if (std::holds_alternative<VaryImputation>(factor.variation)) worlds.measure_fillings();
  }
  return worlds;
}

Diagnostics Worlds::check_plan() const {
  Diagnostics problems;
  if (plan_->draws == 0) {
    problems.push_back({.code = Code::InvalidValue, .found = "no draws", .expected = "at least one draw"});
  }
  if (!(plan_->interval > 0 && plan_->interval < 1)) {
    problems.push_back({.code = Code::InvalidValue,
                        .found = "interval " + quoted_number(plan_->interval),
                        .expected = "a share between 0 and 1, such as 0.9"});
  }
  std::vector<std::string_view> indicators;
  for (const Series indicator : hierarchy().indicators()) indicators.emplace_back(hierarchy().node(indicator).id);
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    const Factor& factor = plan_->factors[i];
    if (std::holds_alternative<VaryUnits>(factor.variation)) {
      append(problems, unknown_left_out(factor, views(setting_->units)));
    }
    if (std::holds_alternative<VaryIndicators>(factor.variation))
      append(problems, unknown_left_out(factor, indicators));
    if (const auto* step = std::get_if<VaryStep>(&factor.variation)) {
      const std::size_t steps = setting_->recipe.steps().size();
      if (step->number < 1 || step->number > steps || step->alternatives.empty()) {
        problems.push_back(
            about(factor, {Code::InvalidValue, "step " + std::to_string(step->number),
                           "a step of the recipe, 1 to " + std::to_string(steps) + ", and at least one way to do it"}));
      }
    }
    append(problems, check_measurement(factor));
    for (std::size_t other = 0; other < i; ++other) {
      if (plan_->factors[other].name != factor.name) continue;
      problems.push_back({.code = Code::DuplicateId,
                          .found = "a second factor " + quoted(factor.name),
                          .expected = "another name for one of them"});
    }
  }
  return problems;
}

/// Every combination of the steps' alternatives as a checked recipe; one that cannot be checked fails in the worlds
/// that take it, unless it is the only one.
Diagnostics Worlds::make_variants() {
  std::size_t count = 1;
  for (const Factor& factor : plan_->factors) {
    const auto* step = std::get_if<VaryStep>(&factor.variation);
    if (step == nullptr) continue;
    count *= step->alternatives.size();
    if (count > kMostCombinations) {
      return {{.code = Code::TooLarge,
               .found = "more than " + std::to_string(kMostCombinations) + " combinations of alternative steps",
               .expected = "fewer alternatives"}};
    }
  }
  const RecipeSetting setting{.units = setting_->units, .groups = setting_->groups, .solvers = setting_->solvers};
  for (std::size_t number = 0; number < count; ++number) {
    std::vector<std::optional<Step>> steps(setting_->recipe.steps().begin(), setting_->recipe.steps().end());
    std::size_t rest = number;
    for (const Factor& factor : plan_->factors) {
      const auto* step = std::get_if<VaryStep>(&factor.variation);
      if (step == nullptr) continue;
      steps[step->number - 1] = step->alternatives[rest % step->alternatives.size()].step;
      rest /= step->alternatives.size();
    }
    Recipe recipe;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (!steps[i]) continue;
      recipe.steps.push_back(*std::move(steps[i]));
      numbers.push_back(i + 1);
    }
    variants_.push_back({check(recipe, hierarchy(), setting), std::move(numbers)});
  }
  const bool all_fail = std::ranges::none_of(variants_, [](const Variant& each) { return each.recipe.has_value(); });
  return all_fail ? variants_.front().recipe.diagnostics() : Diagnostics{};
}

std::size_t Worlds::count_coordinates(std::size_t factor) {
  const Variation& variation = plan_->factors[factor].variation;
  const std::size_t cells = setting_->figures.front().panel.values().size();
  if (std::holds_alternative<VaryWeights>(variation)) {
    const auto sampler = std::ranges::find(sampler_factors_, factor);
    return samplers_[static_cast<std::size_t>(sampler - sampler_factors_.begin())].coordinates();
  }
  const LeftOut left_out = left_out_of(variation);
  if (left_out.among != nullptr) return left_out.probability ? candidates(factor).size() : 1;
  const bool is_of_cells = std::holds_alternative<VaryRounding>(variation) ||
                           std::holds_alternative<VaryMeasurement>(variation) ||
                           std::holds_alternative<VaryImputation>(variation);
  return is_of_cells ? cells : 1;
}

void Worlds::lay_out() {
  std::map<std::string_view, std::size_t> groups;
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    const Factor& factor = plan_->factors[i];
    const std::size_t count = count_coordinates(i);
    const auto group = groups.find(factor.together);
    if (!factor.together.empty() && group != groups.end()) {
      // The first of a group leads; who needs more numbers than it has gets the rest of his own.
      factors_.push_back({.first = factors_[group->second].first, .count = count});
      continue;
    }
    if (!factor.together.empty()) groups.emplace(factor.together, i);
    factors_.push_back({.first = coordinates_, .count = count});
    coordinates_ += widest(i, count);
  }
  combinations_ = 1;
  for (std::size_t i = 0; i < plan_->factors.size() && combinations_ > 0; ++i) {
    const std::size_t count = alternatives(i);
    combinations_ = count == 0 || combinations_ * count > kMostCombinations ? 0 : combinations_ * count;
  }
}

/// What a group of factors that are drawn together needs, led by this one.
std::size_t Worlds::widest(std::size_t leader, std::size_t count) {
  const std::string& group = plan_->factors[leader].together;
  if (group.empty()) return count;
  for (std::size_t i = leader + 1; i < plan_->factors.size(); ++i) {
    if (plan_->factors[i].together == group) count = std::max(count, count_coordinates(i));
  }
  return count;
}

/// 1 for what a world can take on without another panel; 0 where its figures are its own.
std::size_t Worlds::alternatives(std::size_t factor) const {
  const Variation& variation = plan_->factors[factor].variation;
  if (std::holds_alternative<VaryWeights>(variation)) return 1;
  if (const auto* step = std::get_if<VaryStep>(&variation)) return step->alternatives.size();
  if (std::holds_alternative<VaryEdition>(variation)) return setting_->figures.size();
  const LeftOut left_out = left_out_of(variation);
  if (left_out.among != nullptr) return left_out.probability ? 0 : candidates(factor).size() + 1;
  return 0;
}

Coordinates Worlds::own(const Coordinates& point, std::size_t factor) const {
  const std::size_t first = factors_[factor].first;
  return [&point, first](std::size_t i) { return point(first + i); };
}

std::size_t Worlds::choice(const Coordinates& point, std::size_t factor) const {
  return pick(point(factors_[factor].first), alternatives(factor));
}

std::size_t Worlds::combination(const Coordinates& point) const {
  assert(combinations_ > 0);
  std::size_t number = 0;
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    const std::size_t count = alternatives(i);
    if (count > 1) number = number * count + choice(point, i);
  }
  return number;
}

std::optional<std::vector<double>> Worlds::point_of(std::size_t combination) const {
  std::vector<double> point(coordinates_, 0.5);
  std::size_t rest = combination;
  for (std::size_t i = plan_->factors.size(); i-- > 0;) {
    const std::size_t count = alternatives(i);
    if (count < 2) continue;
    point[factors_[i].first] = (static_cast<double>(rest % count) + 0.5) / static_cast<double>(count);
    rest /= count;
  }
  const bool is_taken = this->combination([&](std::size_t i) { return point[i]; }) == combination;
  return is_taken ? std::optional(std::move(point)) : std::nullopt;
}

const Worlds::Variant& Worlds::variant(const Coordinates& point) const {
  std::size_t number = 0;
  std::size_t weight = 1;
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    if (!std::holds_alternative<VaryStep>(plan_->factors[i].variation)) continue;
    number += weight * choice(point, i);
    weight *= alternatives(i);
  }
  return variants_[number];
}

const StressFigures& Worlds::figures(const Coordinates& point) const {
  for (std::size_t i = 0; i < plan_->factors.size(); ++i) {
    if (std::holds_alternative<VaryEdition>(plan_->factors[i].variation)) return setting_->figures[choice(point, i)];
  }
  return setting_->figures.front();
}

const Aggregate& Worlds::aggregate(const Coordinates& point) const {
  const auto& steps = variant(point).recipe->steps();
  return *std::get_if<Aggregate>(
      &*std::ranges::find_if(steps, [](const Step& step) { return std::holds_alternative<Aggregate>(step); }));
}

Result<WorldResult> Worlds::finish(const Coordinates& point, Panel prepared, std::span<const double> weights) const {
  const CheckedRecipe& recipe = *variant(point).recipe;
  for (const Series node : Positions<Series>(hierarchy().size())) {
    if (weights[at(node)] > 0) prepared.give_weight(node, setting_->time, weights[at(node)]);
  }
  const StepContext context = recipe.context(recipe.steps().size());
  Diagnostics problems = aggregate_nodes(aggregate(point), prepared, context, hierarchy().aggregates(), setting_->time);
  if (!problems.empty()) return problems;
  const std::span<const double> scores = prepared.values(setting_->node, setting_->time);
  WorldResult result{
      .weights = {weights.begin(), weights.end()}, .scores = {scores.begin(), scores.end()}, .ranks = {}};
  result.ranks = competition_ranks(scores, recipe.ties());
  return result;
}

Result<WorldResult> Worlds::run(const Coordinates& point) const {
  TRY(Panel prepared, prepare(point));
  std::vector<double> weights(hierarchy().size());
  weigh(point, prepared, weights);
  return finish(point, std::move(prepared), weights);
}

}  // namespace podium
