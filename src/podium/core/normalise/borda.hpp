#pragma once

#include "podium/core/normalise/pool.hpp"
#include "podium/core/rank.hpp"

namespace podium {

struct Borda {
  static constexpr MethodDoc doc{
      .name = "borda",
      .summary = "Gives each unit a point for every unit that it leaves behind, as votes are counted.",
      .formula = "rank of z among the available figures, 1 = worst, - 1",
      .edge_cases = "Gaps stay gaps. Equal figures share a rank as `ties` says. An empty indicator is an error.",
      .source = "Borda, 1784, Memoire sur les elections au scrutin; OECD/JRC Handbook, 2008, section 6.12",
  };

  Ties ties = Ties::Smallest;

  static constexpr auto parameters() {
    return std::tuple{parameter("ties", &Borda::ties, "which rank equal figures share")};
  }

  std::optional<Problem> apply(const NormalisePool& pool) const {
    if (!extremes_of(pool.z)) return empty_pool();
    const std::vector<double> ranks = ascending_ranks(pool.z, ties);
    std::ranges::transform(ranks, pool.z.begin(), [](double rank) { return rank - 1; });
    return std::nullopt;
  }
};

}  // namespace podium
