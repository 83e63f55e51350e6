#include "podium/stress/kernel/weighed_ranks.hpp"

#include <algorithm>

namespace podium {
namespace {

/// After a block that was in doubt: two units that are alike, or a pillar without weight, are so in other blocks too.
constexpr std::size_t kExactBlocks = 15;

bool has_different_draws(std::span<const BlockRow<double>> weights) {
  return std::ranges::any_of(weights, [](const BlockRow<double>& row) { return row[0] != row[1]; });
}

}  // namespace

bool WeighedRanks::rank_flat(std::span<const BlockRow<double>> weights, std::span<BlockRow<double>> scores,
                             std::span<BlockRow<BlockRank>> ranks) {
  return score_flat(layout_, weights, scores, score_room_) &&
         rank_block(scores, ranks, rank_room_, layout_.flat()->error);
}

void WeighedRanks::rank(std::span<const BlockRow<double>> weights, std::span<BlockRow<double>> scores,
                        std::span<BlockRow<BlockRank>> ranks) {
  if (exact_blocks_left_ > 0) {
    --exact_blocks_left_;
  } else if (layout_.flat() && has_different_draws(weights)) {
    if (rank_flat(weights, scores, ranks)) return;
    exact_blocks_left_ = kExactBlocks;
  }
  score_block(layout_, weights, scores, score_room_);
  rank_block(scores, ranks, rank_room_);
}

}  // namespace podium
