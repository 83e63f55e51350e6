// Whole stress tests of the pipeline of recipe_example.hpp, 51 units x 49 indicators, with everything that podium
// counts (ranks, pairs, scores, weights of the first), by wall clock on one thread and on two:
//   cached   weights and three ways to normalise: each combination is run once, then only weights are drawn;
//   anew     the same and the rounding of the figures: every world runs the whole recipe;
//   sobol_*  Sobol' indices until all intervals are within +-0.02: of the Ishigami function, and of a unit's rank and
//            score in the plan of `cached`;
//   machine  two rows of multiplications that share nothing: what a second thread can gain here at all.
#include <cmath>
#include <numbers>

#include <benchmark/benchmark.h>

#include "podium/core/parallel.hpp"
#include "podium/stress/stress_run.hpp"
#include "podium/stress/world_sensitivity.hpp"

#include "recipe_example.hpp"

namespace podium {
namespace {

constexpr std::size_t kNormaliseStep = 5;

template <class T>
T must(Result<T> result) {
  if (!result) std::abort();
  return *std::move(result);
}

Worlds make_worlds(std::uint64_t draws, bool varies_figures) {
  const bench::RecipeExample example(51, 49);
  StressFigures figures{.edition = "latest", .panel = example.panel};
  figures.half_steps.assign(example.panel.values().size(), 0.005);
  StressSetting setting{.recipe = example.recipe};
  setting.units.assign(example.panel.units().begin(), example.panel.units().end());
  setting.groups = bench::make_groups(example.units);
  setting.figures.push_back(std::move(figures));
  setting.time = Time{0};
  setting.node = example.hierarchy.root();
  StressPlan plan{.draws = draws};
  plan.factors.push_back({.name = "weights", .variation = VaryWeights{}});
  plan.factors.push_back({.name = "normalise",
                          .variation = VaryStep{.number = kNormaliseStep,
                                                .alternatives = {{"minmax", Normalise{}},
                                                                 {"zscore", Normalise{.method = ZScore{}}},
                                                                 {"rank", Normalise{.method = RankScore{}}}}}});
  if (varies_figures) plan.factors.push_back({.name = "rounding", .variation = VaryRounding{}});
  return must(Worlds::make(std::move(plan), std::move(setting)));
}

void run_draws(benchmark::State& state, std::uint64_t draws, bool varies_figures) {
  const Worlds worlds = make_worlds(draws, varies_figures);
  for (auto _ : state) {
    StressRun run = must(StressRun::start(worlds, static_cast<std::size_t>(state.range(0))));
    while (!run.is_done()) run.advance();
    const StressTally tally = run.tally();
    if (tally.worlds() != draws) state.SkipWithError("not every world has ranks");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(draws) * static_cast<std::int64_t>(state.iterations()));
  state.counters["per draw"] = benchmark::Counter(static_cast<double>(draws) * static_cast<double>(state.iterations()),
                                                  benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void cached(benchmark::State& state) { run_draws(state, 1'000'000, false); }
void anew(benchmark::State& state) { run_draws(state, 5'000, true); }

double ishigami(std::span<const double> u) {
  const auto x = [&](std::size_t k) { return std::numbers::pi * (2 * u[k] - 1); };
  return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

void report(benchmark::State& state, const SobolResult& result) {
  if (!result.is_precise) state.SkipWithError("not within +-0.02");
  state.counters["runs"] = static_cast<double>(result.runs);
}

void sobol_ishigami(benchmark::State& state) {
  SobolProblem problem{.coordinates = 3, .factors = {{"x1", {0}}, {"x2", {1}}, {"x3", {2}}}};
  problem.evaluate = [](const PointBlock& block, std::span<double> values) {
    for (std::size_t i = 0; i < block.points; ++i) values[i] = ishigami(block.point(i));
  };
  const SobolOptions options{.threads = static_cast<std::size_t>(state.range(0))};
  for (auto _ : state) report(state, must(variance_based_sensitivity(problem, options)));
}

void sobol_index(benchmark::State& state) {
  const Worlds worlds = make_worlds(1, false);
  const std::vector<SensitivityTarget> targets{{SensitivityTarget::Kind::PlaceInRanking, 0},
                                               {SensitivityTarget::Kind::Score, 0}};
  const std::vector<Rank> published(worlds.setting().units.size(), 1);  // only rank shifts ask for it
  const SobolOptions options{.threads = static_cast<std::size_t>(state.range(0))};
  for (auto _ : state) {
    PreparedWorlds prepared(worlds);
    prepared.prepare_all(options.threads);
    report(state, must(sensitivity_of(prepared, targets, published, options)).result);
  }
}

void machine(benchmark::State& state) {
  for (auto _ : state) {
    for_each_index(2, static_cast<std::size_t>(state.range(0)), [](std::size_t i) {
      double product = 1 + static_cast<double>(i);
      for (int k = 0; k < 50'000'000; ++k) benchmark::DoNotOptimize(product *= 1.0000001);
    });
  }
}

/// Threads.
void on_one_and_two(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(1)->Arg(2)->ArgName("threads")->UseRealTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK(cached)->Apply(on_one_and_two);
BENCHMARK(anew)->Apply(on_one_and_two);
BENCHMARK(sobol_ishigami)->Apply(on_one_and_two);
BENCHMARK(sobol_index)->Apply(on_one_and_two);
BENCHMARK(machine)->Apply(on_one_and_two);

}  // namespace
}  // namespace podium
