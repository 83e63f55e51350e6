#include "podium/core/denominate.hpp"

namespace podium {

Result<Panel> apply(const Denominate& step, Panel panel, const StepContext& context) {
  Diagnostics problems;
  for (const Series indicator : select_indicators(context.hierarchy, step.only)) {
    const std::optional<Series> denominator = context.hierarchy.denominator_of(indicator);
    if (!denominator) continue;
    const double factor = context.hierarchy.node(indicator).factor;
    for (const Time time : all_periods(panel)) {
      for (const Unit unit : all_units(panel)) {
        const double value = panel.value(indicator, time, unit);
        const double divisor = panel.value(*denominator, time, unit);
        if (divisor == 0 && !is_missing(value)) {
          problems.push_back(locate({Code::ZeroDenominator, "denominator " + quoted(panel.id(*denominator)) + " of 0",
                                     "a figure other than 0, or a gap"},
                                    context, panel.id(indicator), to_text(panel.period(time)), panel.code(unit)));
        }
        panel.set(indicator, time, unit, value * factor / divisor);
      }
    }
  }
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
