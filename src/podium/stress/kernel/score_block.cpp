#include "podium/stress/kernel/score_block.hpp"

#include <algorithm>
#include <cassert>
#include <span>
#include <type_traits>

#include "podium/core/math.hpp"
#include "podium/core/vector_targets.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "podium/stress/kernel/score_block.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

#include "podium/stress/kernel/vectors.inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kTile = ScoreLayout::kTile;
/// Vectors of draws in hand: as many sums of a tile as the registers hold.
constexpr std::size_t kVectors = HWY_TARGET <= HWY_AVX3 ? 4 : 2;
constexpr std::size_t kStrip = kVectors * kWidth;
static_assert(kBlockDraws % kStrip == 0);

struct Pass {
  const ScoreLayout& layout;
  const BlockRow<double>* weights;
  BlockRow<double>* scores;
  ScoreRoom& room;
  std::size_t strip = 0;  ///< first of the draws in hand
  /// Of the weights taken so far: whether they let a division be done by multiplications, and whether none is 0.
  bool divides_by_multiplying = false;
  bool all_count = false;
  std::size_t tile = 0;

  const ScoreLayout::Parent& parent(std::size_t node) const { return layout.parents()[node]; }
  std::size_t nodes() const { return layout.parents().size(); }
  const double* weights_of(const ScoreLayout::Child& child) const { return weights[child.row].data() + strip; }
  /// Of the draws in hand, the weights of a node's children side by side: strips of the rows themselves lie a multiple
  /// of 512 bytes apart, which a cache puts into few of its places.
  double* strip_weights(std::size_t node) const {
    return room.strip_weights.front().data() + parent(node).first_child * kStrip;
  }
  /// Of the draws in hand.
  double* totals_of(std::size_t node) const { return room.totals.front().data() + node * kStrip; }
  double* reciprocals_of(std::size_t node) const { return room.reciprocals.front().data() + node * kStrip; }
  /// Of a unit of the tile and the draws in hand; those of the next unit follow.
  double* scores_of(std::size_t node, std::size_t unit) const {
    return room.node_scores.front().data() + (node * kTile + unit) * kStrip;
  }
  bool is_shown(std::size_t node) const { return parent(node).shown_at != ScoreLayout::kNotShown; }
  bool is_root(std::size_t node) const { return node + 1 == nodes(); }
  /// Where they are shown. Tiles may have more units than are left.
  double* shown_scores_of(std::size_t node, std::size_t unit) const {
    return scores[parent(node).shown_at * layout.units() + tile * kTile + unit].data() + strip;
  }
  /// Where new scores go: no node reads those of the root, so they go where they are shown.
  double* new_scores_of(std::size_t node, std::size_t unit) const {
    const bool goes_out = is_root(node) && is_shown(node) && tile * kTile + unit < layout.units();
    return goes_out ? shown_scores_of(node, unit) : scores_of(node, unit);
  }
};

/// Whether the weights of the node's children are all 0 or at least 2^-60.
bool are_moderate_or_zero(const Pass& pass, std::size_t node) {
  const std::span weights(pass.strip_weights(node), pass.parent(node).children.size() * kStrip);
  return std::ranges::all_of(weights, [](double weight) { return weight == 0 || weight >= 0x1p-60; });
}

