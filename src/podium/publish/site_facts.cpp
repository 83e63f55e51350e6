#include "podium/publish/site_facts.hpp"

#include <algorithm>

#include "podium/core/treat/report.hpp"

namespace podium {
namespace {

Domain scale_of_scores(const Index& index, const Ranking& ranking) {
  Domain scale{0, 0};
  const auto include = [&](double value) {
    if (is_missing(value)) return;
    scale.low = std::min(scale.low, value);
    scale.high = std::max(scale.high, value);
  };
  for (const Series node : Positions<Series>(index.hierarchy.size())) {
    for (const double score : ranking.panel().values(node)) include(score);
  }
  for (const Step& step : index.recipe.steps()) {
    const Normalise* const normalise = std::get_if<Normalise>(&step);
    if (normalise == nullptr) continue;
    const auto include_range = [&](const auto& method) {
      if constexpr (requires { Bounds{method.range}; }) {
        include(method.range.lower);
        include(method.range.upper);
      }
    };
    if (normalise->stretch) {
      include(normalise->stretch->lower);
      include(normalise->stretch->upper);
      continue;
    }
    std::visit(include_range, normalise->method.otherwise);
    for (const auto& [node, method] : normalise->method.by_node) std::visit(include_range, method);
  }
  return scale.low == scale.high ? Domain{0, 1} : scale;
}

/// How many steps are behind the panel when the last denominator has been applied; 0 if none is.
std::size_t steps_to_divide(const CheckedRecipe& recipe) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < recipe.steps().size(); ++i) {
    if (std::holds_alternative<Denominate>(recipe.steps()[i])) count = i + 1;
  }
  return count;
}

std::optional<Panel> divided_figures(const Index& index, const Computed& computed) {
  const std::size_t steps = steps_to_divide(index.recipe);
  if (steps == 0) return std::nullopt;
  Result<Panel> panel = run_steps(index.recipe, computed.selection.panel(), steps);
  if (!panel) return std::nullopt;
  return *std::move(panel);
}

bool was_moved(const TreatReport& report, const TreatedCell& cell) {
  const CellTreatment last = report.second ? cell.second : cell.first;
  return last == CellTreatment::BroughtDown || last == CellTreatment::BroughtUp;
}

std::vector<BroughtIn> figures_brought_in(const Index& index, const Computed& computed) {
  std::vector<BroughtIn> moved;
  const std::vector<Step>& steps = index.recipe.steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto* const treat = std::get_if<Treat>(&steps[i]);
    if (treat == nullptr) continue;
    const Result<Panel> panel = run_steps(index.recipe, computed.selection.panel(), i);
    if (!panel) continue;
    const auto reports = treat_report(*treat, *panel, index.recipe.context(i + 1));
    if (!reports) continue;
    for (const TreatReport& report : *reports) {
      for (const TreatedCell& cell : report.cells) {
        if (was_moved(report, cell)) moved.push_back({report.indicator, cell.time, cell.unit, cell.before, cell.after});
      }
    }
  }
  std::ranges::stable_sort(moved, {}, &BroughtIn::key);
  return moved;
}

}  // namespace

SiteFacts site_facts(const Index& index, const Computed& computed) {
  const Domain scores = scale_of_scores(index, computed.ranking);
  return {.kinds = kinds_of(index),
          .scores = scores,
          .decimals = scores.high - scores.low >= 20 ? 1 : 2,
          .brought_in = figures_brought_in(index, computed),
          .divided = divided_figures(index, computed)};
}

const BroughtIn* brought_in(const SiteFacts& facts, Series indicator, Time time, Unit unit) {
  const auto found = std::ranges::lower_bound(facts.brought_in, std::tuple(indicator, time, unit), {}, &BroughtIn::key);
  if (found == facts.brought_in.end() || found->key() != std::tuple(indicator, time, unit)) return nullptr;
  return &*found;
}

const Panel& compared_figures(const Computed& computed, const SiteFacts& facts) {
  return facts.divided ? *facts.divided : computed.selection.panel();
}

bool is_divided(const Index& index, Series indicator) {
  if (!index.hierarchy.denominator_of(indicator)) return false;
  return std::ranges::any_of(index.recipe.steps(), [&](const Step& step) {
    const Denominate* const denominate = std::get_if<Denominate>(&step);
    return denominate != nullptr &&
           std::ranges::count(select_indicators(index.hierarchy, denominate->only, denominate->except), indicator) > 0;
  });
}

}  // namespace podium
