// Scores as short whole numbers that compare fast, see ranks.cpp. Included after hwy/highway.h by a file that is
// compiled once for each kind of vectors, and so is this one: its guard is turned over by each inclusion.
#if defined(PODIUM_STRESS_KERNEL_RANK_KEYS) == defined(HWY_TARGET_TOGGLE)
#ifdef PODIUM_STRESS_KERNEL_RANK_KEYS
#undef PODIUM_STRESS_KERNEL_RANK_KEYS
#else
#define PODIUM_STRESS_KERNEL_RANK_KEYS
#endif

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>

#include "podium/stress/kernel/rank_pass.hpp"
#include "podium/stress/kernel/vectors.inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

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
  // One step is to be more than what scores may be off.
  const Vector least_range = hn::Set(tag, std::max(1e-290, 2 * largest_key * pass.error));
  std::array<Stretch, vectors> stretches;
  unrolled<vectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
    const Vector range = hn::Sub(highest[v], lowest[v]);
    const auto is_finite = hn::And(hn::IsFinite(sum[v]), hn::IsFinite(range));
    // Differences so small that the scale would be infinite make one key of all scores.
    const auto is_wide = hn::Gt(range, least_range);
    const Vector scale = hn::IfThenElseZero(is_wide, hn::Div(hn::Set(tag, largest_key), range));
    stretches[v] = {highest[v], scale, hn::AllTrue(tag, is_finite)};
  });
  return stretches;
}

/// Whole numbers from 0 on, in the lowest bits of each lane: those of a double of that size.
HWY_INLINE hn::Vec<hn::RebindToUnsigned<Tag>> to_key(Vector score, const Stretch& stretch) {
  const Tag tag;
  const Vector distance = hn::Mul(hn::Sub(stretch.highest, score), stretch.scale);
  return hn::BitCast(hn::RebindToUnsigned<Tag>(), hn::Add(distance, hn::Set(tag, 0x1.8p52)));
}

using Short = hn::CappedTag<std::int16_t, kBlockDraws>;
constexpr std::size_t kShortWidth = hn::MaxLanes(Short());
/// Vectors of scores that one vector of short keys is of.
constexpr std::size_t kParts = kShortWidth / kWidth;
template <std::size_t number>
using Part = std::integral_constant<std::size_t, number>;

/// Keys as numbers that one fused operation makes of a score: offset - score * scale, whole and near 1.5 x 2^52. The
/// lowest 16 bits are what follows the point of a key, the next 16 bits the key. The roundings of the offset and of the
/// number may each miss by one, for which both ends of the range of the keys have room.
struct ShortStretch {
  static constexpr double kRange = 0x1p16 * (std::numeric_limits<std::uint16_t>::max() - 4);

  Vector offset;
  Vector scale;
  bool is_usable;
};

HWY_INLINE ShortStretch to_short(const Stretch& stretch) {
  // The best score is in the middle of its key, not at an edge.
  constexpr double kLowestKey = 0x1p16 * (std::numeric_limits<std::int16_t>::min() + 2.5);
  const Tag tag;
  const Vector highest = hn::Mul(stretch.highest, stretch.scale);
  // Far from 0, whole numbers are too coarse for scores so near each other; the lowest score is as near.
  const bool is_near = hn::AllTrue(tag, hn::Lt(hn::Abs(highest), hn::Set(tag, 0x1p49)));
  return {hn::Add(highest, hn::Set(tag, 0x1.8p52 + kLowestKey)), stretch.scale, stretch.is_usable && is_near};
}

using ShortKeys = hn::Vec<hn::RebindToUnsigned<Short>>;

/// Of kParts vectors of scores: the keys and what follows their points, in mixed order.
struct MixedKeys {
  ShortKeys keys;
  ShortKeys fractions;
};

HWY_INLINE MixedKeys short_keys(const double* scores, const ShortStretch* stretches) {
  const Tag tag;
  const hn::RebindToUnsigned<Tag> wide;
  const hn::RebindToUnsigned<Short> shorts;
  const auto number = [&](auto part) HWY_ATTR __attribute__((always_inline)) {
    const ShortStretch& stretch = stretches[part];
    return hn::BitCast(wide, hn::NegMulAdd(hn::Load(tag, scores + part * kWidth), stretch.scale, stretch.offset));
  };
#if HWY_TARGET == HWY_SCALAR
  const auto only = number(Part<0>());
  return {hn::TruncateTo(shorts, hn::ShiftRight<16>(only)), hn::TruncateTo(shorts, only)};
#else
  static_assert(kParts == 4);
  const hn::Repartition<std::uint32_t, Tag> words;
  const auto pair = [&](auto odd, auto even) HWY_ATTR __attribute__((always_inline)) {
    return hn::OddEven(hn::BitCast(words, hn::ShiftLeft<32>(number(odd))), hn::BitCast(words, number(even)));
  };
  const auto first = pair(Part<1>(), Part<0>());
  const auto last = pair(Part<3>(), Part<2>());
  return {hn::OddEven(hn::BitCast(shorts, last), hn::BitCast(shorts, hn::ShiftRight<16>(first))),
          hn::OddEven(hn::BitCast(shorts, hn::ShiftLeft<16>(last)), hn::BitCast(shorts, first))};
#endif
}

