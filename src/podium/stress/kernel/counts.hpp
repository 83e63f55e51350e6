#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "podium/stress/kernel/ranks.hpp"

namespace podium {

/// The ranks that a unit had in most draws so far; at first none.
struct RankWindow {
  BlockRank first = std::numeric_limits<BlockRank>::max();
  BlockRank last = 0;
};

/// Working memory for one block at a time; each thread has its own. What it keeps from block to block changes the time
/// that the next one takes, not its counts.
struct CountRoom {
  explicit CountRoom(std::size_t units);

  std::vector<RankWindow> windows;
  std::vector<BlockRow<BlockRank>> ranks;       ///< of a block with fewer draws
  std::vector<BlockRow<std::int16_t>> winners;  ///< places as count_pairs compares them
  std::vector<BlockRow<std::int16_t>> losers;
  std::vector<BlockRow<std::uint8_t>> short_ranks;  ///< where few units make them fit
  std::vector<BlockRow<std::int8_t>> short_winners;
  std::vector<BlockRow<std::int8_t>> short_losers;
};

/// Adds the first `draws` draws of a block to a histogram: counts[unit * (units + 1) + rank] is in how many draws the
/// unit has that rank; rank 0 is unranked.
void count_ranks(std::span<const BlockRow<BlockRank>> ranks, std::size_t draws, std::span<std::uint64_t> counts,
                 CountRoom& room);

/// Adds the first `draws` draws of a block to the counts of pairs, units * units of them. For i < j, pairs[i * units +
/// j] is in how many draws i stands before j, and pairs[j * units + i] in how many neither stands before the other:
/// they tie, or one of them is unranked. Counts of different blocks may be added; finish_wins makes winning counts of
/// the sums.
void count_pairs(std::span<const BlockRow<BlockRank>> ranks, std::size_t draws, std::span<std::uint64_t> pairs,
                 CountRoom& room);

/// From counts of pairs over `draws` draws in all: wins[i * units + j] is in how many of them i stands before j,
/// strictly, for all i and j. What wins of i over j and of j over i lack of `draws` are the draws in which neither
/// stands before the other.
void finish_wins(std::size_t units, std::uint64_t draws, std::span<std::uint64_t> pairs);

}  // namespace podium