/// The weights of a node's children in the draws in hand, their sums, and what can be said of them.
void take_weights(Pass& pass, std::size_t node) {
  const Tag tag;
  const Vector one = hn::Set(tag, 1);
  Vector total[kVectors];
  Vector lowest[kVectors];
  unrolled<kVectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
    total[v] = hn::Zero(tag);
    lowest[v] = one;
  });
  double* taken = pass.strip_weights(node);
  for (const ScoreLayout::Child& child : pass.parent(node).children) {
    const double* const weights = pass.weights_of(child);
    unrolled<kVectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
      const Vector weight = hn::Load(tag, weights + v * kWidth);
      hn::Store(weight, tag, taken + v * kWidth);
      total[v] = hn::Add(total[v], weight);
      lowest[v] = hn::Min(lowest[v], weight);
    });
    taken += kStrip;
  }
  Vector largest = one;
  unrolled<kVectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
    largest = hn::Max(largest, total[v]);
    lowest[0] = hn::Min(lowest[0], lowest[v]);
    hn::Store(total[v], tag, pass.totals_of(node) + v * kWidth);
    hn::Store(hn::Div(one, total[v]), tag, pass.reciprocals_of(node) + v * kWidth);
  });
  pass.all_count = pass.all_count && hn::AllTrue(tag, hn::Gt(lowest[0], hn::Zero(tag)));
  if (!pass.divides_by_multiplying) return;
  const bool is_bounded = hn::AllTrue(tag, hn::Le(largest, hn::Set(tag, 0x1p60)));
  const bool is_moderate = hn::AllTrue(tag, hn::Ge(lowest[0], hn::Set(tag, 0x1p-60)));
  pass.divides_by_multiplying = is_bounded && (is_moderate || are_moderate_or_zero(pass, node));
}

/// How many children must have a score, for the nodes that ask.
void count_required(const Pass& pass) {
  for (std::size_t node = 0; node < pass.nodes(); ++node) {
    const ScoreLayout::Parent& parent = pass.parent(node);
    if (!parent.counts_available()) continue;
    for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
      std::size_t count = 0;
      for (const ScoreLayout::Child& child : parent.children) count += pass.weights[child.row][draw] != 0 ? 1U : 0U;
      pass.room.required[node][draw] = static_cast<double>(parent.least_available(count));
    }
  }
}

/// sum of weight x score for each unit of the tile and each draw in hand.
using Sums = Vector[kTile * kVectors];

/// Calls work(unit, vector, place among the sums) for each of the sums.
template <class Work>
HWY_INLINE void for_each_sum(const Work& work) {
  unrolled<kTile * kVectors>([&](auto place) HWY_ATTR
                             __attribute__((always_inline)) { work(place / kVectors, place % kVectors, place); });
}

HWY_INLINE void add_up(const Pass& pass, std::size_t node, const std::vector<double>& of_tiles, Sums& sums) {
  const Tag tag;
  const std::vector<ScoreLayout::Child>& children = pass.parent(node).children;
  const ScoreLayout::Child* child = children.data();
  const ScoreLayout::Child* const end = child + children.size();
  const double* of_leaves = of_tiles.data() + pass.tile * children.size() * kTile;
  const double* weights = pass.strip_weights(node);
  const auto take = [&](auto is_first) HWY_ATTR __attribute__((always_inline)) {
    Vector weight[kVectors];
    unrolled<kVectors>([&](auto v) HWY_ATTR
                       __attribute__((always_inline)) { weight[v] = hn::Load(tag, weights + v * kWidth); });
    const double* const of_node = child->is_leaf ? nullptr : pass.scores_of(child->position, 0);
    const auto add = [&](auto v, auto place, Vector score) HWY_ATTR __attribute__((always_inline)) {
      const Vector product = hn::Mul(weight[v], score);
      sums[place] = is_first ? product : hn::Add(sums[place], product);
    };
    if (of_node == nullptr) {
      for_each_sum([&](auto unit, auto v, auto place) HWY_ATTR
                   __attribute__((always_inline)) { add(v, place, hn::Set(tag, of_leaves[unit])); });
    } else {
      for_each_sum([&](auto unit, auto v, auto place) HWY_ATTR __attribute__((always_inline)) {
        add(v, place, hn::Load(tag, of_node + unit * kStrip + v * kWidth));
      });
    }
    of_leaves += kTile;
    weights += kStrip;
  };
  take(std::true_type());
  while (++child != end) take(std::false_type());
}

