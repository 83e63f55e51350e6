#include "podium/stress/kernel/ranks.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <type_traits>

#include "podium/core/panel.hpp"
#include "podium/stress/kernel/rank_pass.hpp"

// Doubles are wide and few of them fit into a vector, so scores are compared as short whole numbers first: each draw's
// scores are stretched over the range of such keys, which keeps their order but may make two scores one. Where two keys
// of a draw are the same, the scores themselves decide. Scores may be a little off, and then one that is next to the
// edge of its key may belong to the other side, so that the scores decide there too. Few units are ranked by counting
// the better ones, many by a sorting network.

#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/stress/kernel/ranks.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

#include "podium/stress/kernel/rank_keys.inl.hpp"
#include "podium/stress/kernel/vectors.inl.hpp"

#ifndef PODIUM_STRESS_KERNEL_RANKS
#define PODIUM_STRESS_KERNEL_RANKS
namespace podium {
namespace {

/// Up to so many units, counting beats sorting.
constexpr std::size_t kMostToCount = 48;
/// Up to so many units, a key has room for the unit and for enough of the score.
constexpr std::size_t kMostInNetwork = 4096;
/// Up to so many units, counting doubles beats sorting each draw.
constexpr std::size_t kMostToCountExactly = 128;

}  // namespace
}  // namespace podium
#endif

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

/// Adds 1 to the lanes of the mask.
template <class T, class V, class M>
HWY_INLINE V counted(T tag, V count, M mask) {
#if HWY_TARGET <= HWY_AVX3
  // Comparisons of short numbers keep one port of these processors busy; additions that saturate go to the other one.
  const auto one = hn::Set(tag, 1);
  if constexpr (std::is_same_v<hn::TFromD<T>, std::int16_t>) {
    return hn::IfThenElse(mask, hn::SaturatedAdd(count, one), count);
  } else {
    return hn::IfThenElse(mask, hn::Add(count, one), count);
  }
#else
  return hn::Sub(count, hn::VecFromMask(tag, mask));
#endif
}

/// Ranks of the draws in one vector from `draw` on, by counting the better scores.
void rank_exactly(const RankPass& pass, std::size_t draw) {
  const std::size_t units = pass.scores.size();
  if (units > kMostToCountExactly) {
    for (std::size_t i = 0; i < kWidth; ++i) sort_draw(pass, draw + i);
    return;
  }
  constexpr std::size_t kTile = 4;
  const Tag tag;
  const hn::RebindToSigned<Tag> whole;
  for (std::size_t first = 0; first < units; first += kTile) {
    Vector own[kTile];
    hn::Vec<decltype(whole)> rank[kTile];
    unrolled<kTile>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
      own[i] = hn::Load(tag, pass.scores[std::min(first + i, units - 1)].data() + draw);
      rank[i] = hn::IfThenElseZero(hn::RebindMask(whole, hn::Eq(own[i], own[i])), hn::Set(whole, 1));
    });
    for (const BlockRow<double>& row : pass.scores) {
      const Vector other = hn::Load(tag, row.data() + draw);
      unrolled<kTile>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
        rank[i] = counted(whole, rank[i], hn::RebindMask(whole, hn::Gt(other, own[i])));
      });
    }
    unrolled<kTile>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
      if (first + i >= units) return;
      HWY_ALIGN std::int64_t lanes[kWidth];
      hn::Store(rank[i], whole, lanes);
      for (std::size_t lane = 0; lane < kWidth; ++lane) {
        pass.ranks[first + i][draw + lane] = static_cast<BlockRank>(lanes[lane]);
      }
    });
  }
}

/// Ranks of the ranked units in one draw, by counting the better scores. Takes note of scores too near each other.
void rank_draw_exactly(const RankPass& pass, std::size_t draw) {
  static_assert(kMostToCount % kWidth == 0);
  const Tag tag;
  const std::size_t ranked = pass.room.ranked.size();
  const Vector error = hn::Set(tag, pass.error);
  HWY_ALIGN double scores[kMostToCount];
  std::fill(scores, scores + kMostToCount, kMissing);
  for (std::size_t place = 0; place < ranked; ++place) scores[place] = pass.scores[pass.room.ranked[place]][draw];
  std::size_t near = 0;
  for (std::size_t place = 0; place < ranked; ++place) {
    const Vector own = hn::Set(tag, scores[place]);
    std::size_t rank = 1;
    for (std::size_t other = 0; other < ranked; other += kWidth) {
      const Vector theirs = hn::Load(tag, scores + other);
      rank += hn::CountTrue(tag, hn::Gt(theirs, own));
      near += hn::CountTrue(tag, hn::Le(hn::Abs(hn::Sub(theirs, own)), error));
    }
    pass.ranks[pass.room.ranked[place]][draw] = static_cast<BlockRank>(rank);
  }
  // Each is near itself alone, unless it is not finite.
  if (pass.error > 0 && near != ranked) pass.room.is_in_doubt = true;
}

