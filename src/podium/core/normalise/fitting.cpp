#include "podium/core/normalise/fitting.hpp"

#include <algorithm>

namespace podium {

std::optional<Bounds> oriented(const std::optional<Bounds>& bounds, int direction) {
  if (!bounds || direction == 1) return bounds;
  return Bounds{-bounds->upper, -bounds->lower};
}

NormalisePool pool_without_figures(const NodeSpec& node, std::size_t step, std::span<const std::string> units) {
  return {.z = {},
          .history = {},
          .goalposts = oriented(node.goalposts, node.direction),
          .step = step,
          .direction = node.direction,
          .target = oriented(node.target, node.direction),
          .units = units};
}

std::string_view name_of(const NormaliseMethod& method) {
  return std::visit([](const auto& each) { return each.doc.name; }, method);
}

bool is_framed(const NormaliseMethod& method) {
  return std::visit([]<class Method>(const Method&) { return Framed<Method>; }, method);
}

bool has_fixed_scale(const NormaliseMethod& method) {
  return std::visit([]<class Method>(const Method&) { return FixedScale<Method>; }, method);
}

const Frame* find_frame(const NodeFrames& frames, std::string_view indicator) {
  const auto found = std::ranges::find(frames, indicator, &std::pair<std::string, Frame>::first);
  return found == frames.end() ? nullptr : &found->second;
}

Problem no_frame(const NormaliseMethod& method) {
  return {Code::MissingFrame, "method " + quoted(name_of(method)) + ", which takes no two numbers from the figures",
          "a method such as 'minmax' or 'zscore' where parameters are frozen or come from a base period"};
}

std::optional<Time> base_of(const Normalise& step, const Panel& panel) {
  if (!step.base) return std::nullopt;
  const auto period = parse_period(*step.base);
  return period ? panel.find_period(*period) : std::nullopt;
}

Diagnostic unknown_base(const Normalise& step, const Panel& panel, const StepContext& context) {
  std::vector<std::string> periods;
  for (const Period period : panel.periods()) periods.push_back(to_text(period));
  Diagnostic problem = not_among(Code::UnknownPeriod, "base", *step.base, views(periods));
  problem.subject.step = context.number;
  return problem;
}

}  // namespace podium
