#include "podium/reason/explain_gap.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "podium/reason/filled_figures.hpp"

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

TEST_CASE("in weighted arithmetic means each part is weight times difference") {
  const Hierarchy hierarchy = hierarchy_of(
      {root(), pillar("p", "index", 3), pillar("q"), indicator("a", "p"), indicator("b", "p", 4), indicator("c", "q")});
  const CheckedRecipe recipe = checked({Aggregate{}}, hierarchy);
  const Panel panel = panel_of(hierarchy, {{"a", {10, 20}}, {"b", {50, 30}}, {"c", {8, 8}}});
  const ExplainedGap gap = must(explain_gap({recipe, panel, Time{0}}, Unit{0}, Unit{1}, hierarchy.root()));
  // a: 3/4 * 1/5 * (10 - 20), b: 3/4 * 4/5 * (50 - 30); c is the same.
  REQUIRE(gap.parts.size() == 2);
  CHECK(gap.parts[0].indicator == series_of(hierarchy, "a"));
  CHECK(gap.parts[0].pillar == series_of(hierarchy, "p"));
  CHECK(gap.parts[0].score.value == doctest::Approx(-1.5).epsilon(1e-14));
  CHECK(gap.parts[1].score.value == doctest::Approx(12).epsilon(1e-14));
  CHECK(gap.score - gap.score_of_other == doctest::Approx(10.5).epsilon(1e-14));
}

TEST_CASE("parts sum to the lead for every pair, with gaps and a geometric mean too, and change their sign with it") {
  Random random(81);
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("p", "index", 3), pillar("q"), indicator("a", "p"),
                                            indicator("b", "p", 4), indicator("c", "q"), indicator("d", "q")});
  const CheckedRecipe recipes[] = {checked({Aggregate{}}, hierarchy),
                                   checked({Aggregate{.method = {.otherwise = Geometric{}}}}, hierarchy)};
  for (const CheckedRecipe& recipe : recipes) {
    for (int round = 0; round < 20; ++round) {
      Columns columns;
      for (const char* id : {"a", "b", "c", "d"}) {
        std::vector<double> values(4);
        for (double& value : values) value = random.below(6) == 0 ? kMissing : random.between(1, 100);
        columns.emplace_back(id, values);
      }
      const Panel panel = panel_of(hierarchy, columns);
      const auto gap = explain_gap({recipe, panel, Time{0}}, Unit{0}, Unit{1}, hierarchy.root());
      const auto back = explain_gap({recipe, panel, Time{0}}, Unit{1}, Unit{0}, hierarchy.root());
      if (!gap || !back) continue;
      double sum = 0;
      for (const GapPart& part : gap->parts) sum += part.score.value;
      CHECK(std::abs(sum - (gap->score - gap->score_of_other)) < 1e-10);
      for (std::size_t i = 0; i < gap->parts.size(); ++i) {
        CHECK(std::abs(gap->parts[i].score.value + back->parts[i].score.value) < 1e-10);
      }
    }
  }
}

TEST_CASE("a score that depends on the other units cannot be shared out among a unit's own figures") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
  const CheckedRecipe recipe = checked({Aggregate{.method = {.otherwise = Copeland{}}}}, hierarchy);
  const Panel panel = panel_of(hierarchy, {{"a", {3, 2, 1}}, {"b", {3, 2, 1}}});
  CHECK_FALSE(explain_gap({recipe, panel, Time{0}}, Unit{0}, Unit{1}, hierarchy.root()));
}

TEST_CASE("filled figures on which a rank rests are told") {
  const Hierarchy hierarchy =
      hierarchy_of({root(), pillar("p"), pillar("q"), indicator("a", "p"), indicator("b", "q")});
  const CheckedRecipe recipe = checked({Impute{.method = ImputeMean{}}, Aggregate{}}, hierarchy);
  // C and D lack b, which is filled with the mean (90 + 10) / 2 = 50: C has (60 + 50) / 2 = 55 and rank 2.
  const Panel panel = panel_of(hierarchy, {{"a", {50, 40, 60, 10}}, {"b", {90, 10, kMissing, kMissing}}});
  const std::vector<FilledEffect> effects =
      must(effects_of_filled_figures({recipe, panel, Time{0}}, Unit{2}, hierarchy.root()));
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].pillar == series_of(hierarchy, "q"));
  CHECK(effects[0].filled == 1);
  CHECK(effects[0].filled_of_all == 2);
  CHECK(effects[0].rank == 2);
  // At 10: A 70, B 25, C 35, D 10.
  CHECK(effects[0].rank_at_lowest == 2);
  CHECK(effects[0].rank_at_lowest_alone == 2);
  // D, filled: (10 + 50) / 2 = 30 and rank 3 before B's 25; at 10 it has 10 and rank 4.
  const std::vector<FilledEffect> of_last =
      must(effects_of_filled_figures({recipe, panel, Time{0}}, Unit{3}, hierarchy.root()));
  REQUIRE(of_last.size() == 1);
  CHECK(of_last[0].rank == 3);
  CHECK(of_last[0].rank_at_lowest == 4);
  CHECK(of_last[0].is_decisive());
  CHECK(must(effects_of_filled_figures({recipe, panel, Time{0}}, Unit{0}, hierarchy.root())).empty());
}

}  // namespace
}  // namespace podium
