#pragma once

#include "podium/core/weight/weighing.hpp"

namespace podium {

struct EqualWeights {
  static constexpr MethodDoc doc{
      .name = "equal",
      .summary =
          "Gives all components of a node the same weight; where nothing speaks for one over another, and as a "
          "baseline to compare other weights with.",
      .formula = "w_i = 1",
      .edge_cases = "A component of weight 0 is only shown and stays so.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 1.6",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  Weighed judge(const Siblings& siblings) const {
    Weighed weighed;
    for (const double weight : siblings.weights) weighed.weights.push_back(weight == 0 ? 0 : 1);
    return weighed;
  }
};

}  // namespace podium
