#include "podium/audit/stages.hpp"

#include <algorithm>
#include <cassert>
#include <variant>

#include "podium/core/weight/in_force.hpp"

namespace podium {
namespace {

template <class Kind>
std::size_t first_of(const CheckedRecipe& recipe) {
  const auto found =
      std::ranges::find_if(recipe.steps(), [](const Step& step) { return std::holds_alternative<Kind>(step); });
  return static_cast<std::size_t>(found - recipe.steps().begin());
}

std::size_t steps_before_normalising(const CheckedRecipe& recipe) {
  return std::min(first_of<Normalise>(recipe), first_of<Aggregate>(recipe));
}

Panel after_steps(const Index& index, const Computed& computed, std::size_t count) {
  Result<Panel> panel = run_steps(index.recipe, computed.selection.panel(), count);
  assert(panel.has_value());  // all steps have run on the same figures before
  return *std::move(panel);
}

}  // namespace

Panel before_treatment(const Index& index, const Computed& computed) {
  return after_steps(index, computed, std::min(first_of<Treat>(index.recipe), steps_before_normalising(index.recipe)));
}

Panel before_normalising(const Index& index, const Computed& computed) {
  return after_steps(index, computed, steps_before_normalising(index.recipe));
}

Panel only_period(const Panel& panel, Time time) {
  const auto units = panel.units();
  const auto series = panel.series();
  Panel one({units.begin(), units.end()}, {panel.period(time)}, {series.begin(), series.end()});
  for (const Unit unit : all_units(panel)) {
    if (panel.is_excluded(time, unit)) one.exclude(Time{0}, unit);
  }
  for (const Series position : all_series(panel)) {
    std::ranges::copy(panel.values(position, time), one.values(position, Time{0}).begin());
    std::ranges::copy(panel.history(position, time), one.history(position, Time{0}).begin());
    if (panel.is_dropped(position, time)) one.drop(position, Time{0});
    one.give_weight(position, Time{0}, panel.given_weight(position, time));
  }
  return one;
}

bool is_filled_by_recipe(const CellHistory& history) { return history.is_imputed() && history.step() != 0; }

std::vector<double> known_figures(const Panel& panel, Series series, Time time) {
  const std::span<const double> values = panel.values(series, time);
  const std::span<const CellHistory> history = panel.history(series, time);
  std::vector<double> known(values.begin(), values.end());
  for (std::size_t unit = 0; unit < known.size(); ++unit) {
    if (is_filled_by_recipe(history[unit])) known[unit] = kMissing;
  }
  return known;
}

std::vector<double> directed_figures(const Panel& panel, const Hierarchy& hierarchy, Series indicator, Time time) {
  std::vector<double> figures = known_figures(panel, indicator, time);
  for (double& figure : figures) figure *= hierarchy.node(indicator).direction;
  return figures;
}

std::vector<Series> counting_children(const Hierarchy& hierarchy, const Panel& panel, Series node, Time time) {
  std::vector<Series> counting;
  std::ranges::copy_if(hierarchy.children(node), std::back_inserter(counting),
                       [&](Series child) { return weight_in_force(hierarchy, panel, child, time) > 0; });
  return counting;
}

std::vector<Series> counting_indicators(const Hierarchy& hierarchy, const Panel& panel, Time time) {
  std::vector<Series> counting;
  std::ranges::copy_if(hierarchy.indicators(), std::back_inserter(counting), [&](Series indicator) {
    return effective_weight_in_force(hierarchy, panel, indicator, time) > 0;
  });
  return counting;
}

std::vector<std::span<const double>> score_columns(const Panel& scores, std::span<const Series> series, Time time) {
  std::vector<std::span<const double>> columns;
  for (const Series position : series) columns.push_back(scores.values(position, time));
  return columns;
}

}  // namespace podium
