#include "podium/stress/world_overtake.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "podium/stress/random.hpp"

#include "stress/stressed_index.hpp"

namespace podium {
namespace {

using namespace testing;
using Outcome = WorldOvertake::Outcome;

/// Ranks of the index with these weights at its nodes, without any stress.
std::vector<Rank> ranks_with(const std::vector<double>& weights) {
  const Hierarchy plain = two_pillars();
  std::vector<NodeSpec> nodes;
  for (const Series node : Positions<Series>(plain.size())) {
    nodes.push_back(plain.node(node));
    if (plain.parent(node)) nodes.back().weight = weights[at(node)];
  }
  const StressSetting setting = setting_for(usual_recipe());
  const CheckedRecipe recipe = must(
      check(usual_recipe(), hierarchy_of(std::move(nodes)), {.units = setting.units, .solvers = native_solvers()}));
  const Ranking ranking = must(run(recipe, setting.figures.front().panel));
  std::vector<Rank> ranks;
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    ranks.push_back(ranking.rank(setting.node, setting.time, static_cast<Unit>(unit)));
  }
  return ranks;
}

std::vector<double> published_weights() {
  const Hierarchy hierarchy = two_pillars();
  std::vector<double> weights;
  for (const Series node : Positions<Series>(hierarchy.size())) weights.push_back(hierarchy.node(node).weight);
  return weights;
}

/// Weights within a change of themselves, those of a draw.
std::vector<double> random_weights(double change, std::uint64_t draw) {
  std::vector<double> weights = published_weights();
  for (std::size_t node = 1; node < weights.size(); ++node) {
    const double u = uniform(17, draw, static_cast<std::uint32_t>(node));
    // Half of them at the ends, where the extremes are.
    const double place = u < 0.25 ? -1 : u > 0.75 ? 1 : 4 * u - 2;
    weights[node] *= 1 + change * place;
  }
  return weights;
}

TEST_CASE("the weights that let one unit overtake another do so in the recipe, and none that change less") {
  const Worlds worlds = worlds_of({weights_factor(0.25)});
  const std::vector<double> published = published_weights();
  const std::vector<Rank> ranks = ranks_with(published);
  std::size_t possible = 0;
  std::size_t never = 0;
  for (std::size_t i = 0; i < kUnits; ++i) {
    for (std::size_t j = 0; j < kUnits; ++j) {
      if (i == j) continue;
      CAPTURE(i);
      CAPTURE(j);
      const WorldOvertake found = must(smallest_overtake_in(worlds, static_cast<Unit>(i), static_cast<Unit>(j)));
      CHECK((found.outcome == Outcome::Already) == (ranks[i] < ranks[j]));
      if (found.outcome == Outcome::Possible) {
        ++possible;
        const std::vector<Rank> then = ranks_with(found.weights);
        CHECK(then[i] < then[j]);
        CHECK(then[i] == found.rank);
        CHECK(then[j] == found.rank_of_other);
        CHECK(found.smallest <= found.change);
        for (std::size_t node = 1; node < published.size(); ++node) {
          CHECK(found.published[node] == published[node]);
          CHECK(std::abs(found.weights[node] / published[node] - 1) <= found.change + 1e-12);
        }
      }
      if (found.outcome == Outcome::Never) ++never;
      if (found.outcome == Outcome::Already) continue;
      const double below = found.outcome == Outcome::Never ? 1 - 1e-9 : found.smallest - 1e-8;
      for (std::uint64_t draw = 0; draw < 40; ++draw) {
        const std::vector<Rank> then = ranks_with(random_weights(below, draw));
        CHECK(then[i] >= then[j]);
      }
    }
  }
  CHECK(possible > 5);
  CHECK(never > 0);
}

TEST_CASE("the smallest change of two weights by hand, and weights that the plan does not draw stay") {
  // A has 60 and 20, B 40 and 80, both weights 1: A is above once 20 w_x > 60 w_y, that is (1 + t) > 3 (1 - t): t =
  // 1/2.
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  Panel panel({"A", "B"}, {Period::year(2024)}, hierarchy.series_ids());
  const double figures[2][2] = {{60, 40}, {20, 80}};
  for (std::size_t unit = 0; unit < 2; ++unit) {
    panel.set(series_of(hierarchy, "x"), Time{0}, static_cast<Unit>(unit), figures[0][unit]);
    panel.set(series_of(hierarchy, "y"), Time{0}, static_cast<Unit>(unit), figures[1][unit]);
  }
  const Recipe recipe{{Normalise{.method = NoNormalisation{}}, Aggregate{}}};
  StressSetting setting{.recipe = must(check(recipe, hierarchy, {}))};
  setting.units = {"A", "B"};
  setting.figures.push_back({.edition = "latest", .panel = panel});
  const auto asked = [&](std::vector<std::string> varied) {
    const Factor weights{.name = "weights", .variation = VaryWeights{.at = std::move(varied), .spread = 0.1}};
    return must(smallest_overtake_in(must(Worlds::make({.factors = {weights}}, setting)), Unit{0}, Unit{1}));
  };
  const WorldOvertake both = asked({"x", "y"});
  CHECK(both.outcome == Outcome::Possible);
  CHECK(both.smallest == doctest::Approx(0.5).epsilon(1e-8));
  CHECK(both.change == doctest::Approx(0.5001).epsilon(1e-12));
  CHECK(shown(both.weights) == "1 1.5001 0.4999");
  // With w_y = 1 it takes 20 (1 + t) > 60: more than twice the weight, which is beyond what is asked.
  CHECK(asked({"x"}).outcome == Outcome::Never);
  // With w_x = 1 it takes 20 > 60 (1 - t): t = 2/3.
  const WorldOvertake one = asked({"y"});
  CHECK(one.smallest == doctest::Approx(2.0 / 3).epsilon(1e-8));
  CHECK(one.weights[1] == 1);
  CHECK(one.weights[2] == doctest::Approx(1.0 / 3).epsilon(1e-3));
  CHECK(one.rank == 1);
  CHECK(one.rank_of_other == 2);
}

TEST_CASE("units without a score and nodes below the index have no answer") {
  StressSetting setting = setting_for(usual_recipe());
  setting.node = series_of(two_pillars(), "p");
  const Worlds below = must(Worlds::make({.factors = {weights_factor(0.25)}}, setting));
  CHECK(problems_of(smallest_overtake_in(below, Unit{0}, Unit{1})).find("the index itself") != std::string::npos);
  StressSetting gaps = setting_for({{Normalise{}, Aggregate{}}});
  const Hierarchy hierarchy = two_pillars();
  for (const Series indicator : hierarchy.indicators()) {
    gaps.figures.front().panel.set(indicator, Time{1}, Unit{2}, kMissing);
  }
  const Worlds unranked = must(Worlds::make({.factors = {weights_factor(0.25)}}, gaps));
  CHECK(problems_of(smallest_overtake_in(unranked, Unit{0}, Unit{2})).find("U2") != std::string::npos);
}

}  // namespace
}  // namespace podium
