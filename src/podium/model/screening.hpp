#pragma once

#include "podium/core/screen_decision.hpp"
#include "podium/model/selection.hpp"

namespace podium {

/// The screening step that left a unit or an indicator out, and what it says.
struct LeftOut {
  std::size_t step;  ///< its number in the recipe
  ScreenDecision decision;
};

/// Why a step leaves a unit out of a period; nothing if it keeps it. `panel` is what the step receives.
std::optional<ScreenDecision> decision_against(const Screen& screen, const Panel& panel, const StepContext& context,
                                               Time time, Unit unit);
/// Why a step leaves an indicator out of a period; nothing if it keeps it.
std::optional<ScreenDecision> decision_against(const Screen& screen, const Panel& panel, const StepContext& context,
                                               Time time, Series indicator);

/// Why a unit has no scores in a period; nothing if no screening left it out.
std::optional<LeftOut> why_left_out(const Index& index, const Selection& selection, Time time, Unit unit);

}  // namespace podium
