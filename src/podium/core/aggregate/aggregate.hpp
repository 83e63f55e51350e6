#pragma once

#include <utility>

#include "podium/core/aggregate/arithmetic.hpp"
#include "podium/core/aggregate/geometric.hpp"
#include "podium/core/step.hpp"

namespace podium {

using AggregateMethod = std::variant<Arithmetic, Geometric>;

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

/// Combines scores up the hierarchy, from indicators to the index.
struct Aggregate {
  static constexpr MethodDoc doc{
      .name = "aggregate",
      .summary = "Combines scores up the hierarchy, from indicators to the index.",
      .formula = "the method over each node's components, with their weights",
      .edge_cases =
          "Components of weight 0 are shown and do not count. Gaps: missing = \"reweight\" takes the available "
          "components, \"gap\" leaves a gap; min_available asks for a share of the components, by number.",
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

}  // namespace podium
