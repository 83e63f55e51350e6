#pragma once

#include "podium/core/normalise/pool.hpp"
#include "podium/core/rank.hpp"

namespace podium {

struct PercentileRank {
  static constexpr MethodDoc doc{
      .name = "percentile-rank",
      .summary = "Says which share of the other units each unit leaves behind: the best scores 1, the worst 0.",
      .formula = "(rank of z among the n available figures, 1 = worst, - 1) / (n - 1)",
      .edge_cases =
          "Gaps stay gaps. Equal figures share a rank as `ties` says. An empty indicator, or one with a single figure, "
          "is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 1.5 (ranking)",
  };

  Ties ties = Ties::Smallest;

  static constexpr auto parameters() {
    return std::tuple{parameter("ties", &PercentileRank::ties, "which rank equal figures share")};
  }

  std::optional<Problem> apply(const NormalisePool& pool) const {
    const auto gaps = std::ranges::count_if(pool.z, is_missing);
    const auto available = pool.z.size() - static_cast<std::size_t>(gaps);
    if (available == 0) return empty_pool();
    if (available == 1) return Problem{Code::TooFewFigures, "1 figure", "at least 2 for method " + quoted(doc.name)};
    const std::vector<double> ranks = ascending_ranks(pool.z, ties);
    const auto others = static_cast<double>(available - 1);
    std::ranges::transform(ranks, pool.z.begin(), [others](double rank) { return (rank - 1) / others; });
    return std::nullopt;
  }
};

}  // namespace podium