/// Stores finish(sum, total, reciprocal, unit) of each sum as the node's scores.
template <class Finish>
HWY_INLINE void store_scores(const Pass& pass, std::size_t node, const Sums& sums, const Finish& finish) {
  const Tag tag;
  const double* const totals = pass.totals_of(node);
  const double* const reciprocals = pass.reciprocals_of(node);
  double* scores[kTile];
  unrolled<kTile>([&](auto unit) HWY_ATTR
                  __attribute__((always_inline)) { scores[unit] = pass.new_scores_of(node, unit); });
  Vector total[kVectors];
  Vector reciprocal[kVectors];
  unrolled<kVectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
    total[v] = hn::Load(tag, totals + v * kWidth);
    reciprocal[v] = hn::Load(tag, reciprocals + v * kWidth);
  });
  for_each_sum([&](auto unit, auto v, auto place) HWY_ATTR __attribute__((always_inline)) {
    hn::Store(finish(sums[place], total[v], reciprocal[v], unit), tag, scores[unit] + v * kWidth);
  });
}

/// Arithmetic means of a tile in which no unit has a gap.
HWY_INLINE void combine_complete(const Pass& pass, std::size_t node) {
  Sums sums;
  add_up(pass, node, pass.parent(node).values, sums);
  if (pass.divides_by_multiplying) {
    store_scores(pass, node, sums, [](Vector sum, Vector total, Vector reciprocal, std::size_t) HWY_ATTR {
      return quotient(sum, total, reciprocal);
    });
  } else {
    store_scores(pass, node, sums, [](Vector sum, Vector total, Vector, std::size_t) HWY_ATTR {
      // Where products vanish, the sum may be -0, which core's, begun from 0, never is.
      return hn::Div(hn::Add(sum, hn::Zero(Tag())), total);
    });
  }
}

/// Geometric means of the leaves of a tile in which no unit has a gap.
void combine_complete_geometric(const Pass& pass, std::size_t node) {
  const ScoreLayout::Parent& parent = pass.parent(node);
  const double* const first = parent.first.data() + pass.tile * kTile;
  const double* const first_logarithm = parent.first_logarithm.data() + pass.tile * kTile;
  Sums sums;
  add_up(pass, node, parent.distances, sums);
  store_scores(pass, node, sums, [&](Vector sum, Vector total, Vector, std::size_t unit) {
    return at_distance(first[unit], first_logarithm[unit], hn::Div(sum, total));
  });
}

/// Arithmetic mean of the available children of one unit, one vector of draws from column `column` of the strip.
HWY_INLINE Vector mean_of_available(const Pass& pass, std::size_t node, std::size_t unit, std::size_t column) {
  const Tag tag;
  const ScoreLayout::Parent& parent = pass.parent(node);
  const double* value = parent.values.data() + pass.tile * parent.children.size() * kTile + unit;
  const Vector one = hn::Set(tag, 1);
  Vector sum = hn::Zero(tag);
  Vector total = hn::Zero(tag);
  Vector count = hn::Zero(tag);
  for (const ScoreLayout::Child& child : parent.children) {
    const double leaf = *value;
    value += kTile;
    if (is_missing(leaf)) continue;
    const Vector score =
        child.is_leaf ? hn::Set(tag, leaf) : hn::Load(tag, pass.scores_of(child.position, unit) + column);
    const Vector weight = hn::Load(tag, pass.weights_of(child) + column);
    const auto is_available = hn::Eq(score, score);
    sum = hn::Add(sum, hn::IfThenElseZero(is_available, hn::Mul(weight, score)));
    total = hn::Add(total, hn::IfThenElseZero(is_available, weight));
    const auto counts = hn::And(is_available, hn::Gt(weight, hn::Zero(tag)));
    count = hn::Add(count, hn::IfThenElseZero(counts, one));
  }
  const Vector mean = hn::Div(sum, total);
  if (!parent.counts_available()) return mean;
  const Vector required = hn::Load(tag, pass.room.required[node].data() + pass.strip + column);
  return hn::IfThenElse(hn::Ge(count, required), mean, hn::Set(tag, kMissing));
}

