#include "podium/stress/confidence.hpp"

#include <doctest/doctest.h>

#include "stress/stressed_index.hpp"

namespace podium {
namespace {

using namespace testing;

std::vector<std::optional<Probability>> confidence_of(const Worlds& worlds, const StressTally& tally,
                                                      std::size_t threads = 1) {
  PreparedWorlds prepared(worlds);
  prepared.prepare_all(1);
  return confidence_factors(prepared, tally, {.threads = threads});
}

/// The rank of a unit where these weights stand at the nodes of the index: the recipe by itself, without any stress.
Rank rank_with(const std::vector<double>& weights, const Recipe& recipe, std::size_t unit) {
  const Hierarchy plain = two_pillars();
  std::vector<NodeSpec> nodes;
  for (const Series node : Positions<Series>(plain.size())) {
    nodes.push_back(plain.node(node));
    nodes.back().weight = weights[at(node)];
  }
  const StressSetting setting = setting_for(recipe);
  const CheckedRecipe weighed =
      must(check(recipe, hierarchy_of(std::move(nodes)), {.units = setting.units, .solvers = native_solvers()}));
  return must(run(weighed, setting.figures.front().panel)).rank(setting.node, setting.time, static_cast<Unit>(unit));
}

TEST_CASE("where weights alone are varied, the factor says whether the central weights make the unit first") {
  const Worlds worlds = worlds_of({weights_factor(0.9)});
  const StressTally tally = run_all(worlds);
  const auto factors = confidence_of(worlds, tally);
  std::size_t candidates = 0;
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    CAPTURE(unit);
    const UnitDistribution found = distribution_of(tally, unit, 0.9);
    REQUIRE(factors[unit].has_value() == (tally.ranks(unit)[1] > 0));
    if (!factors[unit]) continue;
    ++candidates;
    const double expected = rank_with(found.central_weights, usual_recipe(), unit) == 1 ? 1 : 0;
    CHECK(factors[unit]->value == expected);
    CHECK(factors[unit]->lower == expected);
    CHECK(factors[unit]->upper == expected);
  }
  CHECK(candidates > 1);
}

TEST_CASE("with alternative steps it is the share of the draws that take one with which the unit is first") {
  const Worlds worlds = worlds_of({weights_factor(0.9), normalise_factor()});
  const StressTally tally = run_all(worlds);
  const auto factors = confidence_of(worlds, tally);
  const std::vector<std::pair<std::string, Recipe>> ways = {
      {"minmax", usual_recipe()},
      {"zscore", {{Impute{}, Normalise{.method = ZScore{}}, Aggregate{}}}},
      {"rank", {{Impute{}, Normalise{.method = RankScore{}}, Aggregate{}}}}};
  std::map<std::string, std::uint64_t> taken;
  const std::uint64_t draws = worlds.plan().draws;
  for (std::uint64_t draw = 0; draw < draws; ++draw) ++taken[worlds.describe(point_of_draw(5, draw))[1].label];
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    if (!factors[unit]) continue;
    CAPTURE(unit);
    const std::vector<double> central = distribution_of(tally, unit, 0.9).central_weights;
    std::uint64_t first = 0;
    for (const auto& [label, recipe] : ways) first += rank_with(central, recipe, unit) == 1 ? taken[label] : 0;
    const Probability expected = probability_of(first, draws);
    CHECK(factors[unit]->value == expected.value);
    CHECK(factors[unit]->lower == expected.lower);
    CHECK(factors[unit]->upper == expected.upper);
  }
}

TEST_CASE("without drawn weights it is how often the unit is first") {
  const Factor indicators = {.name = "indicators", .variation = VaryIndicators{.probability = 0.3}};
  for (const Factor& factor : {normalise_factor(), indicators}) {
    const Worlds worlds = worlds_of({factor}, 1500);
    const StressTally tally = run_all(worlds);
    const auto factors = confidence_of(worlds, tally);
    for (std::size_t unit = 0; unit < kUnits; ++unit) {
      const std::uint64_t first = tally.ranks(unit)[1];
      REQUIRE(factors[unit].has_value() == (first > 0));
      if (first > 0) CHECK(factors[unit]->value == probability_of(first, tally.worlds()).value);
    }
  }
}

TEST_CASE("worlds that each have their own figures are asked one by one, the same on any number of threads") {
  const Factor indicators = {.name = "indicators", .variation = VaryIndicators{.probability = 0.2}};
  const Worlds worlds = worlds_of({weights_factor(0.9), indicators}, 800);
  CHECK(worlds.combinations() == 0);
  const StressTally tally = run_all(worlds);
  const auto one = confidence_of(worlds, tally, 1);
  const auto three = confidence_of(worlds, tally, 3);
  bool any_between = false;
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    REQUIRE(one[unit].has_value() == three[unit].has_value());
    if (!one[unit]) continue;
    CHECK(one[unit]->value == three[unit]->value);
    CHECK(one[unit]->lower <= one[unit]->value);
    CHECK(one[unit]->upper >= one[unit]->value);
    any_between = any_between || (one[unit]->value > 0 && one[unit]->value < 1);
  }
  CHECK(any_between);
}

TEST_CASE("who waits can stop, and the answer is about the worlds so far") {
  const Factor indicators = {.name = "indicators", .variation = VaryIndicators{.probability = 0.2}};
  const Worlds worlds = worlds_of({weights_factor(0.9), indicators}, 5000);
  const StressTally tally = run_all(worlds);
  const PreparedWorlds prepared(worlds);
  const auto stopped = confidence_factors(prepared, tally, {.keep_going = [] { return false; }});
  const auto all = confidence_factors(prepared, tally);
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    if (!all[unit] || all[unit]->value == 0 || all[unit]->value == 1) continue;
    CHECK(stopped[unit]->upper - stopped[unit]->lower > all[unit]->upper - all[unit]->lower);
  }
}

}  // namespace
}  // namespace podium
