#include "podium/core/run.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Hierarchy example() {
  return hierarchy_of(
      {root(), pillar("p"), with_direction(indicator("x", "p"), -1), indicator("y", "p"), indicator("z")});
}

/// Five units of which E is screened out.
Panel example_panel(const Hierarchy& hierarchy) {
  return panel_of(
      hierarchy,
      {{"x", {0, 5, 10, kMissing, kMissing}}, {"y", {4, 2, 0, 2, kMissing}}, {"z", {kMissing, 1, 2, 3, 900}}});
}

const std::vector<Step> kSteps = {Screen{.min_available = 0.5}, Impute{}, Normalise{}, Aggregate{}};

TEST_CASE("a run by hand") {
  // Medians: x 5, z 2. Scores of x: 100 50 0 50; y: 100 50 0 50; z: 50 0 50 100.
  const Hierarchy hierarchy = example();
  const Ranking ranking = must(run(checked(kSteps, hierarchy), example_panel(hierarchy)));
  const Panel& panel = ranking.panel();
  CHECK(shown(panel, hierarchy, "x") == "100 50 0 50 -");
  CHECK(shown(panel, hierarchy, "z") == "50 0 50 100 -");
  CHECK(shown(panel, hierarchy, "p") == "100 50 0 50 -");
  CHECK(shown(panel, hierarchy, "index") == "75 25 25 75 -");

  const Series index = hierarchy.root();
  const std::span<const Rank> ranks = ranking.ranks(index, Time{0});
  CHECK(std::vector<Rank>(ranks.begin(), ranks.end()) == std::vector<Rank>{1, 3, 3, 1, 0});
  CHECK(ranking.ranked(index, Time{0}) == 4);
  CHECK(ranking.order(index, Time{0}) == std::vector<Unit>{Unit{0}, Unit{3}, Unit{1}, Unit{2}});
  CHECK(ranking.score(series_of(hierarchy, "p"), Time{0}, Unit{1}) == 50);
  CHECK(ranking.rank(series_of(hierarchy, "p"), Time{0}, Unit{1}) == 2);
  CHECK(ranking.rank(series_of(hierarchy, "x"), Time{0}, Unit{0}) == 1);
  CHECK(ranking.rank(series_of(hierarchy, "x"), Time{0}, Unit{4}) == 0);
}

TEST_CASE("equals are listed by unit code, wherever the panel has them") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  Panel panel({"C", "A", "B"}, {Period::year(2024)}, hierarchy.series_ids());
  for (const Unit unit : all_units(panel)) panel.set(Series{1}, Time{0}, unit, 5);
  const Ranking ranking = must(run(checked({Aggregate{}}, hierarchy), panel));
  CHECK(ranking.order(hierarchy.root(), Time{0}) == std::vector<Unit>{Unit{1}, Unit{2}, Unit{0}});
}

TEST_CASE("a run can stop after any step") {
  const Hierarchy hierarchy = example();
  const CheckedRecipe recipe = checked(kSteps, hierarchy);
  const Panel start = example_panel(hierarchy);
  const char* expected_z[] = {"- 1 2 3 900", "- 1 2 3 -", "2 1 2 3 -", "50 0 50 100 -", "50 0 50 100 -"};
  for (std::size_t count = 0; count <= 4; ++count) {
    const Panel panel = must(run_steps(recipe, start, count));
    CHECK(shown(panel, hierarchy, "z") == expected_z[count]);
    CHECK(shown(panel, hierarchy, "index") == (count == 4 ? "75 25 25 75 -" : "- - - - -"));
  }
}

TEST_CASE("every filled cell carries the number of the step that filled it") {
  const Hierarchy hierarchy = example();
  const Panel panel = must(run_steps(checked(kSteps, hierarchy), example_panel(hierarchy), 4));
  std::string marks;
  for (const char* id : {"x", "y", "z"}) {
    for (const CellHistory history : panel.history(series_of(hierarchy, id))) {
      marks += history.is_imputed() ? std::to_string(history.step()) : ".";
    }
    marks += " ";
  }
  CHECK(marks == "...2. ..... 2.... ");
}

TEST_CASE("periods are ranked by themselves") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, 2, 30, 20}}}, 2);
  const Ranking ranking = must(run(checked({Aggregate{}, RankStep{}}, hierarchy), panel));
  CHECK(ranking.rank(hierarchy.root(), Time{0}, Unit{0}) == 2);
  CHECK(ranking.rank(hierarchy.root(), Time{1}, Unit{0}) == 1);
}

TEST_CASE("infinite figures are an error before the first step and after each") {
  const Hierarchy hierarchy = hierarchy_of({root(), with_denominator(indicator("x"), "gdp")}, {"gdp"});
  const CheckedRecipe recipe = checked({Denominate{}, Aggregate{}}, hierarchy);
  constexpr const char* kExpected =
      ": found an infinite figure; expected figures that stay within the range of a double";
  CHECK(problems_of(run(recipe, panel_of(hierarchy, {{"x", {1, kInfinity}}, {"gdp", {-kInfinity, 1}}}))) ==
        std::string("error[invalid-value]: node x, unit B, period 2021") + kExpected +
            "\nerror[invalid-value]: node gdp, unit A, period 2021" + kExpected);
  CHECK(problems_of(run(recipe, panel_of(hierarchy, {{"x", {1e300, 1}}, {"gdp", {1e-300, 1}}}))) ==
        std::string("error[invalid-value]: step 1, node x, unit A, period 2021") + kExpected);
}

TEST_CASE("a step that fails ends the run with all that it found and nothing of later steps") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const CheckedRecipe recipe = checked({Impute{}, Normalise{}, Aggregate{}}, hierarchy);
  const Panel panel = panel_of(hierarchy, {{"x", {kMissing, kMissing}}, {"y", {3, 3}}});
  CHECK(problems_of(run(recipe, panel)) ==
        "error[empty-indicator]: step 1, node x, period 2021: found no figure to fill the gaps from; expected at least "
        "one figure");
}

TEST_CASE("a rank step decides how ties are ranked, at every node") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {5, 5, 1}}});
  const Ranking ranking = must(run(checked({Aggregate{}, RankStep{.ties = Ties::Largest}}, hierarchy), panel));
  CHECK(ranking.rank(hierarchy.root(), Time{0}, Unit{0}) == 2);
  CHECK(ranking.rank(Series{1}, Time{0}, Unit{1}) == 2);
}

}  // namespace
}  // namespace podium
