#include <algorithm>
#include <cmath>
#include <numeric>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "podium/core/aggregate/aggregate.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

std::string id_of(std::size_t i) { return {static_cast<char>('a' + static_cast<char>(i))}; }

/// Components a, b, c ... with these scores (one list for each component) and weights; the index's scores.
Result<std::vector<double>> scores_of(const AggregateMethod& method, const std::vector<std::vector<double>>& components,
                                      const std::vector<double>& weights) {
  std::vector<NodeSpec> nodes = {root()};
  Columns columns;
  for (std::size_t i = 0; i < components.size(); ++i) {
    nodes.push_back(indicator(id_of(i), "index", weights[i]));
    columns.emplace_back(id_of(i), components[i]);
  }
  const Hierarchy hierarchy = hierarchy_of(nodes);
  TRY(const Panel after,
      apply(Aggregate{.method = {.otherwise = method}}, panel_of(hierarchy, columns), {hierarchy, 3}));
  const std::span<const double> scores = after.values(hierarchy.root());
  return std::vector<double>(scores.begin(), scores.end());
}

/// One unit.
double score_of(const AggregateMethod& method, const std::vector<double>& row, const std::vector<double>& weights) {
  std::vector<std::vector<double>> components;
  for (const double score : row) components.push_back({score});
  return must(scores_of(method, components, weights))[0];
}

OrderedAverage ordered(std::vector<double> weights) { return {.order_weights = std::move(weights)}; }
OrderedAverage quantified(double exponent) { return {.order_weights = {}, .quantifier = exponent}; }

TEST_CASE("scores of one unit that follow by hand") {
  const double gap = kMissing;
  const struct {
    const char* name;
    AggregateMethod method;
    std::vector<double> row;
    std::vector<double> weights;
    double expected;
  } cases[] = {
      {"harmonic: 2 / (1/2 + 1/6)", Harmonic{}, {2, 6}, {1, 1}, 3},
      {"harmonic with weights: 4 / (3/2 + 1/6)", Harmonic{}, {2, 6}, {3, 1}, 2.4},
      {"harmonic passes over a gap", Harmonic{}, {2, gap, 6}, {1, 9, 1}, 3},
      {"harmonic of subnormal scores", Harmonic{}, {1e-310, 1e-310}, {1, 1}, 1e-310},
      {"power 2: sqrt((1 + 49) / 2)", PowerMean{2}, {1, 7}, {1, 1}, 5},
      {"power 2 passes over a gap", PowerMean{2}, {1, gap, 7}, {1, 1, 1}, 5},
      {"power 3: cube root of (7 * 0 + 8) / 8", PowerMean{3}, {0, 2}, {7, 1}, 1},
      {"power -1 is harmonic", PowerMean{-1}, {2, 6}, {1, 1}, 3},
      {"power 1 is arithmetic", PowerMean{1}, {1, 2, 6}, {1, 1, 2}, 3.75},
      {"power 0.5: ((1 + 3) / 2)^2", PowerMean{0.5}, {1, 9}, {1, 1}, 4},
      {"a power that would overflow", PowerMean{2}, {1e200, 1e200}, {1, 1}, 1e200},
      {"zeros under a positive power", PowerMean{2}, {0, 0}, {1, 1}, 0},
      {"median of three", MedianScore{}, {9, 1, 4}, {1, 1, 1}, 4},
      {"median of four", MedianScore{}, {9, 1, 4, 6}, {1, 1, 1, 1}, 5},
      {"median where one weighs more than half", MedianScore{}, {9, 1, 4}, {5, 1, 1}, 9},
      {"median where weights split in half", MedianScore{}, {1, 4, 9}, {2, 1, 1}, 2.5},
      {"median of weights that add up inexactly", MedianScore{}, {1, 4, 9}, {0.1, 0.2, 0.3}, 6.5},
      {"median of what is there", MedianScore{}, {gap, 3, gap}, {5, 1, 1}, 3},
      {"minimum", MinimumScore{}, {9, 1, 4}, {5, 1, 1}, 1},
      {"minimum of what is there", MinimumScore{}, {9, gap, 4}, {5, 1, 1}, 4},
      {"ordered: half of the best, none of the middle, half of the worst", ordered({1, 0, 1}), {4, 9, 1}, {1, 1, 1}, 5},
      {"ordered: the best alone is the maximum", ordered({1, 0, 0}), {4, 9, 1}, {1, 1, 1}, 9},
      {"ordered: equal order weights are the mean", ordered({2, 2, 2}), {4, 9, 2}, {1, 1, 1}, 5},
      {"quantifier 1 is the weighted mean", quantified(1), {1, 2, 6}, {1, 1, 2}, 3.75},
      // Shares of the best, the middle, the worst: 1/9, 4/9 - 1/9, 1 - 4/9.
      {"quantifier 2 of three", quantified(2), {18, 9, 0}, {1, 1, 1}, 5},
      // The best weighs 1/4: it gets 1/16, the other 15/16.
      {"quantifier 2 with importance", quantified(2), {16, 0}, {1, 3}, 1},
      // M = 100, S^2 = 100, cv = 0.1, penalty 10 * 0.1.
      {"Mazziotta-Pareto", MazziottaPareto{}, {90, 110}, {1, 1}, 99},
      {"Mazziotta-Pareto upwards", MazziottaPareto{ImbalancePenalty::Raises}, {90, 110}, {1, 1}, 101},
      {"Mazziotta-Pareto of a balanced row", MazziottaPareto{}, {70, 70, 70}, {1, 2, 3}, 70},
      // M = 95, S^2 = (3 * 25 + 225) / 4 = 75.
      {"Mazziotta-Pareto with weights", MazziottaPareto{}, {90, 110}, {3, 1}, 95 - 75.0 / 95},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.name));
    CHECK(std::abs(score_of(c.method, c.row, c.weights) / (c.expected == 0 ? 1 : c.expected) -
                   (c.expected == 0 ? 0 : 1)) < 1e-13);
  }
}

