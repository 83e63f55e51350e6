#include "podium/core/weight/weight.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "podium/core/aggregate/aggregate.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

/// Index over p (a, b, c) and q (d, e), with weights of their own.
Hierarchy two_pillars() {
  return hierarchy_of({root(), pillar("p", "index", 3), pillar("q"), indicator("a", "p", 2), indicator("b", "p"),
                       indicator("c", "p"), indicator("d", "q"), indicator("e", "q")});
}

/// Four units; a and b go together, c is unrelated to them, d and e go against each other.
Panel four_units(const Hierarchy& hierarchy) {
  return panel_of(
      hierarchy,
      {{"a", {1, 1, 3, 3}}, {"b", {2, 2, 6, 6}}, {"c", {5, 7, 5, 7}}, {"d", {1, 2, 3, 4}}, {"e", {4, 3, 2, 2}}});
}

/// The weights in force below a node, in the first period.
std::vector<double> weights_below(const Panel& panel, const Hierarchy& hierarchy, const char* node,
                                  Time time = Time{0}) {
  std::vector<double> weights;
  for (const Series child : hierarchy.children(series_of(hierarchy, node))) {
    weights.push_back(weight_in_force(hierarchy, panel, child, time));
  }
  return weights;
}

std::string weights_after(const WeightStep& step, const char* node) {
  const Hierarchy hierarchy = two_pillars();
  const auto after = apply(step, four_units(hierarchy), {hierarchy, 4});
  if (!after) return problems_of(after);
  std::vector<double> weights = weights_below(*after, hierarchy, node);
  for (double& weight : weights) weight = std::round(weight * 1e9) / 1e9;
  return shown(weights);
}

WeightStep at(std::vector<std::string> nodes, WeightMethod method) {
  return {.method = std::move(method), .at = std::move(nodes)};
}

const double kRoot2 = std::sqrt(2.0);