/// Geometric mean of the available children of one unit in one draw, as core takes it.
double geometric_mean(const Pass& pass, std::size_t node, std::size_t unit, std::size_t column) {
  const ScoreLayout::Parent& parent = pass.parent(node);
  const double* leaf = parent.values.data() + pass.tile * parent.children.size() * kTile + unit;
  ScoreRoom& room = pass.room;
  room.row_scores.clear();
  room.row_weights.clear();
  std::size_t count = 0;
  for (const ScoreLayout::Child& child : parent.children) {
    const double score = child.is_leaf ? *leaf : pass.scores_of(child.position, unit)[column];
    const double weight = pass.weights_of(child)[column];
    leaf += kTile;
    if (weight == 0) continue;
    ++count;
    if (is_missing(score)) continue;
    room.row_scores.push_back(score);
    room.row_weights.push_back(weight);
  }
  if (room.row_scores.empty() || room.row_scores.size() < parent.least_available(count)) return kMissing;
  return Geometric{}.combine({room.row_scores, room.row_weights});
}

void combine(const Pass& pass, std::size_t node) {
  const ScoreLayout::Parent& parent = pass.parent(node);
  const bool is_geometric = parent.mean == ScoreTree::Mean::Geometric;
  const bool is_complete = parent.is_complete[pass.tile] != 0;
  if (is_complete && !is_geometric) return combine_complete(pass, node);
  if (is_complete && parent.is_of_leaves && pass.all_count) return combine_complete_geometric(pass, node);
  for (std::size_t unit = 0; unit < kTile; ++unit) {
    double* const scores = pass.new_scores_of(node, unit);
    for (std::size_t column = 0; is_geometric && column < kStrip; ++column) {
      scores[column] = geometric_mean(pass, node, unit, column);
    }
    for (std::size_t column = 0; !is_geometric && column < kStrip; column += kWidth) {
      hn::Store(mean_of_available(pass, node, unit, column), Tag(), scores + column);
    }
  }
}

void show(const Pass& pass, std::size_t node) {
  const Tag tag;
  for (std::size_t unit = 0; unit < kTile && pass.tile * kTile + unit < pass.layout.units(); ++unit) {
    for (std::size_t column = 0; column < kStrip; column += kWidth) {
      const Vector score = hn::Load(tag, pass.scores_of(node, unit) + column);
      hn::Store(score, tag, pass.shown_scores_of(node, unit) + column);
    }
  }
}

void score_block(const ScoreLayout& layout, const BlockRow<double>* weights, BlockRow<double>* scores,
                 ScoreRoom& room) {
  Pass pass{layout, weights, scores, room};
  count_required(pass);
  for (; pass.strip < kBlockDraws; pass.strip += kStrip) {
    pass.divides_by_multiplying = layout.is_moderate();
    pass.all_count = true;
    for (pass.tile = 0; pass.tile < layout.tiles(); ++pass.tile) {
      for (std::size_t node = 0; node < pass.nodes(); ++node) {
        // Not before, so that the divisions go on beside the first tile's sums. Children are before their parents.
        if (pass.tile == 0) take_weights(pass, node);
        combine(pass, node);
        if (pass.is_shown(node) && !pass.is_root(node)) show(pass, node);
      }
    }
  }
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium {
namespace {

HWY_EXPORT(score_block);

}  // namespace

ScoreRoom::ScoreRoom(const ScoreLayout& layout)
    : totals(layout.parents().size()),
      reciprocals(layout.parents().size()),
      required(layout.parents().size()),
      strip_weights(layout.weight_rows()),
      node_scores(layout.parents().size() * ScoreLayout::kTile) {
  row_scores.reserve(layout.weight_rows());
  row_weights.reserve(layout.weight_rows());
}

void score_block(const ScoreLayout& layout, std::span<const BlockRow<double>> weights,
                 std::span<BlockRow<double>> scores, ScoreRoom& room) {
  assert(weights.size() == layout.weight_rows());
  assert(scores.size() == layout.score_rows());
  HWY_DYNAMIC_DISPATCH(score_block)(layout, weights.data(), scores.data(), room);
}

}  // namespace podium
#endif
