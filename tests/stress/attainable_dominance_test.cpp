#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "podium/stress/attainable/dominance.hpp"
#include "podium/stress/attainable/overtake.hpp"

#include "stress/attainable_world.hpp"

namespace podium {
namespace {

using testing::Random;

WeightedTree built(WeightTree tree, const std::vector<std::vector<double>>& columns) {
  Result<WeightedTree> result = WeightedTree::build(std::move(tree), columns);
  REQUIRE(result);
  return *std::move(result);
}

TEST_CASE("the drawing of dominance leaves out what follows") {
  // Unit 0 is best everywhere, 3 worst everywhere; 1 and 2 trade places.
  const std::vector<std::vector<double>> columns = {{90, 70, 40, 10}, {90, 40, 70, 10}};
  const Dominance dominance = dominance_of(built(with_spread(testing::tree_of_groups({1, 1}), 0.25), columns));
  using Edges = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(dominance.edges == Edges{{0, 1}, {0, 2}, {1, 3}, {2, 3}});
  CHECK(dominance.is_always_above(0, 3));
  CHECK(!dominance.is_always_above(1, 2));
  CHECK(!dominance.is_always_above(2, 1));
  CHECK(!dominance.is_always_above(0, 0));
}

TEST_CASE("equal units do not dominate each other, and a gap everywhere leaves a unit out") {
  const std::vector<std::vector<double>> columns = {{50, 50, kMissing}, {60, 60, kMissing}};
  const Dominance dominance = dominance_of(built(with_spread(testing::tree_of_groups({1, 1}), 2), columns));
  CHECK(dominance.edges.empty());
  CHECK(dominance.lead(0, 1) == 0);
  CHECK(is_missing(dominance.lead(0, 2)));
}

TEST_CASE("no weights reverse a dominance, and its drawing says all of it") {
  Random random(11);
  for (int round = 0; round < 30; ++round) {
    const WeightTree tree =
        with_spread(testing::with_random_weights(testing::tree_of_groups({2, 3, 1}), random), random.between(0, 1));
    auto columns = testing::random_columns(6, 8, random);
    if (round % 2 == 1) testing::add_gaps(columns, 0.1, random);
    const WeightedTree scores = built(tree, columns);
    const Dominance dominance = dominance_of(scores);
    for (int draw = 0; draw < 200; ++draw) {
      const std::vector<double> at = scores.scores(testing::random_weights(tree, random));
      for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = 0; j < 8; ++j) {
          if (dominance.is_always_above(i, j)) CHECK(at[i] > at[j]);
        }
      }
    }
    std::vector<char> reached(64, 0);
    for (const auto& [above, below] : dominance.edges) reached[above * 8 + below] = 1;
    for (std::size_t via = 0; via < 8; ++via) {
      for (std::size_t i = 0; i < 64; ++i) {
        if (reached[i / 8 * 8 + via] != 0 && reached[via * 8 + i % 8] != 0) reached[i] = 1;
      }
    }
    CHECK(reached == dominance.always);
  }
}

TEST_CASE("the smallest change of weights by which one unit overtakes another") {
  // Unit 1 leads by 30 w2 - 20 w1: they meet where 20 (1 + t) = 30 (1 - t), at t = 0.2.
  const std::vector<std::vector<double>> columns = {{60, 40, 60}, {40, 70, 30}};
  const WeightedTree tree = built(with_spread(testing::tree_of_groups({1, 1}), 0.1), columns);
  const Overtake overtake = smallest_overtake(tree, 0, 1);
  CHECK(overtake.is_exact);
  CHECK(overtake.change == doctest::Approx(0.2).epsilon(1e-8));
  REQUIRE(overtake.weights.size() == 3);
  CHECK(overtake.weights[1] == doctest::Approx(1.2).epsilon(1e-8));
  CHECK(overtake.weights[2] == doctest::Approx(0.8).epsilon(1e-8));
  CHECK(smallest_overtake(tree, 1, 0).change == 0);
  // Unit 2 is below unit 0 in one indicator and equal in the other: it draws level where the one vanishes.
  CHECK(smallest_overtake(tree, 2, 0).change == doctest::Approx(1).epsilon(1e-8));
}

TEST_CASE("a unit that is below in everything never overtakes, nor does one whose chance does not move") {
  const std::vector<std::vector<double>> columns = {{60, 40, 61}, {40, 30, 20}};
  WeightTree tree = with_spread(testing::tree_of_groups({1, 1}), 0.1);
  CHECK(smallest_overtake(built(tree, columns), 1, 0).change == std::numeric_limits<double>::infinity());
  CHECK(smallest_overtake(built(tree, columns), 2, 0).change == doctest::Approx(19.0 / 21).epsilon(1e-8));
  for (WeightedNode& node : tree.nodes) node.bounds = {node.weight, node.weight};
  CHECK(smallest_overtake(built(tree, columns), 2, 0).change == std::numeric_limits<double>::infinity());
}

TEST_CASE("just below the smallest change nothing overtakes, and at it the scores meet") {
  Random random(12);
  std::size_t between = 0;
  for (int round = 0; round < 200; ++round) {
    const WeightTree tree = with_spread(testing::with_random_weights(testing::tree_of_three_levels(), random), 0.25);
    const WeightedTree scores = built(tree, testing::random_columns(testing::indicators_of(tree), 2, random));
    const Overtake overtake = smallest_overtake(scores, 0, 1);
    if (overtake.change == 0 || overtake.weights.empty()) continue;
    ++between;
    const std::vector<double> at = scores.scores(overtake.weights);
    CHECK(at[0] - at[1] == doctest::Approx(0).epsilon(1e-6));
    for (std::size_t node = 0; node < tree.nodes.size(); ++node) {
      const double move = std::abs(overtake.weights[node] / tree.nodes[node].weight - 1);
      CHECK(move <= overtake.change + 1e-12);
    }
    const WeightTree nearer = with_spread(tree, overtake.change - 1e-6);
    CHECK(greatest_lead(scores, bounds_of(nearer), 0, 1).value < 0);
  }
  CHECK(between > 15);
}

}  // namespace
}  // namespace podium
