#pragma once

#include "podium/core/weight/weighing.hpp"

namespace podium {

struct EntropyWeights {
  static constexpr MethodDoc doc{
      .name = "entropy",
      .summary =
          "Weights by Shannon's entropy: a component whose scores are spread unevenly over the units tells more and "
          "weighs more.",
      .formula =
          "p_ij = x_ij / sum_i x_ij over n units i; e_j = -sum_i p_ij ln p_ij / ln n; w_j = (1 - e_j) / sum_k (1 - "
          "e_k)",
      .edge_cases =
          "Over the units without a gap among the node's components, at least two. 0 ln 0 is 0. A negative score is an "
          "error. Weights depend on where the scale has its zero. A constant component is an error.",
      .source = "Hwang and Yoon, Multiple Attribute Decision Making, 1981, part II; Shannon, 1948",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  std::size_t least_observations(std::size_t) const { return 2; }
  Weighed weigh(const ScoreTable& table) const;
};

}  // namespace podium
