#include "podium/stress/kernel/ranks.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

#include "podium/core/panel.hpp"
#include "podium/stress/kernel/rank_pass.hpp"

// Doubles are wide and few of them fit into a vector, so scores are compared as short whole numbers first: each draw's
// scores are stretched over the range of such keys, which keeps their order but may make two scores one. Where two keys
// of a draw are the same, the scores themselves decide. Few units are ranked by counting the better ones, many by a
// sorting network.

#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/stress/kernel/ranks.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

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
  return hn::IfThenElse(mask, hn::Add(count, hn::Set(tag, 1)), count);
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

/// Ranks of the ranked units in one draw, by counting the better scores.
void rank_draw_exactly(const RankPass& pass, std::size_t draw) {
  static_assert(kMostToCount % kWidth == 0);
  const Tag tag;
  const std::size_t ranked = pass.room.ranked.size();
  HWY_ALIGN double scores[kMostToCount];
  std::fill(scores, scores + kMostToCount, kMissing);
  for (std::size_t place = 0; place < ranked; ++place) scores[place] = pass.scores[pass.room.ranked[place]][draw];
  for (std::size_t place = 0; place < ranked; ++place) {
    const Vector own = hn::Set(tag, scores[place]);
    std::size_t rank = 1;
    for (std::size_t other = 0; other < ranked; other += kWidth) {
      rank += hn::CountTrue(tag, hn::Gt(hn::Load(tag, scores + other), own));
    }
    pass.ranks[pass.room.ranked[place]][draw] = static_cast<BlockRank>(rank);
  }
}

/// How the scores of the draws in one vector become keys: (highest - score) * scale.
struct Stretch {
  Vector highest;
  Vector scale;
  bool is_usable;  ///< all scores are finite, and so are their differences
};

/// Calls work(place, scores) for the scores of each ranked unit in the draws of one vector.
template <class Work>
HWY_INLINE void for_each_score(const RankPass& pass, std::size_t draw, const Work& work) {
  const std::uint16_t* const ranked = pass.room.ranked.data();
  const BlockRow<double>* const scores = pass.scores.data();
  const std::size_t count = pass.room.ranked.size();
  for (std::size_t place = 0; place < count; ++place) work(place, hn::Load(Tag(), scores[ranked[place]].data() + draw));
}

/// For all draws in kShortWidth or kLongWidth lanes, so that no vector waits for its own extremes.
template <std::size_t vectors>
HWY_INLINE std::array<Stretch, vectors> stretch_onto(const RankPass& pass, std::size_t draw, double largest_key) {
  const Tag tag;
  const std::uint16_t* const ranked = pass.room.ranked.data();
  const BlockRow<double>* const scores = pass.scores.data();
  Vector highest[vectors];
  Vector lowest[vectors];
  Vector sum[vectors];
  unrolled<vectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
    highest[v] = lowest[v] = hn::Load(tag, scores[ranked[0]].data() + draw + v * kWidth);
    sum[v] = hn::Zero(tag);
  });
  const std::size_t count = pass.room.ranked.size();
  for (std::size_t place = 0; place < count; ++place) {
    const double* const row = scores[ranked[place]].data() + draw;
    unrolled<vectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
      const Vector score = hn::Load(tag, row + v * kWidth);
      highest[v] = hn::Max(highest[v], score);
      lowest[v] = hn::Min(lowest[v], score);
      sum[v] = hn::Add(sum[v], score);
    });
  }
  std::array<Stretch, vectors> stretches;
  unrolled<vectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
    const Vector range = hn::Sub(highest[v], lowest[v]);
    const auto is_finite = hn::And(hn::IsFinite(sum[v]), hn::IsFinite(range));
    // Differences so small that the scale would be infinite make one key of all scores.
    const auto is_wide = hn::Gt(range, hn::Set(tag, 1e-290));
    const Vector scale = hn::IfThenElseZero(is_wide, hn::Div(hn::Set(tag, largest_key), range));
    stretches[v] = {highest[v], scale, hn::AllTrue(tag, is_finite)};
  });
  return stretches;
}

