#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "podium/core/aggregate/aggregate.hpp"
#include "podium/core/weight/weighing.hpp"

/// Weights that are tried out on the index: the scores are combined with them, and judged by how the components
/// correlate with the result.
namespace podium {

/// How the relation of a component with the index is measured.
enum class ScoreRelation : std::uint8_t { Squared, Pearson, Spearman };
template <>
struct Words<ScoreRelation> {
  static constexpr std::array<std::pair<std::string_view, ScoreRelation>, 3> list{
      {{"squared", ScoreRelation::Squared},
       {"pearson", ScoreRelation::Pearson},
       {"spearman", ScoreRelation::Spearman}}};
};

/// What is searched for: weights of components, whose scores stand in `panel`, that make `loss` of their relations with
/// the scores of `index` smallest. All components lie below `index`.
struct WeightSearch {
  std::vector<std::vector<Series>> groups;  ///< components of one node each; their weights are shares of a whole
  Series index;
  std::vector<Series> path;      ///< the nodes to combine again, each after those below it; the last one is `index`
  std::optional<Time> period{};  ///< the units of one period, or of all
  ScoreRelation relation = ScoreRelation::Squared;
  Bounds share{0, 1};  ///< lowest and highest share of a component in its group; may be negative
  std::function<double(std::span<const double>)> loss{};  ///< of the relations, in the groups' order
};

/// What was found.
struct FoundWeights {
  std::vector<std::vector<double>> shares{};  ///< of each group, sum 1
  std::vector<double> relations{};            ///< of all components with the index, in the groups' order
  double loss = 0;
  Diagnostics problems{};  ///< if there are any, nothing was found
};

/// Needs a minimiser in context.solvers. `panel` is where scores are tried out: the components' scores stay, weights
/// and scores on the path are left anyhow. Units with a gap among the components do not take part.
/// Problems: fewer than three such units, constant components, shares that cannot add up to 1, an index that cannot be
/// combined, a search that does not end.
FoundWeights search_weights(const WeightSearch& search, const Aggregate& aggregate, Panel& panel,
                            const StepContext& context);

/// The nearest point (Euclidean) whose entries add up to 1 and lie within the bounds; they allow it.
std::vector<double> nearest_shares(std::span<const double> point, Bounds bounds);

}  // namespace podium
