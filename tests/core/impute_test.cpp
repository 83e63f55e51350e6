#include "podium/core/impute/impute.hpp"

#include <doctest/doctest.h>

#include "podium/core/run.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

TEST_CASE("gaps are filled from the available figures") {
  const struct {
    std::string name;
    Impute step;
    std::vector<double> values;  ///< two periods
    std::string expected;
  } cases[] = {
      {"mean of each period",
       {.method = ImputeMean{}},
       {1, kMissing, 3, 8, 5, kMissing, kMissing, 6},
       "1 4 3 8 5 5.5 5.5 6"},
      {"median of each period",
       {.method = ImputeMedian{}},
       {1, kMissing, 3, 9, 5, kMissing, kMissing, 6},
       "1 3 3 9 5 5.5 5.5 6"},
      {"mean over the panel",
       {.method = ImputeMean{}, .over = Over::Panel},
       {1, kMissing, 3, 8, 5, kMissing, kMissing, 13},
       "1 6 3 8 5 6 6 13"},
      {"median over the panel",
       {.method = ImputeMedian{}, .over = Over::Panel},
       {1, kMissing, 3, 9, 5, kMissing, kMissing, 6},
       "1 5 3 9 5 5 5 6"},
      {"the median of an even number is the mean of the middle two",
       {},
       {1, kMissing, 3, 8, 1, 2, 3, 4},
       "1 3 3 8 1 2 3 4"},
      {"one figure fills all gaps", {}, {kMissing, 7, kMissing, kMissing, 1, 2, 3, 4}, "7 7 7 7 1 2 3 4"},
      {"without gaps nothing changes", {}, {1, 2, 3, 4, 5, 6, 7, 8}, "1 2 3 4 5 6 7 8"},
  };
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Panel after = must(apply(c.step, panel_of(hierarchy, {{"x", c.values}}, 2), {hierarchy, 4}));
    CHECK(shown(after, hierarchy, "x") == c.expected);
    const std::span<const CellHistory> history = after.history(series_of(hierarchy, "x"));
    for (std::size_t i = 0; i < c.values.size(); ++i) {
      CHECK(history[i].is_imputed() == is_missing(c.values[i]));
      CHECK(history[i].step() == (is_missing(c.values[i]) ? 4 : 0));
    }
  }
}

TEST_CASE("an indicator without any figure is an error, in the period where it has none") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, 2, kMissing, kMissing}}, {"y", {1, kMissing, kMissing, 4}}}, 2);
  const char* expected =
      "error[empty-indicator]: step 2, node x, period 2022: found no figure to fill the gaps from; expected at least "
      "one figure";
  CHECK(problems_of(apply(Impute{.method = ImputeMean{}}, panel, {hierarchy, 2})) == expected);
  CHECK(problems_of(apply(Impute{.method = ImputeMedian{}}, panel, {hierarchy, 2})) == expected);
  const Panel over_panel = must(apply(Impute{.over = Over::Panel}, panel, {hierarchy, 2}));
  CHECK(shown(over_panel, hierarchy, "x") == "1 2 1.5 1.5");
}

TEST_CASE("units that screening left out are neither filled nor counted") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, 1000, kMissing, 3}}, {"y", {1, 2, 3, 4}}});
  const Panel screened = must(apply(Screen{.force_out = {"B"}}, panel, {hierarchy, 1}));
  for (const Over over : {Over::Period, Over::Panel}) {
    const Panel after = must(apply(Impute{.method = ImputeMean{}, .over = over}, screened, {hierarchy, 2}));
    CHECK(shown(after, hierarchy, "x") == "1 - 2 3");
    CHECK(shown(after, hierarchy, "y") == "1 - 3 4");
    CHECK(after.history(series_of(hierarchy, "x"))[1] == CellHistory());
  }
}

TEST_CASE("an indicator is not empty because all its units are left out") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  Panel panel = panel_of(hierarchy, {{"x", {1, 2}}});
  for (const Unit unit : all_units(panel)) panel.exclude(Time{0}, unit);
  CHECK(shown(must(apply(Impute{}, panel, {hierarchy, 2})), hierarchy, "x") == "- -");
}

TEST_CASE("`only` fills the named indicators and those below the named nodes, once") {
  const Hierarchy hierarchy =
      hierarchy_of({root(), pillar("p"), indicator("x", "p"), indicator("y", "p"), indicator("z")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, kMissing}}, {"y", {2, kMissing}}, {"z", {3, kMissing}}});
  const Panel after = must(apply(Impute{.only = {"p", "y"}}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "x") == "1 1");
  CHECK(shown(after, hierarchy, "y") == "2 2");
  CHECK(shown(after, hierarchy, "z") == "3 -");
}