/// Units that are compared at once.
constexpr std::size_t kGroup = 6;

/// Short keys of the draws of one vector.
struct KeysOfVector {
  const BlockRow<std::uint16_t>* rows;
  std::size_t count;
  std::size_t draw;

  HWY_INLINE hn::Vec<Short> operator[](std::size_t place) const {
    return hn::BitCast(Short(), hn::Load(hn::RebindToUnsigned<Short>(), rows[place].data() + draw));
  }
};

/// The lowest and the highest keys of each group.
struct GroupRanges {
  static constexpr std::size_t kMost = (kMostToCount + kGroup - 1) / kGroup;
  hn::Vec<Short> lowest[kMost];
  hn::Vec<Short> highest[kMost];
};

HWY_INLINE void find_ranges(const KeysOfVector& keys, GroupRanges& ranges) {
  for (std::size_t group = 0; group * kGroup < keys.count; ++group) {
    auto lowest = keys[group * kGroup];
    auto highest = lowest;
    for (std::size_t i = 1; i < kGroup; ++i) {
      const auto key = keys[std::min(group * kGroup + i, keys.count - 1)];
      lowest = hn::Min(lowest, key);
      highest = hn::Max(highest, key);
    }
    ranges.lowest[group] = lowest;
    ranges.highest[group] = highest;
  }
}

/// Ranks of the draws in one vector of short keys, by counting the lower keys. Returns the sums of the ranks. Units
/// stand in the order of their usual ranks, so most groups of them have all keys below or above those of another one in
/// every draw, and need no more comparisons with it.
HWY_INLINE hn::Vec<Short> count_lower_keys(const RankPass& pass, std::size_t draw) {
  const Short tag;
  const KeysOfVector keys{pass.room.keys.data(), pass.room.ranked.size(), draw};
  GroupRanges ranges;
  find_ranges(keys, ranges);
  auto sum = hn::Zero(tag);
  for (std::size_t group = 0; group * kGroup < keys.count; ++group) {
    const std::size_t first = group * kGroup;
    hn::Vec<Short> own[kGroup];
    hn::Vec<Short> rank[kGroup];
    unrolled<kGroup>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
      own[i] = keys[std::min(first + i, keys.count - 1)];
      rank[i] = hn::Set(tag, 1);
    });
    std::size_t before = 0;
    for (std::size_t other = 0; other * kGroup < keys.count; ++other) {
      const std::size_t begin = other * kGroup;
      const std::size_t end = std::min(begin + kGroup, keys.count);
      if (other < group && hn::AllTrue(tag, hn::Lt(ranges.highest[other], ranges.lowest[group]))) {
        before += kGroup;
        continue;
      }
      if (other > group && hn::AllTrue(tag, hn::Gt(ranges.lowest[other], ranges.highest[group]))) continue;
      for (std::size_t place = begin; place < end; ++place) {
        const auto theirs = keys[place];
        unrolled<kGroup>([&](auto i) HWY_ATTR
                         __attribute__((always_inline)) { rank[i] = counted(tag, rank[i], hn::Lt(theirs, own[i])); });
      }
    }
    unrolled<kGroup>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
      if (first + i >= keys.count) return;
      const hn::RebindToUnsigned<Short> places;
      const auto place = hn::Add(rank[i], hn::Set(tag, static_cast<std::int16_t>(before)));
      hn::Store(hn::BitCast(places, place), places, pass.ranks[pass.room.ranked[first + i]].data() + draw);
      sum = hn::Add(sum, place);
    });
  }
  return sum;
}

/// What is left to decide in the draws of one vector of scores: by what the sums of their ranks fall short, where each
/// pair of the same keys takes 1; and whether some key is at an edge (not 0).
struct Undecided {
  std::span<const std::int16_t> missing;
  std::span<const std::uint16_t> at_edges;
  bool has_keys;
};

