#pragma once

#include "podium/core/step.hpp"
#include "podium/core/weight/ahp_weights.hpp"
#include "podium/core/weight/budget_weights.hpp"
#include "podium/core/weight/critic_weights.hpp"
#include "podium/core/weight/entropy_weights.hpp"
#include "podium/core/weight/equal_weights.hpp"
#include "podium/core/weight/given_weights.hpp"
#include "podium/core/weight/in_force.hpp"
#include "podium/core/weight/judgement.hpp"
#include "podium/core/weight/pca_weights.hpp"
#include "podium/core/weight/searched_weights.hpp"

namespace podium {

using WeightMethod = std::variant<EqualWeights, GivenWeights, WeightSet, PcaWeights, BalanceWeights, InfomaxWeights,
                                  EntropyWeights, CriticWeights, AhpWeights, BudgetWeights>;

/// Gives the components of nodes their weights, in place of those in force: the hierarchy's, or an earlier step's.
/// Methods that read the figures see the normalised scores; for nodes above the first level these are combined as the
/// recipe's aggregate step will, from below upward, with the weights that this step has already given.
struct WeightStep {
  static constexpr MethodDoc doc{
      .name = "weight",
      .summary = "Gives the components of nodes their weights, in place of the hierarchy's or an earlier step's.",
      .formula = "the method, for the components of each node",
      .edge_cases =
          "Components of weight 0 are shown and do not count; only given weights change that. A negative weight, or a "
          "node without any, is an error. Indicators that screening dropped from a period do not take part in it.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 6",
  };

  WeightMethod method = EqualWeights{};
  Over over = Over::Panel;
  std::vector<std::string> at{};

  static constexpr auto parameters() {
    return std::tuple{
        parameter("over", &WeightStep::over,
                  "for methods that read the figures: one set of weights from the whole panel, or one for each period"),
        parameter("at", &WeightStep::at, "the nodes whose components get new weights; all nodes without it")};
  }

  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const;
};

Result<Panel> apply(const WeightStep& step, Panel panel, const StepContext& context);

}  // namespace podium
