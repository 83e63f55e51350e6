#pragma once

#include <optional>
#include <span>
#include <utility>

#include "podium/core/aggregate/arithmetic.hpp"
#include "podium/core/aggregate/benefit_of_the_doubt.hpp"
#include "podium/core/aggregate/copeland.hpp"
#include "podium/core/aggregate/geometric.hpp"
#include "podium/core/aggregate/harmonic.hpp"
#include "podium/core/aggregate/mazziotta_pareto.hpp"
#include "podium/core/aggregate/median_score.hpp"
#include "podium/core/aggregate/minimum_score.hpp"
#include "podium/core/aggregate/ordered_average.hpp"
#include "podium/core/aggregate/power_mean.hpp"
#include "podium/core/step.hpp"

namespace podium {

using AggregateMethod = std::variant<Arithmetic, Geometric, Harmonic, PowerMean, MedianScore, MinimumScore,
                                     OrderedAverage, MazziottaPareto, Copeland, BenefitOfTheDoubt>;

/// What becomes of a node when some of its components are gaps.
enum class MissingRule : std::uint8_t { Reweight, Gap };
template <>
struct Words<MissingRule> {
  static constexpr std::array<std::pair<std::string_view, MissingRule>, 2> list{
      {{"reweight", MissingRule::Reweight}, {"gap", MissingRule::Gap}}};
};

/// Which method combines the components of which node.
struct AggregatePlan {
  AggregateMethod otherwise = Arithmetic{};
  std::vector<AggregateMethod>
      by_level{};  ///< level 2 (parents of indicators) first; the last one serves all levels above
  std::vector<std::pair<std::string, AggregateMethod>> by_node{};

  /// By node, else by level, else `otherwise`.
  const AggregateMethod& method_of(const std::string& node, std::size_t level) const;
};

/// Combines scores up the hierarchy, from indicators to the index, with the weights in force in each period.
struct Aggregate {
  static constexpr MethodDoc doc{
      .name = "aggregate",
      .summary = "Combines scores up the hierarchy, from indicators to the index.",
      .formula = "the method over each node's components, with their weights",
      .edge_cases =
          "Components of weight 0 are shown and do not count, nor do indicators in periods that screening dropped them "
          "from; a node that loses all its components that way is an error. Gaps: missing = \"reweight\" takes the "
          "available components, \"gap\" leaves a gap; min_available asks for a share of the components, by number.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 6",
  };

  AggregatePlan method{};
  MissingRule missing = MissingRule::Reweight;
  double min_available = 0;

  static constexpr auto parameters() {
    return std::tuple{parameter("missing", &Aggregate::missing, "what a gap among the components does"),
                      parameter("min_available", &Aggregate::min_available,
                                "least share of components with a score, 0 to 1; below it the node is a gap")};
  }

  std::optional<Problem> check() const;
};

Result<Panel> apply(const Aggregate& step, Panel panel, const StepContext& context);

/// The same for some nodes only, in their order, in all periods or in one; other cells of the panel stay.
Diagnostics aggregate_nodes(const Aggregate& step, Panel& panel, const StepContext& context,
                            std::span<const Series> nodes, std::optional<Time> period = std::nullopt);

}  // namespace podium
