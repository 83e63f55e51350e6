#include "podium/stress/kernel/flat_scores.hpp"

#include <algorithm>
#include <cassert>

#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/stress/kernel/flat_scores.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

#include "podium/stress/kernel/score_sums.inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

/// Vectors of draws whose weights are made ready at once: rows are read in long runs, and divisions do not wait for
/// each other.
constexpr std::size_t kGroup = 4;
constexpr std::size_t kGroupDraws = kGroup * kWidth;
static_assert(kBlockDraws % kGroupDraws == 0 && kGroup % kVectors == 0);

/// One figure for each draw of a group.
struct Figures {
  Vector of[kGroup];
};

template <class Work>
HWY_INLINE Figures made(const Work& work) {
  Figures figures;
  unrolled<kGroup>([&](auto v) HWY_ATTR __attribute__((always_inline)) { figures.of[v] = work(v); });
  return figures;
}

HWY_INLINE Figures all(double figure) {
  return made([&](auto) HWY_ATTR __attribute__((always_inline)) { return hn::Set(Tag(), figure); });
}

HWY_INLINE Figures load(const double* from) {
  return made([&](auto v) HWY_ATTR __attribute__((always_inline)) { return hn::Load(Tag(), from + v * kWidth); });
}

HWY_INLINE void store(const Figures& figures, double* to) {
  unrolled<kGroup>([&](auto v) HWY_ATTR
                   __attribute__((always_inline)) { hn::Store(figures.of[v], Tag(), to + v * kWidth); });
}

HWY_INLINE Figures sum(const Figures& a, const Figures& b) {
  return made([&](auto v) HWY_ATTR __attribute__((always_inline)) { return hn::Add(a.of[v], b.of[v]); });
}

HWY_INLINE Figures multiplied(const Figures& a, const Figures& b) {
  return made([&](auto v) HWY_ATTR __attribute__((always_inline)) { return hn::Mul(a.of[v], b.of[v]); });
}

struct FlatPass {
  const ScoreLayout& layout;
  const ScoreLayout::Flat& flat;
  const BlockRow<double>* weights;
  BlockRow<double>* scores;
  ScoreRoom& room;
  std::size_t group = 0;  ///< first of the draws in hand

  std::size_t nodes() const { return layout.parents().size(); }
  std::size_t leaves() const { return flat.rows.size(); }
  /// Of the draws in hand, as are all below.
  const double* weights_of(std::size_t row) const { return weights[row].data() + group; }
  const double* weights_of_node(std::size_t node) const { return weights_of(layout.weight_rows() - nodes() + node); }
  double* totals_of(std::size_t node) const { return room.totals[node].data(); }
  double* factors_of(std::size_t node) const { return room.reciprocals[node].data(); }
  /// [strip][leaf][draw of the strip]
  double* leaf_weights() const { return room.strip_weights.front().data(); }
};

/// The sums of the weights of each node's children. Whether they are moderate: not far from 1.
bool add_up_weights(const FlatPass& pass) {
  const Tag tag;
  const Vector largest = hn::Set(tag, ScoreLayout::Flat::kLargestTotal);
  const Vector smallest = hn::Set(tag, 1 / ScoreLayout::Flat::kLargestTotal);
  Vector highest = smallest;
  Vector lowest = largest;
  for (std::size_t node = 0; node < pass.nodes(); ++node) {
    Figures total = all(0);
    for (const ScoreLayout::Child& child : pass.layout.parents()[node].children) {
      total = sum(total, load(pass.weights_of(child.row)));
    }
    unrolled<kGroup>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
      highest = hn::Max(highest, total.of[v]);
      lowest = hn::Min(lowest, total.of[v]);
    });
    store(total, pass.totals_of(node));
  }
  return hn::AllTrue(tag, hn::Le(highest, largest)) && hn::AllTrue(tag, hn::Ge(lowest, smallest));
}

