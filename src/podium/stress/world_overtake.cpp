#include "podium/stress/world_overtake.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "podium/stress/attainable/overtake.hpp"

namespace podium {
namespace {

/// Changes are asked in these steps, and stay below 1: a weight of 0 would take a component out.
constexpr double kSteps = 10'000;
constexpr double kMostSteps = kSteps - 1;

/// Six digits of the drawn weight, cut towards the published one so that the change does not grow.
double short_weight(double published, double drawn) {
  if (!(drawn > 0) || drawn == published) return drawn;
  constexpr double kSixDigits = 1e5;
  constexpr double kMostExactPower = 1e22;
  double scale = 1;
  while (drawn * scale < kSixDigits && scale < kMostExactPower) scale *= 10;
  return (drawn > published ? std::floor(drawn * scale) : std::ceil(drawn * scale)) / scale;
}

/// The weights of a lead as they are handed out; those without any effect as published.
std::vector<double> plain_weights(const WeightedTree& tree, std::span<const double> drawn) {
  std::vector<double> weights = tree.published_weights();
  for (std::size_t node = 1; node < tree.size(); ++node) {
    const bool has_siblings = tree.children(tree.tree().nodes[node].parent).size() > 1;
    if (has_siblings && tree.counts(node)) weights[node] = short_weight(weights[node], drawn[node]);
  }
  return weights;
}

bool is_above(const WeightedTree& tree, std::span<const double> weights, std::size_t i, std::size_t j) {
  const std::vector<double> scores = tree.scores(weights);
  return scores[i] - scores[j] > tree.tolerance();
}

/// Short weights within a change, in steps, that put i above j.
std::optional<std::vector<double>> weights_within(const WeightedTree& tree, double steps, std::size_t i,
                                                  std::size_t j) {
  const Lead lead = lead_within_change(tree, steps / kSteps, i, j);
  std::vector<double> weights = plain_weights(tree, lead.weights);
  return is_above(tree, weights, i, j) ? std::optional(std::move(weights)) : std::nullopt;
}

/// The first change from `smallest` on whose weights put i above j. Mostly one of the next; where gaps hide more, it is
/// looked for in growing steps, and then between the last two.
void find_weights(const WeightedTree& tree, std::size_t i, std::size_t j, WorldOvertake& answer,
                  std::vector<double>& weights) {
  const double first = std::max(std::ceil(answer.smallest * kSteps), 1.0);
  double failed = first - 1;
  std::optional<std::vector<double>> found;
  for (double further = 0; !found && failed < kMostSteps; ++further) {
    const double steps = std::min(first + further * further, kMostSteps);
    found = weights_within(tree, steps, i, j);
    if (!found) failed = steps;
  }
  if (!found) return;
  double steps = failed + 1;
  while (!(found = weights_within(tree, steps, i, j))) ++steps;
  answer.outcome = WorldOvertake::Outcome::Possible;
  answer.change = steps / kSteps;
  weights = *std::move(found);
}

std::vector<double> by_series(const WeightStudy& study, std::size_t nodes, std::span<const double> weights) {
  std::vector<double> own(nodes, kMissing);
  for (std::size_t node = 0; node < study.series.size(); ++node) {
    if (study.tree.counts(node)) own[at(study.series[node])] = weights[node];
  }
  return own;
}

}  // namespace

Result<WorldOvertake> smallest_overtake_in(const Worlds& worlds, Unit unit, Unit other) {
  TRY(const WeightStudy study, weights_that_move(worlds));
  const WeightedTree& tree = study.tree;
  for (const Unit each : {unit, other}) {
    if (tree.is_ranked(at(each))) continue;
    return Diagnostic{.code = Code::InvalidValue,
                      .found = "a unit without a score",
                      .expected = "two units that are ranked",
                      .subject = {.unit = worlds.setting().units[at(each)]}};
  }
  using Outcome = WorldOvertake::Outcome;
  WorldOvertake answer;
  std::vector<double> weights = tree.published_weights();
  answer.published = by_series(study, worlds.hierarchy().size(), weights);
  if (!is_above(tree, weights, at(unit), at(other))) {
    const Overtake smallest = smallest_overtake(tree, at(unit), at(other));
    answer.smallest = smallest.change;
    answer.outcome = smallest.is_exact ? Outcome::Never : Outcome::Unknown;
    if (smallest.change <= 1) find_weights(tree, at(unit), at(other), answer, weights);
  }
  answer.weights = by_series(study, worlds.hierarchy().size(), weights);
  const std::vector<Rank> ranks = ranks_among(tree.scores(weights), tree.tolerance());
  answer.rank = ranks[at(unit)];
  answer.rank_of_other = ranks[at(other)];
  return answer;
}

}  // namespace podium
