#include "podium/stress/worlds.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "stress/stressed_index.hpp"

// What becomes of an index in other worlds: small indices whose worlds can be worked out by hand, and the fast way of
// counting beside one world after the other.
namespace podium {
namespace {

using namespace testing;

TEST_CASE("without any spread every world is the published one") {
  const Worlds worlds = worlds_of({weights_factor(0)}, 500);
  const StressSetting setting = setting_for(usual_recipe());
  const Ranking published = must(run(setting.recipe, setting.figures.front().panel));
  const StressTally tally = run_all(worlds);
  CHECK(tally.worlds() == 500);
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    const Rank rank = published.rank(setting.node, setting.time, static_cast<Unit>(unit));
    CHECK(tally.ranks(unit)[rank] == 500);
    CHECK(tally.lowest_score(unit) == published.score(setting.node, setting.time, static_cast<Unit>(unit)));
    CHECK(tally.highest_score(unit) == tally.lowest_score(unit));
    const UnitDistribution found = distribution_of(tally, unit, 0.9);
    CHECK(found.median_rank == rank);
    CHECK(found.lower_rank == rank);
    CHECK(found.upper_rank == rank);
    CHECK(found.entropy == 0);
  }
}

TEST_CASE("worlds counted many at once are those counted one by one") {
  const Factor units = {.name = "units", .variation = VaryUnits{}};
  const Factor indicators = {.name = "indicators", .variation = VaryIndicators{.among = {"a", "d"}}};
  const Factor treat = {.name = "impute",
                        .variation = VaryStep{.number = 1, .alternatives = {{"median", Impute{}}, {"", std::nullopt}}}};
  const Factor dirichlet = {.name = "dirichlet",
                            .variation = VaryWeights{.at = {"indicator"}, .law = WeightLaw::Dirichlet}};
  const std::vector<std::vector<Factor>> plans = {{weights_factor(0.5)},
                                                  {normalise_factor()},
                                                  {weights_factor(0.3), normalise_factor(), treat},
                                                  {weights_factor(0.3), units, indicators},
                                                  {dirichlet, treat}};
  for (std::size_t i = 0; i < plans.size(); ++i) {
    CAPTURE(i);
    const Worlds worlds = worlds_of(plans[i]);
    CHECK(worlds.combinations() > 0);
    const StressTally tally = run_all(worlds);
    check_same_counts(tally, counted_slowly(worlds, tally));
  }
}

TEST_CASE("geometric means are counted alike, and methods that the kernel has not are run one by one") {
  const Normalise positive{.method = MinMax{{1, 100}}};
  for (const AggregateMethod& method : {AggregateMethod(Geometric{}), AggregateMethod(Harmonic{}),
                                        AggregateMethod(MedianScore{}), AggregateMethod(Copeland{})}) {
    const Worlds worlds =
        worlds_of({weights_factor(0.5)}, 1000, {{Impute{}, positive, Aggregate{.method = {.otherwise = method}}}});
    const StressTally tally = run_all(worlds);
    CHECK(tally.worlds() == 1000);
    check_same_counts(tally, counted_slowly(worlds, tally));
  }
}

TEST_CASE("who stops has what a smaller plan would have counted") {
  const Worlds worlds = worlds_of({weights_factor(0.5)}, 1'000'000);
  StressRun run = must(StressRun::start(worlds, 2));
  run.advance();
  CHECK(run.draws_done() > 0);
  CHECK(run.draws_done() < run.draws());
  const Worlds fewer = worlds_of({weights_factor(0.5)}, run.draws_done());
  check_same_bits(run.tally(), run_all(fewer));
}

TEST_CASE("shares of ranks, and of who stands before whom, add up to one") {
  const Factor units = {.name = "units", .variation = VaryUnits{.probability = 0.2}};
  for (const std::vector<Factor>& factors :
       {std::vector{weights_factor(0.9)}, std::vector{weights_factor(0.5), normalise_factor()},
        std::vector{units, weights_factor(0.1)}}) {
    const StressTally tally = run_all(worlds_of(factors, 2000));
    CHECK(tally.worlds() + tally.failed() == 2000);
    for (std::size_t unit = 0; unit < kUnits; ++unit) {
      std::uint64_t sum = 0;
      for (const std::uint64_t count : tally.ranks(unit)) sum += count;
      CHECK(sum == tally.worlds());
      for (std::size_t other = 0; other < kUnits; ++other) {
        if (unit != other) CHECK(tally.wins(unit, other) + tally.wins(other, unit) <= tally.worlds());
      }
    }
  }
  // Without ties and gaps each place is taken once in each world, and one of two stands before the other.
  const StressTally plain = run_all(worlds_of({weights_factor(0.9)}, 2000));
  for (std::size_t rank = 1; rank <= kUnits; ++rank) {
    std::uint64_t taken = 0;
    for (std::size_t unit = 0; unit < kUnits; ++unit) taken += plain.ranks(unit)[rank];
    CHECK(taken == plain.worlds());
  }
  for (std::size_t unit = 1; unit < kUnits; ++unit) CHECK(plain.wins(0, unit) + plain.wins(unit, 0) == plain.worlds());
}

TEST_CASE("a unit that is left out has no rank, and the others move up") {
  const Factor units = {.name = "units", .variation = VaryUnits{.among = {"U4"}}};
  const Worlds worlds = worlds_of({units}, 2000);
  CHECK(worlds.combinations() == 2);
  const StressTally tally = run_all(worlds);
  const double out = static_cast<double>(tally.ranks(4)[0]) / 2000;
  // One of two ways, both as likely: within five standard errors of a half.
  CHECK(std::abs(out - 0.5) < 5 * std::sqrt(0.25 / 2000));
  CHECK(distribution_of(tally, 4, 0.9).unranked == out);
  CHECK(tally.ranks(0)[0] == 0);
}

TEST_CASE("rounded figures lie within half a step of the printed ones") {
  StressSetting setting = setting_for(usual_recipe());
  std::vector<double>& half = setting.figures.front().half_steps;
  half.assign(setting.figures.front().panel.values().size(), 0.05);
  const Factor rounding = {.name = "rounding", .variation = VaryRounding{.except = {"e"}}};
  const Worlds worlds = must(Worlds::make({.draws = 10, .factors = {rounding}}, setting));
  CHECK(worlds.combinations() == 0);
  const Hierarchy& hierarchy = worlds.hierarchy();
  const Recipe bare = {{Normalise{.method = NoNormalisation{}}, Aggregate{}}};
  setting.recipe = must(check(bare, hierarchy, {}));
  const Worlds unscaled = must(Worlds::make({.draws = 10, .factors = {rounding}}, setting));
  const auto prepared = [&](double u) { return must(unscaled.prepare([u](std::size_t) { return u; })); };
  const Panel& printed = setting.figures.front().panel;
  for (const Series indicator : hierarchy.indicators()) {
    const double reach = hierarchy.node(indicator).id == "e" ? 0 : 0.05;
    for (const Unit unit : all_units(printed)) {
      const double value = printed.value(indicator, Time{1}, unit);
      if (is_missing(value)) continue;
      CHECK(prepared(0.5).value(indicator, Time{0}, unit) == value);
      CHECK(prepared(1).value(indicator, Time{0}, unit) == value + reach);
      CHECK(prepared(0).value(indicator, Time{0}, unit) == value - reach);
    }
  }
}

TEST_CASE("a filled figure is off by as much as the filling misses known figures") {
  // One indicator, five units: the mean of the others misses 10, 20, 30, 60 by 10 - 110/3, 20 - 100/3, 0 - 0, ...
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  Panel panel({"A", "B", "C", "D", "E"}, {Period::year(2024)}, hierarchy.series_ids());
  const std::vector<double> known = {10, 20, 30, 60};
  std::ranges::copy(known, panel.values(Series{1}).begin());
  const Recipe recipe = {{Impute{.method = ImputeMean{}}, Normalise{.method = NoNormalisation{}}, Aggregate{}}};
  StressSetting setting{.recipe = must(check(recipe, hierarchy, {}))};
  setting.units = {"A", "B", "C", "D", "E"};
  setting.figures.push_back({.edition = "latest", .panel = panel});
  const Worlds worlds =
      must(Worlds::make({.factors = {{.name = "imputation", .variation = VaryImputation{}}}}, setting));
  const std::vector<double> errors = {10 - 110.0 / 3, 20 - 100.0 / 3, 30 - 90.0 / 3, 60 - 60.0 / 3};
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const double u = (static_cast<double>(i) + 0.5) / 4;
    const WorldResult world = must(worlds.run([u](std::size_t) { return u; }));
    CHECK(world.scores[4] == doctest::Approx(30 + errors[i]).epsilon(1e-14));
    for (std::size_t unit = 0; unit < 4; ++unit) CHECK(world.scores[unit] == known[unit]);
    // One cell was filled, by step 1, with the mean 30; where the error is none, nothing is moved.
    const std::vector<MovedFigure> moved = worlds.moved_figures([u](std::size_t) { return u; });
    REQUIRE(moved.size() == (i == 2 ? 0 : 1));
    for (const MovedFigure& figure : moved) {
      CHECK(figure.series == Series{1});
      CHECK(figure.unit == Unit{4});
      CHECK(figure.period == Period::year(2024));
      CHECK(figure.step == 1);
      CHECK(figure.before == 30);
      CHECK(figure.drawn == world.scores[4]);
    }
  }
}

