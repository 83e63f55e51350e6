#pragma once

#include "podium/core/impute/pool.hpp"

namespace podium {

struct ImputeMean {
  static constexpr MethodDoc doc{
      .name = "mean",
      .summary = "Fills a gap with the mean of the indicator's available figures.",
      .formula = "mean of the available figures",
      .edge_cases = "An indicator without any figure is an error. Outliers pull the mean.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 3.2",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  std::optional<Problem> apply(const ImputePool& pool) const { return fill_gaps_with(pool, mean_of); }
};

}  // namespace podium
