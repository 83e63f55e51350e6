#include "podium/core/treat/treat.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/column.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/treat/stages.hpp"

namespace podium {
namespace {

TreatStage run_stage(const TreatMethod& method, TreatPool pool) {
  TreatStage stage{.method = &method,
                   .treatment = std::visit([&pool](const auto& each) { return each.apply(pool); }, method)};
  stage.shape = stage.treatment.shape ? *stage.treatment.shape : measure(pool.values);
  stage.passes = pool.accept.accepts(stage.shape);
  return stage;
}

/// After a transform every figure is another one; else those that differ from before.
void mark_changed(const TreatStages& stages, std::span<const double> original, std::span<const double> values,
                  std::span<CellHistory> history, std::size_t step) {
  const TreatStage& last = stages.second.took_place() ? stages.second : stages.first;
  const std::size_t cells = values.size();
  if (last.treatment.transformed) {
    for (std::size_t i = 0; i < cells; ++i) {
      if (!is_missing(values[i])) history[i].mark_treated(step);
    }
    return;
  }
  const auto next = [&](std::size_t from) { return column::next_change(original.first(cells), values, from); };
  for (std::size_t i = next(0); i < cells; i = next(i + 1)) history[i].mark_treated(step);
}

}  // namespace

std::optional<Problem> Treat::check() const {
  if (!std::isfinite(skewness) || skewness < 0 || !std::isfinite(kurtosis)) {
    return Problem{Code::InvalidValue,
                   "skewness " + quoted_number(skewness) + " and kurtosis " + quoted_number(kurtosis),
                   "two finite numbers, the first 0 or more"};
  }
  if (combine && !then) {
    return Problem{Code::InvalidValue, "combine without a second method", "a second method in `then`"};
  }
  return std::nullopt;
}

bool leaves_alone(const Treat& step, const Shape& shape) {
  const bool has_spread = shape.count > 0 && !shape.is_constant();
  return !has_spread || (step.when == TreatWhen::Failing && step.acceptance().accepts(shape));
}

TreatStages treat_pool(const Treat& step, std::span<double> values, const MeasuredShape& before, TreatRoom& room) {
  const Acceptance accept = step.acceptance();
  TreatStages stages;
  std::ranges::copy(values, room.original.begin());
  TreatPool pool{.values = values, .shape = before, .accept = accept, .scratch = room.scratch};
  stages.first = run_stage(step.method, pool);
  if (stages.first.passes || !step.then || stages.problem()) return stages;
  if (step.combine) {
    pool.shape = stages.first.shape;
  } else {
    std::copy_n(room.original.begin(), values.size(), values.begin());
  }
  std::ranges::copy(values, room.met_by_second.begin());
  stages.second = run_stage(*step.then, pool);
  return stages;
}

Result<Panel> apply(const Treat& step, Panel panel, const StepContext& context) {
  Diagnostics problems;
  TreatRoom room(largest_pool(step, panel));
  for_each_treated_pool(step, panel, context, [&](Series indicator, std::size_t first, std::size_t count, auto time) {
    const std::span<double> values = panel.values(indicator).subspan(first, count);
    const MeasuredShape before = measure(values);
    if (leaves_alone(step, before)) return;
    const TreatStages stages = treat_pool(step, values, before, room);
    if (const auto& problem = stages.problem()) {
      problems.push_back(
          locate(*problem, context, panel.id(indicator), time ? to_text(panel.period(*time)) : std::string()));
    }
    mark_changed(stages, room.original, values, panel.history(indicator).subspan(first, count), context.number);
  });
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
