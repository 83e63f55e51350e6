#include <doctest/doctest.h>

#include "podium/solve/solvers.hpp"
#include "podium/stress/attainable/lead.hpp"
#include "podium/stress/attainable/weight_polytope.hpp"
#include "podium/stress/attainable/weighted_mean.hpp"

#include "stress/attainable_world.hpp"

namespace podium {
namespace {

using testing::Random;

/// The greatest mean over all corners of the box: slow and obvious.
double best_corner(const std::vector<double>& values, const std::vector<Bounds>& bounds) {
  double best = -1e300;
  for (std::size_t corner = 0; corner < (std::size_t{1} << values.size()); ++corner) {
    double sum = 0;
    double total = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double weight = (corner >> i & 1U) != 0 ? bounds[i].upper : bounds[i].lower;
      sum += weight * values[i];
      total += weight;
    }
    if (total > 0) best = std::max(best, sum / total);
  }
  return best;
}

TEST_CASE("the greatest weighted mean is that of the best corner of the bounds") {
  Random random(3);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t count = 1 + random.below(8);
    std::vector<double> values;
    std::vector<Bounds> bounds;
    for (std::size_t i = 0; i < count; ++i) {
      values.push_back(random.uniform() < 0.3 ? 7 : random.between(-50, 50));
      const double lower = random.uniform() < 0.3 ? 0 : random.between(0, 2);
      bounds.push_back({lower, lower + (random.uniform() < 0.2 ? 0.0 : random.between(0, 2))});
      if (bounds[i].upper == 0) bounds[i].upper = 1;
    }
    const WeightedMean best = greatest_weighted_mean(values, bounds);
    CHECK(best.value == doctest::Approx(best_corner(values, bounds)).epsilon(1e-12));
    for (std::size_t i = 0; i < count; ++i) {
      CHECK((best.weights[i] == bounds[i].lower || best.weights[i] == bounds[i].upper));
    }
  }
}

TEST_CASE("weights that are all free give the whole mean to the best value") {
  const std::vector<double> values = {3, 8, 8, -1};
  const std::vector<Bounds> bounds(4, {0, 2});
  CHECK(greatest_weighted_mean(values, bounds).value == 8);
}

/// The trees that the properties below are tried on.
WeightedTree random_tree(Random& random, int round, double spread, double gaps, std::size_t units,
                         std::vector<std::vector<double>>* columns_used = nullptr) {
  const WeightTree shapes[] = {testing::tree_of_groups({1, 1, 1}), testing::tree_of_groups({2, 3, 1}),
                               testing::tree_of_three_levels()};
  WeightTree tree = with_spread(testing::with_random_weights(shapes[round % 3], random), spread);
  auto columns = testing::random_columns(testing::indicators_of(tree), units, random);
  testing::add_gaps(columns, gaps, random);
  if (columns_used != nullptr) *columns_used = columns;
  Result<WeightedTree> built = WeightedTree::build(std::move(tree), columns);
  REQUIRE(built);
  return *std::move(built);
}

TEST_CASE("scores are those of the definition, with gaps and without") {
  Random random(4);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::vector<double>> columns;
    const WeightedTree tree = random_tree(random, round, 0.5, round % 2 == 0 ? 0 : 0.3, 5, &columns);
    const std::vector<double> weights = testing::random_weights(tree.tree(), random);
    const std::vector<double> scores = tree.scores(weights);
    for (std::size_t unit = 0; unit < 5; ++unit) {
      const double expected = testing::score_by_definition(tree.tree(), columns, weights, unit);
      CHECK(is_missing(scores[unit]) == is_missing(expected));
      CHECK(tree.is_ranked(unit) == !is_missing(expected));
      if (!is_missing(expected)) CHECK(scores[unit] == doctest::Approx(expected).epsilon(1e-13));
    }
  }
}

TEST_CASE("the recursion over the tree finds the optimum of the linear program over effective weights") {
  Random random(5);
  for (int round = 0; round < 90; ++round) {
    const double spread = round % 5 == 0 ? 1.0 : random.between(0, 0.9);
    const WeightedTree tree = random_tree(random, round, spread, 0, 4);
    const WeightPolytope polytope(tree);
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t j = 0; j < 4; ++j) {
        if (i == j) continue;
        const Lead lead = greatest_lead(tree, i, j);
        LinearProgram program = polytope.program(0);
        for (std::size_t k = 0; k < polytope.indicators().size(); ++k) {
          const std::size_t node = polytope.indicators()[k];
          program.objective[k] = tree.score(node, i) - tree.score(node, j);
        }
        const Optimum optimum = maximise_linear(program);
        REQUIRE(optimum.state == Optimum::State::Found);
        CHECK(lead.is_exact);
        CHECK(lead.value == doctest::Approx(optimum.value).epsilon(1e-7));
        // Both give weights that attain it.
        for (const std::vector<double>& weights : {lead.weights, polytope.weights_at(optimum.point)}) {
          CHECK(testing::are_within_bounds(tree.tree(), weights));
          const std::vector<double> scores = tree.scores(weights);
          CHECK(scores[i] - scores[j] == doctest::Approx(lead.value).epsilon(1e-7));
        }
        const LinearLead linear = linear_lead(tree, i, j);
        CHECK(linear.greatest == doctest::Approx(lead.value).epsilon(1e-12));
        CHECK(linear.least == doctest::Approx(-greatest_lead(tree, j, i).value).epsilon(1e-12));
      }
    }
  }
}

