// One full replication of the pipeline of COINr's ASEM example, single-threaded: denominate, impute by the mean of the
// unit's group, screen at 90 %, treat (winsorise, then logarithm), minmax, weighted arithmetic means over three levels,
// as that package takes 0.11 s for 51 units x 49 indicators; and at 200 x 100. Each step alone, the copy of the panel
// that a replication begins with, and the ranks, which a replication does not need.
// The figures are made up after that example: 3 % are gaps, a fifth of the indicators are divided, and 15 of 49 fail
// the check of skewness and kurtosis and are mended by bringing in one to four outliers.
#include <cstdlib>
#include <string>

#include <benchmark/benchmark.h>

#include "podium/core/run.hpp"

namespace podium {
namespace {

constexpr std::size_t kPillars = 8;
constexpr std::size_t kGroups = 4;

Hierarchy make_hierarchy(std::size_t indicators) {
  std::vector<NodeSpec> nodes = {
      {.id = "index", .parent = ""}, {.id = "left", .parent = "index"}, {.id = "right", .parent = "index"}};
  for (std::size_t i = 0; i < kPillars; ++i) {
    nodes.push_back({.id = "pillar" + std::to_string(i), .parent = i < kPillars / 2 ? "left" : "right"});
  }
  for (std::size_t i = 0; i < indicators; ++i) {
    nodes.push_back({.id = "x" + std::to_string(i),
                     .parent = "pillar" + std::to_string(i % kPillars),
                     .kind = NodeSpec::Kind::Indicator,
                     .weight = 1 + static_cast<double>(i % 3),
                     .direction = i % 5 == 0 ? -1 : 1,
                     .denominator = i % 5 == 0 ? "size" : ""});
  }
  auto hierarchy = Hierarchy::build(std::move(nodes), {"size"});
  if (!hierarchy) std::abort();
  return *std::move(hierarchy);
}

/// splitmix64 of a cell's number, as a share of 1.
double mixed(std::uint64_t number) {
  std::uint64_t z = (number + 1) * 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
}

Panel make_panel(const Hierarchy& hierarchy, std::size_t unit_count) {
  std::vector<std::string> units;
  for (std::size_t i = 0; i < unit_count; ++i) units.push_back("U" + std::to_string(100 + i));
  Panel panel(std::move(units), {Period::year(2018)}, hierarchy.series_ids());
  std::uint64_t cell = 0;
  for (const Series series : all_series(panel)) {
    if (at(series) < hierarchy.size() && !hierarchy.is_indicator(series)) continue;
    const bool is_denominator = at(series) >= hierarchy.size();
    const std::span<double> values = panel.values(series);
    for (double& value : values) {
      value = 1 + mixed(++cell);
      if (!is_denominator && mixed(++cell) < 0.03) value = kMissing;
    }
    const bool has_outliers = at(series) % 10 < 3 && !is_denominator;
    const std::size_t outliers = has_outliers ? 1 + at(series) % 4 : 0;
    for (std::size_t i = 0; i < outliers; ++i) values[i * 5] = 8 + mixed(++cell);
  }
  return panel;
}

UnitGroups make_groups(std::size_t unit_count) {
  std::vector<std::string> regions;
  for (std::size_t i = 0; i < unit_count; ++i) regions.push_back("region" + std::to_string(i % kGroups));
  return {{"region"}, {std::move(regions)}};
}

/// The steps, and a pipeline of 51 x 49 or 200 x 100.
struct Example {
  explicit Example(const benchmark::State& state)
      : units(static_cast<std::size_t>(state.range(0))),
        hierarchy(make_hierarchy(static_cast<std::size_t>(state.range(1)))),
        recipe(make_recipe()),
        panel(make_panel(hierarchy, units)) {}

  CheckedRecipe make_recipe() const {
    const Recipe steps{{Denominate{}, Impute{.method = ImputeGroupMean{.group = "region"}},
                        Screen{.min_available = 0.9}, Treat{.method = Winsorise{}, .then = LogTreatment{}}, Normalise{},
                        Aggregate{}}};
    auto checked = check(steps, hierarchy, {.units = {}, .groups = make_groups(units)});
    if (!checked) std::abort();
    return *std::move(checked);
  }

  /// The panel as a step finds it.
  Panel after(std::size_t count) const {
    auto result = run_steps(recipe, panel, count);
    if (!result) std::abort();
    return *std::move(result);
  }

  std::size_t units;
  Hierarchy hierarchy;
  CheckedRecipe recipe;
  Panel panel;
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
