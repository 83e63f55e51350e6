#pragma once

#include <vector>

#include "podium/core/rank.hpp"
#include "podium/stress/kernel/ranks.hpp"

#include "support/random.hpp"

/// Blocks of scores for the kernel, and their ranks as core gives them, one draw at a time.
namespace podium::testing {

using Scores = std::vector<BlockRow<double>>;
using Ranks = std::vector<BlockRow<BlockRank>>;

/// Sizes that each way of ranking serves, and those at which they take over from each other.
inline constexpr std::size_t kSizes[] = {1,  2,  3,  4,  5,  7,   8,   12,  31,  36,  47,  48,  49,
                                         50, 63, 64, 65, 90, 127, 128, 129, 130, 200, 254, 255, 300};

/// A block of scores: of few values, so that many tie, or of many; near each other or not; with gaps or without.
inline Scores random_scores(Random& random, std::size_t units) {
  Scores scores(units);
  const std::size_t values = random.below(3) == 0 ? 1 + random.below(40) : 0;
  const double spread = random.below(2) == 0 ? 100 : 1e-13;
  const double gaps = random.below(3) == 0 ? random.uniform() : 0;
  for (BlockRow<double>& row : scores) {
    for (double& score : row) {
      const double share = values == 0 ? random.uniform() : static_cast<double>(random.below(values));
      score = random.uniform() < gaps ? kMissing : 50 + spread * share;
    }
  }
  // One unit without any score, two that are always alike, and one that is far away.
  if (random.below(3) == 0) scores[0].fill(kMissing);
  if (units > 3 && random.below(4) == 0) scores[2] = scores[1];
  if (units > 3 && random.below(4) == 0) scores[3].fill(-1e300);
  return scores;
}

inline Ranks ranks_of_core(const Scores& scores) {
  Ranks ranks(scores.size());
  for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
    std::vector<double> of_draw;
    for (const BlockRow<double>& row : scores) of_draw.push_back(row[draw]);
    const std::vector<Rank> expected = competition_ranks(of_draw);
    for (std::size_t unit = 0; unit < ranks.size(); ++unit) ranks[unit][draw] = static_cast<BlockRank>(expected[unit]);
  }
  return ranks;
}

}  // namespace podium::testing
