#pragma once

#include "podium/core/normalise/pool.hpp"

namespace podium {

struct Scaled {
  static constexpr MethodDoc doc{
      .name = "scaled",
      .summary =
          "Places the figures of all indicators on one fixed scale, such as 0 to 100 for percentages, whatever the "
          "figures are.",
      .formula = "f (z - l) / (u - l)",
      .edge_cases =
          "Gaps stay gaps. Figures beyond the bounds have scores below 0 or above f. With direction -1 the bounds are "
          "those of -x; goalposts are the method with bounds of each indicator, on the original scale.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 5.3",
  };

  static constexpr bool kIsFixed = true;

  Bounds bounds{0, 100};
  double factor = 100;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("bounds", &Scaled::bounds, "the figures that score 0 and f, after the direction was applied"),
        parameter("factor", &Scaled::factor, "f, the score of the upper bound")};
  }

  std::optional<Problem> check() const {
    if (!std::isfinite(factor) || !(factor > 0)) {
      return Problem{Code::InvalidValue, "factor " + quoted_number(factor), "a finite number above 0"};
    }
    if (std::isfinite(bounds.upper - bounds.lower) && bounds.lower < bounds.upper) return std::nullopt;
    return Problem{Code::InvalidValue,
                   "bounds [" + quoted_number(bounds.lower) + ", " + quoted_number(bounds.upper) + "]",
                   "two finite numbers, the lower one first"};
  }

  std::optional<Problem> apply(const NormalisePool& pool) const {
    if (!extremes_of(pool.z)) return empty_pool();
    const double width = bounds.upper - bounds.lower;
    for (double& z : pool.z) z = factor * (z - bounds.lower) / width;
    return std::nullopt;
  }
};

}  // namespace podium
