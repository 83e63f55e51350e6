#pragma once

#include <vector>

#include "podium/core/normalise/pool.hpp"

namespace podium {

struct Bands {
  static constexpr MethodDoc doc{
      .name = "bands",
      .summary =
          "Puts the figures into bands between fixed cuts and scores the band, for figures whose exact size means "
          "little, such as survey answers or ratings.",
      .formula = "the score of the band, counted from the worst: by default 0, 1, 2 ...",
      .edge_cases =
          "Gaps stay gaps. A figure at a cut belongs to the better band. Cuts are on the original scale: with "
          "direction "
          "-1 the band below the first cut is the best. An empty indicator is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 1.5 (categorical scale)",
  };

  static constexpr bool kIsFixed = true;

  std::vector<double> cuts{};
  std::vector<double> scores{};

  static constexpr auto parameters() {
    return std::tuple{
        parameter("cuts", &Bands::cuts, "where bands meet, ascending, on the original scale"),
        parameter("scores", &Bands::scores,
                  "the bands' scores from the worst to the best, one more than cuts; left out: 0, 1, 2 ...")};
  }

  std::optional<Problem> check() const;
  std::optional<Problem> apply(const NormalisePool& pool) const;
};

}  // namespace podium
