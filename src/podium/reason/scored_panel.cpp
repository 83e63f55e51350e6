#include "podium/reason/scored_panel.hpp"

#include <algorithm>

namespace podium {

Result<ScoredPanel> ScoredPanel::of(const IndexState& state) {
  const std::vector<Step>& steps = state.recipe.steps();
  const auto aggregate =
      std::ranges::find_if(steps, [](const Step& step) { return std::holds_alternative<Aggregate>(step); });
  const auto done = static_cast<std::size_t>(aggregate - steps.begin());
  TRY(const Panel scored, run_steps(state.recipe, state.panel, done));
  return ScoredPanel(state.recipe, scored.only(state.time), Time{0}, done);
}

Result<Panel> ScoredPanel::aggregated(Panel panel) const {
  return run_steps(*recipe_, std::move(panel), done_, recipe_->steps().size());
}

std::optional<Series> pillar_of(const Hierarchy& hierarchy, Series series, Series node) {
  if (at(series) >= hierarchy.size() || !hierarchy.is_indicator(series)) return std::nullopt;
  if (series == node) return node;
  Series child = series;
  for (std::optional<Series> parent = hierarchy.parent(series); parent; parent = hierarchy.parent(*parent)) {
    if (hierarchy.node(child).weight == 0) return std::nullopt;
    if (*parent == node) return child;
    child = *parent;
  }
  return std::nullopt;
}

}  // namespace podium
