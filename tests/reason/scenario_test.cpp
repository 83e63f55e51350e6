#include "podium/reason/scenario.hpp"

#include <doctest/doctest.h>

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;
using Kind = FigureChange::Kind;

struct Small {
  Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
  Series a = series_of(hierarchy, "a");
  Series b = series_of(hierarchy, "b");
  Panel panel = panel_of(hierarchy, {{"a", {1, 2, 3, 4}}, {"b", {10, 20, 30, kMissing}}}, 2);
};

TEST_CASE("figures are set, added to and scaled, one change after the other") {
  const Small small;
  const AppliedScenario applied = must(apply_scenario({.changes = {{Kind::Set, small.b, Unit{1}, Time{1}, 5},
                                                                   {Kind::Add, small.a, Unit{0}, Time{0}, 2},
                                                                   {Kind::Scale, small.a, Unit{0}, Time{0}, 10}},
                                                       .elasticities = {}},
                                                      small.panel));
  CHECK(shown(applied.panel, small.hierarchy, "a") == "30 2 3 4");
  CHECK(shown(applied.panel, small.hierarchy, "b") == "10 20 30 5");
  REQUIRE(applied.figures.size() == 3);
  CHECK(is_missing(applied.figures[0].before));
  CHECK(applied.figures[2].before == 3);
  CHECK(applied.figures[2].after == 30);
}

TEST_CASE("what follows by an elasticity is marked as assumed") {
  const Small small;
  // a four times as large, with elasticity 1/2: b twice as large.
  const AppliedScenario applied =
      must(apply_scenario({.changes = {{Kind::Scale, small.a, Unit{1}, Time{0}, 4}},
                           .elasticities = {{.cause = small.a, .effect = small.b, .exponent = 0.5}}},
                          small.panel));
  REQUIRE(applied.figures.size() == 2);
  CHECK(applied.figures[1].is_assumed);
  CHECK(applied.figures[1].after == doctest::Approx(40).epsilon(1e-14));
  CHECK(shown(applied.panel, small.hierarchy, "a") == "1 8 3 4");
}

TEST_CASE("what cannot be changed is a problem, all of them at once") {
  const Small small;
  const auto result = apply_scenario({.changes = {{Kind::Add, small.b, Unit{1}, Time{1}, 1},
                                                  {Kind::Scale, small.b, Unit{1}, Time{1}, 2},
                                                  {Kind::Scale, small.a, Unit{0}, Time{0}, 1e308 * 10},
                                                  {Kind::Set, small.a, Unit{0}, Time{0}, -1}},
                                      .elasticities = {{.cause = small.a, .effect = small.b, .exponent = 1}}},
                                     small.panel);
  REQUIRE_FALSE(result);
  CHECK(result.diagnostics().size() == 4);
}

TEST_CASE("every unit whose score or rank moves is named, by its new rank") {
  const Small small;
  const CheckedRecipe recipe = checked({Aggregate{}}, small.hierarchy);
  const Ranking before = must(run(recipe, small.panel));
  const AppliedScenario applied =
      must(apply_scenario({.changes = {{Kind::Set, small.a, Unit{0}, Time{0}, 100}}, .elasticities = {}}, small.panel));
  const Ranking after = must(run(recipe, applied.panel));
  // A from (1 + 10) / 2 to (100 + 10) / 2; B stays at (2 + 20) / 2 and falls behind.
  const std::vector<ScenarioMove> moves = rank_moves(before, after, small.hierarchy.root(), Time{0});
  REQUIRE(moves.size() == 2);
  CHECK(moves[0].unit == Unit{0});
  CHECK(moves[0].score_before == 5.5);
  CHECK(moves[0].score_after == 55);
  CHECK(moves[0].before == 2);
  CHECK(moves[0].after == 1);
  CHECK(moves[1].after == 2);
  CHECK(rank_moves(before, after, small.hierarchy.root(), Time{1}).empty());
}

}  // namespace
}  // namespace podium