/// Whole numbers from `lowest_key` on, in the lowest bits of each lane: those of a double of that size.
HWY_INLINE hn::Vec<hn::RebindToUnsigned<Tag>> to_key(Vector score, const Stretch& stretch, double lowest_key) {
  const Tag tag;
  const Vector distance = hn::Mul(hn::Sub(stretch.highest, score), stretch.scale);
  return hn::BitCast(hn::RebindToUnsigned<Tag>(), hn::Add(distance, hn::Set(tag, 0x1.8p52 + lowest_key)));
}

using Short = hn::CappedTag<std::int16_t, kBlockDraws>;
constexpr std::size_t kShortWidth = hn::MaxLanes(Short());

/// Whether the draws of one vector have short keys now.
bool make_short_keys(const RankPass& pass, std::size_t draw, const Stretch& stretch) {
  const hn::Rebind<std::uint16_t, Tag> narrow;
  constexpr double kLowestKey = std::numeric_limits<std::int16_t>::min();
  if (!stretch.is_usable) return false;
  BlockRow<std::uint16_t>* const keys = pass.room.keys.data();
  for_each_score(pass, draw, [&](std::size_t place, Vector score) HWY_ATTR __attribute__((always_inline)) {
    const auto key = hn::TruncateTo(narrow, to_key(score, stretch, kLowestKey));
    hn::StoreU(key, narrow, keys[place].data() + draw);
  });
  return true;
}

/// Ranks of the draws in one vector of short keys, by counting the lower keys. Returns the sums of the ranks.
HWY_INLINE hn::Vec<Short> count_lower_keys(const RankPass& pass, std::size_t draw) {
  constexpr std::size_t kTile = 6;
  const Short tag;
  const std::size_t ranked = pass.room.ranked.size();
  const BlockRow<std::uint16_t>* const keys = pass.room.keys.data();
  const auto load = [&](std::size_t place) HWY_ATTR __attribute__((always_inline)) {
    return hn::BitCast(tag, hn::Load(hn::RebindToUnsigned<Short>(), keys[place].data() + draw));
  };
  auto sum = hn::Zero(tag);
  for (std::size_t first = 0; first < ranked; first += kTile) {
    hn::Vec<Short> own[kTile];
    hn::Vec<Short> rank[kTile];
    unrolled<kTile>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
      own[i] = load(std::min(first + i, ranked - 1));
      rank[i] = hn::Set(tag, 1);
    });
    for (std::size_t other = 0; other < ranked; ++other) {
      const auto theirs = load(other);
      unrolled<kTile>([&](auto i) HWY_ATTR
                      __attribute__((always_inline)) { rank[i] = counted(tag, rank[i], hn::Lt(theirs, own[i])); });
    }
    unrolled<kTile>([&](auto i) HWY_ATTR __attribute__((always_inline)) {
      if (first + i >= ranked) return;
      const hn::RebindToUnsigned<Short> places;
      hn::Store(hn::BitCast(places, rank[i]), places, pass.ranks[pass.room.ranked[first + i]].data() + draw);
      sum = hn::Add(sum, rank[i]);
    });
  }
  return sum;
}

void rank_by_counting(const RankPass& pass) {
  const Short tag;
  const std::size_t ranked = pass.room.ranked.size();
  // What the ranks add up to where no two keys are the same; each pair of the same keys takes one off.
  const auto without_ties = hn::Set(tag, static_cast<std::int16_t>(ranked * (ranked + 1) / 2));
  for (std::size_t draw = 0; draw < kBlockDraws; draw += kShortWidth) {
    const auto stretches = stretch_onto<kShortWidth / kWidth>(pass, draw, std::numeric_limits<std::uint16_t>::max());
    bool has_keys[kShortWidth / kWidth];
    for (std::size_t i = 0; i < kShortWidth / kWidth; ++i) {
      has_keys[i] = make_short_keys(pass, draw + i * kWidth, stretches[i]);
    }
    HWY_ALIGN std::int16_t missing[kShortWidth];
    hn::Store(hn::Sub(without_ties, count_lower_keys(pass, draw)), tag, missing);
    for (std::size_t i = 0; i < kShortWidth / kWidth; ++i) {
      const std::span of_vector = std::span(missing).subspan(i * kWidth, kWidth);
      const auto tied =
          static_cast<std::size_t>(kWidth) - static_cast<std::size_t>(std::ranges::count(of_vector, std::int16_t{0}));
      if (!has_keys[i] || tied > 1) {
        rank_exactly(pass, draw + i * kWidth);
      } else if (tied == 1) {
        const auto lane = std::ranges::find_if(of_vector, [](std::int16_t pairs) { return pairs != 0; });
        rank_draw_exactly(pass, draw + i * kWidth + static_cast<std::size_t>(lane - of_vector.begin()));
      }
    }
  }
}

