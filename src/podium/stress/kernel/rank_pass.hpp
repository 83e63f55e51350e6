#pragma once

#include <cstddef>
#include <span>

#include "podium/stress/kernel/ranks.hpp"

/// What rank_block does draw by draw, without vectors.
namespace podium {

struct RankPass {
  std::span<const BlockRow<double>> scores;
  std::span<BlockRow<BlockRank>> ranks;
  RankRoom& room;
};

/// Ranks of one draw as core gives them.
void sort_draw(const RankPass& pass, std::size_t draw);

/// After counting on keys of which two of a draw are the same: their units have the same rank, and their scores decide
/// which of them has the next one.
void settle_pair(const RankPass& pass, std::size_t draw);

/// Sorted keys of `columns` draws from `draw` on, keys[place * columns + column]: the unit at each place gets that
/// place as its rank.
void place_units(const RankPass& pass, std::size_t draw, const std::int32_t* keys, std::size_t columns, int unit_bits);

/// After place_units: where the keys of a draw, each `stride` after the one before, hold the same score several times,
/// the scores themselves decide, and what ties shares a rank.
void settle_ties(const RankPass& pass, std::size_t draw, const std::int32_t* keys, std::size_t stride, int unit_bits);

}  // namespace podium
