#include "podium/core/denominate.hpp"

#include "podium/core/column.hpp"

namespace podium {
namespace {

/// Whether a figure cannot be divided; false for a gap in either.
bool is_refused(double value, double divisor) { return divisor <= 0 && !is_missing(value); }

Problem refusal(const std::string& denominator, double divisor) {
  const std::string found = "denominator " + quoted(denominator);
  if (divisor == 0) return {Code::ZeroDenominator, found + " of 0", "a figure other than 0, or a gap"};
  return {Code::InvalidValue, found + " below 0", "a positive figure, or a gap"};
}

Diagnostics refusals(const Panel& panel, Series indicator, Series denominator, const StepContext& context) {
  Diagnostics problems;
  for (const Time time : all_periods(panel)) {
    for (const Unit unit : all_units(panel)) {
      const double divisor = panel.value(denominator, time, unit);
      if (!is_refused(panel.value(indicator, time, unit), divisor)) continue;
      problems.push_back(locate(refusal(panel.id(denominator), divisor), context, panel.id(indicator),
                                to_text(panel.period(time)), panel.code(unit)));
    }
  }
  return problems;
}

void mark_imputed_denominators(std::span<const double> ratios, std::span<CellHistory> history,
                               std::span<const CellHistory> of_denominators) {
  bool is_any_imputed = false;
  for (const CellHistory& each : of_denominators) is_any_imputed |= each.is_imputed();
  if (!is_any_imputed) return;
  for (std::size_t cell = 0; cell < ratios.size(); ++cell) {
    if (!of_denominators[cell].is_imputed() || is_missing(ratios[cell])) continue;
    history[cell].mark_imputed(of_denominators[cell].step());
  }
}

}  // namespace

Result<Panel> apply(const Denominate& step, Panel panel, const StepContext& context) {
  Diagnostics problems;
  for (const Series indicator : select_indicators(context.hierarchy, step.only, step.except)) {
    const std::optional<Series> denominator = context.hierarchy.denominator_of(indicator);
    if (!denominator) continue;
    const double factor = context.hierarchy.node(indicator).factor;
    const std::span<double> values = panel.values(indicator);
    const std::span<const double> divisors = std::as_const(panel).values(*denominator);
    if (!column::divide_by(values, factor, divisors)) {
      append(problems, refusals(panel, indicator, *denominator, context));
      continue;
    }
    mark_imputed_denominators(values, panel.history(indicator), panel.history(*denominator));
  }
  if (!problems.empty()) return problems;
  return panel;
}

}  // namespace podium
