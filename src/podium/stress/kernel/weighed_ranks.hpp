#pragma once

#include <cstddef>
#include <span>

#include "podium/stress/kernel/flat_scores.hpp"
#include "podium/stress/kernel/ranks.hpp"

namespace podium {

/// Ranks blocks of draws that differ in weights alone. Most draws leave no two units so near each other that the last
/// bits of their scores matter, so score_flat does; a block in which they might is scored by score_block. Each thread
/// has its own.
class WeighedRanks {
 public:
  explicit WeighedRanks(const ScoreLayout& layout) : layout_(layout), score_room_(layout), rank_room_(layout.units()) {}

  /// The ranks are those that rank_block makes of score_block's scores, and so core's. The scores are score_block's or,
  /// where the layout is flat() and weights vary, at most its error away. Both are the same for the same blocks in the
  /// same order, whatever the vectors. weights, scores and ranks as score_block and rank_block take them.
  void rank(std::span<const BlockRow<double>> weights, std::span<BlockRow<double>> scores,
            std::span<BlockRow<BlockRank>> ranks);

 private:
  bool rank_flat(std::span<const BlockRow<double>> weights, std::span<BlockRow<double>> scores,
                 std::span<BlockRow<BlockRank>> ranks);

  const ScoreLayout& layout_;
  ScoreRoom score_room_;
  RankRoom rank_room_;
  std::size_t exact_blocks_left_ = 0;
};

}  // namespace podium