TEST_CASE("factors that are drawn together take the same way") {
  Factor first = normalise_factor();
  first.together = "one";
  Factor second = {.name = "impute",
                   .together = "one",
                   .variation = VaryStep{.number = 1,
                                         .alternatives = {{"a", Impute{}},
                                                          {"b", Impute{.method = ImputeMean{}}},
                                                          {"c", Impute{.method = ImputeConstant{.value = 1}}}}}};
  const Worlds worlds = worlds_of({first, second}, 300);
  CHECK(worlds.coordinates() == 1);
  std::size_t reachable = 0;
  for (std::size_t i = 0; i < worlds.combinations(); ++i) reachable += worlds.point_of(i) ? 1 : 0;
  CHECK(worlds.combinations() == 9);
  CHECK(reachable == 3);
  for (std::uint64_t draw = 0; draw < 300; ++draw) {
    const std::vector<WorldChoice> choices = worlds.describe(point_of_draw(5, draw));
    const std::string pair = choices[0].label + choices[1].label;
    CHECK((pair == "minmaxa" || pair == "zscoreb" || pair == "rankc"));
  }
  const StressTally tally = run_all(worlds);
  check_same_counts(tally, counted_slowly(worlds, tally));
}

TEST_CASE("each combination has a point that takes it") {
  const Worlds worlds =
      worlds_of({weights_factor(0.2), normalise_factor(), {.name = "units", .variation = VaryUnits{}}});
  CHECK(worlds.combinations() == 3 * (kUnits + 1));
  for (std::size_t i = 0; i < worlds.combinations(); ++i) {
    const auto point = worlds.point_of(i);
    REQUIRE(point);
    CHECK(worlds.combination([&](std::size_t k) { return (*point)[k]; }) == i);
  }
}

