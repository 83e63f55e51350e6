#pragma once

#include "podium/core/normalise/pool.hpp"

namespace podium {

struct NoNormalisation {
  static constexpr MethodDoc doc{
      .name = "none",
      .summary =
          "Leaves the figures on their scale and applies the direction only; for indicators that are scores already.",
      .formula = "z",
      .edge_cases = "Gaps stay gaps. With direction -1 figures change their sign.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 5",
  };

  static constexpr bool kIsFixed = true;

  static constexpr auto parameters() { return std::tuple{}; }

  std::optional<Problem> apply(const NormalisePool&) const { return std::nullopt; }
};

}  // namespace podium
