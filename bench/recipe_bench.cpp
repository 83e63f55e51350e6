// One run of a recipe (imputation by the median, minmax, arithmetic means over three levels, ranks) on 51 units x 49
// indicators, as in the ASEM example of COINr, and each of its steps alone. A tenth of the figures are gaps.
#include <cstdlib>

#include <benchmark/benchmark.h>

#include "podium/core/run.hpp"

namespace podium {
namespace {

constexpr std::size_t kUnits = 51;
constexpr std::size_t kIndicators = 49;
constexpr std::size_t kPillars = 8;

Hierarchy make_hierarchy() {
  std::vector<NodeSpec> nodes = {
      {.id = "index", .parent = ""}, {.id = "left", .parent = "index"}, {.id = "right", .parent = "index"}};
  for (std::size_t i = 0; i < kPillars; ++i) {
    nodes.push_back({.id = "pillar" + std::to_string(i), .parent = i < kPillars / 2 ? "left" : "right"});
  }
  for (std::size_t i = 0; i < kIndicators; ++i) {
    nodes.push_back({.id = "x" + std::to_string(i),
                     .parent = "pillar" + std::to_string(i % kPillars),
                     .kind = NodeSpec::Kind::Indicator,
                     .weight = 1 + static_cast<double>(i % 3),
                     .direction = i % 5 == 0 ? -1 : 1});
  }
  auto hierarchy = Hierarchy::build(std::move(nodes), {});
  if (!hierarchy) std::abort();
  return *std::move(hierarchy);
}

/// splitmix64 of a cell's number.
std::uint64_t mixed(std::uint64_t number) {
  std::uint64_t z = (number + 1) * 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

Panel make_panel(const Hierarchy& hierarchy, std::size_t periods) {
  std::vector<std::string> units;
  for (std::size_t i = 0; i < kUnits; ++i) units.push_back("U" + std::to_string(100 + i));
  std::vector<Period> years;
  for (std::size_t i = 0; i < periods; ++i) years.push_back(Period::year(2018 + static_cast<int>(i)));
  Panel panel(std::move(units), std::move(years), hierarchy.series_ids());
  std::uint64_t cell = 0;
  for (const Series series : hierarchy.indicators()) {
    for (double& value : panel.values(series)) {
      const std::uint64_t bits = mixed(++cell);
      if (bits % 10 != 0) value = static_cast<double>(bits >> 40U);
    }
  }
  return panel;
}

CheckedRecipe make_recipe(const Hierarchy& hierarchy) {
  const Recipe recipe{{Impute{}, Normalise{}, Aggregate{}, RankStep{}}};
  auto checked = check(recipe, hierarchy, {});
  if (!checked) std::abort();
  return *std::move(checked);
}

struct Example {
  explicit Example(const benchmark::State& state)
      : panel(make_panel(hierarchy, static_cast<std::size_t>(state.range(0)))) {}

  /// The panel as a step finds it.
  Panel after(std::size_t steps) const {
    auto result = run_steps(recipe, panel, steps);
    if (!result) std::abort();
    return *std::move(result);
  }

  Hierarchy hierarchy = make_hierarchy();
  CheckedRecipe recipe = make_recipe(hierarchy);
  Panel panel;
};

void whole_run(benchmark::State& state) {
  const Example example(state);
  for (auto _ : state) {
    auto ranking = run(example.recipe, example.panel);
    benchmark::DoNotOptimize(ranking);
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
template <class Step>
void step_alone(benchmark::State& state, const Step& step, std::size_t number) {
  const Example example(state);
  const Panel before = example.after(number - 1);
  for (auto _ : state) {
    auto after = apply(step, before, {example.hierarchy, number});
    benchmark::DoNotOptimize(after);
  }
}

void impute(benchmark::State& state) { step_alone(state, Impute{}, 1); }
void normalise(benchmark::State& state) { step_alone(state, Normalise{}, 2); }
void aggregate(benchmark::State& state) { step_alone(state, Aggregate{}, 3); }

void ranks(benchmark::State& state) {
  const Example example(state);
  const Panel scored = example.after(3);
  for (auto _ : state) {
    Ranking ranking(scored, example.recipe);
    benchmark::DoNotOptimize(ranking);
  }
}

BENCHMARK(whole_run)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);
BENCHMARK(copy_of_the_panel)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);
BENCHMARK(impute)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);
BENCHMARK(normalise)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);
BENCHMARK(aggregate)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);
BENCHMARK(ranks)->Arg(1)->Arg(8)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace podium
