#pragma once

#include <doctest/doctest.h>

#include "podium/solve/solvers.hpp"
#include "podium/stress/chunk.hpp"
#include "podium/stress/distribution.hpp"
#include "podium/stress/stress_run.hpp"

#include "support/small.hpp"

/// A small index in two pillars and stress tests of it, and the slow way of counting worlds beside the fast one.
namespace podium::testing {

inline constexpr std::size_t kUnits = 9;

inline Hierarchy two_pillars() {
  return hierarchy_of({root(), pillar("p"), pillar("q", "index", 2), indicator("a", "p"), indicator("b", "p", 2),
                       indicator("c", "q"), indicator("d", "q"), indicator("e", "q")});
}

/// Figures without a pattern, with some gaps.
inline Panel figures_for(const Hierarchy& hierarchy) {
  std::vector<std::string> units;
  for (std::size_t i = 0; i < kUnits; ++i) units.push_back("U" + std::to_string(i));
  Panel panel(std::move(units), {Period::year(2023), Period::year(2024)}, hierarchy.series_ids());
  std::size_t number = 1;
  for (const Series indicator : hierarchy.indicators()) {
    for (double& value : panel.values(indicator)) {
      number = number * 1103515245 % 2147483647;
      value = static_cast<double>(number % 997) / 10;
    }
  }
  panel.set(series_of(hierarchy, "b"), Time{1}, Unit{3}, kMissing);
  panel.set(series_of(hierarchy, "d"), Time{1}, Unit{5}, kMissing);
  return panel;
}

inline Recipe usual_recipe() { return {{Impute{}, Normalise{}, Aggregate{}}}; }

inline StressSetting setting_for(const Recipe& recipe) {
  const Hierarchy hierarchy = two_pillars();
  Panel panel = figures_for(hierarchy);
  const std::vector<std::string> units(panel.units().begin(), panel.units().end());
  StressSetting setting{.recipe = must(check(recipe, hierarchy, {.units = units, .solvers = native_solvers()}))};
  setting.units = units;
  setting.solvers = native_solvers();
  setting.figures.push_back({.edition = "latest", .panel = std::move(panel)});
  setting.time = Time{1};
  setting.node = hierarchy.root();
  return setting;
}

inline Worlds worlds_of(std::vector<Factor> factors, std::uint64_t draws = 3000,
                        const Recipe& recipe = usual_recipe()) {
  return must(Worlds::make({.draws = draws, .seed = 5, .factors = std::move(factors)}, setting_for(recipe)));
}

inline StressTally run_all(const Worlds& worlds, std::size_t threads = 1) {
  StressRun run = must(StressRun::start(worlds, threads));
  while (!run.is_done()) run.advance();
  return run.tally();
}

/// One world after the other.
inline StressTally counted_slowly(const Worlds& worlds, const StressTally& like) {
  StressTally tally(like.units(), like.nodes(), like.scales());
  for (std::uint64_t draw = 0; draw < worlds.plan().draws; ++draw) {
    const Result<WorldResult> world = worlds.run(point_of_draw(worlds.plan().seed, draw));
    if (world) {
      tally.add(world->weights, world->scores, world->ranks);
    } else {
      tally.add_failure(reason_of(world.diagnostics()), draw);
    }
  }
  return tally;
}

/// Scores of many worlds at once may be some last bits off, see kernel/weighed_ranks.hpp; everything counted is the
/// same.
inline void check_same_counts(const StressTally& a, const StressTally& b) {
  CHECK(a.worlds() == b.worlds());
  for (std::size_t unit = 0; unit < a.units(); ++unit) {
    CHECK(std::vector(a.ranks(unit).begin(), a.ranks(unit).end()) ==
          std::vector(b.ranks(unit).begin(), b.ranks(unit).end()));
    CHECK(std::vector(a.score_bins(unit).begin(), a.score_bins(unit).end()) ==
          std::vector(b.score_bins(unit).begin(), b.score_bins(unit).end()));
    CHECK(a.lowest_score(unit) == doctest::Approx(b.lowest_score(unit)).epsilon(1e-13));
    CHECK(a.highest_score(unit) == doctest::Approx(b.highest_score(unit)).epsilon(1e-13));
    for (std::size_t other = 0; other < a.units(); ++other) CHECK(a.wins(unit, other) == b.wins(unit, other));
  }
}

/// Sums of doubles too, to the last bit.
inline void check_same_bits(const StressTally& a, const StressTally& b) {
  check_same_counts(a, b);
  for (std::size_t unit = 0; unit < a.units(); ++unit) {
    CHECK(a.lowest_score(unit) == b.lowest_score(unit));
    CHECK(a.highest_score(unit) == b.highest_score(unit));
    CHECK(a.score_sum(unit) == b.score_sum(unit));
    CHECK(shown(a.first_weights(unit)) == shown(b.first_weights(unit)));
  }
}

inline Factor weights_factor(double spread) { return {.name = "weights", .variation = VaryWeights{.spread = spread}}; }

inline Factor normalise_factor() {
  return {.name = "normalise",
          .variation = VaryStep{.number = 2,
                                .alternatives = {{"minmax", Normalise{}},
                                                 {"zscore", Normalise{.method = ZScore{}}},
                                                 {"rank", Normalise{.method = RankScore{}}}}}};
}

}  // namespace podium::testing