TEST_CASE("a duel is decided by the weight of the components in which a unit is ahead") {
  const double gap = kMissing;
  const struct {
    const char* name;
    std::vector<std::vector<double>> components;
    std::vector<double> weights;
    std::string expected;
  } cases[] = {
      {"the best in everything wins all", {{1, 2, 3}, {1, 2, 3}}, {1, 1}, "-2 0 2"},
      {"one component each way is a draw", {{1, 2}, {2, 1}}, {1, 1}, "0 0"},
      {"the heavier component decides", {{1, 2}, {2, 1}}, {1, 3}, "1 -1"},
      {"weights that tie but for rounding are a draw", {{1, 2}, {1, 2}, {2, 1}}, {0.1, 0.2, 0.3}, "0 0"},
      {"a circle: each wins once and loses once", {{3, 2, 1}, {1, 3, 2}, {2, 1, 3}}, {1, 1, 1}, "0 0 0"},
      {"only common components count", {{1, 2, gap}, {gap, 1, 2}}, {1, 1}, "-1 0 1"},
      {"a unit without scores takes no part", {{1, 2, gap}, {1, 2, gap}}, {1, 1}, "-1 1 -"},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.name));
    CHECK(shown(must(scores_of(Copeland{}, c.components, c.weights))) == c.expected);
  }
}

TEST_CASE("under duels, a unit that loses to all changes no order, and another one may") {
  const std::vector<std::vector<double>> two = {{1, 2}, {3, 1}, {1, 2}};
  CHECK(shown(must(scores_of(Copeland{}, two, {1, 1, 1}))) == "-1 1");
  CHECK(shown(must(scores_of(Copeland{}, {{1, 2, 0}, {3, 1, 0}, {1, 2, 0}}, {1, 1, 1}))) == "0 2 -2");
  // The third loses to A and beats B: what B was ahead by is gone.
  CHECK(shown(must(scores_of(Copeland{}, {{1, 2, 3}, {3, 1, 2}, {1, 2, 0}}, {1, 1, 1}))) == "0 0 0");
}

