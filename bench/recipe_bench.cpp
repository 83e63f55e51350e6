// One full replication of the pipeline of COINr's ASEM example, single-threaded: denominate, impute by the mean of the
// unit's group, screen at 90 %, treat (winsorise, then logarithm), minmax, weighted arithmetic means over three levels,
// as that package takes 0.11 s for 51 units x 49 indicators; and at 200 x 100. Each step alone, the copy of the panel
// that a replication begins with, and the ranks, which a replication does not need.
// The figures are made up, see recipe_example.hpp.
#include <cstdlib>

#include <benchmark/benchmark.h>

#include "recipe_example.hpp"

namespace podium {
namespace {

/// Of 51 x 49 or 200 x 100.
struct Example : bench::RecipeExample {
  explicit Example(const benchmark::State& state)
      : RecipeExample(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1))) {}
};

void full_replication(benchmark::State& state) {
  const Example example(state);
  for (auto _ : state) {
    auto scored = run_steps(example.recipe, example.panel, example.recipe.steps().size());
    if (!scored) std::abort();
    benchmark::DoNotOptimize(scored);
  }
}

void copy_of_the_panel(benchmark::State& state) {
  const Example example(state);
  for (auto _ : state) {
    Panel copy = example.panel;
    benchmark::DoNotOptimize(copy);
  }
}

/// One step alone, with the copy of the panel that it works on.
template <std::size_t number>
void step_alone(benchmark::State& state) {
  const Example example(state);
  const Panel before = example.after(number - 1);
  const StepContext context = example.recipe.context(number);
  for (auto _ : state) {
    auto after = std::visit(
        [&]<class Described>(const Described& step) -> Result<Panel> {
          if constexpr (std::is_same_v<Described, RankStep>) {
            return before;
          } else {
            return apply(step, before, context);
          }
        },
        example.recipe.steps()[number - 1]);
    benchmark::DoNotOptimize(after);
  }
}

void denominate(benchmark::State& state) { step_alone<1>(state); }
void impute(benchmark::State& state) { step_alone<2>(state); }
void screen(benchmark::State& state) { step_alone<3>(state); }
void treat(benchmark::State& state) { step_alone<4>(state); }
void normalise(benchmark::State& state) { step_alone<5>(state); }
void aggregate(benchmark::State& state) { step_alone<6>(state); }

void ranks(benchmark::State& state) {
  const Example example(state);
  const Panel scored = example.after(example.recipe.steps().size());
  for (auto _ : state) {
    Ranking ranking(scored, example.recipe);
    benchmark::DoNotOptimize(ranking);
  }
}

/// Units and indicators of the two sizes.
void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Args({51, 49})->Args({200, 100})->Unit(benchmark::kMicrosecond);
}

BENCHMARK(full_replication)->Apply(sizes);
BENCHMARK(copy_of_the_panel)->Apply(sizes);
BENCHMARK(denominate)->Apply(sizes);
BENCHMARK(impute)->Apply(sizes);
BENCHMARK(screen)->Apply(sizes);
BENCHMARK(treat)->Apply(sizes);
BENCHMARK(normalise)->Apply(sizes);
BENCHMARK(aggregate)->Apply(sizes);
BENCHMARK(ranks)->Apply(sizes);

}  // namespace
}  // namespace podium
