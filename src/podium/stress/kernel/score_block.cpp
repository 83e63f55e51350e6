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

#include "podium/stress/kernel/score_sums.inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

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
  /// Where they are shown.
  double* shown_scores_of(std::size_t node, std::size_t unit) const {
    return scores[parent(node).shown_at * layout.units() + tile * kTile + unit].data() + strip;
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

/// Each sum becomes finish(sum, total, reciprocal, unit).
template <class Finish>
HWY_INLINE void finish_scores(const Pass& pass, std::size_t node, Sums& sums, const Finish& finish) {
  const Tag tag;
  const double* const totals = pass.totals_of(node);
  const double* const reciprocals = pass.reciprocals_of(node);
  Vector total[kVectors];
  Vector reciprocal[kVectors];
  unrolled<kVectors>([&](auto v) HWY_ATTR __attribute__((always_inline)) {
    total[v] = hn::Load(tag, totals + v * kWidth);
    reciprocal[v] = hn::Load(tag, reciprocals + v * kWidth);
  });
  for_each_sum([&](auto unit, auto v, auto place) HWY_ATTR
               __attribute__((always_inline)) { sums[place] = finish(sums[place], total[v], reciprocal[v], unit); });
}

/// Where the scores that stand in working memory are wanted, if they are. Tiles may have more units than are left.
void show(const Pass& pass, std::size_t node) {
  if (!pass.is_shown(node)) return;
  for (std::size_t unit = 0; unit < kTile && pass.tile * kTile + unit < pass.layout.units(); ++unit) {
    std::copy_n(pass.scores_of(node, unit), kStrip, pass.shown_scores_of(node, unit));
  }
}

HWY_INLINE void store_scores(const Pass& pass, std::size_t node, const Sums& scores) {
  // No node reads the root's scores, so those of a whole tile go where they are shown at once.
  const bool goes_out = pass.is_root(node) && pass.is_shown(node) && (pass.tile + 1) * kTile <= pass.layout.units();
  double* const first = goes_out ? pass.shown_scores_of(node, 0) : pass.scores_of(node, 0);
  const std::size_t stride = goes_out ? kBlockDraws : kStrip;
  for_each_sum([&](auto unit, auto v, auto place) HWY_ATTR
               __attribute__((always_inline)) { hn::Store(scores[place], Tag(), first + unit * stride + v * kWidth); });
  if (!goes_out) show(pass, node);
}

/// The sums of a node whose children are leaves or nodes with scores.
HWY_INLINE void add_up_children(const Pass& pass, std::size_t node, Sums& sums) {
  const std::vector<ScoreLayout::Child>& children = pass.parent(node).children;
  const double* of_leaves = pass.parent(node).values.data() + pass.tile * children.size() * kTile;
  const double* weights = pass.strip_weights(node);
  const auto take = [&](const ScoreLayout::Child& child, auto is_first) HWY_ATTR __attribute__((always_inline)) {
    if (child.is_leaf) {
      add_child<is_first>(weights, sums, [&](auto unit, auto, auto) HWY_ATTR __attribute__((always_inline)) {
        return hn::Set(Tag(), of_leaves[unit]);
      });
    } else {
      const double* const scores = pass.scores_of(child.position, 0);
      add_child<is_first>(weights, sums, [&](auto unit, auto v, auto) HWY_ATTR __attribute__((always_inline)) {
        return hn::Load(Tag(), scores + unit * kStrip + v * kWidth);
      });
    }
    of_leaves += kTile;
    weights += kStrip;
  };
  take(children.front(), std::true_type());
  for (std::size_t i = 1; i < children.size(); ++i) take(children[i], std::false_type());
}

/// The sums of a node that takes its children in: their scores never leave the registers.
template <class Divide>
HWY_INLINE void add_up_taken_in(const Pass& pass, std::size_t node, Sums& sums, const Divide& divide) {
  const ScoreLayout::Parent& parent = pass.parent(node);
  std::size_t child = parent.children.front().position;
  const double* child_weights = pass.strip_weights(node);
  const double* leaf_weights = pass.strip_weights(child);
  const double* leaf_scores = parent.scores_taken_in.data() + pass.tile * parent.all_leaves_taken_in * kTile;
  const auto take = [&](std::size_t leaves, auto is_first) HWY_ATTR __attribute__((always_inline)) {
    Sums scores;
    add_up_leaves(leaf_weights, leaf_scores, leaves, scores);
    finish_scores(pass, child, scores, divide);
    add_child<is_first>(child_weights, sums,
                        [&](auto, auto, auto place) HWY_ATTR __attribute__((always_inline)) { return scores[place]; });
    leaf_weights += leaves * kStrip;
    leaf_scores += leaves * kTile;
    child_weights += kStrip;
    ++child;
  };
  const std::size_t* leaves = parent.leaves_taken_in.data();
  const std::size_t* const end = leaves + parent.leaves_taken_in.size();
  take(*leaves, std::true_type());
  while (++leaves != end) take(*leaves, std::false_type());
}

/// Arithmetic means of a tile in which no unit has a gap.
template <class Divide>
HWY_INLINE void combine_complete(const Pass& pass, std::size_t node, const Divide& divide) {
  const ScoreLayout::Parent& parent = pass.parent(node);
  Sums sums;
  if (parent.is_of_leaves) {
    const std::size_t count = parent.children.size();
    add_up_leaves(pass.strip_weights(node), parent.values.data() + pass.tile * count * kTile, count, sums);
  } else if (!parent.leaves_taken_in.empty()) {
    add_up_taken_in(pass, node, sums, divide);
  } else {
    add_up_children(pass, node, sums);
  }
  finish_scores(pass, node, sums, divide);
  store_scores(pass, node, sums);
}

void combine_complete(const Pass& pass, std::size_t node) {
  if (pass.divides_by_multiplying) {
    combine_complete(pass, node, [](Vector sum, Vector total, Vector reciprocal, std::size_t) HWY_ATTR {
      return quotient(sum, total, reciprocal);
    });
  } else {
    combine_complete(pass, node, [](Vector sum, Vector total, Vector, std::size_t) HWY_ATTR {
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
  const std::size_t count = parent.children.size();
  add_up_leaves(pass.strip_weights(node), parent.distances.data() + pass.tile * count * kTile, count, sums);
  finish_scores(pass, node, sums, [&](Vector sum, Vector total, Vector, std::size_t unit) HWY_ATTR {
    return at_distance(first[unit], first_logarithm[unit], hn::Div(sum, total));
  });
  store_scores(pass, node, sums);
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
    double* const scores = pass.scores_of(node, unit);
    for (std::size_t column = 0; is_geometric && column < kStrip; ++column) {
      scores[column] = geometric_mean(pass, node, unit, column);
    }
    for (std::size_t column = 0; !is_geometric && column < kStrip; column += kWidth) {
      hn::Store(mean_of_available(pass, node, unit, column), Tag(), scores + column);
    }
  }
  show(pass, node);
}

void score_block(const ScoreLayout& layout, const BlockRow<double>* weights, BlockRow<double>* scores, ScoreRoom& room,
                 Tiles tiles) {
  Pass pass{layout, weights, scores, room};
  count_required(pass);
  for (; pass.strip < kBlockDraws; pass.strip += kStrip) {
    pass.divides_by_multiplying = layout.is_moderate();
    pass.all_count = true;
    for (std::size_t node = 0; node < pass.nodes(); ++node) take_weights(pass, node);
    for (pass.tile = 0; pass.tile < layout.tiles(); ++pass.tile) {
      if (tiles == Tiles::WithGaps && layout.is_complete(pass.tile)) continue;
      // Children are before their parents.
      for (const std::size_t node : layout.kept(pass.tile)) combine(pass, node);
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
                 std::span<BlockRow<double>> scores, ScoreRoom& room, Tiles tiles) {
  assert(weights.size() == layout.weight_rows());
  assert(scores.size() == layout.score_rows());
  HWY_DYNAMIC_DISPATCH(score_block)(layout, weights.data(), scores.data(), room, tiles);
}

}  // namespace podium
#endif