/// Many draws at once are cheaper than each by itself, but it does not come out which scores are too near each other.
void settle_counted(const RankPass& pass, std::size_t draw, const Undecided& undecided) {
  constexpr std::ptrdiff_t kFew = 4;
  const std::span<const std::int16_t> missing = undecided.missing;
  if (pass.error == 0) {
    const auto without_ties = std::ranges::count(missing, std::int16_t{0});
    const bool are_few = static_cast<std::ptrdiff_t>(missing.size()) - without_ties <= kFew;
    if (!undecided.has_keys || !are_few) return rank_exactly(pass, draw);
  }
  for (std::size_t i = 0; i < missing.size() && !pass.room.is_in_doubt; ++i) {
    const bool counts = undecided.has_keys && (pass.error == 0 || undecided.at_edges[i] == 0);
    if (counts && missing[i] == 1) settle_pair(pass, draw + i);
    if (!counts || missing[i] > 1) rank_draw_exactly(pass, draw + i);
  }
}

void rank_by_counting(const RankPass& pass) {
  const Short tag;
  const hn::RebindToUnsigned<Short> words;
  const std::size_t ranked = pass.room.ranked.size();
  const auto without_ties = hn::Set(tag, static_cast<std::int16_t>(ranked * (ranked + 1) / 2));
  for (std::size_t draw = 0; draw < kBlockDraws && !pass.room.is_in_doubt; draw += kShortWidth) {
    const MadeKeys made = make_short_keys(pass, draw);
    const auto sums = count_lower_keys(pass, draw);
    const bool all_have_keys = std::ranges::all_of(made.has_keys, [](bool has) { return has; });
    const bool none_at_edge = pass.error == 0 || hn::AllTrue(words, hn::Eq(made.at_edges, hn::Zero(words)));
    if (all_have_keys && none_at_edge && hn::AllTrue(tag, hn::Eq(sums, without_ties))) continue;
    HWY_ALIGN std::int16_t missing[kShortWidth];
    HWY_ALIGN std::uint16_t at_edges[kShortWidth];
    hn::Store(hn::Sub(without_ties, sums), tag, missing);
    hn::Store(made.at_edges, words, at_edges);
    for (std::size_t i = 0; i < kParts; ++i) {
      const std::size_t first = i * kWidth;
      settle_counted(
          pass, draw + first,
          {std::span(missing).subspan(first, kWidth), std::span(at_edges).subspan(first, kWidth), made.has_keys[i]});
    }
  }
}

HWY_INLINE void put_in_order(std::int32_t* first, std::int32_t* second) {
  const Long tag;
  const auto a = hn::Load(tag, first);
  const auto b = hn::Load(tag, second);
  hn::Store(hn::Min(a, b), tag, first);
  hn::Store(hn::Max(a, b), tag, second);
}

/// Merge exchange sort (Batcher 1968; Knuth, The art of computer programming, volume 3, algorithm 5.2.2 M).
void sort_columns(std::int32_t* keys, std::size_t rows) {
  const std::size_t highest = std::bit_ceil(rows) / 2;
  for (std::size_t p = highest; p > 0; p /= 2) {
    std::size_t distance = p;
    std::size_t remainder = 0;
    for (std::size_t q = highest;; q /= 2) {
      for (std::size_t start = remainder; start + distance < rows; start += 2 * p) {
        const std::size_t end = std::min(start + p, rows - distance);
        for (std::size_t i = start; i < end; ++i)
          put_in_order(keys + i * kLongWidth, keys + (i + distance) * kLongWidth);
      }
      if (q == p) break;
      distance = q - p;
      remainder = p;
    }
  }
}

/// The least by which neighbours differ, in each column.
HWY_INLINE hn::Vec<Long> least_differences(const std::int32_t* keys, std::size_t rows) {
  const Long tag;
  auto least = hn::Set(tag, std::numeric_limits<std::int32_t>::max());
  for (std::size_t place = 1; place < rows; ++place) {
    const auto lower = hn::Load(tag, keys + (place - 1) * kLongWidth);
    least = hn::Min(least, hn::Sub(hn::Load(tag, keys + place * kLongWidth), lower));
  }
  return least;
}