TEST_CASE("weights that follow by hand") {
  const NodeValues points_1 = {{"a", 2}, {"b", 1}, {"c", 1}};
  const NodeValues points_2 = {{"a", 100}, {"d", 7}};
  const struct {
    std::string name;
    WeightStep step;
    const char* node;
    std::string expected;
  } cases[] = {
      {"equal", {}, "p", "1 1 1"},
      {"equal only where asked", at({"q"}, EqualWeights{}), "p", "2 1 1"},
      {"given, the others keep theirs", {.method = GivenWeights{{{"b", 5}}}}, "p", "2 5 1"},
      {"given elsewhere", {.method = GivenWeights{{{"b", 5}}}}, "index", "3 1"},
      {"a given zero takes a component out", {.method = GivenWeights{{{"b", 0}}}}, "p", "2 0 1"},
      {"a set", {.method = WeightSet{"broad", {{"p", 1}, {"c", 4}}}}, "index", "1 1"},
      // Correlations 1, 0, 0: the first component is (1, 1, 0) / sqrt 2.
      {"pca", at({"p"}, PcaWeights{}), "p",
       shown(std::vector<double>{std::round(1e9 / kRoot2) / 1e9, std::round(1e9 / kRoot2) / 1e9, 0})},
      {"pca, squared", at({"p"}, PcaWeights{PcaForm::Squared}), "p", "0.5 0.5 0"},
      {"budget: shares 2/4 and 1, 1/4 and 0",
       {.method = BudgetWeights{{{"x", points_1}, {"y", points_2}}}},
       "p",
       "0.75 0.125 0.125"},
      {"budget of an expert who was asked for one component",
       {.method = BudgetWeights{{{"x", points_1}, {"y", points_2}}}},
       "q",
       "1 0"},
      {"budget without points", {.method = BudgetWeights{{{"x", points_1}}}}, "q", "1 1"},
      {"consistent comparisons give back the ratios 4 : 2 : 1",
       {.method = AhpWeights{{{"a", "b", 2}, {"b", "c", 2}, {"c", "a", 0.25}}}},
       "p",
       "0.571428571 0.285714286 0.142857143"},
      // Both a and b have sd/range r = sqrt(1/3); conflicts: a with b 0, with c 1; c with both 2.
      {"critic", at({"p"}, CriticWeights{}), "p", "0.25 0.25 0.5"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(weights_after(c.step, c.node) == c.expected);
  }
}

TEST_CASE("entropy by its definition, in numbers worked out by hand") {
  // Shares 1/4, 3/4 and 1/8, 7/8: 1 - e = 1 - 0.8112781 and 1 - 0.5435644.
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
  const Panel after = must(apply(WeightStep{.method = EntropyWeights{}},
                                 panel_of(hierarchy, {{"a", {1, 3}}, {"b", {1, 7}}}), {hierarchy, 1}));
  const std::vector<double> weights = weights_below(after, hierarchy, "index");
  CHECK(weights[0] == doctest::Approx(0.1887219 / (0.1887219 + 0.4564356)).epsilon(1e-6));
  CHECK(weights[0] + weights[1] == doctest::Approx(1));
}

TEST_CASE("rotated factors: each block of components that say the same shares out its variance") {
  const Hierarchy hierarchy =
      hierarchy_of({root(), indicator("a"), indicator("b"), indicator("c"), indicator("d"), indicator("e")});
  const std::vector<double> first = {1, 1, 3, 3, 1, 1, 3, 3};
  const std::vector<double> second = {5, 7, 5, 7, 5, 7, 5, 7};
  const Panel panel = panel_of(hierarchy, {{"a", first}, {"b", first}, {"c", first}, {"d", second}, {"e", second}});
  const Panel after = must(apply(WeightStep{.method = PcaWeights{PcaForm::Rotated}}, panel, {hierarchy, 1}));
  for (const double weight : weights_below(after, hierarchy, "index")) CHECK(weight == doctest::Approx(0.2));
}

TEST_CASE("varimax finds the simple structure that a turn has hidden") {
  const double turn = 0.3;
  Matrix hidden(4, 2);
  const double simple[4][2] = {{0.9, 0}, {0.8, 0}, {0, 0.7}, {0, 0.6}};
  for (std::size_t i = 0; i < 4; ++i) {
    hidden(i, 0) = std::cos(turn) * simple[i][0] + std::sin(turn) * simple[i][1];
    hidden(i, 1) = std::cos(turn) * simple[i][1] - std::sin(turn) * simple[i][0];
  }
  const Matrix found = varimax(hidden);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t k = 0; k < 2; ++k) CHECK(std::abs(found(i, k)) == doctest::Approx(simple[i][k]).epsilon(1e-6));
  }
}

TEST_CASE("priorities and consistency ratios as published") {
  const std::vector<std::string> ids = {"a", "b", "c"};
  // The textbook matrix (1 3 5; 1/3 1 3; 1/5 1/3 1): 0.637, 0.258, 0.105, lambda 3.039, ratio 0.033.
  const Priorities textbook = priorities_of(ids, std::vector<Comparison>{{"a", "b", 3}, {"a", "c", 5}, {"b", "c", 3}});
  CHECK(textbook.weights[0] == doctest::Approx(0.6370).epsilon(1e-4));
  CHECK(textbook.weights[1] == doctest::Approx(0.2583).epsilon(1e-4));
  CHECK(textbook.weights[2] == doctest::Approx(0.1047).epsilon(1e-3));
  CHECK(textbook.eigenvalue == doctest::Approx(3.0385).epsilon(1e-5));
  CHECK(textbook.consistency_ratio == doctest::Approx(0.0332).epsilon(1e-2));
  // A circle: all alike, lambda = 1 + 9 + 1/9.
  const Priorities circle = priorities_of(ids, std::vector<Comparison>{{"a", "b", 9}, {"b", "c", 9}, {"c", "a", 9}});
  CHECK(circle.weights[0] == doctest::Approx(1.0 / 3));
  CHECK(circle.consistency_ratio == doctest::Approx((10 + 1.0 / 9 - 3) / 2 / 0.58));
  CHECK(priorities_of(std::vector<std::string>{"a", "b"}, std::vector<Comparison>{{"a", "b", 3}}).consistency_ratio ==
        0);
}

