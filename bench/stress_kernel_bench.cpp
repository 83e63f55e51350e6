// A draw of random weights beside the least that it could cost: per draw, in one run,
//   bare        multiply-add loops of the same shape and precision, and nothing else: on every level of the tree the
//               sum of weight x score over the children of each node, for each unit and each draw, in doubles, through
//               the same kind of vectors and with as many sums in registers as they hold; each draw has its own
//               weights, which stand ready, and the root's sums are stored. Products are rounded before they are
//               added, as all of podium's are. No random numbers, no division by the sum of the weights, no gaps;
//   draws       random weights, scores over all levels, ranks and the histogram of ranks;
//   with_pairs  the same with the counts of who stands before whom.
// At 36 units x 23 indicators on two levels, and 200 x 100 on three. A draw is to cost at most 2.5 times the bare
// loops, and 3.5 times with the pairs. Parts of a draw alone stand below. Take the least or the median of many
// repetitions:
//   --benchmark_repetitions=15 --benchmark_enable_random_interleaving=true
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include "podium/core/vector_targets.hpp"
#include "podium/stress/kernel/counts.hpp"
#include "podium/stress/kernel/ranks.hpp"
#include "podium/stress/kernel/score_block.hpp"
#include "podium/stress/random.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "../bench/stress_kernel_bench.cpp"  // as seen from src
#include <hwy/foreach_target.h>
// After foreach_target.h, which compiles this file once for each kind of vectors.
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace podium::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kTile = ScoreLayout::kTile;

/// A tile of units and some vectors of draws in registers, as any matrix product is written. The root's sums go to
/// `sums`, those of the nodes below to `below`, [node][unit of the tile][draw of the strip].
void multiply_add(const ScoreLayout& layout, const BlockRow<double>* weights, BlockRow<double>* sums, double* below) {
  constexpr std::size_t kVectors = HWY_TARGET <= HWY_AVX3 ? 4 : 2;
  const hn::ScalableTag<double> tag;
  using Vector = hn::Vec<decltype(tag)>;
  constexpr std::size_t kWidth = hn::MaxLanes(tag);
  constexpr std::size_t kStrip = kVectors * kWidth;
  for (std::size_t strip = 0; strip < kBlockDraws; strip += kStrip) {
    for (std::size_t tile = 0; tile < layout.tiles(); ++tile) {
      double* out = below;
      for (const ScoreLayout::Parent& node : layout.parents()) {
        const bool is_root = &node == &layout.parents().back();
        const double* values = node.values.data() + tile * node.children.size() * kTile;
        Vector sum[kTile][kVectors];
        for (auto& of_unit : sum) {
          for (Vector& each : of_unit) each = hn::Zero(tag);
        }
        for (const ScoreLayout::Child& child : node.children) {
          const double* const weight = weights[child.row].data() + strip;
          const double* const scores = below + child.position * kTile * kStrip;
          for (std::size_t unit = 0; unit < kTile; ++unit) {
            for (std::size_t v = 0; v < kVectors; ++v) {
              const Vector score =
                  child.is_leaf ? hn::Set(tag, values[unit]) : hn::Load(tag, scores + unit * kStrip + v * kWidth);
              sum[unit][v] = hn::Add(sum[unit][v], hn::Mul(hn::Load(tag, weight + v * kWidth), score));
            }
          }
          values += kTile;
        }
        for (std::size_t unit = 0; unit < kTile; ++unit) {
          double* const to = is_root ? sums[tile * kTile + unit].data() + strip : out + unit * kStrip;
          for (std::size_t v = 0; v < kVectors; ++v) hn::Store(sum[unit][v], tag, to + v * kWidth);
        }
        out += kTile * kStrip;
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

HWY_EXPORT(multiply_add);

constexpr std::size_t kTile = ScoreLayout::kTile;
constexpr std::uint64_t kSeed = 20260101;
/// Streams of the figures of the example, apart from those of its draws.
constexpr std::uint32_t kFigures = 100000;

ScoreTree make_tree(std::size_t units, std::size_t indicators, std::size_t pillars, std::size_t groups) {
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
        layout(make_tree(units, indicators, static_cast<std::size_t>(state.range(2)),
                         static_cast<std::size_t>(state.range(3)))),
        room(layout),
        rank_room(units),
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

void bare(benchmark::State& state) {
  std::vector<BlockRow<double>> sums;
  std::vector<BlockRow<double>> below;
  measure(state, [&](Example& example) {
    sums.resize(example.layout.tiles() * kTile);
    below.resize(example.layout.parents().size() * kTile);
    HWY_DYNAMIC_DISPATCH(multiply_add)(example.layout, example.weights.data(), sums.data(), below.front().data());
  });
}

void draws(benchmark::State& state) {
  measure(state, [](Example& example) {
    example.draw_weights();
    example.score();
    example.rank();
    example.count();
  });
}

void with_pairs(benchmark::State& state) {
  measure(state, [](Example& example) {
    example.draw_weights();
    example.score();
    example.rank();
    example.count();
    example.count_wins();
  });
}

void weights_alone(benchmark::State& state) {
  measure(state, [](Example& example) { example.draw_weights(); });
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
BENCHMARK(scores_alone)->Apply(sizes);
BENCHMARK(ranks_alone)->Apply(sizes);
BENCHMARK(histogram_alone)->Apply(sizes);
BENCHMARK(pairs_alone)->Apply(sizes);

}  // namespace
}  // namespace podium
#endif