void rank_by_network(const RankPass& pass) {
  const Long tag;
  const std::size_t ranked = pass.room.ranked.size();
  const int unit_bits = static_cast<int>(std::bit_width(ranked - 1));
  std::int32_t* const keys = pass.room.columns.front().data();
  for (std::size_t draw = 0; draw < kBlockDraws && !pass.room.is_in_doubt; draw += kLongWidth) {
    const auto stretches =
        stretch_onto<kLongWidth / kWidth>(pass, draw, static_cast<double>((1 << (31 - unit_bits)) - 1));
    bool has_keys[kLongWidth / kWidth];
    for (std::size_t i = 0; i < kLongWidth / kWidth; ++i) {
      has_keys[i] = make_long_keys(pass, draw + i * kWidth, i * kWidth, unit_bits, stretches[i]);
    }
    sort_columns(keys, ranked);
    HWY_ALIGN std::int32_t differences[kLongWidth];
    hn::Store(least_differences(keys, ranked), tag, differences);
    place_units(pass, draw, keys, kLongWidth, unit_bits);
    for (std::size_t i = 0; i < kLongWidth; ++i) {
      if (has_keys[i / kWidth] && differences[i] < (2 << unit_bits))
        settle_ties(pass, draw + i, keys + i, kLongWidth, unit_bits);
    }
    for (std::size_t i = 0; i < kLongWidth / kWidth; ++i) {
      if (!has_keys[i] && pass.error == 0) rank_exactly(pass, draw + i * kWidth);
      pass.room.is_in_doubt |= !has_keys[i] && pass.error > 0;
    }
  }
}

void rank_each_exactly(const RankPass& pass) {
  for (std::size_t draw = 0; draw < kBlockDraws; draw += kWidth) rank_exactly(pass, draw);
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium {
namespace {

HWY_EXPORT(rank_by_counting);
HWY_EXPORT(rank_by_network);
HWY_EXPORT(rank_each_exactly);

/// All units; few, which will be counted, by descending mean score: about as they will stand in other blocks too.
void choose_order(const RankPass& pass) {
  std::vector<std::uint16_t>& order = pass.room.order;
  order.resize(pass.scores.size());
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  if (order.size() > kMostToCount) return;
  std::vector<double> sums;
  for (const BlockRow<double>& row : pass.scores) {
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    sums.push_back(is_missing(sum) ? -std::numeric_limits<double>::infinity() : sum);
  }
  std::ranges::stable_sort(order, [&](std::uint16_t a, std::uint16_t b) { return sums[a] > sums[b]; });
}

/// Units with a score in the first draw are ranked. Whether the others have none in any draw, and so are unranked.
bool choose_ranked(const RankPass& pass) {
  if (pass.room.order.size() != pass.scores.size()) choose_order(pass);
  const auto is_ranked = [&](std::uint16_t unit) { return !is_missing(pass.scores[unit][0]); };
  if (pass.room.ranked.size() == pass.scores.size() && std::ranges::all_of(pass.room.order, is_ranked)) return true;
  pass.room.ranked.clear();
  bool all_unranked = true;
  for (const std::uint16_t unit : pass.room.order) {
    if (is_ranked(unit)) {
      pass.room.ranked.push_back(unit);
      continue;
    }
    for (const double score : pass.scores[unit]) all_unranked &= is_missing(score);
    pass.ranks[unit].fill(0);
  }
  return all_unranked;
}

}  // namespace

RankRoom::RankRoom(std::size_t units) : keys(std::min(units, kMostToCount)), columns(std::min(units, kMostInNetwork)) {
  ranked.reserve(units);
}

bool rank_block(std::span<const BlockRow<double>> scores, std::span<BlockRow<BlockRank>> ranks, RankRoom& room,
                double error) {
  assert(scores.size() == ranks.size() && scores.size() < std::numeric_limits<BlockRank>::max());
  const RankPass pass{scores, ranks, room, error};
  room.is_in_doubt = false;
  const bool others_are_unranked = choose_ranked(pass);
  if (others_are_unranked && room.ranked.empty()) return true;
  if (error > 0 && (!others_are_unranked || room.ranked.size() > kMostInNetwork)) return false;
  if (!others_are_unranked || room.ranked.size() > kMostInNetwork) {
    HWY_DYNAMIC_DISPATCH(rank_each_exactly)(pass);
  } else if (room.ranked.size() <= kMostToCount) {
    HWY_DYNAMIC_DISPATCH(rank_by_counting)(pass);
  } else {
    HWY_DYNAMIC_DISPATCH(rank_by_network)(pass);
  }
  return !room.is_in_doubt;
}

}  // namespace podium
#endif
