#include "podium/model/compute.hpp"

namespace podium {

Result<Computed> compute(const Index& index, const EditionChoice& choice) {
  Selection selection = select(index, choice);
  TRY(Ranking ranking, run(index.recipe, selection.panel()));
  return Computed{choice, std::move(selection), std::move(ranking)};
}

Result<Panel> compute_until(const Index& index, const EditionChoice& choice, std::size_t count) {
  return run_steps(index.recipe, select(index, choice).panel(), count);
}

std::string history_text(const Panel& panel, const Hierarchy& hierarchy, Series series, Time time, Unit unit) {
  if (panel.is_excluded(time, unit)) return "excluded";
  if (is_missing(panel.value(series, time, unit))) return "missing";
  if (at(series) < hierarchy.size() && !hierarchy.is_indicator(series)) return "computed";
  const CellHistory history = panel.history(series, time)[at(unit)];
  const std::string step = ":" + std::to_string(history.step());
  std::string text = history.is_imputed() ? "imputed" + step : "reported";
  if (history.is_treated()) text += history.is_imputed() ? "+treated" : "+treated" + step;
  if (history.is_capped()) text += history.is_imputed() || history.is_treated() ? "+capped" : "+capped" + step;
  return text;
}

}  // namespace podium
