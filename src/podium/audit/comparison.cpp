#include "podium/audit/comparison.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>

#include "podium/core/statistics/correlation.hpp"

namespace podium {
namespace {

struct Standing {
  Rank rank = 0;
  double score = kMissing;
};

Standing standing_of(const RankedNode& ranked, const std::string& code) {
  const std::optional<Unit> unit = ranked.ranking.panel().find_unit(code);
  if (!unit) return {};
  return {ranked.ranking.rank(ranked.node, ranked.time, *unit), ranked.ranking.score(ranked.node, ranked.time, *unit)};
}

std::size_t size_of(const RankMove& move) { return static_cast<std::size_t>(std::abs(move.gain())); }

}  // namespace

RankingComparison compare_rankings(const RankedNode& first, const RankedNode& second) {
  std::set<std::string> codes;
  for (const RankedNode* ranked : {&first, &second}) {
    codes.insert(ranked->ranking.panel().units().begin(), ranked->ranking.panel().units().end());
  }
  RankingComparison comparison;
  std::vector<double> first_scores;
  std::vector<double> second_scores;
  for (const std::string& code : codes) {
    const Standing from = standing_of(first, code);
    const Standing to = standing_of(second, code);
    const RankMove move{code, from.rank, to.rank, from.score, to.score};
    comparison.moves.push_back(move);
    if (move.first == 0 || move.second == 0) continue;
    ++comparison.common;
    comparison.mean_absolute_change += static_cast<double>(size_of(move));
    comparison.largest_change = std::max(comparison.largest_change, size_of(move));
    first_scores.push_back(move.first_score);
    second_scores.push_back(move.second_score);
  }
  comparison.mean_absolute_change /= static_cast<double>(comparison.common);
  comparison.kendall = correlate(CorrelationKind::Kendall, first_scores, second_scores).r;
  comparison.spearman = correlate(CorrelationKind::Spearman, first_scores, second_scores).r;
  return comparison;
}

RankingComparison compare_rankings(const Ranking& first, const Ranking& second, Series node, Time time) {
  return compare_rankings({first, node, time}, {second, node, time});
}

std::vector<std::size_t> RankingComparison::largest_first() const {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (moves[i].gain() != 0) order.push_back(i);
  }
  std::ranges::stable_sort(order, std::ranges::greater(), [this](std::size_t i) { return size_of(moves[i]); });
  return order;
}

}  // namespace podium
