#pragma once

#include "podium/core/recipe.hpp"

namespace podium {

/// The panel after the first `count` steps. `panel` has the hierarchy's series (Hierarchy::series_ids) with the
/// indicators and denominators filled as far as known. Infinite figures are an error. A step that fails ends the run
/// with all that it found.
Result<Panel> run_steps(const CheckedRecipe& recipe, Panel panel, std::size_t count);
/// The steps after the first `done` up to the first `count`, of a panel that these have been through.
Result<Panel> run_steps(const CheckedRecipe& recipe, Panel panel, std::size_t done, std::size_t count);

/// Ranks of every node, period and unit.
class Ranking {
 public:
  Ranking(Panel panel, const CheckedRecipe& recipe);

  /// Scores of all nodes after the last step.
  const Panel& panel() const { return panel_; }
  double score(Series node, Time time, Unit unit) const { return panel_.value(node, time, unit); }
  /// 0 if unranked. Indicators are ranked by their normalised score.
  Rank rank(Series node, Time time, Unit unit) const { return ranks(node, time)[at(unit)]; }
  std::span<const Rank> ranks(Series node, Time time) const;
  /// How many units have a rank.
  std::size_t ranked(Series node, Time time) const;
  /// Ranked units by rank, equals by unit code.
  std::vector<Unit> order(Series node, Time time) const;

 private:
  Panel panel_;
  std::vector<Rank> ranks_;
};

/// All steps, then the ranks.
Result<Ranking> run(const CheckedRecipe& recipe, Panel panel);

}  // namespace podium
