// Sums of weight x score for a tile of units and a strip of draws, in registers. Included after hwy/highway.h by files
// that are compiled once for each kind of vectors, and so is this one: its guard is turned over by each inclusion.
#if defined(PODIUM_STRESS_KERNEL_SCORE_SUMS) == defined(HWY_TARGET_TOGGLE)
#ifdef PODIUM_STRESS_KERNEL_SCORE_SUMS
#undef PODIUM_STRESS_KERNEL_SCORE_SUMS
#else
#define PODIUM_STRESS_KERNEL_SCORE_SUMS
#endif

#include "podium/stress/kernel/block.hpp"
#include "podium/stress/kernel/score_layout.hpp"
#include "podium/stress/kernel/vectors.inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

constexpr std::size_t kTile = ScoreLayout::kTile;
/// Vectors of draws in hand: the registers hold the sums of a tile at two nodes, one above the other.
constexpr std::size_t kVectors = HWY_TARGET <= HWY_AVX3 ? 2 : 1;
constexpr std::size_t kStrip = kVectors * kWidth;
static_assert(kBlockDraws % kStrip == 0);

/// sum of weight x score for each unit of the tile and each draw in hand.
using Sums = Vector[kTile * kVectors];

/// Calls work(unit, vector, place among the sums) for each of the sums.
template <class Work>
HWY_INLINE void for_each_sum(const Work& work) {
  unrolled<kTile * kVectors>([&](auto place) HWY_ATTR
                             __attribute__((always_inline)) { work(place / kVectors, place % kVectors, place); });
}

/// sums = or += weight x score(unit, vector, place among the sums), with the weights of one child.
template <bool is_first, class Score>
HWY_INLINE void add_child(const double* weights, Sums& sums, const Score& score) {
  Vector weight[kVectors];
  unrolled<kVectors>([&](auto v) HWY_ATTR
                     __attribute__((always_inline)) { weight[v] = hn::Load(Tag(), weights + v * kWidth); });
  for_each_sum([&](auto unit, auto v, auto place) HWY_ATTR __attribute__((always_inline)) {
    const Vector product = hn::Mul(weight[v], score(unit, v, place));
    sums[place] = is_first ? product : hn::Add(sums[place], product);
  });
}

/// The sums of leaves, whose weights and scores stand side by side.
HWY_INLINE void add_up_leaves(const double* weights, const double* scores, std::size_t count, Sums& sums) {
  const auto score = [&](auto unit, auto, auto) HWY_ATTR
      __attribute__((always_inline)) { return hn::Set(Tag(), scores[unit]); };
  const double* const end = weights + count * kStrip;
  add_child<true>(weights, sums, score);
  while ((weights += kStrip) != end) {
    scores += kTile;
    add_child<false>(weights, sums, score);
  }
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