TEST_CASE("how far experts agree") {
  const std::vector<std::string> ids = {"a", "b"};
  const BudgetShares shares = budget_shares(
      ids, std::vector<ExpertBudget>{{"x", {{"a", 1}, {"b", 3}}}, {"y", {{"a", 30}, {"b", 10}}}, {"z", {{"c", 5}}}});
  CHECK(shares.experts == 2);
  CHECK(shown(shares.mean) == "0.5 0.5");
  CHECK(shares.spread[0] == doctest::Approx(0.5 / kRoot2));  // 0.25 and 0.75
  CHECK(budget_shares(ids, {}).mean.empty());
}

TEST_CASE("weights of upper nodes come from scores combined with the new weights of lower ones") {
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("p"), pillar("q"), indicator("a", "p"), indicator("b", "p"),
                                            indicator("c", "q"), indicator("d", "q")});
  const Panel panel =
      panel_of(hierarchy, {{"a", {1, 4, 2, 8}}, {"b", {2, 3, 9, 7}}, {"c", {1, 6, 3, 4}}, {"d", {9, 1, 2, 3}}});
  const Aggregate aggregate{};
  const Panel after = must(apply(WeightStep{.method = CriticWeights{}}, panel, {hierarchy, 1, nullptr, &aggregate}));
  CHECK(is_missing(after.value(series_of(hierarchy, "p"), Time{0}, Unit{0})));
  const Panel scored = must(apply(aggregate, after, {hierarchy, 2}));
  ScoreTable table{{}, Matrix(2, 4)};
  for (std::size_t i = 0; i < 4; ++i) {
    table.scores(0, i) = scored.value(series_of(hierarchy, "p"), Time{0}, Unit(i));
    table.scores(1, i) = scored.value(series_of(hierarchy, "q"), Time{0}, Unit(i));
  }
  CHECK(CriticWeights{}.weigh(table).weights == weights_below(after, hierarchy, "index"));
}

TEST_CASE("one set of weights from the panel, or one for each period") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
  const Panel panel = panel_of(hierarchy, {{"a", {1, 3, 1, 7}}, {"b", {1, 7, 1, 3}}}, 2);
  const WeightStep yearly{.method = EntropyWeights{}, .over = Over::Period};
  const Panel by_period = must(apply(yearly, panel, {hierarchy, 1}));
  CHECK(weights_below(by_period, hierarchy, "index", Time{0})[0] ==
        weights_below(by_period, hierarchy, "index", Time{1})[1]);
  CHECK(weights_below(by_period, hierarchy, "index", Time{0})[0] < 0.3);
  const Panel whole = must(apply(WeightStep{.method = EntropyWeights{}}, panel, {hierarchy, 1}));
  for (const Time time : all_periods(whole)) {
    for (const double weight : weights_below(whole, hierarchy, "index", time)) CHECK(weight == doctest::Approx(0.5));
  }
}

TEST_CASE("what the figures cannot carry is an error with its place") {
  const auto after = [](const WeightMethod& method, const std::vector<double>& a, const std::vector<double>& b) {
    const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
    return problems_of(apply(WeightStep{.method = method, .over = Over::Period},
                             panel_of(hierarchy, {{"a", a}, {"b", b}}), {hierarchy, 2}));
  };
  CHECK(
      after(PcaWeights{}, {1, 2, 3}, {4, 4, 4}).starts_with("error[constant-indicator]: step 2, node b, period 2021"));
  CHECK(after(PcaWeights{}, {1, 2, kMissing}, {4, 5, 6}) ==
        "error[too-few-figures]: step 2, node index, period 2021: found 2 units with scores of all 2 components; "
        "expected 3 or more");
  CHECK(after(PcaWeights{}, {1, 2, 3}, {3, 2, 1})
            .starts_with("error[negative-weight]: step 2, node b, period 2021: found weight -0.7"));
  CHECK(after(EntropyWeights{}, {1, -2, 3}, {3, 2, 1})
            .starts_with("error[score-out-of-domain]: step 2, node a, unit B, period 2021: found score -2"));
  CHECK(
      after(CriticWeights{}, {1, 2, 3}, {2, 4, 6}).starts_with("error[zero-weights]: step 2, node index, period 2021"));
  CHECK(after(GivenWeights{{{"a", 0}, {"b", 0}}}, {1}, {1}).starts_with("error[zero-weights]: step 2, node index"));
}

