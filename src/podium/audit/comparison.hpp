#pragma once

#include <string>
#include <vector>

#include "podium/core/run.hpp"

namespace podium {

/// One unit in two rankings of the same units.
struct RankMove {
  std::string unit;  ///< code
  Rank first;        ///< 0 where unranked
  Rank second;
  double first_score;
  double second_score;

  /// Places gained from the first to the second; 0 where one of them is missing.
  int gain() const { return first == 0 || second == 0 ? 0 : static_cast<int>(first) - static_cast<int>(second); }
};

/// Two rankings of one node in one period: two recipes, two weight sets, two editions.
struct RankingComparison {
  std::vector<RankMove> moves;  ///< by code
  std::size_t common = 0;       ///< units ranked in both
  double mean_absolute_change = 0;
  std::size_t largest_change = 0;
  double kendall = kMissing;  ///< tau-b of the scores
  double spearman = kMissing;

  /// Positions in `moves` of those that changed, the largest change first, equals by code.
  std::vector<std::size_t> largest_first() const;
};

/// Units are matched by code; one that only one panel knows is unranked in the other.
RankingComparison compare_rankings(const Ranking& first, const Ranking& second, Series node, Time time);

/// The same with positions of the second ranking's own, for indices whose hierarchies differ.
struct RankedNode {
  const Ranking& ranking;
  Series node;
  Time time;
};
RankingComparison compare_rankings(const RankedNode& first, const RankedNode& second);

}  // namespace podium