TEST_CASE("all weights within their bounds are points of the polytope") {
  Random random(6);
  for (int round = 0; round < 90; ++round) {
    const WeightedTree tree = random_tree(random, round, random.between(0, 1), 0, 2);
    const WeightPolytope polytope(tree);
    LinearProgram program = polytope.program(0);
    const std::vector<double> weights = testing::random_weights(tree.tree(), random);
    std::vector<double> totals(tree.size(), 0);
    for (std::size_t node = 1; node < tree.size(); ++node) totals[tree.tree().nodes[node].parent] += weights[node];
    // With its effective weights fixed, a point of the polytope is left.
    for (std::size_t k = 0; k < polytope.indicators().size(); ++k) {
      double effective = 1;
      for (std::size_t node = polytope.indicators()[k]; node > 0; node = tree.tree().nodes[node].parent) {
        effective *= weights[node] / totals[tree.tree().nodes[node].parent];
      }
      program.lower[k] = effective - 1e-12;
      program.upper[k] = effective + 1e-12;
    }
    CHECK(maximise_linear(program).state == Optimum::State::Found);
  }
}

TEST_CASE("no weights give a lead above the greatest, with gaps or without") {
  Random random(7);
  std::size_t bounds = 0;
  for (int round = 0; round < 60; ++round) {
    const WeightedTree tree = random_tree(random, round, random.between(0, 0.9), 0.2, 5);
    std::vector<std::vector<double>> draws;
    for (int draw = 0; draw < 200; ++draw) {
      draws.push_back(tree.scores(testing::random_weights(tree.tree(), random)));
    }
    for (std::size_t i = 0; i < 5; ++i) {
      for (std::size_t j = 0; j < 5; ++j) {
        if (i == j || !tree.is_ranked(i) || !tree.is_ranked(j)) continue;
        const Lead lead = greatest_lead(tree, i, j);
        const LinearLead linear = linear_lead(tree, i, j);
        for (const std::vector<double>& scores : draws) CHECK(scores[i] - scores[j] <= lead.value + tree.tolerance());
        CHECK(linear.greatest >= lead.value - tree.tolerance());
        if (!lead.is_exact) ++bounds;
        const std::vector<double> at = tree.scores(lead.weights);
        if (lead.is_exact) CHECK(at[i] - at[j] == doctest::Approx(lead.value).epsilon(1e-12));
      }
    }
  }
  CHECK(bounds > 20);
}

TEST_CASE("a tree that cannot be used says why") {
  const std::vector<std::vector<double>> columns = {{1, 2}, {3, 4}};
  const WeightTree sound = testing::tree_of_groups({1, 1});
  CHECK(WeightedTree::build(sound, columns));
  const auto code_of = [](const Result<WeightedTree>& result) {
    REQUIRE(!result);
    return result.diagnostics()[0].code;
  };
  WeightTree tree = sound;
  tree.nodes[1].bounds = {-1, 1};
  CHECK(code_of(WeightedTree::build(tree, columns)) == Code::InvalidValue);
  tree.nodes[1].bounds = {2, 3};
  CHECK(code_of(WeightedTree::build(tree, columns)) == Code::InvalidValue);
  tree.nodes[1] = {0, 0, {0, 1}};
  CHECK(code_of(WeightedTree::build(tree, columns)) == Code::InvalidValue);
  tree = sound;
  tree.nodes[1].parent = 2;
  CHECK(code_of(WeightedTree::build(tree, columns)) == Code::HierarchyOrphan);
  tree.nodes = {{}, {0, 0, {0, 0}}, {0, 0, {0, 0}}};
  CHECK(code_of(WeightedTree::build(tree, columns)) == Code::ZeroWeights);
  CHECK(code_of(WeightedTree::build({}, columns)) == Code::EmptyHierarchy);
  CHECK(code_of(WeightedTree::build(sound, std::vector<std::vector<double>>{{1, 2}})) == Code::ColumnCount);
  CHECK(code_of(WeightedTree::build(sound, std::vector<std::vector<double>>{{1, 2}, {3}})) == Code::ColumnCount);
  CHECK(code_of(WeightedTree::build(sound, std::vector<std::vector<double>>{{1}, {2}, {3}})) == Code::ColumnCount);
  CHECK(code_of(WeightedTree::build(sound, std::vector<std::vector<double>>{{1, 0}, {2, 3}}, TreeMean::Geometric)) ==
        Code::NonPositiveUnderGeometricMean);
}

}  // namespace
}  // namespace podium
