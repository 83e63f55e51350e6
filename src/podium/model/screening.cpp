#include "podium/model/screening.hpp"

#include "podium/core/run.hpp"

namespace podium {
namespace {

template <class Subject>
std::optional<ScreenDecision> find_against(const Screen& screen, const Panel& panel, const StepContext& context,
                                           Time time, Subject subject) {
  for (const ScreenDecision& decision : screen_decisions(screen, panel, context)) {
    const auto* const one = std::get_if<Subject>(&decision.subject);
    if (one == nullptr || *one != subject || decision.kept) continue;
    if (!decision.time || *decision.time == time) return decision;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ScreenDecision> decision_against(const Screen& screen, const Panel& panel, const StepContext& context,
                                               Time time, Unit unit) {
  return find_against(screen, panel, context, time, unit);
}

std::optional<ScreenDecision> decision_against(const Screen& screen, const Panel& panel, const StepContext& context,
                                               Time time, Series indicator) {
  return find_against(screen, panel, context, time, indicator);
}

std::optional<LeftOut> why_left_out(const Index& index, const Selection& selection, Time time, Unit unit) {
  const std::vector<Step>& steps = index.recipe.steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto* const screen = std::get_if<Screen>(&steps[i]);
    if (screen == nullptr) continue;
    const Result<Panel> before = run_steps(index.recipe, selection.panel(), i);
    if (!before) return std::nullopt;
    if (auto decision = decision_against(*screen, *before, index.recipe.context(i + 1), time, unit))
      return LeftOut{i + 1, *std::move(decision)};
  }
  return std::nullopt;
}

}  // namespace podium
