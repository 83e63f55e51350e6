#include "podium/stress/attainable/attainable_ranks.hpp"

#include <array>
#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "podium/core/rank.hpp"
#include "podium/solve/solvers.hpp"

#include "stress/attainable_checks.hpp"

namespace podium {
namespace {

using testing::built;
using testing::check_certificates;
using testing::Columns;
using testing::Random;
using testing::solved;

void check_draws(const WeightedTree& tree, const std::vector<AttainableRanks>& ranks, int draws, Random& random) {
  for (int draw = 0; draw < draws; ++draw) {
    const std::vector<Rank> seen = competition_ranks(tree.scores(testing::random_weights(tree.tree(), random)));
    for (std::size_t unit = 0; unit < seen.size(); ++unit) {
      CHECK(seen[unit] >= ranks[unit].best.rank);
      CHECK(seen[unit] <= ranks[unit].worst.rank);
    }
  }
}

TEST_CASE("best and worst ranks that can be found by hand") {
  const struct {
    std::string name;
    Columns columns;
    double spread;
    std::vector<std::array<Rank, 2>> expected;
  } cases[] = {
      {"one unit is always first", {{5}, {7}}, 0.5, {{1, 1}}},
      {"equal units are all first", {{5, 5, 5}, {7, 7, 7}}, 0.5, {{1, 1}, {1, 1}, {1, 1}}},
      {"what is above in everything stays above", {{9, 5, 1}, {9, 5, 1}}, 1, {{1, 1}, {2, 2}, {3, 3}}},
      // Unit 1 leads by 30 w2 - 20 w1, so the order turns at a spread of 0.2.
      {"a spread too small to turn the order", {{60, 40}, {40, 70}}, 0.19, {{2, 2}, {1, 1}}},
      {"a spread that turns the order", {{60, 40}, {40, 70}}, 0.21, {{1, 2}, {1, 2}}},
      // Equal weights make all three equal, and first; any others put unit 1 between the two.
      {"units that lead by turns", {{3, 2, 1}, {1, 2, 3}}, 0.25, {{1, 3}, {1, 2}, {1, 3}}},
      {"with free weights a tie in one indicator is the best that can be had",
       {{100, 100, 0}, {50, 20, 90}},
       1,
       {{1, 2}, {1, 3}, {1, 3}}},
      {"no spread gives the rank as published", {{60, 40, 50}, {40, 70, 50}}, 0, {{2, 2}, {1, 1}, {2, 2}}},
      {"a spread beyond 1 changes no more", {{60, 40}, {40, 70}}, 3, {{1, 2}, {1, 2}}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const WeightedTree tree = built(with_spread(testing::tree_of_groups({1, 1}), c.spread), c.columns);
    const std::vector<AttainableRanks> ranks = solved(tree);
    for (std::size_t unit = 0; unit < c.expected.size(); ++unit) {
      CAPTURE(unit);
      CHECK(ranks[unit].best.rank == c.expected[unit][0]);
      CHECK(ranks[unit].worst.rank == c.expected[unit][1]);
      CHECK(ranks[unit].best.is_attained());
      CHECK(ranks[unit].worst.is_attained());
    }
    check_certificates(tree, ranks);
  }
}

TEST_CASE("components without weight have no part in it") {
  WeightTree tree = testing::tree_of_groups({1, 1, 2});
  tree.nodes[2].weight = 0;
  tree.nodes[4].weight = 0;
  tree = with_spread(tree, 0.9);
  // The first and the last column count.
  const std::vector<AttainableRanks> ranks = solved(built(tree, {{9, 5, 1}, {0, 50, 99}, {1, 2, 300}, {8, 4, 3}}));
  for (std::size_t unit = 0; unit < 3; ++unit) {
    CHECK(ranks[unit].best.rank == unit + 1);
    CHECK(ranks[unit].worst.rank == unit + 1);
    CHECK(ranks[unit].best.settled_by == SettledBy::Dominance);
  }
}

TEST_CASE("without any spread best and worst rank are the published one") {
  Random random(21);
  for (int round = 0; round < 50; ++round) {
    const WeightTree tree = with_spread(testing::with_random_weights(testing::tree_of_three_levels(), random), 0);
    const WeightedTree scores = built(tree, testing::random_columns(testing::indicators_of(tree), 9, random));
    const std::vector<Rank> published = competition_ranks(scores.scores(scores.published_weights()));
    const std::vector<AttainableRanks> ranks = solved(scores);
    for (std::size_t unit = 0; unit < 9; ++unit) {
      CHECK(ranks[unit].best.rank == published[unit]);
      CHECK(ranks[unit].worst.rank == published[unit]);
    }
  }
}

TEST_CASE("no draw is outside best and worst rank, and weights are returned that attain them") {
  Random random(24);
  for (int round = 0; round < 24; ++round) {
    const WeightTree shape = round % 2 == 0 ? testing::tree_of_three_levels() : testing::tree_of_groups({3, 1, 4, 2});
    const WeightTree tree = with_spread(testing::with_random_weights(shape, random), random.between(0.05, 1));
    Columns columns = testing::random_columns(testing::indicators_of(tree), 15, random);
    if (round % 4 == 3) testing::add_gaps(columns, 0.05, random);
    const WeightedTree scores = built(tree, columns);
    const std::vector<AttainableRanks> ranks = solved(scores);
    check_certificates(scores, ranks);
    check_draws(scores, ranks, 300, random);
    for (std::size_t unit = 0; unit < 15; ++unit) {
      if (round % 4 == 3) continue;
      CHECK(ranks[unit].best.is_attained());
      CHECK(ranks[unit].worst.is_attained());
    }
  }
}

TEST_CASE("where only some weights move, the others stay as published") {
  Random random(25);
  WeightTree tree = with_spread(testing::with_random_weights(testing::tree_of_groups({3, 3}), random), 0.5);
  for (const std::size_t node : {1U, 5U}) tree.nodes[node].bounds = {tree.nodes[node].weight, tree.nodes[node].weight};
  const WeightedTree scores = built(tree, testing::random_columns(6, 10, random));
  const std::vector<AttainableRanks> ranks = solved(scores);
  check_certificates(scores, ranks);
  check_draws(scores, ranks, 500, random);
}

TEST_CASE("without solvers the ranks are bounds that contain the solved ones") {
  Random random(26);
  for (int round = 0; round < 10; ++round) {
    const WeightTree tree = with_spread(testing::with_random_weights(testing::tree_of_groups({3, 4}), random), 0.3);
    const WeightedTree scores = built(tree, testing::random_columns(7, 12, random));
    const std::vector<AttainableRanks> bounds = attainable_ranks(scores, dominance_of(scores), {});
    const std::vector<AttainableRanks> ranks = solved(scores);
    check_certificates(scores, bounds);
    for (std::size_t unit = 0; unit < 12; ++unit) {
      CHECK(bounds[unit].best.rank <= ranks[unit].best.rank);
      CHECK(bounds[unit].worst.rank >= ranks[unit].worst.rank);
      CHECK(bounds[unit].best.attained >= ranks[unit].best.rank);
      CHECK((bounds[unit].best.is_attained() || bounds[unit].best.settled_by == SettledBy::Bound));
    }
  }
}

TEST_CASE("geometric means have the ranks of their products of powers") {
  Random random(27);
  for (int round = 0; round < 10; ++round) {
    const WeightTree tree = with_spread(testing::with_random_weights(testing::tree_of_groups({2, 3}), random), 0.4);
    const Columns columns = testing::random_columns(5, 8, random);
    bool is_positive = true;
    for (const auto& column : columns) is_positive &= std::ranges::all_of(column, [](double x) { return x > 0; });
    REQUIRE(is_positive);
    const WeightedTree scores = built(tree, columns, TreeMean::Geometric);
    const std::vector<AttainableRanks> ranks = solved(scores);
    check_certificates(scores, ranks);
    for (int draw = 0; draw < 300; ++draw) {
      const std::vector<double> w = testing::random_weights(tree, random);
      std::vector<double> products;
      for (std::size_t unit = 0; unit < 8; ++unit) {
        const auto x = [&](std::size_t k) { return columns[k][unit]; };
        const double first = std::pow(std::pow(x(0), w[2]) * std::pow(x(1), w[3]), 1 / (w[2] + w[3]));
        const double second =
            std::pow(std::pow(x(2), w[5]) * std::pow(x(3), w[6]) * std::pow(x(4), w[7]), 1 / (w[5] + w[6] + w[7]));
        products.push_back(std::pow(std::pow(first, w[1]) * std::pow(second, w[4]), 1 / (w[1] + w[4])));
      }
      const std::vector<Rank> seen = ranks_among(products, 0);
      for (std::size_t unit = 0; unit < 8; ++unit) {
        CHECK(seen[unit] >= ranks[unit].best.rank);
        CHECK(seen[unit] <= ranks[unit].worst.rank);
      }
    }
  }
}

TEST_CASE("a unit without a score has no best and no worst rank") {
  const WeightedTree tree =
      built(with_spread(testing::tree_of_groups({1, 1}), 0.3), {{50, kMissing, 40}, {40, kMissing, 50}});
  const std::vector<AttainableRanks> ranks = solved(tree);
  CHECK(ranks[1].best.rank == 0);
  CHECK(ranks[1].worst.rank == 0);
  CHECK(ranks[0].best.rank == 1);
  CHECK(ranks[0].worst.rank == 2);
}

TEST_CASE("the same question has the same answer") {
  Random random(28);
  const WeightTree tree = with_spread(testing::with_random_weights(testing::tree_of_three_levels(), random), 0.5);
  const WeightedTree scores = built(tree, testing::random_columns(testing::indicators_of(tree), 14, random));
  const std::vector<AttainableRanks> once = solved(scores);
  const std::vector<AttainableRanks> again = solved(scores);
  for (std::size_t unit = 0; unit < 14; ++unit) {
    CHECK(once[unit].best.weights == again[unit].best.weights);
    CHECK(once[unit].worst.weights == again[unit].worst.weights);
  }
}

}  // namespace
}  // namespace podium
