#pragma once

#include "podium/core/impute/pool.hpp"

namespace podium {

struct ImputeMedian {
  static constexpr MethodDoc doc{
      .name = "median",
      .summary = "Fills a gap with the median of the indicator's available figures; outliers do not pull it.",
      .formula = "middle figure, or the mean of the two middle ones",
      .edge_cases = "An indicator without any figure is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 3.2",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  std::optional<Problem> apply(const ImputePool& pool) const { return fill_gaps_with(pool, median_of); }
};

}  // namespace podium
