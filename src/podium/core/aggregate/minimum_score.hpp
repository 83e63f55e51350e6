#pragma once

#include <algorithm>

#include "podium/core/aggregate/row.hpp"

namespace podium {

struct MinimumScore {
  static constexpr MethodDoc doc{
      .name = "minimum",
      .summary = "The weakest component is the score: nothing makes good for it; for requirements that all must hold.",
      .formula = "min x",
      .edge_cases =
          "Over the available components: an unknown component is not the weakest, so ask for complete rows with "
          "missing = \"gap\" where that matters. Weights say only which components count, those above 0.",
      .source =
          "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 1.6 (why an aggregation may allow no "
          "compensation)",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  double combine(AggregateRow row) const { return *std::ranges::min_element(row.scores); }
};

}  // namespace podium