/// 1 / total of each node, kInverted of them by one division: 1 / a = b x 1 / (a b) (Montgomery, Speeding the Pollard
/// and elliptic curve methods of factorization, 1987).
void invert_totals(const FlatPass& pass) {
  for (std::size_t first = 0; first < pass.nodes(); first += ScoreLayout::Flat::kInverted) {
    const std::size_t last = std::min(first + ScoreLayout::Flat::kInverted, pass.nodes()) - 1;
    // The products of the totals before each.
    Figures product = load(pass.totals_of(first));
    for (std::size_t node = first + 1; node <= last; ++node) {
      store(product, pass.factors_of(node));
      product = multiplied(product, load(pass.totals_of(node)));
    }
    const Vector one = hn::Set(Tag(), 1);
    Figures inverse = made([&](auto v) HWY_ATTR __attribute__((always_inline)) { return hn::Div(one, product.of[v]); });
    for (std::size_t node = last; node > first; --node) {
      store(multiplied(inverse, load(pass.factors_of(node))), pass.factors_of(node));
      inverse = multiplied(inverse, load(pass.totals_of(node)));
    }
    store(inverse, pass.factors_of(first));
  }
}

/// The weights of the leaves as those of an index of a single level: what the weights of a node's children are
/// multiplied by, from the root down, and then they.
void weigh_leaves(const FlatPass& pass) {
  for (std::size_t node = pass.nodes() - 1; node-- > 0;) {
    const Figures share = multiplied(load(pass.weights_of_node(node)), load(pass.factors_of(pass.flat.above[node])));
    store(multiplied(share, load(pass.factors_of(node))), pass.factors_of(node));
  }
  const std::size_t of_strip = pass.leaves() * kStrip;
  double* out = pass.leaf_weights();
  const std::size_t* row = pass.flat.rows.data();
  for (std::size_t node = 0; node < pass.nodes(); ++node) {
    const Figures factors = load(pass.factors_of(node));
    for (const std::size_t* const end = row + pass.flat.leaves_of[node]; row != end; ++row) {
      const Figures weights = multiplied(load(pass.weights_of(*row)), factors);
      unrolled<kGroup>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
        hn::Store(weights.of[v], Tag(), out + v / kVectors * of_strip + v % kVectors * kWidth);
      });
      out += kStrip;
    }
  }
}

/// Of the strip of the group that begins `strip` draws after it.
HWY_INLINE void score_tile(const FlatPass& pass, std::size_t tile, std::size_t strip) {
  Sums sums;
  add_up_leaves(pass.leaf_weights() + strip * pass.leaves(), pass.flat.scores.data() + tile * pass.leaves() * kTile,
                pass.leaves(), sums);
  double* const out = pass.scores[tile * kTile].data() + pass.group + strip;
  const std::size_t units = pass.layout.units() - tile * kTile;
  const auto put = [&](auto unit, auto v, auto place) HWY_ATTR
      __attribute__((always_inline)) { hn::Store(sums[place], Tag(), out + unit * kBlockDraws + v * kWidth); };
  if (units >= kTile) return for_each_sum(put);
  for_each_sum([&](auto unit, auto v, auto place) HWY_ATTR __attribute__((always_inline)) {
    if (unit < units) put(unit, v, place);
  });
}

bool score_flat(const ScoreLayout& layout, const BlockRow<double>* weights, BlockRow<double>* scores, ScoreRoom& room) {
  FlatPass pass{layout, *layout.flat(), weights, scores, room};
  for (; pass.group < kBlockDraws; pass.group += kGroupDraws) {
    if (!add_up_weights(pass)) return false;
    invert_totals(pass);
    weigh_leaves(pass);
    for (std::size_t strip = 0; strip < kGroupDraws; strip += kStrip) {
      for (std::size_t tile = 0; tile < layout.tiles(); ++tile) {
        if (layout.is_complete(tile)) score_tile(pass, tile, strip);
      }
    }
  }
  return true;
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium {
namespace {

HWY_EXPORT(score_flat);

}  // namespace

bool score_flat(const ScoreLayout& layout, std::span<const BlockRow<double>> weights,
                std::span<BlockRow<double>> scores, ScoreRoom& room) {
  assert(layout.flat() && weights.size() == layout.weight_rows() && scores.size() == layout.score_rows());
  if (!HWY_DYNAMIC_DISPATCH(score_flat)(layout, weights.data(), scores.data(), room)) return false;
  if (layout.flat()->has_gaps) score_block(layout, weights, scores, room, Tiles::WithGaps);
  return true;
}

}  // namespace podium
#endif
