#include "podium/stress/kernel/rank_pass.hpp"

#include <algorithm>
#include <cassert>

#include "podium/core/rank.hpp"

namespace podium {
namespace {

/// Ranks of a run of places whose keys hold the same score: the scores themselves decide, and what ties shares a rank.
void settle_run(const RankPass& pass, std::size_t draw, std::size_t first_place, std::span<std::uint16_t> units) {
  const auto score = [&](std::uint16_t unit) { return pass.scores[unit][draw]; };
  std::ranges::sort(
      units, [&](std::uint16_t a, std::uint16_t b) { return score(a) > score(b) || (score(a) == score(b) && a < b); });
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool ties = i > 0 && score(units[i]) == score(units[i - 1]);
    pass.ranks[units[i]][draw] = ties ? pass.ranks[units[i - 1]][draw] : static_cast<BlockRank>(first_place + i + 1);
  }
}

}  // namespace

void sort_draw(const RankPass& pass, std::size_t draw) {
  std::vector<double> of_draw;
  for (const BlockRow<double>& row : pass.scores) of_draw.push_back(row[draw]);
  const std::vector<Rank> ranks = competition_ranks(of_draw);
  for (std::size_t unit = 0; unit < ranks.size(); ++unit) pass.ranks[unit][draw] = static_cast<BlockRank>(ranks[unit]);
}

void settle_pair(const RankPass& pass, std::size_t draw) {
  std::uint64_t met = 0;
  BlockRank shared = 0;
  for (const std::uint16_t unit : pass.room.ranked) {
    const BlockRank rank = pass.ranks[unit][draw];
    assert(rank < 64);
    const std::uint64_t bit = std::uint64_t{1} << rank;
    if ((met & bit) != 0) shared = rank;
    met |= bit;
  }
  const auto shares = [&](std::uint16_t unit) { return pass.ranks[unit][draw] == shared; };
  const auto first = std::ranges::find_if(pass.room.ranked, shares);
  const auto second = std::find_if(first + 1, pass.room.ranked.end(), shares);
  const double of_first = pass.scores[*first][draw];
  const double of_second = pass.scores[*second][draw];
  if (of_first < of_second) ++pass.ranks[*first][draw];
  if (of_second < of_first) ++pass.ranks[*second][draw];
}

void place_units(const RankPass& pass, std::size_t draw, const std::int32_t* keys, std::size_t columns, int unit_bits) {
  const std::int32_t unit_mask = (1 << unit_bits) - 1;
  const std::size_t count = pass.room.ranked.size();
  const std::uint16_t* const ranked = pass.room.ranked.data();
  BlockRow<BlockRank>* const ranks = pass.ranks.data();
  for (std::size_t place = 0; place < count; ++place) {
    for (std::size_t i = 0; i < columns; ++i) {
      const auto key = static_cast<std::size_t>(keys[place * columns + i] & unit_mask);
      ranks[ranked[key]][draw + i] = static_cast<BlockRank>(place + 1);
    }
  }
}

void settle_ties(const RankPass& pass, std::size_t draw, const std::int32_t* keys, std::size_t stride, int unit_bits) {
  const std::int32_t unit_mask = (1 << unit_bits) - 1;
  const std::size_t ranked = pass.room.ranked.size();
  std::vector<std::uint16_t> run;
  for (std::size_t first = 0; first < ranked; first += run.size()) {
    run.clear();
    const std::int32_t score = keys[first * stride] >> unit_bits;
    for (std::size_t place = first; place < ranked; ++place) {
      const std::int32_t key = keys[place * stride];
      if (key >> unit_bits != score) break;
      run.push_back(pass.room.ranked[static_cast<std::size_t>(key & unit_mask)]);
    }
    if (run.size() > 1) settle_run(pass, draw, first, run);
  }
}

}  // namespace podium