TEST_CASE("denominators and nodes above indicators are never filled") {
  const Hierarchy hierarchy = hierarchy_of({root(), with_denominator(indicator("x"), "gdp")}, {"gdp"});
  const Panel panel = panel_of(hierarchy, {{"x", {1, kMissing}}, {"gdp", {1, kMissing}}});
  const Panel after = must(apply(Impute{}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "gdp") == "1 -");
  CHECK(shown(after, hierarchy, "index") == "- -");
}

/// Methods of every kind of pool that fill any gap of this test's figures.
std::vector<ImputeMethod> kinds() {
  return {
      ImputeMean{},        ImputeMedian{},     ImputeGroupMean{.group = "region", .fallback = GroupFallback::Overall},
      ImputeConstant{7.0}, ImputeStepwise{},   ImputeLinear{},
      ImputeRow{},         ImputeExpectation{}};
}

TEST_CASE("every method marks what it fills, changes nothing else, and leaves alone what screening left out") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  Panel panel =
      panel_of(hierarchy, {{"x", {1, kMissing, 3, 5, 4, kMissing, 2, 6, 7}}, {"y", {2, 4, 7, 9, 8, 5, 6, 1, 3}}}, 3);
  const Series x = series_of(hierarchy, "x");
  const Series y = series_of(hierarchy, "y");
  panel.exclude(Time{0}, Unit{0});
  panel.drop(y, Time{2});
  const UnitGroups groups{{"region"}, {{{"N", "N", "S"}}}};
  for (const ImputeMethod& method : kinds()) {
    CAPTURE(std::visit([](const auto& each) { return std::string(each.doc.name); }, method));
    const Panel after = must(apply(Impute{.method = method, .over = Over::Panel}, panel, {hierarchy, 5, &groups}));
    CHECK(is_missing(after.value(x, Time{0}, Unit{0})));
    CHECK(after.history(x)[0] == CellHistory());
    for (std::size_t cell = 1; cell < 9; ++cell) {
      const double before = panel.values(x)[cell];
      CHECK(!is_missing(after.values(x)[cell]));
      if (!is_missing(before)) CHECK(after.values(x)[cell] == before);
      CHECK(after.history(x)[cell].is_imputed() == is_missing(before));
      CHECK(after.history(x)[cell].step() == (is_missing(before) ? 5 : 0));
    }
    for (const Unit unit : all_units(after)) CHECK(is_missing(after.value(y, Time{2}, unit)));
    for (const CellHistory history : after.history(y)) CHECK(history == CellHistory());
  }
}

TEST_CASE("a dropped indicator is not an empty one") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  Panel panel = panel_of(hierarchy, {{"x", {1, kMissing, 3}}, {"y", {2, 4, 7}}});
  panel.drop(series_of(hierarchy, "y"), Time{0});
  CHECK(shown(must(apply(Impute{.method = ImputeMean{}}, panel, {hierarchy, 1})), hierarchy, "x") == "1 2 3");
  CHECK(shown(must(apply(Impute{.method = ImputeConstant{0.0}}, panel, {hierarchy, 1})), hierarchy, "y") == "- - -");
}

TEST_CASE("a fixed figure needs no other") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {kMissing, 4, kMissing, kMissing}}}, 2);
  CHECK(shown(must(apply(Impute{.method = ImputeConstant{-1.5}}, panel, {hierarchy, 1})), hierarchy, "x") ==
        "-1.5 4 -1.5 -1.5");
  CHECK(ImputeConstant{}.check()->code == Code::MissingKey);
  CHECK(ImputeConstant{kMissing}.check()->code == Code::InvalidValue);
  CHECK_FALSE(ImputeConstant{0.0}.check().has_value());
}

TEST_CASE("`except` leaves the named indicators as they are") {
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("p"), indicator("x", "p"), indicator("y")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, kMissing}}, {"y", {2, kMissing}}});
  const Panel after = must(apply(Impute{.except = {"p"}}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "x") == "1 -");
  CHECK(shown(after, hierarchy, "y") == "2 2");
}

TEST_CASE("what one step leaves open the next may fill, and each cell names its own step") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {2, kMissing, kMissing, 8}}}, 2);
  const CheckedRecipe recipe = checked(
      {Impute{.method = ImputeLastObservation{}}, Impute{.method = ImputeMean{}}, Normalise{}, Aggregate{}}, hierarchy);
  const Panel after = must(run_steps(recipe, panel, 2));
  CHECK(shown(after, hierarchy, "x") == "2 2 2 8");
  const std::span<const CellHistory> history = after.history(series_of(hierarchy, "x"));
  CHECK(history[2].step() == 1);
  CHECK(history[1].step() == 2);
}

}  // namespace
}  // namespace podium
