#include "podium/reason/explain_gap.hpp"

#include <algorithm>
#include <cmath>

#include "podium/reason/same_figure.hpp"
#include "podium/reason/scored_panel.hpp"

namespace podium {
namespace {

/// What is left of a lead when the same indicators make another score, beyond rounding.
constexpr double kRounding = 1e-9;

Diagnostic no_score(const Panel& panel, Unit unit, Series node) {
  return {.code = Code::TooFewFigures,
          .found = "no score",
          .expected = "two units with scores",
          .subject = {.node = panel.id(node), .unit = panel.code(unit)}};
}

class Gap {
 public:
  Gap(const ScoredPanel& scored, const Hierarchy& hierarchy, Unit unit, Unit other, Series node)
      : scored_(scored), unit_(unit), other_(other), node_(node) {
    std::vector<Series> pillars;
    for (const Series indicator : hierarchy.indicators()) {
      const std::optional<Series> pillar = pillar_of(hierarchy, indicator, node);
      if (!pillar || same_score(indicator)) continue;
      auto known = std::ranges::find(pillars, *pillar);
      if (known == pillars.end()) known = pillars.insert(pillars.end(), *pillar);
      parts_.push_back({.indicator = indicator, .pillar = *pillar});
      groups_.push_back(static_cast<std::size_t>(known - pillars.begin()));
    }
  }

  std::span<const std::size_t> groups() const { return groups_; }
  const std::vector<GapPart>& parts() const { return parts_; }

  /// The other's score with the unit's scores of these indicators.
  Result<double> score_with(std::span<const char> replaced) const {
    Panel panel = scored_.panel();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (replaced[i] == 0) continue;
      panel.set(parts_[i].indicator, scored_.time(), other_, score(parts_[i].indicator, unit_));
    }
    TRY(const Panel aggregated, scored_.aggregated(std::move(panel)));
    return aggregated.value(node_, scored_.time(), other_);
  }

 private:
  double score(Series indicator, Unit unit) const { return scored_.panel().value(indicator, scored_.time(), unit); }
  bool same_score(Series indicator) const { return is_same_figure(score(indicator, unit_), score(indicator, other_)); }

  const ScoredPanel& scored_;
  Unit unit_;
  Unit other_;
  Series node_;
  std::vector<GapPart> parts_{};
  std::vector<std::size_t> groups_{};
};

}  // namespace

Result<ExplainedGap> explain_gap(const IndexState& state, Unit unit, Unit other, Series node,
                                 const ShapleySetting& setting) {
  TRY(const ScoredPanel scored, ScoredPanel::of(state));
  TRY(const Panel aggregated, scored.aggregated(scored.panel()));
  ExplainedGap gap{.score = aggregated.value(node, scored.time(), unit),
                   .score_of_other = aggregated.value(node, scored.time(), other)};
  if (is_missing(gap.score)) return no_score(aggregated, unit, node);
  if (is_missing(gap.score_of_other)) return no_score(aggregated, other, node);
  const Gap worlds(scored, state.recipe.hierarchy(), unit, other, node);
  Diagnostics problems;
  const Worth worth = [&](std::span<const char> replaced) {
    const Result<double> score = worlds.score_with(replaced);
    if (!score) problems = score.diagnostics();
    if (score && is_missing(*score)) problems = {no_score(aggregated, other, node)};
    return std::vector<double>{score && problems.empty() ? *score : 0};
  };
  const Shapley shares = owen_values(worlds.groups(), worth, setting);
  if (!problems.empty()) return problems;
  if (std::abs(shares.after[0] - gap.score) > kRounding * std::max(1.0, std::abs(gap.score))) {
    return Diagnostic{.code = Code::UnknownMethod,
                      .found = "a method of aggregation by which a score depends on the other units",
                      .expected = "one by which equal scores of indicators make equal scores, such as a weighted mean",
                      .subject = {.node = aggregated.id(node)}};
  }
  gap.is_exact = shares.is_exact;
  gap.parts = worlds.parts();
  for (std::size_t i = 0; i < gap.parts.size(); ++i) gap.parts[i].score = shares.shares[0][i];
  return gap;
}

}  // namespace podium
