#include "podium/reason/seek_setting.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

Hierarchy small_tree() {
  return hierarchy_of({root(), pillar("p", "index", 2), pillar("q"), with_goalposts(indicator("a", "p"), 0, 60),
                       with_direction(with_goalposts(indicator("b", "p", 3), 10, 90), -1),
                       with_goalposts(with_denominator(indicator("c", "q"), "people", 100), 0, 200)},
                      {"people"});
}

TEST_CASE("seek sees the scores that the recipe makes, for several recipes on random figures") {
  Random random(91);
  const Hierarchy hierarchy = small_tree();
  const std::vector<std::vector<Step>> recipes{
      {Denominate{}, Normalise{.method = MinMax{.range = {1, 100}}}, Aggregate{}},
      {Denominate{}, Impute{.method = ImputeMedian{}}, Normalise{.method = Goalposts{}}, Aggregate{}},
      {Denominate{}, Normalise{.method = MinMax{.range = {1, 100}}, .over = Over::Panel},
       Aggregate{.method = {.otherwise = Geometric{}}}},
      {Denominate{}, Normalise{.method = MinMax{.range = {1, 100}}, .base = "2021"}, Aggregate{}},
      {Denominate{}, Normalise{.method = MinMax{}, .only = {"a"}}, Normalise{.method = Goalposts{}, .except = {"a"}},
       Aggregate{}}};
  for (std::size_t which = 0; which < recipes.size(); ++which) {
    CAPTURE(which);
    const CheckedRecipe recipe = checked(recipes[which], hierarchy);
    for (int round = 0; round < 10; ++round) {
      Columns columns;
      for (const char* id : {"a", "b", "c", "people"}) {
        std::vector<double> values(std::size_t{2} * 6);
        for (double& value : values) value = random.between(10, 90);
        columns.emplace_back(id, values);
      }
      const Panel panel = panel_of(hierarchy, columns, 2);
      const Ranking ranking = must(run(recipe, panel));
      for (const Time time : {Time{0}, Time{1}}) {
        const SeekIndex index = must(SeekIndex::build(must(seek_problem({recipe, panel, time}, Unit{2}, {}))));
        const std::vector<double> scores = index.scores(index.start());
        for (const Unit unit : all_units(panel)) {
          CHECK(scores[at(unit)] == doctest::Approx(ranking.score(hierarchy.root(), time, unit)).epsilon(1e-12));
        }
        CHECK(index.rank(index.start()) == ranking.rank(hierarchy.root(), time, Unit{2}));
      }
    }
  }
}

TEST_CASE(
    "the largest rise of any unit within so many years bounds what is possible, in the direction that is better") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), with_direction(indicator("b"), -1)});
  const CheckedRecipe recipe = checked({Normalise{.method = MinMax{}}, Aggregate{}}, hierarchy);
  // a: A +2, B +5, C -1; b: A -3, B +4, C not known in the first year.
  const Panel panel = panel_of(hierarchy, {{"a", {1, 1, 9, 3, 6, 8}}, {"b", {9, 1, kMissing, 6, 5, 7}}}, 2);
  const SeekProblem one = must(seek_problem({recipe, panel, Time{1}}, Unit{0}, {.rank = 1}));
  CHECK(one.indicators[0].possible.upper == 3 + 5);
  CHECK(one.indicators[1].possible.lower == 6 - 3);
  // Nothing is known of two years: nobody did more.
  const SeekProblem two = must(seek_problem({recipe, panel, Time{1}}, Unit{0}, {.rank = 1, .years = 2}));
  CHECK(two.indicators[0].possible.upper == 3 + 5);
  // C rises by 2, then by 7: 9 within two years; A by 6 and then not.
  const Panel longer =
      panel_of(hierarchy, {{"a", {1, 1, 9, 7, 2, 11, 7, 3, 18}}, {"b", {9, 8, 7, 6, 5, 4, 3, 2, 1}}}, 3);
  const auto within = [&](int years) {
    return must(seek_problem({recipe, longer, Time{2}}, Unit{0}, {.rank = 1, .years = years})).indicators[0].possible;
  };
  CHECK(within(1).upper == 7 + 7);
  CHECK(within(2).upper == 7 + 9);
  CHECK(within(9).upper == 7 + 9);
  const SeekProblem free = must(seek_problem({recipe, panel, Time{1}}, Unit{0}, {.reach = SeekReach::Unbounded}));
  CHECK(std::isinf(free.indicators[0].possible.upper));
}

