#pragma once

#include "podium/core/step.hpp"
#include "podium/core/weight/judgement.hpp"
#include "podium/core/weight/weighing.hpp"

namespace podium {

/// What pairwise comparisons of a node's components say.
struct Priorities {
  std::vector<double> weights;   ///< principal eigenvector, sum 1
  double eigenvalue = 0;         ///< the principal one; as large as the number of components if all agree
  double consistency_ratio = 0;  ///< (eigenvalue - n) / (n - 1) over Saaty's mean for random comparisons; 0 for n < 3
};

/// Every pair of these siblings is compared exactly once; comparisons of others are passed over. At least one sibling,
/// at most fifteen.
Priorities priorities_of(std::span<const std::string> siblings, std::span<const Comparison> comparisons);

struct AhpWeights {
  static constexpr MethodDoc doc{
      .name = "ahp",
      .summary =
          "Analytic hierarchy process: weights from comparisons of components in pairs, each saying how many times as "
          "important one is as the other.",
      .formula =
          "w = principal eigenvector of A, a_ij = times, a_ji = 1 / times; consistency ratio = (lambda - n) / (n - 1) "
          "/ RI(n), RI from Saaty's table",
      .edge_cases =
          "Nodes whose components are not compared keep their weights; else every pair of components is compared "
          "exactly once, those of weight 0 too. A consistency ratio above 0.1 is a warning. At most fifteen "
          "components below a node.",
      .source = "Saaty, The Analytic Hierarchy Process, 1980",
  };
  static constexpr double kTolerableRatio = 0.1;

  std::vector<Comparison> comparisons{};

  static constexpr auto parameters() {
    return std::tuple{parameter("comparisons", &AhpWeights::comparisons,
                                "pairs of components: preferred, other, and how many times as important, 1/9 to 9")};
  }

  std::optional<Problem> check() const;
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const;

  std::vector<std::string> named() const;
  Weighed judge(const Siblings& siblings) const;
};

}  // namespace podium
