#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "podium/stress/kernel/ranks.hpp"

/// What rank_block does draw by draw, without vectors.
namespace podium {

struct RankPass {
  std::span<const BlockRow<double>> scores;
  std::span<BlockRow<BlockRank>> ranks;
  RankRoom& room;
  double error = 0;  ///< by which differences of scores may be off

  /// Takes note if two scores of a draw are too near each other to say which one is better. Without an error none are:
  /// they may tie.
  void compare(double score, double other) const {
    if (error > 0 && !(std::abs(score - other) > error)) room.is_in_doubt = true;
  }
};

/// Ranks of one draw as core gives them.
void sort_draw(const RankPass& pass, std::size_t draw);

/// After counting on keys of which two of a draw are the same: their units have the same rank, and their scores decide
/// which of them has the next one.
void settle_pair(const RankPass& pass, std::size_t draw);

/// Sorted keys of `columns` draws from `draw` on, keys[place * columns + column]: the unit at each place gets that
/// place as its rank.
void place_units(const RankPass& pass, std::size_t draw, const std::int32_t* keys, std::size_t columns, int unit_bits);

/// After place_units: where keys of a draw, each `stride` after the one before, hold scores that are the same or next
/// to each other, the scores themselves decide, and what ties shares a rank.
void settle_ties(const RankPass& pass, std::size_t draw, const std::int32_t* keys, std::size_t stride, int unit_bits);

}  // namespace podium
