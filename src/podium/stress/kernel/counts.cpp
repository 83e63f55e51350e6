#include "podium/stress/kernel/counts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <limits>

#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/stress/kernel/counts.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

#include "podium/stress/kernel/vectors.inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

/// In how many draws of a block the places of the first row are before those of the second.
template <class Place>
HWY_INLINE std::uint64_t draws_before(const BlockRow<Place>& first, const BlockRow<Place>& second) {
  const hn::CappedTag<Place, kBlockDraws> tag;
  std::uint64_t count = 0;
  for (std::size_t draw = 0; draw < kBlockDraws; draw += hn::MaxLanes(tag)) {
    count += hn::CountTrue(tag, hn::Lt(hn::Load(tag, first.data() + draw), hn::Load(tag, second.data() + draw)));
  }
  return count;
}

/// Adds to pairs[i * units + j], for the rows i from `first` on and all j after them.
template <std::size_t rows, class Place>
HWY_INLINE void count_wins_of(std::span<const BlockRow<Place>> winners, std::span<const BlockRow<Place>> losers,
                              std::size_t first, std::uint64_t* pairs) {
  const std::size_t units = winners.size();
  const BlockRow<Place>* const own = winners.data() + first;
  std::uint64_t* const of_first = pairs + first * units;
  unrolled<rows>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
    unrolled<rows>([&](auto j) HWY_ATTR __attribute__((always_inline)) {
      if constexpr (j > i) of_first[i * units + first + j] += draws_before(own[i], losers[first + j]);
    });
  });
  for (std::size_t j = first + rows; j < units; ++j) {
    unrolled<rows>([&](auto i) HWY_ATTR
                   __attribute__((always_inline)) { of_first[i * units + j] += draws_before(own[i], losers[j]); });
  }
}

template <class Place>
HWY_INLINE void count_rows(std::span<const BlockRow<Place>> winners, std::span<const BlockRow<Place>> losers,
                           bool distinct, std::uint64_t* pairs) {
  constexpr std::size_t kTile = 4;
  const std::size_t units = winners.size();
  std::size_t row = 0;
  for (; row + kTile <= units; row += kTile) count_wins_of<kTile>(winners, losers, row, pairs);
  for (; row < units; ++row) count_wins_of<1>(winners, losers, row, pairs);
  if (distinct) return;
  for (std::size_t i = 0; i < units; ++i) {
    for (std::size_t j = i + 1; j < units; ++j) {
      pairs[j * units + i] += kBlockDraws - draws_before(winners[i], losers[j]) - draws_before(winners[j], losers[i]);
    }
  }
}

/// Ranks as small signed numbers that compare fast. As a winner, an unranked unit stands behind all; as a loser, before
/// all: so it neither wins nor loses. Returns whether each draw has each rank once: ties share the smallest rank and
/// the unranked have 0, so that the sum of the ranks is less.
template <class Place>
HWY_INLINE bool to_places(std::span<const BlockRow<BlockRank>> ranks, std::span<BlockRow<Place>> winners,
                          std::span<BlockRow<Place>> losers) {
  constexpr Place kLowest = std::numeric_limits<Place>::min();
  constexpr Place kHighest = std::numeric_limits<Place>::max();
  const hn::CappedTag<std::int16_t, kBlockDraws> tag;
  const hn::Rebind<Place, decltype(tag)> narrow;
  const auto lowest = hn::Set(tag, kLowest);
  const auto highest = hn::Set(tag, kHighest);
  const auto one = hn::Set(tag, 1);
  const std::size_t units = ranks.size();
  const auto expected = hn::Set(tag, static_cast<std::int16_t>(units * (units + 1) / 2));
  bool distinct = true;
  for (std::size_t draw = 0; draw < kBlockDraws; draw += hn::MaxLanes(tag)) {
    auto sum = hn::Zero(tag);
    for (std::size_t unit = 0; unit < units; ++unit) {
      const hn::RebindToUnsigned<decltype(tag)> words;
      const auto rank = hn::BitCast(tag, hn::Load(words, ranks[unit].data() + draw));
      const auto place = hn::Add(lowest, hn::Sub(rank, one));
      const auto is_unranked = hn::Eq(rank, hn::Zero(tag));
      sum = hn::Add(sum, rank);
      const auto winner = hn::IfThenElse(is_unranked, highest, place);
      const auto loser = hn::IfThenElse(is_unranked, lowest, place);
      if constexpr (sizeof(Place) == 1) {
        hn::Store(hn::DemoteTo(narrow, winner), narrow, winners[unit].data() + draw);
        hn::Store(hn::DemoteTo(narrow, loser), narrow, losers[unit].data() + draw);
      } else {
        hn::Store(winner, narrow, winners[unit].data() + draw);
        hn::Store(loser, narrow, losers[unit].data() + draw);
      }
    }
    distinct = distinct && hn::AllTrue(tag, hn::Eq(sum, expected));
  }
  return distinct;
}

