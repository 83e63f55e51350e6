#pragma once

#include "podium/core/weight/judgement.hpp"
#include "podium/core/weight/weighing.hpp"

namespace podium {

/// How the experts who gave points to any of these siblings divide a whole among them.
struct BudgetShares {
  std::vector<double> mean;    ///< of the experts' shares, one for each sibling; sum 1; empty if nobody gave any
  std::vector<double> spread;  ///< standard deviation with n - 1; NaN for a single expert
  std::size_t experts = 0;
};

BudgetShares budget_shares(std::span<const std::string> siblings, std::span<const ExpertBudget> experts);

struct BudgetWeights {
  static constexpr MethodDoc doc{
      .name = "budget",
      .summary =
          "Budget allocation: several experts divide points among the components of a node; for up to ten components, "
          "and where experts should show how far they agree.",
      .formula = "w_i = mean over experts of points_i / sum_k points_k, over the components of the node",
      .edge_cases =
          "Each expert counts alike, however many points they divide. An expert who gives points to some components of "
          "a node gives none to the others; an expert who gives to none of them is not asked. Nodes without points "
          "keep their weights.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 6.5 (budget allocation)",
  };

  std::vector<ExpertBudget> experts{};

  static constexpr auto parameters() {
    return std::tuple{parameter("experts", &BudgetWeights::experts, "each expert's name and points for components")};
  }

  std::optional<Problem> check() const;
  std::vector<std::string> named() const;
  Weighed judge(const Siblings& siblings) const;
};

}  // namespace podium
