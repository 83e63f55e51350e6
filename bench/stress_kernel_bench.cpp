// A draw of random weights beside the least that it could cost: per draw, in one run,
//   bare        multiply-add loops of the same shape and precision, and nothing else: on every level of the tree the
//               sum of weight x score over the children of each node, for each unit and each draw, in doubles, through
//               the same kind of vectors. As fast as we can write them: a tile of units and a strip of draws in
//               registers, the sums of a pillar going from there straight into those of the node above, and everything
//               that is read side by side in the order of reading. Each draw has its own weights, which stand ready,
//               and the root's sums are stored. Products are rounded before they are added, as all of podium's are. No
//               random numbers, no division by the sum of the weights, no gaps;
//   draws       random weights, scores of the root, ranks and the histogram of ranks, as the program makes them. It
//               makes the weights those of a single level first, which leaves it fewer products than the bare loops
//               have, and goes through all levels only where roundings could decide a rank (see weighed_ranks.hpp);
//   with_pairs  the same with the counts of who stands before whom.
// At 36 units x 23 indicators on two levels, and 200 x 100 on three. A draw is to cost at most 2.5 times the bare
// loops, and 3.5 times with the pairs. Parts of a draw alone stand below. Take the least or the median of many
// repetitions:
//   --benchmark_repetitions=15 --benchmark_enable_random_interleaving=true
#include <array>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include <benchmark/benchmark.h>

#include "podium/core/vector_targets.hpp"
#include "podium/stress/kernel/counts.hpp"
#include "podium/stress/kernel/weighed_ranks.hpp"
#include "podium/stress/random.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "../bench/stress_kernel_bench.cpp"  // as seen from src
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

#ifndef PODIUM_STRESS_KERNEL_BARE_TREE
#define PODIUM_STRESS_KERNEL_BARE_TREE
namespace podium {
namespace {

/// A tree of two or three levels as the bare loops read it: leaves, pillars, groups of pillars (the root alone on two
/// levels), and, beside the weights, everything in the order in which it is read.
struct BareTree {
  std::size_t tiles;
  std::size_t leaves;
  std::size_t rows;                              ///< of weights: leaves, then nodes
  std::vector<std::vector<std::size_t>> groups;  ///< how many leaves each pillar of each group has
  std::vector<double> scores;                    ///< [tile][leaf][unit of the tile]
};

}  // namespace
}  // namespace podium
#endif

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::ScalableTag<double>;
using Vector = hn::Vec<Tag>;
constexpr std::size_t kTile = ScoreLayout::kTile;
constexpr std::size_t kWidth = hn::MaxLanes(Tag());
/// The registers hold the sums of a tile at two nodes, one above the other.
constexpr std::size_t kVectors = HWY_TARGET <= HWY_AVX3 ? 2 : 1;
constexpr std::size_t kStrip = kVectors * kWidth;

using Sums = Vector[kTile][kVectors];

/// sums = or += weight x score(unit, vector) of one child.
template <bool is_first, class Score>
HWY_INLINE void add_child(const double* weights, Sums& sums, const Score& score) {
  for (std::size_t unit = 0; unit < kTile; ++unit) {
    for (std::size_t v = 0; v < kVectors; ++v) {
      const Vector product = hn::Mul(hn::Load(Tag(), weights + v * kWidth), score(unit, v));
      sums[unit][v] = is_first ? product : hn::Add(sums[unit][v], product);
    }
  }
}

/// The sums of a node of leaves.
HWY_INLINE void add_up_leaves(const double* weights, const double* scores, std::size_t leaves, Sums& sums) {
  const auto score = [&](std::size_t unit, std::size_t) HWY_ATTR { return hn::Set(Tag(), scores[unit]); };
  add_child<true>(weights, sums, score);
  for (std::size_t leaf = 1; leaf < leaves; ++leaf) {
    weights += kStrip;
    scores += kTile;
    add_child<false>(weights, sums, score);
  }
}

HWY_INLINE void store(const Sums& sums, double* to, std::size_t stride) {
  for (std::size_t unit = 0; unit < kTile; ++unit) {
    for (std::size_t v = 0; v < kVectors; ++v) hn::Store(sums[unit][v], Tag(), to + unit * stride + v * kWidth);
  }
}