TEST_CASE("parameters that do not fit the index are found before any figure is read") {
  const Hierarchy hierarchy = two_pillars();
  const auto problems = [&](const WeightStep& step) {
    return problems_of(check(Recipe{{Normalise{}, step, Aggregate{}}}, hierarchy, {}));
  };
  const auto given = [](NodeValues weights) { return WeightStep{.method = GivenWeights{std::move(weights)}}; };
  CHECK(problems({}).empty());
  CHECK(problems(given({{"z", 1}})).starts_with("error[unknown-node]: step 2: found component 'z'"));
  CHECK(problems(given({{"index", 1}})).starts_with("error[unknown-node]: step 2: found component 'index'"));
  CHECK(problems(given({{"a", -1}})).starts_with("error[negative-weight]: step 2: found weight -1 of 'a'"));
  CHECK(problems(given({})).starts_with("error[missing-key]: step 2"));
  CHECK(problems(at({"q"}, GivenWeights{{{"a", 1}}}))
            .starts_with("error[invalid-value]: step 2, node a: found a component of 'p'"));
  CHECK(problems({.method = WeightSet{"broad", {}}}).starts_with("error[unknown-weight-set]: step 2"));
  CHECK(problems({.method = BalanceWeights{}}).starts_with("error[missing-solver]: step 2"));
  CHECK(problems({.method = BalanceWeights{.level = {}, .target = {}, .lowest_share = -1}})
            .starts_with("error[negative-weight]: step 2"));
  CHECK(problems({.method = InfomaxWeights{.level = 3}}).find("error[invalid-value]: step 2: found level 3") !=
        std::string::npos);
  CHECK(
      problems({.method = AhpWeights{{{"a", "b", 2}}}}) ==
      "error[incomplete-comparisons]: step 2, node p: found 'a' with 'c' never; expected one comparison of each pair\n"
      "error[incomplete-comparisons]: step 2, node p: found 'b' with 'c' never; expected one comparison of each pair");
  CHECK(problems({.method = AhpWeights{{{"d", "e", 2}, {"e", "d", 2}}}}).find("'d' with 'e' more than once") !=
        std::string::npos);
  CHECK(problems({.method = AhpWeights{{{"d", "a", 2}}}})
            .starts_with("error[invalid-value]: step 2, node d: found a comparison with 'a'"));
  CHECK(problems({.method = AhpWeights{{{"d", "e", 12}}}}).starts_with("error[invalid-value]: step 2: found times 12"));
}

TEST_CASE("comparisons that contradict each other are a warning, and the recipe runs") {
  const WeightStep circle{.method = AhpWeights{{{"a", "b", 9}, {"b", "c", 9}, {"c", "a", 9}}}};
  const CheckedRecipe recipe = checked({Normalise{}, circle, Aggregate{}}, two_pillars());
  CHECK(text_of(recipe.warnings()) ==
        "warning[inconsistent-comparisons]: step 2, node p: found a consistency ratio of 6.130; expected 0.1 or less");
}

TEST_CASE("what screening dropped takes no part") {
  const Hierarchy hierarchy = two_pillars();
  Panel panel = four_units(hierarchy);
  panel.drop(series_of(hierarchy, "c"), Time{0});
  const Panel after = must(apply(at({"p"}, PcaWeights{PcaForm::Squared}), panel, {hierarchy, 1}));
  const std::vector<double> weights = weights_below(after, hierarchy, "p");
  CHECK(weights[0] == doctest::Approx(0.5));
  CHECK(weights[1] == doctest::Approx(0.5));
  CHECK(weights[2] == 0);
}

}  // namespace
}  // namespace podium
