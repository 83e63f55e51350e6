#pragma once

#include "podium/core/treat/pool.hpp"

namespace podium {

struct NoTreatment {
  static constexpr MethodDoc doc{
      .name = "none",
      .summary = "Leaves the figures as they are; for comparing a recipe with the same recipe without treatment.",
      .formula = "x",
      .edge_cases = "A second method in `then` still takes effect where the figures are not accepted.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 3 and section 5.1",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  Treatment apply(const TreatPool& pool) const { return {.shape = pool.shape}; }
};

}  // namespace podium