/// The sums of a group of pillars, whose own sums stay in registers. Moves on over what it has read.
HWY_INLINE void add_up_group(std::span<const std::size_t> pillars, const double*& leaf_weights,
                             const double*& pillar_weights, const double*& scores, Sums& sums) {
  const auto take = [&](std::size_t leaves, auto is_first) HWY_ATTR __attribute__((always_inline)) {
    Sums pillar;
    add_up_leaves(leaf_weights, scores, leaves, pillar);
    add_child<is_first>(pillar_weights, sums,
                        [&](std::size_t unit, std::size_t v) HWY_ATTR { return pillar[unit][v]; });
    leaf_weights += leaves * kStrip;
    scores += leaves * kTile;
    pillar_weights += kStrip;
  };
  take(pillars.front(), std::true_type());
  for (const std::size_t leaves : pillars.subspan(1)) take(leaves, std::false_type());
}

/// A tile of units and some vectors of draws in registers, as any matrix product is written.
void multiply_add(const BareTree& tree, const double* weights, double* groups, BlockRow<double>* out) {
  for (std::size_t strip = 0; strip < kBlockDraws; strip += kStrip, weights += tree.rows * kStrip) {
    for (std::size_t tile = 0; tile < tree.tiles; ++tile) {
      const double* leaf_weights = weights;
      const double* pillar_weights = weights + tree.leaves * kStrip;
      const double* scores = tree.scores.data() + tile * tree.leaves * kTile;
      double* const root = out[tile * kTile].data() + strip;
      Sums sums;
      if (tree.groups.size() == 1) {
        add_up_group(tree.groups.front(), leaf_weights, pillar_weights, scores, sums);
        store(sums, root, kBlockDraws);
        continue;
      }
      for (std::size_t group = 0; group < tree.groups.size(); ++group) {
        add_up_group(tree.groups[group], leaf_weights, pillar_weights, scores, sums);
        store(sums, groups + group * kTile * kStrip, kStrip);
      }
      const double* group = groups;
      const auto score = [&](std::size_t unit, std::size_t v)
                             HWY_ATTR { return hn::Load(Tag(), group + unit * kStrip + v * kWidth); };
      add_child<true>(pillar_weights, sums, score);
      for (std::size_t i = 1; i < tree.groups.size(); ++i) {
        group += kTile * kStrip;
        add_child<false>(pillar_weights + i * kStrip, sums, score);
      }
      store(sums, root, kBlockDraws);
    }
  }
}

}  // namespace
}  // namespace podium::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace podium {
namespace {

HWY_EXPORT(multiply_add);

constexpr std::size_t kTile = ScoreLayout::kTile;
constexpr std::uint64_t kSeed = 20260101;
/// Streams of the figures of the example, apart from those of its draws.
constexpr std::uint32_t kFigures = 100000;

/// Units, indicators, pillars, groups of pillars.
ScoreTree make_tree(const benchmark::State& state) {
  const auto size = [&](std::size_t i) { return static_cast<std::size_t>(state.range(i)); };
  const auto [units, indicators, pillars, groups] = std::array{size(0), size(1), size(2), size(3)};
  ScoreTree tree;
  tree.units = units;
  for (std::size_t i = 0; i < indicators; ++i) {
    tree.leaves.emplace_back(units);
    for (std::size_t unit = 0; unit < units; ++unit) {
      tree.leaves[i][unit] = 100 * uniform(kSeed, unit, kFigures + static_cast<std::uint32_t>(i));
    }
  }
  std::size_t next = 0;
  // The next `children` rows, shared out evenly among `nodes` new nodes.
  const auto add_nodes = [&](std::size_t nodes, std::size_t children) {
    for (std::size_t node = 0; node < nodes; ++node) {
      tree.nodes.emplace_back();
      const std::size_t share = (children + node) / nodes;
      for (std::size_t i = 0; i < share; ++i) tree.nodes.back().children.push_back(next++);
    }
  };
  add_nodes(pillars, indicators);
  if (groups > 0) add_nodes(groups, pillars);
  add_nodes(1, groups > 0 ? groups : pillars);
  return tree;
}

/// One thread's blocks of draws, as a stress test runs them.
struct Example {
  explicit Example(const benchmark::State& state)
      : units(static_cast<std::size_t>(state.range(0))),
        indicators(static_cast<std::size_t>(state.range(1))),
        layout(make_tree(state)),
        room(layout),
        rank_room(units),
        ranking(layout),
        count_room(units),
        intervals(layout.weight_rows() - 1, Interval{0.75, 0.5}),  // the root has no weight
        weights(layout.weight_rows()),
        scores(units),
        ranks(units),
        counts(units * (units + 1)),
        pairs(units * units) {
    draw_weights();
    score();
    rank();
  }