void count_short_pairs(std::span<const BlockRow<BlockRank>> ranks, std::uint64_t* pairs, CountRoom& room) {
  const bool distinct = to_places<std::int8_t>(ranks, room.short_winners, room.short_losers);
  count_rows<std::int8_t>(room.short_winners, room.short_losers, distinct, pairs);
}

void count_long_pairs(std::span<const BlockRow<BlockRank>> ranks, std::uint64_t* pairs, CountRoom& room) {
  // The sums of many ranks overflow, so they do not tell whether all are distinct.
  to_places<std::int16_t>(ranks, room.winners, room.losers);
  count_rows<std::int16_t>(room.winners, room.losers, false, pairs);
}

#if HWY_TARGET == HWY_SCALAR
template <class Place>
void count_unit(const BlockRow<Place>& ranks, std::size_t, RankWindow&, std::uint64_t* counts) {
  for (const Place rank : ranks) ++counts[rank];
}
#else
/// The draws in which a unit's rank is not among `size` ranks from `first` on, one bit for each.
template <class Place>
HWY_INLINE std::uint64_t draws_outside(const BlockRow<Place>& ranks, std::size_t first, std::size_t size) {
  static_assert(std::endian::native == std::endian::little && kBlockDraws == 64);
  const hn::CappedTag<Place, kBlockDraws> tag;
  constexpr std::size_t kLanes = hn::MaxLanes(tag);
  const auto lowest = hn::Set(tag, static_cast<Place>(first));
  const auto highest = hn::Set(tag, static_cast<Place>(first + size - 1));
  std::array<std::uint8_t, kBlockDraws / 8> bits;
  for (std::size_t draw = 0; draw < kBlockDraws; draw += kLanes) {
    const auto rank = hn::Load(tag, ranks.data() + draw);
    hn::StoreMaskBits(tag, hn::Or(hn::Lt(rank, lowest), hn::Gt(rank, highest)), bits.data() + draw / 8);
  }
  return std::bit_cast<std::uint64_t>(bits);
}

/// Rank by rank for those that the unit had before, draw by draw for others. counts[0 ... highest].
template <class Place>
HWY_INLINE void count_unit(const BlockRow<Place>& ranks, std::size_t highest, RankWindow& window,
                           std::uint64_t* counts) {
  /// So many ranks cost as much as all draws one by one.
  constexpr std::size_t kMostRanks = 64;
  constexpr std::size_t kAtOnce = 4;
  constexpr int kFewDraws = 3;
  const hn::CappedTag<Place, kBlockDraws> tag;
  const std::size_t size = window.first > window.last ? 0 : (window.last + kAtOnce - window.first) / kAtOnce * kAtOnce;
  if (size > std::min(kMostRanks, highest + 1)) {
    for (const Place rank : ranks) ++counts[rank];
    return;
  }
  const std::size_t first = std::min<std::size_t>(window.first, highest + 1 - size);
  auto sought = hn::Set(tag, static_cast<Place>(first));
  for (std::size_t rank = first; rank < first + size; rank += kAtOnce) {
    unrolled<kAtOnce>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
      std::size_t count = 0;
      for (std::size_t draw = 0; draw < kBlockDraws; draw += hn::MaxLanes(tag)) {
        count += hn::CountTrue(tag, hn::Eq(hn::Load(tag, ranks.data() + draw), sought));
      }
      counts[rank + i] += count;
      sought = hn::Add(sought, hn::Set(tag, 1));
    });
  }
  const std::uint64_t outside = draws_outside(ranks, first, size);
  const bool widens = std::popcount(outside) >= kFewDraws;
  for (std::uint64_t left = outside; left != 0; left &= left - 1) {
    const Place rank = ranks[static_cast<std::size_t>(std::countr_zero(left))];
    ++counts[rank];
    if (widens) window = {std::min<BlockRank>(window.first, rank), std::max<BlockRank>(window.last, rank)};
  }
}
#endif

