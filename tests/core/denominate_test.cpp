#include "podium/core/denominate.hpp"

#include <doctest/doctest.h>

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

Hierarchy example() {
  return hierarchy_of({root(), with_denominator(indicator("models"), "people", 1e6),
                       with_denominator(indicator("deals"), "gdp"), indicator("score")},
                      {"gdp", "people"});
}

TEST_CASE("figures are divided by their own denominator of the same unit and period, times the factor") {
  const Hierarchy hierarchy = example();
  const Panel panel = panel_of(hierarchy,
                               {{"models", {40, 10, 50, 12}},
                                {"deals", {9, 8, 6, 4}},
                                {"score", {1, 2, 3, 4}},
                                {"gdp", {3, 4, 2, 8}},
                                {"people", {2e6, 5e6, 4e6, 3e6}}},
                               2);
  const Panel after = must(apply(Denominate{}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "models") == "20 2 12.5 4");
  CHECK(shown(after, hierarchy, "deals") == "3 2 3 0.5");
  CHECK(shown(after, hierarchy, "score") == "1 2 3 4");
  CHECK(shown(after, hierarchy, "gdp") == "3 4 2 8");
}

TEST_CASE("a gap in either is a gap") {
  const Hierarchy hierarchy = example();
  const Panel panel = panel_of(hierarchy, {{"deals", {kMissing, 8, kMissing}}, {"gdp", {3, kMissing, kMissing}}});
  const Panel after = must(apply(Denominate{}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "deals") == "- - -");
  CHECK(after.history(series_of(hierarchy, "deals"))[0] == CellHistory());
}

TEST_CASE("a denominator of zero is an error that names step, node, period and unit") {
  const Hierarchy hierarchy = example();
  const Panel panel = panel_of(
      hierarchy,
      {{"deals", {1, 8, 0, 1}}, {"gdp", {0, 4, 0, -0.0}}, {"models", {1, 1, 1, 1}}, {"people", {1, 1, 1, 1}}}, 2);
  CHECK(problems_of(apply(Denominate{}, panel, {hierarchy, 3})) ==
        "error[zero-denominator]: step 3, node deals, unit A, period 2021: found denominator 'gdp' of 0; expected a "
        "figure other "
        "than 0, or a gap\n"
        "error[zero-denominator]: step 3, node deals, unit A, period 2022: found denominator 'gdp' of 0; expected a "
        "figure other "
        "than 0, or a gap\n"
        "error[zero-denominator]: step 3, node deals, unit B, period 2022: found denominator 'gdp' of 0; expected a "
        "figure other "
        "than 0, or a gap");
}

TEST_CASE("a denominator of zero below a gap divides nothing") {
  const Hierarchy hierarchy = example();
  const Panel panel = panel_of(hierarchy, {{"deals", {kMissing, 8}}, {"gdp", {0, 4}}});
  CHECK(shown(must(apply(Denominate{}, panel, {hierarchy, 1})), hierarchy, "deals") == "- 2");
}

TEST_CASE("`only` keeps the others as they are") {
  const Hierarchy hierarchy = example();
  const Panel panel = panel_of(hierarchy, {{"models", {4}}, {"deals", {9}}, {"gdp", {3}}, {"people", {2}}});
  const Panel after = must(apply(Denominate{.only = {"deals"}}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "models") == "4");
  CHECK(shown(after, hierarchy, "deals") == "3");
}

TEST_CASE("`except` keeps the named ones as they are") {
  const Hierarchy hierarchy = example();
  const Panel panel = panel_of(hierarchy, {{"models", {4}}, {"deals", {9}}, {"gdp", {3}}, {"people", {2}}});
  const Panel after = must(apply(Denominate{.except = {"models"}}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "models") == "4");
  CHECK(shown(after, hierarchy, "deals") == "3");
}

TEST_CASE("a negative denominator is an error, because it would turn the order round") {
  const Hierarchy hierarchy = example();
  const Panel panel = panel_of(hierarchy, {{"deals", {1, 8, kMissing}}, {"gdp", {-2, 4, -2}}});
  CHECK(problems_of(apply(Denominate{}, panel, {hierarchy, 3})) ==
        "error[invalid-value]: step 3, node deals, unit A, period 2021: found denominator 'gdp' below 0; expected a "
        "positive figure, or a gap");
}

TEST_CASE("a ratio is imputed if either of its figures was") {
  const Hierarchy hierarchy = example();
  Panel panel = panel_of(hierarchy, {{"deals", {1, 2, 3, 4, kMissing}}, {"gdp", {1, 2, 3, 4, 5}}});
  const Series deals = series_of(hierarchy, "deals");
  const Series gdp = series_of(hierarchy, "gdp");
  panel.history(gdp)[1].mark_imputed(0);  // by the author, before any step
  panel.history(deals)[2].mark_imputed(2);
  panel.history(gdp)[3].mark_imputed(1);
  panel.history(deals)[3].mark_imputed(2);
  panel.history(gdp)[4].mark_imputed(1);  // divides a gap
  const Panel after = must(apply(Denominate{}, panel, {hierarchy, 3}));
  const std::span<const CellHistory> history = after.history(deals);
  CHECK(history[0] == CellHistory());
  CHECK(history[1].is_imputed());
  CHECK(history[1].step() == 0);
  CHECK(history[2].is_imputed());
  CHECK(history[2].step() == 2);
  CHECK(history[3].is_imputed());
  CHECK(history[3].step() == 2);
  CHECK(history[4] == CellHistory());
}

}  // namespace
}  // namespace podium
