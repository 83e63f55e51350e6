#include "podium/core/impute/impute.hpp"

namespace podium {

std::optional<Problem> fill_gaps(const ImputePool& pool, double value) {
  for (std::size_t i = 0; i < pool.values.size(); ++i) {
    if (!is_missing(pool.values[i]) || !pool.may_fill(i)) continue;
    if (is_missing(value))
      return Problem{Code::EmptyIndicator, "no figure to fill the gaps from", "at least one figure"};
    pool.values[i] = value;
    pool.history[i].mark_imputed(pool.step);
  }
  return std::nullopt;
}

Result<Panel> apply(const Impute& step, Panel panel, const StepContext& context) {
  Diagnostics problems;
  const std::size_t units = panel.units().size();
  for (const Series indicator : select_indicators(context.hierarchy, step.only)) {
    for_each_pool(panel, step.over, [&](std::size_t first, std::size_t count, const std::string& period) {
      const auto may_fill = [&panel, first, units](std::size_t i) {
        return !panel.is_excluded(static_cast<Time>((first + i) / units), static_cast<Unit>((first + i) % units));
      };
      const ImputePool pool{.values = panel.values(indicator).subspan(first, count),
                            .history = panel.history(indicator).subspan(first, count),
                            .may_fill = may_fill,
                            .step = context.number};
      const auto problem = std::visit([&pool](const auto& method) { return method.apply(pool); }, step.method);
      if (problem) problems.push_back(locate(*problem, context, panel.id(indicator), period));
    });
  }
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