/// What MixedKeys has, in the order of the draws.
HWY_INLINE ShortKeys in_order(ShortKeys mixed) {
#if HWY_TARGET == HWY_SCALAR
  return mixed;
#else
  // Of each of the kWidth draws of a part stand side by side: those of the first, third, second and fourth part.
  const hn::RebindToUnsigned<Short> shorts;
  const hn::Repartition<std::uint8_t, Tag> bytes;
  const hn::Repartition<std::uint32_t, Tag> words;
  alignas(16) static constexpr std::uint8_t kPairs[16] = {0, 1, 8, 9, 4, 5, 12, 13, 2, 3, 10, 11, 6, 7, 14, 15};
  const auto pairs = hn::TableLookupBytes(hn::BitCast(bytes, mixed), hn::LoadDup128(bytes, kPairs));
  alignas(64) static constexpr auto kOrder = [] {
    std::array<std::uint32_t, 2 * kWidth> order{};
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i % (kWidth / 2) * 4 + i / (kWidth / 2);
    return order;
  }();
  const auto order = hn::SetTableIndices(words, kOrder.data());
  return hn::BitCast(shorts, hn::TableLookupLanes(hn::BitCast(words, pairs), order));
#endif
}

struct MadeKeys {
  std::array<bool, kParts> has_keys;  ///< of the draws of each part
  ShortKeys at_edges;                 ///< of each draw: not 0 where some score is next to the edge of its key
};

HWY_INLINE MadeKeys make_short_keys(const RankPass& pass, std::size_t draw) {
  const hn::RebindToUnsigned<Short> shorts;
  const auto stretches = stretch_onto<kParts>(pass, draw, ShortStretch::kRange);
  ShortStretch to_keys[kParts];
  MadeKeys made;
  unrolled<kParts>([&](auto part) HWY_ATTR __attribute__((always_inline)) {
    to_keys[part] = to_short(stretches[part]);
    made.has_keys[part] = to_keys[part].is_usable;
  });
  const std::uint16_t* const ranked = pass.room.ranked.data();
  const BlockRow<double>* const scores = pass.scores.data();
  BlockRow<std::uint16_t>* const keys = pass.room.keys.data();
  const std::size_t count = pass.room.ranked.size();
  const auto one = hn::Set(shorts, 1);
  auto nearest_edge = hn::Set(shorts, std::numeric_limits<std::uint16_t>::max());
  for (std::size_t place = 0; place < count; ++place) {
    const MixedKeys mixed = short_keys(scores[ranked[place]].data() + draw, to_keys);
    // The last fraction of a key becomes 0, the first one 1.
    nearest_edge = hn::Min(nearest_edge, hn::Add(mixed.fractions, one));
    hn::Store(in_order(mixed.keys), shorts, keys[place].data() + draw);
  }
  made.at_edges = in_order(hn::SaturatedSub(hn::Set(shorts, 2), nearest_edge));
  return made;
}

using Long = hn::CappedTag<std::int32_t, kBlockDraws>;
constexpr std::size_t kLongWidth = hn::MaxLanes(Long());

/// Whether the draws of one vector have long keys now, in columns from `column` on: the stretched score above the
/// lowest `unit_bits` bits, in which stands the place of the unit among those that are ranked.
bool make_long_keys(const RankPass& pass, std::size_t draw, std::size_t column, int unit_bits, const Stretch& stretch) {
  const hn::Rebind<std::uint32_t, Tag> narrow;
  if (!stretch.is_usable) return false;
  std::int32_t* const columns = pass.room.columns.front().data() + column;
  for_each_score(pass, draw, [&](std::size_t place, Vector score) HWY_ATTR __attribute__((always_inline)) {
    const auto key = hn::ShiftLeftSame(hn::TruncateTo(narrow, to_key(score, stretch)), unit_bits);
    const auto with_unit = hn::Or(key, hn::Set(narrow, static_cast<std::uint32_t>(place)));
    const hn::RebindToSigned<decltype(narrow)> signed_narrow;
    hn::StoreU(hn::BitCast(signed_narrow, with_unit), signed_narrow, columns + place * kLongWidth);
  });
  return true;
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