template <class Place>
HWY_INLINE void count_units(std::span<const BlockRow<Place>> ranks, CountRoom& room, std::uint64_t* counts) {
  for (std::size_t unit = 0; unit < ranks.size(); ++unit) {
    count_unit(ranks[unit], ranks.size(), room.windows[unit], counts + unit * (ranks.size() + 1));
  }
}

void count_short_ranks(std::span<const BlockRow<BlockRank>> ranks, std::uint64_t* counts, CountRoom& room) {
  const hn::CappedTag<std::int16_t, kBlockDraws> tag;
  const hn::Rebind<std::uint8_t, decltype(tag)> narrow;
  const hn::RebindToUnsigned<decltype(tag)> words;
  for (std::size_t unit = 0; unit < ranks.size(); ++unit) {
    for (std::size_t draw = 0; draw < kBlockDraws; draw += hn::MaxLanes(tag)) {
      const auto rank = hn::BitCast(tag, hn::Load(words, ranks[unit].data() + draw));
      hn::Store(hn::DemoteTo(narrow, rank), narrow, room.short_ranks[unit].data() + draw);
    }
  }
  count_units<std::uint8_t>(room.short_ranks, room, counts);
}

void count_long_ranks(std::span<const BlockRow<BlockRank>> ranks, std::uint64_t* counts, CountRoom& room) {
  count_units<BlockRank>(ranks, room, counts);
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium {
namespace {

HWY_EXPORT(count_short_ranks);
HWY_EXPORT(count_long_ranks);
HWY_EXPORT(count_short_pairs);
HWY_EXPORT(count_long_pairs);

/// Up to so many units, places fit into eight bits.
constexpr std::size_t kMostShort = 254;

}  // namespace

CountRoom::CountRoom(std::size_t units) : windows(units), ranks(units) {
  if (units <= kMostShort) {
    short_ranks.resize(units);
    short_winners.resize(units);
    short_losers.resize(units);
  } else {
    winners.resize(units);
    losers.resize(units);
  }
}

void count_ranks(std::span<const BlockRow<BlockRank>> ranks, std::size_t draws, std::span<std::uint64_t> counts,
                 CountRoom& room) {
  const std::size_t units = ranks.size();
  assert(counts.size() == units * (units + 1) && room.windows.size() == units && draws <= kBlockDraws);
  if (draws < kBlockDraws) {
    for (std::size_t unit = 0; unit < units; ++unit) {
      for (std::size_t draw = 0; draw < draws; ++draw) ++counts[unit * (units + 1) + ranks[unit][draw]];
    }
  } else if (units <= kMostShort) {
    HWY_DYNAMIC_DISPATCH(count_short_ranks)(ranks, counts.data(), room);
  } else {
    HWY_DYNAMIC_DISPATCH(count_long_ranks)(ranks, counts.data(), room);
  }
}

void count_pairs(std::span<const BlockRow<BlockRank>> ranks, std::size_t draws, std::span<std::uint64_t> pairs,
                 CountRoom& room) {
  const std::size_t units = ranks.size();
  assert(pairs.size() == units * units && room.ranks.size() == units && draws <= kBlockDraws);
  if (draws < kBlockDraws) {
    // The last draws become unranked, which makes undecided pairs of them, and these are taken off again.
    std::ranges::copy(ranks, room.ranks.begin());
    for (BlockRow<BlockRank>& row : room.ranks) std::fill(row.begin() + draws, row.end(), BlockRank{0});
    for (std::size_t i = 0; i < units; ++i) {
      for (std::size_t j = i + 1; j < units; ++j) pairs[j * units + i] -= kBlockDraws - draws;
    }
    ranks = room.ranks;
  }
  if (units <= kMostShort) {
    HWY_DYNAMIC_DISPATCH(count_short_pairs)(ranks, pairs.data(), room);
  } else {
    HWY_DYNAMIC_DISPATCH(count_long_pairs)(ranks, pairs.data(), room);
  }
}

void finish_wins(std::size_t units, std::uint64_t draws, std::span<std::uint64_t> pairs) {
  for (std::size_t i = 0; i < units; ++i) {
    for (std::size_t j = i + 1; j < units; ++j) {
      pairs[j * units + i] = draws - pairs[i * units + j] - pairs[j * units + i];
    }
  }
}

}  // namespace podium
#endif
