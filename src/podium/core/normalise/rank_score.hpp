#pragma once

#include "podium/core/normalise/pool.hpp"
#include "podium/core/rank.hpp"

namespace podium {

struct RankScore {
  static constexpr MethodDoc doc{
      .name = "rank",
      .summary =
          "Replaces the figures by their ascending rank: the best of n gets n. Ignores distances, so outliers do no "
          "harm.",
      .formula = "rank of z among the available figures, 1 = worst",
      .edge_cases = "Gaps stay gaps. Equal figures share a rank as `ties` says. An empty indicator is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 1.5 (ranking)",
  };

  Ties ties = Ties::Smallest;

  static constexpr auto parameters() {
    return std::tuple{parameter("ties", &RankScore::ties, "which rank equal figures share")};
  }

  std::optional<Problem> apply(const NormalisePool& pool) const {
    if (!extremes_of(pool.z)) return empty_pool();
    const std::vector<double> ranks = ascending_ranks(pool.z, ties);
    std::ranges::copy(ranks, pool.z.begin());
    return std::nullopt;
  }
};

}  // namespace podium
