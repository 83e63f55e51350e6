// A draw of random weights beside the least that it could cost: per draw, in one run,
//   bare        sum of weight x score over all indicators for each unit and each draw, through the same vectors, and
//               nothing else;
//   draws       random weights, scores over all levels, ranks and the histogram of ranks;
//   with_pairs  the same with the counts of who stands before whom.
// At 36 units x 23 indicators on two levels, and 200 x 100 on three. A draw is to cost at most 2.5 times the bare loop,
// and 3.5 times with the pairs. Parts of a draw alone stand below.
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

/// As score_block holds its sums: a tile of units and several vectors of draws in registers.
void multiply_add(std::size_t units, std::size_t indicators, const double* scores, const BlockRow<double>* weights,
                  BlockRow<double>* sums) {
  constexpr std::size_t kTile = 4;
  constexpr std::size_t kVectors = HWY_TARGET <= HWY_AVX3 ? 4 : 2;
  const hn::ScalableTag<double> tag;
  using Vector = hn::Vec<decltype(tag)>;
  constexpr std::size_t kWidth = hn::MaxLanes(tag);
  for (std::size_t strip = 0; strip < kBlockDraws; strip += kVectors * kWidth) {
    for (std::size_t tile = 0; tile + kTile <= units; tile += kTile) {
      Vector sum[kTile][kVectors];
      for (auto& of_unit : sum) {
        for (Vector& each : of_unit) each = hn::Zero(tag);
      }
      for (std::size_t indicator = 0; indicator < indicators; ++indicator) {
        const double* const weight = weights[indicator].data() + strip;
        const double* const score = scores + (tile / kTile * indicators + indicator) * kTile;
        for (std::size_t unit = 0; unit < kTile; ++unit) {
          for (std::size_t v = 0; v < kVectors; ++v) {
            sum[unit][v] =
                hn::Add(sum[unit][v], hn::Mul(hn::Load(tag, weight + v * kWidth), hn::Set(tag, score[unit])));
          }
        }
      }
      for (std::size_t unit = 0; unit < kTile; ++unit) {
        for (std::size_t v = 0; v < kVectors; ++v) {
          hn::Store(sum[unit][v], tag, sums[tile + unit].data() + strip + v * kWidth);
        }
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
        pair_room(units),
        intervals(layout.weight_rows(), Interval{0.75, 0.5}),
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
    uniforms(kSeed, first_draw, 0, intervals, weights);
    first_draw += kBlockDraws;
  }
  void score() { score_block(layout, weights, scores, room); }
  void rank() { rank_block(scores, ranks, rank_room); }
  void count() { count_ranks(ranks, kBlockDraws, counts); }
  void count_wins() { count_pairs(ranks, kBlockDraws, pairs, pair_room); }

  std::size_t units;
  std::size_t indicators;
  std::uint64_t first_draw = 0;
  ScoreLayout layout;
  ScoreRoom room;
  RankRoom rank_room;
  PairRoom pair_room;
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
  state.counters["per draw"] = benchmark::Counter(static_cast<double>(state.iterations() * kBlockDraws),
                                                  benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void bare(benchmark::State& state) {
  std::vector<double> figures;
  measure(state, [&](Example& example) {
    if (figures.empty()) {
      for (std::size_t i = 0; i < example.units * example.indicators; ++i) {
        figures.push_back(100 * uniform(kSeed, i, kFigures));
      }
    }
    HWY_DYNAMIC_DISPATCH(multiply_add)
    (example.units, example.indicators, figures.data(), example.weights.data(), example.scores.data());
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