TEST_CASE("scores that a method cannot combine are named with their place") {
  const struct {
    AggregateMethod method;
    std::vector<std::vector<double>> components;
    std::string expected;
  } cases[] = {
      {Harmonic{}, {{1, 0}, {1, 2}}, "step 3, node a, unit B, period 2021: found score 0 under a harmonic mean"},
      {Harmonic{}, {{1, 2}, {-3, 2}}, "step 3, node b, unit A, period 2021: found score -3 under a harmonic mean"},
      {PowerMean{-1}, {{0}, {7}}, "step 3, node a, unit A, period 2021: found score 0 under a power mean of -1"},
      {PowerMean{0.5}, {{-1}, {7}}, "step 3, node a, unit A, period 2021: found score -1 under a power mean of 0.5"},
      {MazziottaPareto{},
       {{-1}, {1}},
       "step 3, node index, unit A, period 2021: found mean score 0 under Mazziotta-Pareto"},
      {BenefitOfTheDoubt{},
       {{-1}, {1}},
       "step 3, node a, unit A, period 2021: found score -1 under benefit of the doubt"},
  };
  for (const auto& c : cases) {
    const std::string problems = problems_of(scores_of(c.method, c.components, {1, 1}));
    CHECK(problems.starts_with("error[score-out-of-domain]: " + c.expected));
  }
}

TEST_CASE("parameters that make no method are refused") {
  CHECK(PowerMean{0}.check()->expected ==
        "a finite number other than 0; at 0 the power mean is the geometric mean, method = \"geometric\"");
  CHECK(PowerMean{kMissing}.check()->found == "power nan");
  CHECK(OrderedAverage{}.check()->found == "neither order_weights nor quantifier");
  CHECK(OrderedAverage{{1}, 2}.check()->found == "both order_weights and quantifier");
  CHECK(quantified(0).check()->found == "quantifier 0");
  CHECK(ordered({1, -1}).check()->code == Code::NegativeWeight);
  CHECK(ordered({0, 0}).check()->code == Code::ZeroWeights);
  CHECK(BenefitOfTheDoubt{.lowest_share = 0.6, .highest_share = 0.5}.check()->code == Code::InvalidValue);
  CHECK(BenefitOfTheDoubt{.scale = 0}.check()->found == "scale 0");
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a")});
  CHECK(BenefitOfTheDoubt{}.check_in({hierarchy, 2}, {}).at(0).code == Code::MissingSolver);
}

TEST_CASE("weights in force count: those that a step gave, and none of what screening dropped") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b", "index", 3)});
  Panel panel = panel_of(hierarchy, {{"a", {0, 0, 0}}, {"b", {4, 4, 4}}}, 3);
  panel.give_weight(series_of(hierarchy, "a"), Time{1}, 9);
  panel.drop(series_of(hierarchy, "b"), Time{2});
  CHECK(shown(must(apply(Aggregate{}, panel, {hierarchy, 1})), hierarchy, "index") == "3 1 0");
  panel.drop(series_of(hierarchy, "a"), Time{2});
  CHECK(
      problems_of(apply(Aggregate{}, panel, {hierarchy, 1})) ==
      "error[nothing-left]: step 1, node index, period 2023: found no component that counts; expected a component that "
      "screening does not drop");
}

std::vector<double> arbitrary(std::size_t count, int low) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(*rc::gen::inRange(low, 100000) / 997.0);
  return numbers;
}

const std::vector<AggregateMethod> kRowMethods = {Arithmetic{},       Geometric{},      Harmonic{},     PowerMean{2},
                                                  PowerMean{-3},      MedianScore{},    MinimumScore{}, quantified(2),
                                                  ordered({3, 0, 1}), MazziottaPareto{}};

bool near(double a, double b) { return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b)); }

