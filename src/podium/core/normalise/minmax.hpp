#pragma once

#include "podium/core/normalise/pool.hpp"

namespace podium {

struct MinMax {
  static constexpr MethodDoc doc{
      .name = "minmax",
      .summary = "Stretches the figures so that the worst is the lower end of the range and the best the upper end.",
      .formula = "l + (u - l) (z - min z) / (max z - min z)",
      .edge_cases =
          "Gaps stay gaps. A constant or empty indicator is an error. The best figure has exactly the upper end.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 5.3",
  };

  Bounds range{0, 100};

  static constexpr auto parameters() {
    return std::tuple{parameter("range", &MinMax::range, "lowest and highest score")};
  }

  std::optional<Problem> check() const { return check_range(range); }

  std::optional<Problem> apply(NormalisePool pool) const {
    const std::optional<Bounds> extremes = extremes_of(pool.z);
    if (!extremes) return empty_pool();
    if (extremes->lower == extremes->upper) return constant_pool(pool, doc.name);
    const double width = extremes->upper - extremes->lower;
    if (!std::isfinite(width)) return spread_out_of_range(pool);
    for (double& z : pool.z) z = point_of(range, (z - extremes->lower) / width);
    return std::nullopt;
  }
};

}  // namespace podium
