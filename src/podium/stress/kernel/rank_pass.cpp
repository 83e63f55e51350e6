#include "podium/stress/kernel/rank_pass.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

#include "podium/core/rank.hpp"

namespace podium {
namespace {

/// Ranks of a run of places whose keys hold scores next to each other: the scores themselves decide, and what ties
/// shares a rank.
void settle_run(const RankPass& pass, std::size_t draw, std::size_t first_place, std::span<std::uint16_t> units) {
  const auto score = [&](std::uint16_t unit) { return pass.scores[unit][draw]; };
  std::ranges::sort(
      units, [&](std::uint16_t a, std::uint16_t b) { return score(a) > score(b) || (score(a) == score(b) && a < b); });
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0) pass.compare(score(units[i]), score(units[i - 1]));
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
  // Of each rank met, the place among the ranked of the unit that has it, counted from 1.
  std::array<std::uint8_t, 64> holders{};
  assert(pass.room.ranked.size() < holders.size());
  for (std::size_t place = 0; place < pass.room.ranked.size(); ++place) {
    const std::uint16_t second = pass.room.ranked[place];
    std::uint8_t& holder = holders[pass.ranks[second][draw]];
    if (holder != 0) {
      const std::uint16_t first = pass.room.ranked[holder - 1U];
      const double of_first = pass.scores[first][draw];
      const double of_second = pass.scores[second][draw];
      pass.compare(of_first, of_second);
      if (of_first < of_second) ++pass.ranks[first][draw];
      if (of_second < of_first) ++pass.ranks[second][draw];
      return;
    }
    holder = static_cast<std::uint8_t>(place + 1);
  }
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
    std::int32_t score = keys[first * stride] >> unit_bits;
    for (std::size_t place = first; place < ranked; ++place) {
      const std::int32_t key = keys[place * stride];
      if ((key >> unit_bits) - score > 1) break;
      score = key >> unit_bits;
      run.push_back(pass.room.ranked[static_cast<std::size_t>(key & unit_mask)]);
    }
    if (run.size() > 1) settle_run(pass, draw, first, run);
  }
}

}  // namespace podium