using Long = hn::CappedTag<std::int32_t, kBlockDraws>;
constexpr std::size_t kLongWidth = hn::MaxLanes(Long());

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

/// Whether the draws of one vector have long keys now, in columns from `column` on: the stretched score above the
/// lowest `unit_bits` bits, in which stands the place of the unit among those that are ranked.
bool make_long_keys(const RankPass& pass, std::size_t draw, std::size_t column, int unit_bits, const Stretch& stretch) {
  const hn::Rebind<std::uint32_t, Tag> narrow;
  if (!stretch.is_usable) return false;
  std::int32_t* const columns = pass.room.columns.front().data() + column;
  for_each_score(pass, draw, [&](std::size_t place, Vector score) HWY_ATTR __attribute__((always_inline)) {
    const auto key = hn::ShiftLeftSame(hn::TruncateTo(narrow, to_key(score, stretch, 0)), unit_bits);
    const auto with_unit = hn::Or(key, hn::Set(narrow, static_cast<std::uint32_t>(place)));
    const hn::RebindToSigned<decltype(narrow)> signed_narrow;
    hn::StoreU(hn::BitCast(signed_narrow, with_unit), signed_narrow, columns + place * kLongWidth);
  });
  return true;
}

/// The least by which neighbours differ, in each column.
HWY_INLINE hn::Vec<Long> least_differences(const std::int32_t* keys, std::size_t rows) {
  const Long tag;
  auto least = hn::Set(tag, std::numeric_limits<std::int32_t>::max());
  for (std::size_t place = 1; place < rows; ++place) {
    const auto bits = hn::Xor(hn::Load(tag, keys + (place - 1) * kLongWidth), hn::Load(tag, keys + place * kLongWidth));
    least = hn::Min(least, bits);
  }
  return least;
}

void rank_by_network(const RankPass& pass) {
  const Long tag;
  const std::size_t ranked = pass.room.ranked.size();
  const int unit_bits = static_cast<int>(std::bit_width(ranked - 1));
  std::int32_t* const keys = pass.room.columns.front().data();
  for (std::size_t draw = 0; draw < kBlockDraws; draw += kLongWidth) {
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
      if (has_keys[i / kWidth] && differences[i] < (1 << unit_bits))
        settle_ties(pass, draw + i, keys + i, kLongWidth, unit_bits);
    }
    for (std::size_t i = 0; i < kLongWidth / kWidth; ++i) {
      if (!has_keys[i]) rank_exactly(pass, draw + i * kWidth);
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

/// Units with a score in the first draw are ranked. Whether the others have none in any draw, and so are unranked.
bool choose_ranked(const RankPass& pass) {
  pass.room.ranked.clear();
  bool all_unranked = true;
  for (std::size_t unit = 0; unit < pass.scores.size(); ++unit) {
    if (!is_missing(pass.scores[unit][0])) {
      pass.room.ranked.push_back(static_cast<std::uint16_t>(unit));
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

void rank_block(std::span<const BlockRow<double>> scores, std::span<BlockRow<BlockRank>> ranks, RankRoom& room) {
  assert(scores.size() == ranks.size() && scores.size() < std::numeric_limits<BlockRank>::max());
  const RankPass pass{scores, ranks, room};
  const bool others_are_unranked = choose_ranked(pass);
  if (others_are_unranked && room.ranked.empty()) return;
  if (!others_are_unranked || room.ranked.size() > kMostInNetwork) {
    HWY_DYNAMIC_DISPATCH(rank_each_exactly)(pass);
  } else if (room.ranked.size() <= kMostToCount) {
    HWY_DYNAMIC_DISPATCH(rank_by_counting)(pass);
  } else {
    HWY_DYNAMIC_DISPATCH(rank_by_network)(pass);
  }
}

}  // namespace podium
#endif
