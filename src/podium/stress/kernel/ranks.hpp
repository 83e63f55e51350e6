#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "podium/stress/kernel/block.hpp"

namespace podium {

/// A place in the ranking of one draw: 1 is best, 0 is unranked. Up to 65534 units.
using BlockRank = std::uint16_t;

/// Working memory for one block at a time; each thread has its own.
struct RankRoom {
  explicit RankRoom(std::size_t units);

  std::vector<std::uint16_t> order;             ///< all units, few of them by their scores in the first block
  std::vector<std::uint16_t> ranked;            ///< the units that are ranked, in that order
  std::vector<BlockRow<std::uint16_t>> keys;    ///< of each ranked unit
  std::vector<BlockRow<std::int32_t>> columns;  ///< room for [place][draw in hand] of keys
  bool is_in_doubt = false;                     ///< of the block in hand, see rank_block
};

/// Competition ranks of each draw of a block by descending score, as competition_ranks of core/rank.hpp: ties share the
/// smallest rank, a gap is unranked. One row of scores and of ranks for each unit.
/// Differences of scores may be off by `error`. False, with nothing said of the ranks, where some draw has two scores
/// no farther than that from each other, or some that are not finite: which draws these are depends on nothing else.
bool rank_block(std::span<const BlockRow<double>> scores, std::span<BlockRow<BlockRank>> ranks, RankRoom& room,
                double error = 0);

}  // namespace podium
