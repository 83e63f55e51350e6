#include <doctest/doctest.h>

#include "podium/core/impute/impute.hpp"
#include "podium/core/recipe.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

const double kGap = kMissing;

/// Two pillars; less of c is better. On the scale 0 to 1: a = 0 .5 1, b = 0 ? 1, c = 1 .5 0, d = 0 1 ?.
struct Example {
  Hierarchy hierarchy = hierarchy_of({root(), pillar("p"), pillar("q"), indicator("a", "p"), indicator("b", "p"),
                                      with_direction(indicator("c", "q"), -1), indicator("d", "q")});
  Panel panel =
      panel_of(hierarchy, {{"a", {0, 5, 10}}, {"b", {100, kGap, 300}}, {"c", {2, 4, 6}}, {"d", {7, 9, kGap}}});

  std::string filled(const ImputeRow& method, const char* id) const {
    return shown(must(apply(Impute{.method = method}, panel, {hierarchy, 1})), hierarchy, id);
  }
};

TEST_CASE("a unit's gap takes what its other figures say, brought back to the indicator's own scale") {
  const Example example;
  // The unit B stands at 0.5, 0.5 and 1 elsewhere: their mean is 2/3, their median 0.5; the unit C at 1, 1 and 0.
  CHECK(example.filled({.statistic = RowStatistic::Median}, "b") == "100 200 300");
  CHECK(example.filled({.statistic = RowStatistic::Median}, "d") == "7 9 9");
  const Panel after = must(apply(Impute{.method = ImputeRow{}}, example.panel, {example.hierarchy, 1}));
  CHECK(after.value(series_of(example.hierarchy, "b"), Time{0}, Unit{1}) == doctest::Approx(100 + 200 * 2 / 3.0));
  CHECK(after.value(series_of(example.hierarchy, "d"), Time{0}, Unit{2}) == doctest::Approx(7 + 2 * 2 / 3.0));
}

TEST_CASE("only the figures of the same node speak, by level or by name") {
  const Example example;
  CHECK(example.filled({.level = 2}, "b") == "100 200 300");  // a says 0.5
  CHECK(example.filled({.level = 2}, "d") == "7 9 7");        // c says 0: its highest is its worst
  CHECK(example.filled({.within = {"q"}}, "d") == "7 9 7");
  CHECK(example.filled({.within = {"q"}}, "b") == "100 - 300");
  CHECK(example.filled({.statistic = RowStatistic::Median, .level = 3}, "b") == "100 200 300");
}

TEST_CASE("without the scale the figures are taken as they are") {
  const Example example;
  CHECK(example.filled({.scale = false}, "b") == "100 6 300");  // (5 + 4 + 9) / 3
  CHECK(example.filled({.level = 2, .scale = false}, "d") == "7 9 6");
}

TEST_CASE("constant indicators say nothing, and a unit without figures stays a gap") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b"), indicator("c")});
  const Panel panel =
      panel_of(hierarchy, {{"a", {3, 3, kGap, kGap}}, {"b", {0, 1, 2, kGap}}, {"c", {0, 10, kGap, kGap}}});
  const Panel after = must(apply(Impute{.method = ImputeRow{}}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "a") == "3 3 3 3");
  CHECK(shown(after, hierarchy, "b") == "0 1 2 -");
  CHECK(shown(after, hierarchy, "c") == "0 10 10 -");
}

TEST_CASE("gaps of an indicator without any figure cannot be scaled back") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
  const Panel panel = panel_of(hierarchy, {{"a", {1, 2}}, {"b", {kGap, kGap}}});
  CHECK(problems_of(apply(Impute{.method = ImputeRow{}}, panel, {hierarchy, 2})) ==
        "error[empty-indicator]: step 2, node b, period 2021: found no figure to fill the gaps from; expected at least "
        "one figure");
  CHECK(shown(must(apply(Impute{.method = ImputeRow{.scale = false}}, panel, {hierarchy, 2})), hierarchy, "b") ==
        "1 2");
}

TEST_CASE("an indicator beside pillars is its own block at their level") {
  const Hierarchy hierarchy =
      hierarchy_of({root(), pillar("p"), indicator("a", "p"), indicator("b", "p"), indicator("alone")});
  const Panel panel = panel_of(hierarchy, {{"a", {0, 1}}, {"b", {0, kGap}}, {"alone", {5, kGap}}});
  const Panel after = must(apply(Impute{.method = ImputeRow{.level = 2, .scale = false}}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "b") == "0 1");
  CHECK(shown(after, hierarchy, "alone") == "5 -");
}

TEST_CASE("levels and nodes are checked") {
  const Example example;
  const auto problems = [&](ImputeRow method) {
    return problems_of(
        check(Recipe{{Impute{.method = std::move(method)}, Normalise{}, Aggregate{}}}, example.hierarchy, {}));
  };
  CHECK(problems({.level = 2, .within = {"p"}}) ==
        "error[invalid-value]: step 1: found within and level together; expected one of the two");
  CHECK(problems({.level = 1}) ==
        "error[invalid-value]: step 1: found level 1; expected a level above the indicators, 2 to 3");
  CHECK(problems({.level = 4}) ==
        "error[invalid-value]: step 1: found level 4; expected a level above the indicators, 2 to 3");
  CHECK(problems({.within = {"p", "inex", "a"}}) ==
        "error[unknown-node]: step 1: found node 'inex'; expected 'p', 'q' or 'index'; did you mean 'index'?\n"
        "error[unknown-node]: step 1: found node 'a'; expected 'p', 'q' or 'index'; did you mean 'p'?");
  CHECK(problems({.within = {"p", "index"}}) ==
        "error[invalid-value]: step 1: found node 'p' inside 'index'; expected nodes of which none is part of another");
  CHECK(problems({.within = {"p", "p"}}) ==
        "error[invalid-value]: step 1: found node 'p' inside 'p'; expected nodes of which none is part of another");
  CHECK(problems({.within = {"p", "q"}}).empty());
}

}  // namespace
}  // namespace podium
