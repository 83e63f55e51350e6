#include <doctest/doctest.h>

#include "podium/core/impute/impute.hpp"
#include "podium/core/recipe.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

/// Units A to F; F is in no region.
const UnitGroups kGroups{{"income", "region"},
                         {{{"low", "low", "low", "high", "high", "high"}}, {{"N", "S", "N", "S", "E", ""}}}};

TEST_CASE("gaps take the mean or median of their own group") {
  const struct {
    std::string name;
    Impute step;
    std::vector<double> values;
    std::string expected;
  } cases[] = {
      {"the mean of a group, also with its other unit between",
       {.method = ImputeGroupMean{"region"}},
       {1, 10, kMissing, 30, 5, 6},
       "1 10 1 30 5 6"},
      {"a group without any figure and a unit without a group stay gaps",
       {.method = ImputeGroupMean{"region"}},
       {1, 10, 3, kMissing, kMissing, kMissing},
       "1 10 3 10 - -"},
      {"or take the mean of all figures, fillings not among them",
       {.method = ImputeGroupMean{"region", GroupFallback::Overall}},
       {1, 10, 4, kMissing, kMissing, kMissing},
       "1 10 4 10 5 5"},
      {"the median", {.method = ImputeGroupMedian{"income"}}, {1, 2, kMissing, kMissing, 40, 60}, "1 2 1.5 50 40 60"},
      {"or the median of all",
       {.method = ImputeGroupMedian{"region", GroupFallback::Overall}},
       {1, 2, 3, 90, 40, kMissing},
       "1 2 3 90 40 3"},
      {"an empty indicator stays empty",
       {.method = ImputeGroupMean{"region"}},
       std::vector<double>(6, kMissing),
       "- - - - - -"},
  };
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Panel after = must(apply(c.step, panel_of(hierarchy, {{"x", c.values}}), {hierarchy, 1, &kGroups}));
    CHECK(shown(after, hierarchy, "x") == c.expected);
  }
}

TEST_CASE("over the panel a group has the figures of all periods") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const UnitGroups groups{{"region"}, {{{"N", "S", "N"}}}};
  const Panel panel = panel_of(hierarchy, {{"x", {1, 5, kMissing, 4, kMissing, 4}}}, 2);
  const auto filled = [&](Over over) {
    return shown(must(apply(Impute{.method = ImputeGroupMean{"region"}, .over = over}, panel, {hierarchy, 1, &groups})),
                 hierarchy, "x");
  };
  CHECK(filled(Over::Period) == "1 5 1 4 - 4");
  CHECK(filled(Over::Panel) == "1 5 3 4 5 4");  // (1 + 4 + 4) / 3
}

TEST_CASE("with fallback to all, an indicator without any figure is an error") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", std::vector<double>(6, kMissing)}});
  const Impute step{.method = ImputeGroupMean{"region", GroupFallback::Overall}};
  CHECK(problems_of(apply(step, panel, {hierarchy, 2, &kGroups})) ==
        "error[empty-indicator]: step 2, node x, period 2021: found no figure to fill the gaps from; expected at least "
        "one figure");
}

TEST_CASE("a grouping must be named and exist") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  CHECK(ImputeGroupMean{}.check()->code == Code::MissingKey);
  CHECK(ImputeGroupMedian{}.check()->code == Code::MissingKey);
  const Recipe recipe{{Impute{.method = ImputeGroupMean{"regoin"}}, Normalise{}, Aggregate{}}};
  CHECK(problems_of(check(recipe, hierarchy, {.groups = kGroups})) ==
        "error[unknown-group]: step 1: found group 'regoin'; expected 'income' or 'region'; did you mean 'region'?");
  CHECK(problems_of(check(recipe, hierarchy, {})) ==
        "error[unknown-group]: step 1: found group 'regoin'; expected a group column in units.csv");
}

}  // namespace
}  // namespace podium
