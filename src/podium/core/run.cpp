#include "podium/core/run.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "podium/core/column.hpp"

namespace podium {
namespace {

Diagnostics check_finite(const Panel& panel, std::size_t step) {
  Diagnostics problems;
  if (!column::has_infinite(panel.values())) return problems;
  const std::size_t units = panel.units().size();
  for (const Series series : all_series(panel)) {
    const std::span<const double> values = panel.values(series);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!std::isinf(values[i])) continue;
      problems.push_back({.code = Code::InvalidValue,
                          .found = "an infinite figure",
                          .expected = "figures that stay within the range of a double",
                          .subject = {.step = step,
                                      .node = panel.id(series),
                                      .unit = panel.units()[i % units],
                                      .period = to_text(panel.periods()[i / units])}});
    }
  }
  return problems;
}

/// The last step of a recipe gives no new figures; its rule is read when ranks are made.
Result<Panel> apply(const RankStep&, Panel panel, const StepContext&) { return panel; }

/// Steps that may carry figures beyond the range of a double and do not say so themselves, as aggregation does.
bool may_overflow(const Step& step) {
  return std::holds_alternative<Denominate>(step) || std::holds_alternative<Impute>(step) ||
         std::holds_alternative<Treat>(step) || std::holds_alternative<Normalise>(step);
}

}  // namespace

Result<Panel> run_steps(const CheckedRecipe& recipe, Panel panel, std::size_t count) {
  return run_steps(recipe, std::move(panel), 0, count);
}

Result<Panel> run_steps(const CheckedRecipe& recipe, Panel panel, std::size_t done, std::size_t count) {
  assert(count <= recipe.steps().size());
  assert(panel.series().size() == recipe.hierarchy().series_ids().size());
  Diagnostics problems = check_finite(panel, done);
  for (std::size_t i = done; i < count && problems.empty(); ++i) {
    const StepContext context = recipe.context(i + 1);
    Result<Panel> after =
        std::visit([&](const auto& step) { return apply(step, std::move(panel), context); }, recipe.steps()[i]);
    if (!after) return std::move(after).diagnostics();
    panel = *std::move(after);
    if (may_overflow(recipe.steps()[i])) problems = check_finite(panel, i + 1);
  }
  if (!problems.empty()) return problems;
  return panel;
}

Ranking::Ranking(Panel panel, const CheckedRecipe& recipe) : panel_(std::move(panel)) {
  const std::size_t units = panel_.units().size();
  ranks_.resize(recipe.hierarchy().size() * panel_.periods().size() * units);
  std::span<Rank> rest(ranks_);
  for (std::size_t node = 0; node < recipe.hierarchy().size(); ++node) {
    for (const Time time : all_periods(panel_)) {
      rank_into(panel_.values(static_cast<Series>(node), time), recipe.ties(), rest.first(units));
      rest = rest.subspan(units);
    }
  }
}

std::span<const Rank> Ranking::ranks(Series node, Time time) const {
  const std::size_t units = panel_.units().size();
  return std::span(ranks_).subspan((at(node) * panel_.periods().size() + at(time)) * units, units);
}

std::size_t Ranking::ranked(Series node, Time time) const {
  return static_cast<std::size_t>(std::ranges::count_if(ranks(node, time), [](Rank rank) { return rank > 0; }));
}

std::vector<Unit> Ranking::order(Series node, Time time) const {
  const std::span<const Rank> ranks = this->ranks(node, time);
  std::vector<Unit> units;
  for (const Unit unit : all_units(panel_)) {
    if (ranks[at(unit)] > 0) units.push_back(unit);
  }
  std::ranges::sort(units, [&](Unit a, Unit b) {
    if (ranks[at(a)] != ranks[at(b)]) return ranks[at(a)] < ranks[at(b)];
    return panel_.code(a) < panel_.code(b);
  });
  return units;
}

Result<Ranking> run(const CheckedRecipe& recipe, Panel panel) {
  TRY(Panel scored, run_steps(recipe, std::move(panel), recipe.steps().size()));
  return Ranking(std::move(scored), recipe);
}

}  // namespace podium
