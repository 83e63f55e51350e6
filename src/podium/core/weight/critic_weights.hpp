#pragma once

#include "podium/core/weight/weighing.hpp"

namespace podium {

struct CriticWeights {
  static constexpr MethodDoc doc{
      .name = "critic",
      .summary =
          "CRITIC (criteria importance through intercriteria correlation): a component weighs more if it sets units "
          "apart and says what the others do not.",
      .formula =
          "z = (x - min x) / (max x - min x); c_j = sd z_j * sum_k (1 - r_jk), r the Pearson correlation; "
          "w_j = c_j / sum_k c_k",
      .edge_cases =
          "Over the units without a gap among the node's components, at least three. A constant component is an "
          "error, and so are components that all say the same (r = 1 throughout).",
      .source =
          "Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria problems: the "
          "CRITIC method, Computers & Operations Research 22, 1995",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  std::size_t least_observations(std::size_t) const { return 3; }
  Weighed weigh(const ScoreTable& table) const;
};

}  // namespace podium
