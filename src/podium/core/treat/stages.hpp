#pragma once

#include "podium/core/treat/treat.hpp"

/// The two-stage rule on one pool: what the step and its report share.
namespace podium {

/// One stage of a treatment: what the method did, and the shape of the figures afterwards.
struct TreatStage {
  const TreatMethod* method = nullptr;  ///< null: the stage did not take place
  Treatment treatment{};
  MeasuredShape shape{};
  bool passes = true;

  bool took_place() const { return method != nullptr; }
};

struct TreatStages {
  TreatStage first{};
  TreatStage second{};  ///< on the original figures unless the step combines

  const std::optional<Problem>& problem() const {
    return first.treatment.problem ? first.treatment.problem : second.treatment.problem;
  }
};

/// Room for the cells of one pool, made once for a step.
struct TreatRoom {
  explicit TreatRoom(std::size_t cells) : original(cells), met_by_second(cells), scratch(2 * cells) {}

  std::vector<double> original;       ///< the figures as they were, where the first stage took place
  std::vector<double> met_by_second;  ///< the figures that the second stage was given, where it took place
  std::vector<double> scratch;
};

/// Whether figures of this shape stay as they are.
bool leaves_alone(const Treat& step, const Shape& shape);

/// Treats figures that the step does not leave alone, in place; `before` is their shape.
TreatStages treat_pool(const Treat& step, std::span<double> values, const MeasuredShape& before, TreatRoom& room);

/// The cells of the pools of a step, one pool after the other: calls visit(indicator, first, count, time); time is the
/// pool's period, nothing over the panel. Pools that screening dropped are passed over.
template <class Visit>
void for_each_treated_pool(const Treat& step, const Panel& panel, const StepContext& context, const Visit& visit) {
  const std::size_t units = panel.units().size();
  for (const Series indicator : select_indicators(context.hierarchy, step.only, step.except)) {
    if (step.over == Over::Panel) {
      visit(indicator, std::size_t{0}, units * panel.periods().size(), std::optional<Time>());
      continue;
    }
    for (const Time time : all_periods(panel)) {
      if (!panel.is_dropped(indicator, time)) visit(indicator, at(time) * units, units, std::optional<Time>(time));
    }
  }
}

inline std::size_t largest_pool(const Treat& step, const Panel& panel) {
  return panel.units().size() * (step.over == Over::Panel ? panel.periods().size() : 1);
}

}  // namespace podium