TEST_CASE("worlds that fail are counted, with the first of them and the reason") {
  // The geometric mean has no answer for the z-scores below zero.
  const Recipe recipe = {
      {Impute{}, Normalise{.method = MinMax{{1, 100}}}, Aggregate{.method = {.otherwise = Geometric{}}}}};
  const Factor normalise = {.name = "normalise",
                            .variation = VaryStep{.number = 2,
                                                  .alternatives = {{"minmax", Normalise{.method = MinMax{{1, 100}}}},
                                                                   {"zscore", Normalise{.method = ZScore{}}}}}};
  const Worlds worlds = worlds_of({normalise}, 1000, recipe);
  const StressTally tally = run_all(worlds);
  CHECK(tally.failed() + tally.worlds() == 1000);
  CHECK(std::abs(static_cast<double>(tally.failed()) - 500) < 5 * std::sqrt(250.0));
  REQUIRE(tally.failures().size() == 1);
  const auto& [reason, failed] = *tally.failures().begin();
  CHECK(reason.find("non-positive-under-geometric-mean") != std::string::npos);
  std::uint64_t first = 0;
  while (worlds.describe(point_of_draw(5, first)).front().label != "zscore") ++first;
  CHECK(failed.first == first);
}

TEST_CASE("a plan's mistakes are told at once") {
  const Factor units = {.name = "units", .variation = VaryUnits{.among = {"U1", "U99"}}};
  const Factor again = {.name = "units", .variation = VaryIndicators{.among = {"aa"}}};
  const Factor measurement = {.name = "measurement", .variation = VaryMeasurement{}};
  const std::string problems = problems_of(
      Worlds::make({.draws = 0, .interval = 1, .factors = {units, again, measurement}}, setting_for(usual_recipe())));
  for (const char* part : {"no draws", "interval 1", "U99", "'aa'", "a second factor 'units'",
                           "figures without standard errors", "'standard_error'"}) {
    CAPTURE(part);
    CHECK(problems.find(part) != std::string::npos);
  }
}

}  // namespace
}  // namespace podium
