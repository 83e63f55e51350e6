#include <algorithm>

#include "podium/core/normalise/fitting.hpp"

namespace podium {
namespace {

/// What the method needs of the indicator.
std::optional<Problem> needs_of(const NormaliseMethod& method, const NodeSpec& node) {
  if (std::holds_alternative<Goalposts>(method) && !node.goalposts) {
    return Problem{Code::MissingGoalposts, "no goalposts", "goalposts = [low, high] at the indicator"};
  }
  const auto* to_target = std::get_if<DistanceToTarget>(&method);
  if (to_target != nullptr && !to_target->target && !node.target) {
    return Problem{Code::MissingTarget, "no target", "target = [low, high] at the indicator or at the step"};
  }
  return std::nullopt;
}

/// Whether the method can work with parameters that do not come from the figures it scores.
std::optional<Problem> frame_problem(const Normalise& step, const NormaliseMethod& method, const NormalisePool& pool,
                                     const std::string& indicator) {
  const Frame* const frame = find_frame(step.frozen, indicator);
  const bool is_elsewhere = step.base || !step.frozen.empty();
  if (!is_framed(method)) {
    const bool is_free = !is_elsewhere || (has_fixed_scale(method) && frame == nullptr);
    return is_free ? std::nullopt : std::optional(no_frame(method));
  }
  if (frame != nullptr) {
    return std::visit(
        [&]<class Method>(const Method& each) -> std::optional<Problem> {
          if constexpr (Framed<Method>) return each.check_frame(*frame, pool);
          return std::nullopt;
        },
        method);
  }
  if (step.frozen.empty()) return std::nullopt;
  return Problem{Code::MissingFrame, "no frozen parameters of the indicator",
                 "a pair of numbers in `frozen`, or the indicator in a step of its own"};
}

/// A reference unit has another figure in each period, which one pool of all cannot hold.
std::optional<Problem> panel_problem(const Normalise& step, const NormaliseMethod& method) {
  if (step.over != Over::Panel || !std::holds_alternative<DistanceToReference>(method)) return std::nullopt;
  return Problem{Code::InvalidValue, "a reference unit over the panel", "over = \"period\", or a base period"};
}

}  // namespace

std::optional<Problem> Normalise::check() const {
  const auto invalid = [](std::string found, std::string expected) {
    return Problem{Code::InvalidValue, std::move(found), std::move(expected)};
  };
  if (const auto problem = stretch ? check_range(*stretch) : std::nullopt) {
    return invalid("stretch to " + problem->found, problem->expected);
  }
  if (base && !parse_period(*base))
    return Problem{Code::UnknownPeriod, "base " + quoted(*base), "a period of the index"};
  if (base && over == Over::Panel) return invalid("a base period over the panel", "one of the two");
  if (base && !frozen.empty()) return invalid("a base period and frozen parameters", "one of the two");
  if (stretch && !frozen.empty()) {
    return invalid("stretch with frozen parameters", "one of the two: stretching would fit the scores anew");
  }
  for (auto each = frozen.begin(); each != frozen.end(); ++each) {
    if (find_frame({each + 1, frozen.end()}, each->first) == nullptr) continue;
    return Problem{Code::DuplicateId, "two pairs in `frozen` for " + quoted(each->first), "one for each indicator"};
  }
  return std::nullopt;
}

Diagnostics Normalise::check_in(const StepContext& context, const RecipeSetting& setting) const {
  Diagnostics problems;
  std::vector<std::string> indicators;
  for (const Series indicator : select_indicators(context.hierarchy, only, except)) {
    const NodeSpec& node = context.hierarchy.node(indicator);
    const NormaliseMethod& resolved = method.method_of(context.hierarchy, indicator);
    const NormalisePool pool = pool_without_figures(node, context.number, setting.units);
    indicators.push_back(node.id);
    std::optional<Problem> problem = needs_of(resolved, node);
    if (!problem) problem = panel_problem(*this, resolved);
    if (!problem) problem = frame_problem(*this, resolved, pool, node.id);
    if (problem) problems.push_back(locate(*problem, context, node.id));
  }
  for (const auto& [id, frame] : frozen) {
    if (std::ranges::find(indicators, id) != indicators.end()) continue;
    Diagnostic problem = not_among(Code::UnknownIndicator, "frozen parameters of", id, views(indicators));
    problem.subject.step = context.number;
    problems.push_back(std::move(problem));
  }
  return problems;
}

}  // namespace podium