  void draw_weights() {
    uniforms(kSeed, first_draw, 0, intervals, std::span(weights).first(intervals.size()));
    first_draw += kBlockDraws;
  }
  void score_and_rank() { ranking.rank(weights, scores, ranks); }
  void score_flat() { podium::score_flat(layout, weights, scores, room); }
  void score() { score_block(layout, weights, scores, room); }
  void rank() { rank_block(scores, ranks, rank_room); }
  void count() { count_ranks(ranks, kBlockDraws, counts, count_room); }
  void count_wins() { count_pairs(ranks, kBlockDraws, pairs, count_room); }

  std::size_t units;
  std::size_t indicators;
  std::uint64_t first_draw = 0;
  ScoreLayout layout;
  ScoreRoom room;
  RankRoom rank_room;
  WeighedRanks ranking;
  CountRoom count_room;
  std::vector<Interval> intervals;
  std::vector<BlockRow<double>> weights;
  std::vector<BlockRow<double>> scores;
  std::vector<BlockRow<BlockRank>> ranks;
  std::vector<std::uint64_t> counts;
  std::vector<std::uint64_t> pairs;
};

template <class Work>
void measure(benchmark::State& state, const Work& work) {
  Example example(state);
  for (auto _ : state) {
    work(example);
    benchmark::ClobberMemory();
  }
  state.counters["per draw"] = benchmark::Counter(static_cast<double>(state.iterations()) * kBlockDraws,
                                                  benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

BareTree make_bare(const ScoreTree& tree) {
  BareTree bare{(tree.units + kTile - 1) / kTile, tree.leaves.size(), tree.leaves.size() + tree.nodes.size(), {}, {}};
  for (const ScoreTree::Node& node : tree.nodes) {
    std::vector<std::size_t> pillars;
    for (const std::size_t child : node.children) {
      if (child < bare.leaves) break;
      const ScoreTree::Node& pillar = tree.nodes[child - bare.leaves];
      if (pillar.children.front() < bare.leaves) pillars.push_back(pillar.children.size());
    }
    if (!pillars.empty()) bare.groups.push_back(pillars);
  }
  for (std::size_t place = 0; place < bare.tiles * kTile; place += kTile) {
    for (const std::vector<double>& leaf : tree.leaves) {
      for (std::size_t unit = place; unit < place + kTile; ++unit) {
        bare.scores.push_back(unit < tree.units ? leaf[unit] : 1);
      }
    }
  }
  return bare;
}

void bare(benchmark::State& state) {
  const BareTree tree = make_bare(make_tree(state));
  std::vector<BlockRow<double>> groups(tree.groups.size() * kTile);
  std::vector<BlockRow<double>> sums(tree.tiles * kTile);
  measure(state, [&](Example& example) {
    HWY_DYNAMIC_DISPATCH(multiply_add)
    (tree, example.weights.front().data(), groups.front().data(), sums.data());
  });
}

void draws(benchmark::State& state) {
  measure(state, [](Example& example) {
    example.draw_weights();
    example.score_and_rank();
    example.count();
  });
}

void with_pairs(benchmark::State& state) {
  measure(state, [](Example& example) {
    example.draw_weights();
    example.score_and_rank();
    example.count();
    example.count_wins();
  });
}

void weights_alone(benchmark::State& state) {
  measure(state, [](Example& example) { example.draw_weights(); });
}
void flat_scores_alone(benchmark::State& state) {
  measure(state, [](Example& example) { example.score_flat(); });
}
void scores_alone(benchmark::State& state) {
  measure(state, [](Example& example) { example.score(); });
}
void ranks_alone(benchmark::State& state) {
  measure(state, [](Example& example) { example.rank(); });
}
void histogram_alone(benchmark::State& state) {
  measure(state, [](Example& example) { example.count(); });
}
void pairs_alone(benchmark::State& state) {
  measure(state, [](Example& example) { example.count_wins(); });
}

/// Units, indicators, pillars, groups of pillars.
void sizes(benchmark::internal::Benchmark* benchmark) { benchmark->Args({36, 23, 5, 0})->Args({200, 100, 16, 4}); }

BENCHMARK(bare)->Apply(sizes);
BENCHMARK(draws)->Apply(sizes);
BENCHMARK(with_pairs)->Apply(sizes);
BENCHMARK(weights_alone)->Apply(sizes);
BENCHMARK(flat_scores_alone)->Apply(sizes);
BENCHMARK(scores_alone)->Apply(sizes);
BENCHMARK(ranks_alone)->Apply(sizes);
BENCHMARK(histogram_alone)->Apply(sizes);
BENCHMARK(pairs_alone)->Apply(sizes);

}  // namespace
}  // namespace podium
#endif