TEST_CASE("a share of itself bounds each figure, and figures without a stated cost stay") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), with_direction(indicator("b"), -1)});
  const CheckedRecipe recipe = checked({Normalise{.method = MinMax{}}, Aggregate{}}, hierarchy);
  const Panel panel = panel_of(hierarchy, {{"a", {10, 20, 30}}, {"b", {-4, 5, 6}}});
  const SeekProblem fifth =
      must(seek_problem({recipe, panel, Time{0}}, Unit{0}, {.reach = SeekReach::Unbounded, .most_change = 0.2}));
  CHECK(fifth.indicators[0].possible == Bounds{8, 12});
  CHECK(fifth.indicators[1].possible.lower == doctest::Approx(-4.8));
  const SeekSetting priced{.reach = SeekReach::Unbounded, .costs = {{hierarchy.indicators()[0], 3}}};
  const SeekProblem one = must(seek_problem({recipe, panel, Time{0}}, Unit{0}, priced));
  CHECK(one.indicators[0].price == 3);
  CHECK(std::isinf(one.indicators[0].possible.upper));
  CHECK(one.indicators[1].possible == Bounds{-4, -4});
}

TEST_CASE("a cost is of printed figures, also where they are divided") {
  const Hierarchy hierarchy =
      hierarchy_of({root(), with_denominator(indicator("a"), "people", 100), indicator("b")}, {"people"});
  const CheckedRecipe recipe = checked({Denominate{}, Normalise{.method = MinMax{}}, Aggregate{}}, hierarchy);
  const Panel panel = panel_of(hierarchy, {{"a", {10, 20, 30}}, {"b", {1, 2, 3}}, {"people", {50, 40, 20}}});
  const IndexState state{recipe, panel, Time{0}};
  // 100 a / 50: a change of 1 in the quotient is one of 0.5 in the printed figure.
  CHECK(must(printed_per_figure(state, Unit{0})) == std::vector<double>{0.5, 1});
  const SeekSetting setting{.costs = {{hierarchy.indicators()[0], 8}, {hierarchy.indicators()[1], 3}}};
  const SeekProblem problem = must(seek_problem(state, Unit{0}, setting));
  CHECK(problem.indicators[0].price == 4);
  CHECK(problem.indicators[1].price == 3);
  const CheckedRecipe treated = checked({Denominate{}, Treat{}, Normalise{.method = MinMax{}}, Aggregate{}}, hierarchy);
  CHECK(problems_of(seek_problem({treated, panel, Time{0}}, Unit{0}, setting)).find("treated") != std::string::npos);
}

TEST_CASE("recipes that seek has no answer for are refused by name") {
  const Hierarchy hierarchy = small_tree();
  const Panel panel =
      panel_of(hierarchy, {{"a", {1, 2, 3}}, {"b", {20, 30, 40}}, {"c", {5, 6, 7}}, {"people", {10, 10, 10}}});
  const auto refused = [&](std::vector<Step> steps) {
    const CheckedRecipe recipe = checked(std::move(steps), hierarchy);
    return problems_of(seek_problem({recipe, panel, Time{0}}, Unit{0}, {}));
  };
  CHECK(refused({Denominate{}, Normalise{.method = ZScore{}}, Aggregate{}}).find("another normalisation") !=
        std::string::npos);
  CHECK(refused({Denominate{}, Normalise{.method = MinMax{}, .stretch = Bounds{0, 1}}, Aggregate{}})
            .find("stretched scores") != std::string::npos);
  CHECK(refused({Denominate{}, Normalise{.method = MinMax{}}, Impute{.method = ImputeMedian{}}, Aggregate{}})
            .find("after normalisation") != std::string::npos);
}

}  // namespace
}  // namespace podium