TEST_CASE("the means stand in their order") {
  CHECK(rc::check("minimum <= harmonic <= geometric <= arithmetic <= power 2 <= maximum", [] {
    const auto count = *rc::gen::inRange<std::size_t>(1, 10);
    const std::vector<double> row = arbitrary(count, 1);
    const std::vector<double> weights = arbitrary(count, 1);
    double before = 0;
    for (const AggregateMethod& method :
         std::vector<AggregateMethod>{MinimumScore{}, Harmonic{}, Geometric{}, Arithmetic{}, PowerMean{2}}) {
      const double score = score_of(method, row, weights);
      RC_ASSERT(score >= before * (1 - 1e-13));
      before = score;
    }
    RC_ASSERT(before <= std::ranges::max(row) * (1 + 1e-13));
  }));
}

TEST_CASE("the scale of weights and the order of components do not matter") {
  // Sums in another order may differ in their last bits.
  CHECK(rc::check("scaled and turned round", [] {
    const auto count = *rc::gen::inRange<std::size_t>(1, 10);
    std::vector<double> row = arbitrary(count, 1);
    std::vector<double> weights = arbitrary(count, 1);
    std::vector<double> before;
    for (const AggregateMethod& method : kRowMethods) before.push_back(score_of(method, row, weights));
    for (double& weight : weights) weight *= 0x1p-20;
    std::ranges::reverse(row);
    std::ranges::reverse(weights);
    for (std::size_t i = 0; i < kRowMethods.size(); ++i) {
      RC_ASSERT(near(score_of(kRowMethods[i], row, weights), before[i]));
    }
  }));
}

TEST_CASE("a gap is passed over, as if the component were not there, to the last bit") {
  CHECK(rc::check("with a gap, and without the component", [] {
    const auto count = *rc::gen::inRange<std::size_t>(1, 8);
    const std::vector<double> row = arbitrary(count, 1);
    const std::vector<double> weights = arbitrary(count, 1);
    const auto place = *rc::gen::inRange<std::size_t>(0, count + 1);
    std::vector<double> with_gap = row;
    std::vector<double> more_weights = weights;
    with_gap.insert(with_gap.begin() + static_cast<std::ptrdiff_t>(place), kMissing);
    more_weights.insert(more_weights.begin() + static_cast<std::ptrdiff_t>(place), 5);
    for (const AggregateMethod& method : kRowMethods) {
      RC_ASSERT(score_of(method, with_gap, more_weights) == score_of(method, row, weights));
      RC_ASSERT(is_missing(score_of(method, {kMissing, kMissing}, {1, 2})));
    }
  }));
}

TEST_CASE("duels do not depend on the order of units and components, and add up to zero") {
  CHECK(rc::check("turned round", [] {
    const auto units = *rc::gen::inRange<std::size_t>(1, 8);
    std::vector<std::vector<double>> components;
    for (int i = 0; i < 3; ++i) {
      std::vector<double> column;
      for (std::size_t unit = 0; unit < units; ++unit) column.push_back(*rc::gen::inRange(0, 4));
      components.push_back(column);
    }
    const std::vector<double> before = must(scores_of(Copeland{}, components, {1, 2, 4}));
    RC_ASSERT(std::accumulate(before.begin(), before.end(), 0.0) == 0);
    std::ranges::reverse(components);
    for (std::vector<double>& column : components) std::ranges::reverse(column);
    std::vector<double> after = must(scores_of(Copeland{}, components, {4, 2, 1}));
    std::ranges::reverse(after);
    RC_ASSERT(after == before);
    // One more, behind everybody everywhere: all gain one.
    std::vector<std::vector<double>> joined = components;
    for (std::vector<double>& column : joined) {
      std::ranges::reverse(column);
      column.push_back(-1);
    }
    const std::vector<double> with_last = must(scores_of(Copeland{}, joined, {4, 2, 1}));
    for (std::size_t unit = 0; unit < units; ++unit) RC_ASSERT(with_last[unit] == before[unit] + 1);
  }));
}

}  // namespace
}  // namespace podium
