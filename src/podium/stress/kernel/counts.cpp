#include "podium/stress/kernel/counts.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/stress/kernel/counts.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

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

template <class Place>
HWY_INLINE void count_rows(std::span<const BlockRow<Place>> winners, std::span<const BlockRow<Place>> losers,
                           bool distinct, std::uint64_t* pairs) {
  const std::size_t units = winners.size();
  for (std::size_t i = 0; i < units; ++i) {
    for (std::size_t j = i + 1; j < units; ++j) pairs[i * units + j] += draws_before(winners[i], losers[j]);
    if (distinct) continue;
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

void count_short_pairs(std::span<const BlockRow<BlockRank>> ranks, std::uint64_t* pairs, PairRoom& room) {
  const bool distinct = to_places<std::int8_t>(ranks, room.short_winners, room.short_losers);
  count_rows<std::int8_t>(room.short_winners, room.short_losers, distinct, pairs);
}

void count_long_pairs(std::span<const BlockRow<BlockRank>> ranks, std::uint64_t* pairs, PairRoom& room) {
  // The sums of many ranks overflow, so they do not tell whether all are distinct.
  to_places<std::int16_t>(ranks, room.winners, room.losers);
  count_rows<std::int16_t>(room.winners, room.losers, false, pairs);
}

/// Rank by rank if the unit has few of them, else draw by draw.
void count_unit(const BlockRow<BlockRank>& ranks, std::uint64_t* counts) {
  constexpr std::size_t kMostRanks = 32;
  const hn::CappedTag<BlockRank, kBlockDraws> tag;
  constexpr std::size_t kLanes = hn::MaxLanes(tag);
  auto lowest = hn::Load(tag, ranks.data());
  auto highest = lowest;
  for (std::size_t draw = kLanes; draw < kBlockDraws; draw += kLanes) {
    lowest = hn::Min(lowest, hn::Load(tag, ranks.data() + draw));
    highest = hn::Max(highest, hn::Load(tag, ranks.data() + draw));
  }
  const std::size_t first = hn::GetLane(hn::MinOfLanes(tag, lowest));
  const std::size_t last = hn::GetLane(hn::MaxOfLanes(tag, highest));
  if (last - first >= kMostRanks) {
    for (const BlockRank rank : ranks) ++counts[rank];
    return;
  }
  for (std::size_t rank = first; rank <= last; ++rank) {
    const auto sought = hn::Set(tag, static_cast<BlockRank>(rank));
    std::size_t count = 0;
    for (std::size_t draw = 0; draw < kBlockDraws; draw += kLanes) {
      count += hn::CountTrue(tag, hn::Eq(hn::Load(tag, ranks.data() + draw), sought));
    }
    counts[rank] += count;
  }
}

void count_block(std::span<const BlockRow<BlockRank>> ranks, std::uint64_t* counts) {
  for (std::size_t unit = 0; unit < ranks.size(); ++unit) count_unit(ranks[unit], counts + unit * (ranks.size() + 1));
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium {
namespace {

HWY_EXPORT(count_block);
HWY_EXPORT(count_short_pairs);
HWY_EXPORT(count_long_pairs);

/// Up to so many units, places fit into eight bits.
constexpr std::size_t kMostShort = 254;

}  // namespace

void count_ranks(std::span<const BlockRow<BlockRank>> ranks, std::size_t draws, std::span<std::uint64_t> counts) {
  const std::size_t units = ranks.size();
  assert(counts.size() == units * (units + 1) && draws <= kBlockDraws);
  if (draws == kBlockDraws) return HWY_DYNAMIC_DISPATCH(count_block)(ranks, counts.data());
  for (std::size_t unit = 0; unit < units; ++unit) {
    for (std::size_t draw = 0; draw < draws; ++draw) ++counts[unit * (units + 1) + ranks[unit][draw]];
  }
}

PairRoom::PairRoom(std::size_t units) : ranks(units) {
  if (units <= kMostShort) {
    short_winners.resize(units);
    short_losers.resize(units);
  } else {
    winners.resize(units);
    losers.resize(units);
  }
}

void count_pairs(std::span<const BlockRow<BlockRank>> ranks, std::size_t draws, std::span<std::uint64_t> pairs,
                 PairRoom& room) {
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
