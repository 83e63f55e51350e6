#include "podium/audit/removal.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <variant>

#include "podium/audit/stages.hpp"
#include "podium/core/weight/in_force.hpp"

namespace podium {
namespace {

/// The number of the recipe's aggregate step, from 1.
std::size_t number_of_aggregate(const CheckedRecipe& recipe) {
  const auto found =
      std::ranges::find_if(recipe.steps(), [](const Step& step) { return std::holds_alternative<Aggregate>(step); });
  assert(found != recipe.steps().end());
  return static_cast<std::size_t>(found - recipe.steps().begin()) + 1;
}

void note_changes(Removal& removal, std::span<const Rank> nominal) {
  double sum = 0;
  double count = 0;
  for (std::size_t unit = 0; unit < nominal.size(); ++unit) {
    if (nominal[unit] == 0 || removal.ranks[unit] == 0) continue;
    const auto change = static_cast<std::size_t>(
        std::abs(static_cast<std::int64_t>(nominal[unit]) - static_cast<std::int64_t>(removal.ranks[unit])));
    sum += static_cast<double>(change);
    count += 1;
    if (change <= removal.largest_change) continue;
    removal.largest_change = change;
    removal.most_moved = static_cast<Unit>(unit);
  }
  removal.mean_rank_change = count > 0 ? sum / count : kMissing;
}

}  // namespace

std::vector<Removal> removals_of(const Index& index, const Computed& computed, Time time) {
  const Hierarchy& hierarchy = index.hierarchy;
  const Panel scores = only_period(computed.ranking.panel(), time);
  const std::size_t number = number_of_aggregate(index.recipe);
  const auto& aggregate = std::get<Aggregate>(index.recipe.steps()[number - 1]);
  std::vector<Removal> removals;
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    const auto node = static_cast<Series>(i);
    const double share = share_in_force(hierarchy, scores, node, Time{0});
    const bool counts = effective_weight_in_force(hierarchy, scores, node, Time{0}) > 0;
    if (node == hierarchy.root() || !counts || share == 1) continue;
    Panel without = scores;
    for (const Series above : hierarchy.aggregates()) std::ranges::fill(without.values(above), kMissing);
    without.give_weight(node, Time{0}, 0);
    const Result<Panel> combined = apply(aggregate, std::move(without), index.recipe.context(number));
    if (!combined) continue;
    const std::span<const double> result = combined->values(hierarchy.root());
    Removal removal{.removed = node,
                    .scores = {result.begin(), result.end()},
                    .ranks = competition_ranks(result, index.recipe.ties())};
    note_changes(removal, computed.ranking.ranks(hierarchy.root(), time));
    removals.push_back(std::move(removal));
  }
  return removals;
}

}  // namespace podium
