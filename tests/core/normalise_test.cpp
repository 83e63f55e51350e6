#include "podium/core/normalise/normalise.hpp"

#include <algorithm>
#include <limits>

#include <doctest/doctest.h>

#include "podium/core/screen.hpp"

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

Result<Panel> normalised(const Normalise& step, const NodeSpec& node, const std::vector<double>& values,
                         std::size_t periods = 1) {
  const Hierarchy hierarchy = hierarchy_of({root(), node});
  return apply(step, panel_of(hierarchy, {{"x", values}}, periods), {hierarchy, 3});
}

std::string scores(const Normalise& step, const NodeSpec& node, const std::vector<double>& values,
                   std::size_t periods = 1) {
  const Panel after = must(normalised(step, node, values, periods));
  return shown(after.values(Series{1}));
}

NodeSpec with_target(NodeSpec node, double lower, double upper) {
  node.target = Bounds{lower, upper};
  return node;
}

const NodeSpec kUp = indicator("x");
const NodeSpec kDown = with_direction(indicator("x"), -1);

TEST_CASE("scores of one period") {
  const struct {
    std::string name;
    NormaliseMethod method;
    NodeSpec node;
    std::vector<double> values;
    std::string expected;
  } cases[] = {
      {"minmax: the worst has the lower end, the best the upper", MinMax{}, kUp, {4, 8, 24}, "0 20 100"},
      {"minmax: less is better", MinMax{}, kDown, {4, 8, 24}, "100 80 0"},
      {"minmax: gaps stay gaps", MinMax{}, kUp, {kMissing, 4, kMissing, 24}, "- 0 - 100"},
      {"minmax: another range", MinMax{{1, 10}}, kUp, {-10, -5, 5, 10}, "1 3.25 7.75 10"},
      {"minmax: two figures suffice", MinMax{}, kUp, {7, 7.5}, "0 100"},
      {"minmax: the ends of the range are met to the last bit", MinMax{{0.2, 0.9}}, kUp, {0, 1}, "0.2 0.9"},
      {"minmax: a range that descends, if that is meant", MinMax{{100, 0}, true}, kUp, {4, 8, 24}, "100 80 0"},
      {"robust-zscore: distance from the median in 1.4826 median distances",
       RobustZScore{},
       kUp,
       {2, 4, 6, 8, 7.4826, kMissing},
       // median 6, distances 4 2 0 2 1.4826: MAD 2
       shown(std::vector{-4 / 2.9652, -2 / 2.9652, 0.0, 2 / 2.9652, (7.4826 - 6) / 2.9652, kMissing})},
      {"scaled: between fixed bounds, and beyond them", Scaled{{5, 25}}, kUp, {4, 8, 15, 42}, "-5 15 50 185"},
      {"scaled: another factor", Scaled{{5, 25}, 1}, kUp, {5, 10, kMissing, 25}, "0 0.25 - 1"},
      {"scaled: less is better, bounds after the direction", Scaled{{-10, 0}}, kDown, {0, 4, 10}, "100 60 0"},
      {"scaled: a constant indicator has scores", Scaled{}, kUp, {7, 7}, "7 7"},
      {"distance-to-max: the best has 1, the worst 0", DistanceToMax{}, kUp, {4, 9, kMissing, 24}, "0 0.25 - 1"},
      {"distance-to-max: less is better", DistanceToMax{}, kDown, {4, 8, 24}, "1 0.8 0"},
      {"distance-to-reference: the unit B has 1", DistanceToReference{"B"}, kUp, {4, 8, 16, kMissing}, "0 1 3 -"},
      {"distance-to-reference: held at 1", DistanceToReference{"B", true}, kUp, {4, 8, 16}, "0 1 1"},
      {"distance-to-reference: less is better", DistanceToReference{"B"}, kDown, {4, 8, 16}, "1.5 1 0"},
      {"distance-to-target: the indicator's own",
       DistanceToTarget{},
       with_target(kUp, 20, 20),
       {4, 8, 20, 36},
       "0 0.25 1 2"},
      {"distance-to-target: held at 1",
       DistanceToTarget{.cap = true},
       with_target(kUp, 20, 20),
       {4, 8, 20, 36},
       "0 0.25 1 1"},
      {"distance-to-target: less is better, the target on the original scale",
       DistanceToTarget{},
       with_target(kDown, 4, 4),
       {4, 8, 20, 2},
       // (max - x) / (max - T), max 20
       "1 0.75 0 1.125"},
      {"distance-to-target: the step's, after the direction was applied",
       DistanceToTarget{.target = Bounds{-4, -4}},
       with_target(kDown, 8, 8),
       {4, 8, 20},
       "1 0.75 0"},
      {"distance-to-target: two ends are missed on either side",
       DistanceToTarget{},
       with_target(kUp, 1, 3),
       {-3, -1, 0, 1, 2, 3, 5, 11, kMissing},
       "0 0.5 0.75 1 1 1 0.75 0 -"},
      {"distance-to-target: two ends, less is better",
       DistanceToTarget{},
       with_target(kDown, 1, 3),
       {-3, -1, 0, 1, 2, 3, 5, 11},
       "0 0.5 0.75 1 1 1 0.75 0"},
      {"distance-to-target: two ends, and no figure on one side",
       DistanceToTarget{},
       with_target(kUp, 1, 3),
       {1, 2, 5, 11},
       "1 1 0.75 0"},
      {"distance-to-target: below the worst figure, if that is meant",
       DistanceToTarget{.target = Bounds{1, 1}, .reversed = true},
       kUp,
       {4, 7, 10},
       "-0 -1 -2"},
      {"fraction-of-max: the best has 1", FractionOfMax{}, kUp, {4, 8, 16, -4, kMissing}, "0.25 0.5 1 -0.25 -"},
      {"fraction-of-max: a negative best, if that is meant", FractionOfMax{true}, kUp, {-4, -2, -1}, "4 2 1"},
      {"percentile-rank: the share of the others that are left behind",
       PercentileRank{},
       kUp,
       {9, 1, kMissing, 5, 7, 5},
       "1 0 - 0.25 0.75 0.25"},
      {"percentile-rank: ties share the average",
       PercentileRank{Ties::Average},
       kUp,
       {9, 1, 5, 7, 5},
       "1 0 0.375 0.75 0.375"},
      {"borda: a point for each unit left behind", Borda{}, kUp, {5, 1, 9, kMissing, 5}, "1 0 3 - 1"},
      {"borda: ties share the largest", Borda{Ties::Largest}, kUp, {5, 1, 9, 5}, "2 0 3 2"},
      {"borda: less is better", Borda{}, kDown, {5, 1, 9}, "1 2 0"},
      {"bands: a figure at a cut belongs to the better band",
       Bands{{10, 20}},
       kUp,
       {5, 10, 15, 20, 25, kMissing},
       "0 1 1 2 2 -"},
      {"bands: also where less is better", Bands{{10, 20}}, kDown, {5, 10, 15, 20, 25}, "2 2 1 1 0"},
      {"bands: scores of their own, from the worst", Bands{{10, 20}, {0, 25, 100}}, kDown, {5, 15, 25}, "100 25 0"},
      {"none: the direction alone", NoNormalisation{}, kDown, {5, kMissing, -2}, "-5 - 2"},
      {"zscore: mean 0 and standard deviation 1", ZScore{}, kUp, {1, 2, 3}, "-1 0 1"},
      {"zscore: less is better", ZScore{}, kDown, {1, 2, 3}, "1 0 -1"},
      {"zscore: another mean and standard deviation", ZScore{10, 2}, kUp, {1, 2, 3}, "8 10 12"},
      {"zscore: gaps stay gaps and do not count", ZScore{}, kUp, {1, kMissing, 2, 3}, "-1 - 0 1"},
      {"rank: the best of n has n", RankScore{}, kUp, {5, 1, 9}, "2 1 3"},
      {"rank: less is better", RankScore{}, kDown, {5, 1, 9}, "2 3 1"},
      {"rank: ties share the smallest rank", RankScore{}, kUp, {2, 2, 5, 9}, "1 1 3 4"},
      {"rank: ties share the largest rank", RankScore{Ties::Largest}, kUp, {2, 2, 5, 9}, "2 2 3 4"},
      {"rank: ties share the average rank", RankScore{Ties::Average}, kUp, {2, 2, 5, 9}, "1.5 1.5 3 4"},
      {"rank: gaps stay gaps and take no place", RankScore{}, kUp, {5, kMissing, 9}, "1 - 2"},
      {"rank: a constant indicator has ranks", RankScore{}, kUp, {3, 3, 3}, "1 1 1"},
      {"goalposts: between two fixed points", Goalposts{}, with_goalposts(kUp, 10, 30), {10, 15, 30}, "0 25 100"},
      {"goalposts: beyond a goalpost is at it", Goalposts{}, with_goalposts(kUp, 10, 30), {4, 42, 16}, "0 100 30"},
      {"goalposts: unless clip is off",
       Goalposts{{0, 1}, false},
       with_goalposts(kUp, 0, 4),
       {-1, 5, 2},
       "-0.25 1.25 0.5"},
      {"goalposts: less is better, on the original scale",
       Goalposts{{0, 1}},
       with_goalposts(kDown, 10, 30),
       {4, 15, 42},
       "1 0.75 0"},
      {"goalposts: another range", Goalposts{{1, 100}}, with_goalposts(kUp, 0, 10), {0, 5, 10}, "1 50.5 100"},
      {"goalposts: gaps stay gaps", Goalposts{}, with_goalposts(kUp, 0, 10), {kMissing, 5}, "- 50"},
      {"goalposts: a constant indicator has scores", Goalposts{}, with_goalposts(kUp, 0, 10), {5, 5}, "50 50"},
      {"goalposts: the ends of the range are never passed",
       Goalposts{{0.3, 0.9}},
       with_goalposts(kUp, 0, 1),
       {1, 2, 0, -1},
       "0.9 0.9 0.3 0.3"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(scores({.method = c.method}, c.node, c.values) == c.expected);
  }
}

TEST_CASE("figures are seen by period or over the whole panel") {
  const std::vector<double> values = {0, 5, 10, 0, 20, 40};
  const struct {
    NormaliseMethod method;
    std::string by_period;
    std::string over_panel;
  } cases[] = {
      {MinMax{}, "0 50 100 0 50 100", "0 12.5 25 0 50 100"},
      {RankScore{}, "1 2 3 1 2 3", "1 3 4 1 5 6"},
  };
  for (const auto& c : cases) {
    CHECK(scores({.method = c.method}, kUp, values, 2) == c.by_period);
    CHECK(scores({.method = c.method, .over = Over::Panel}, kUp, values, 2) == c.over_panel);
  }
}

TEST_CASE("what the methods cannot normalise") {
  const struct {
    std::string name;
    NormaliseMethod method;
    NodeSpec node;
    std::vector<double> values;
    std::string expected;
  } cases[] = {
      {"minmax of a constant",
       MinMax{},
       kUp,
       {3, 3, kMissing},
       "error[constant-indicator]: step 3, node x, period 2021: found the same figure for every unit, 3; expected at "
       "least two "
       "different figures for method 'minmax'"},
      {"the message has the figure as it is printed, not as it is oriented",
       MinMax{},
       kDown,
       {3, 3},
       "error[constant-indicator]: step 3, node x, period 2021: found the same figure for every unit, 3; expected at "
       "least two "
       "different figures for method 'minmax'"},
      {"zscore of a constant",
       ZScore{},
       kUp,
       {0, 0},
       "error[constant-indicator]: step 3, node x, period 2021: found the same figure for every unit, 0; expected at "
       "least two "
       "different figures for method 'zscore'"},
      {"zscore of a single figure",
       ZScore{},
       kUp,
       {7, kMissing},
       "error[constant-indicator]: step 3, node x, period 2021: found the same figure for every unit, 7; expected at "
       "least two "
       "different figures for method 'zscore'"},
      {"minmax of gaps",
       MinMax{},
       kUp,
       {kMissing},
       "error[empty-indicator]: step 3, node x, period 2021: found no figure; expected at least one figure"},
      {"zscore of gaps",
       ZScore{},
       kUp,
       {kMissing},
       "error[empty-indicator]: step 3, node x, period 2021: found no figure; expected at least one figure"},
      {"rank of gaps",
       RankScore{},
       kUp,
       {kMissing},
       "error[empty-indicator]: step 3, node x, period 2021: found no figure; expected at least one figure"},
      {"goalposts of gaps",
       Goalposts{},
       with_goalposts(kUp, 0, 1),
       {kMissing},
       "error[empty-indicator]: step 3, node x, period 2021: found no figure; expected at least one figure"},
      {"goalposts that are not there",
       Goalposts{},
       kUp,
       {1, 2},
       "error[missing-goalposts]: step 3, node x, period 2021: found no goalposts; expected goalposts = [low, high] at "
       "the indicator"},
      {"robust-zscore where most figures are the same",
       RobustZScore{},
       kDown,
       {3, 3, 3, 9},
       "error[constant-indicator]: step 3, node x, period 2021: found the same figure for more than half of the units, "
       "3; expected at most half of the figures the same for method 'robust-zscore'"},
      {"distance to a reference without a figure",
       DistanceToReference{"B"},
       kUp,
       {3, kMissing, 9},
       "error[missing-reference]: step 3, node x, period 2021: found no figure of the reference unit 'B'; expected a "
       "reference unit with a figure"},
      {"distance to a reference that is the worst",
       DistanceToReference{"C"},
       kDown,
       {3, 4, 9},
       "error[missing-reference]: step 3, node x, period 2021: found the worst figure at the reference unit 'C', 9; "
       "expected a reference unit that is better than the worst"},
      {"distance to a target below the worst figure",
       DistanceToTarget{.cap = true},
       with_target(kDown, 50, 50),
       {3, 4, 9},
       "error[target-below-minimum]: step 3, node x, period 2021: found target 50 and 9 as the worst figure; expected "
       "a "
       "target that is better than the worst figure"},
      {"distance to a target at the worst figure, even if a lower one is meant",
       DistanceToTarget{.target = Bounds{3, 3}, .reversed = true},
       kUp,
       {3, 4, 9},
       "error[target-below-minimum]: step 3, node x, period 2021: found target 3 and 3 as the worst figure; expected a "
       "target that is better than the worst figure"},
      {"distance to no target",
       DistanceToTarget{},
       kUp,
       {3, 4, 9},
       "error[missing-target]: step 3, node x, period 2021: found no target; expected target = [low, high] at the "
       "indicator or at the step"},
      {"fraction of a best figure of 0",
       FractionOfMax{true},
       kUp,
       {-3, -1, 0},
       "error[score-out-of-domain]: step 3, node x, period 2021: found the best figure 0; expected a best figure above "
       "0 "
       "after the direction was applied for method 'fraction-of-max'"},
      {"fraction of a best figure below 0",
       FractionOfMax{},
       kDown,
       {3, 1, 2},
       "error[score-out-of-domain]: step 3, node x, period 2021: found the best figure 1, less is better; expected a "
       "best figure above 0 after the direction was applied for method 'fraction-of-max'"},
      {"percentile-rank of a single figure",
       PercentileRank{},
       kUp,
       {3, kMissing},
       "error[too-few-figures]: step 3, node x, period 2021: found 1 figure; expected at least 2 for method "
       "'percentile-rank'"},
      {"minmax of figures further apart than a double reaches",
       MinMax{},
       kUp,
       {-1.5e308, 1.5e308},
       "error[invalid-value]: step 3, node x, period 2021: found figures from -1.5e+308 to 1.5e+308; expected figures "
       "that stay within "
       "the range of a double"},
      {"zscore of figures whose squares overflow",
       ZScore{},
       kUp,
       {1e200, 2e200, 4e200},
       "error[invalid-value]: step 3, node x, period 2021: found figures from 1e+200 to 4e+200; expected figures that "
       "stay within the "
       "range of a double"},
      {"zscore of figures whose squares vanish",
       ZScore{},
       kUp,
       {1e-200, 2e-200, 4e-200},
       "error[invalid-value]: step 3, node x, period 2021: found figures from 1e-200 to 4e-200; expected figures that "
       "stay within the "
       "range of a double"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_of(normalised({.method = c.method}, c.node, c.values)) == c.expected);
  }
}

TEST_CASE("all indicators and periods that cannot be normalised are reported together") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, 1, 1, 2}}, {"y", {1, 2, kMissing, kMissing}}}, 2);
  const auto result = apply(Normalise{}, panel, {hierarchy, 1});
  REQUIRE_FALSE(result.has_value());
  REQUIRE(result.diagnostics().size() == 2);
  CHECK(result.diagnostics()[0].subject == Subject{.step = 1, .node = "x", .period = "2021"});
  CHECK(result.diagnostics()[1].subject == Subject{.step = 1, .node = "y", .period = "2022"});
  const auto over_panel = apply(Normalise{.over = Over::Panel}, panel, {hierarchy, 1});
  CHECK(problems_of(over_panel) == "");
}

TEST_CASE("a capped figure is marked, one that stands at the goalpost is not") {
  const Hierarchy hierarchy = hierarchy_of({root(), with_goalposts(kDown, 0, 10)});
  const Panel panel = panel_of(hierarchy, {{"x", {-1, 0, 5, 10, 11, kMissing}}});
  const Panel after = must(apply(Normalise{.method = Goalposts{}}, panel, {hierarchy, 2}));
  std::string marks;
  for (const CellHistory history : after.history(Series{1})) marks += history.is_capped() ? "c" : ".";
  CHECK(marks == "c...c.");
  CHECK(after.history(Series{1})[0].step() == 2);
  CHECK(after.history(Series{1})[1] == CellHistory());
  const Panel open = must(apply(Normalise{.method = Goalposts{.clip = false}}, panel, {hierarchy, 2}));
  CHECK(std::ranges::none_of(open.history(Series{1}), &CellHistory::is_capped));
}

TEST_CASE("scores that a cap holds are marked") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {4, 8, 16, kMissing}}});
  const Panel after = must(apply(Normalise{.method = DistanceToReference{"B", true}}, panel, {hierarchy, 2}));
  std::string marks;
  for (const CellHistory history : after.history(Series{1})) marks += history.is_capped() ? "c" : ".";
  CHECK(marks == "..c.");
}

TEST_CASE("an indicator that screening dropped from a period is passed over") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  Panel panel = panel_of(hierarchy, {{"x", {4, 8, 16, 1, 2, 3}}}, 2);
  panel.drop(Series{1}, Time{1});
  CHECK(shown(must(apply(Normalise{.method = MinMax{{0, 12}}}, panel, {hierarchy, 1})), hierarchy, "x") ==
        "0 4 12 - - -");
  CHECK(shown(must(apply(Normalise{.method = MinMax{{0, 12}}, .over = Over::Panel}, panel, {hierarchy, 1})), hierarchy,
              "x") == "0 4 12 - - -");
  panel.drop(Series{1}, Time{0});
  for (const Over over : {Over::Period, Over::Panel}) {
    CHECK(shown(must(apply(Normalise{.over = over}, panel, {hierarchy, 1})), hierarchy, "x") == "- - - - - -");
  }
}

TEST_CASE("exceptions have their own methods, also for all indicators below a node") {
  const Hierarchy hierarchy =
      hierarchy_of({root(), pillar("p"), indicator("x", "p"), indicator("y", "p"), indicator("z")});
  Normalise step;
  step.method.by_node = {{"p", RankScore{}}, {"y", Borda{}}};
  const Panel panel = panel_of(hierarchy, {{"x", {2, 4}}, {"y", {2, 4}}, {"z", {2, 4}}});
  const Panel after = must(apply(step, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "x") == "1 2");
  CHECK(shown(after, hierarchy, "y") == "0 1");
  CHECK(shown(after, hierarchy, "z") == "0 100");
}

TEST_CASE("units that screening left out take no part") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, 1000, 2, 3}}});
  const Panel screened = must(apply(Screen{.force_out = {"B"}}, panel, {hierarchy, 1}));
  CHECK(shown(must(apply(Normalise{}, screened, {hierarchy, 2})), hierarchy, "x") == "0 - 50 100");
  CHECK(shown(must(apply(Normalise{.method = ZScore{}}, screened, {hierarchy, 2})), hierarchy, "x") == "-1 - 0 1");
  CHECK(shown(must(apply(Normalise{.method = RankScore{}}, screened, {hierarchy, 2})), hierarchy, "x") == "1 - 2 3");
}

TEST_CASE("several steps share the indicators with `only`, and the others stay as they are") {
  const Hierarchy hierarchy =
      hierarchy_of({root(), pillar("p"), indicator("x", "p"), indicator("y", "p"), indicator("z")});
  Panel panel = panel_of(hierarchy, {{"x", {2, 4}}, {"y", {2, 4}}, {"z", {2, 4}}});
  panel = must(apply(Normalise{.only = {"x"}}, std::move(panel), {hierarchy, 1}));
  panel = must(apply(Normalise{.method = RankScore{}, .only = {"y"}}, std::move(panel), {hierarchy, 2}));
  CHECK(shown(panel, hierarchy, "x") == "0 100");
  CHECK(shown(panel, hierarchy, "y") == "1 2");
  CHECK(shown(panel, hierarchy, "z") == "2 4");
}

TEST_CASE("scores never leave a clipped range and never change places with the figures") {
  Random random(11);
  for (int i = 0; i < 2000; ++i) {
    const double lower = random.between(-1, 1);
    const Bounds range{lower, lower + random.between(0.1, 3)};
    std::vector<double> values(20);
    for (double& value : values) value = random.between(0, 1);
    values[0] = 0;
    values[1] = 1;
    values[2] = std::nextafter(0.9, 0);
    values[3] = std::nextafter(1.0, 0);
    std::ranges::sort(values);
    for (const NormaliseMethod& method : {NormaliseMethod(MinMax{range}), NormaliseMethod(Goalposts{range})}) {
      const Panel after = must(normalised({.method = method}, with_goalposts(kUp, 0.1, 0.9), values));
      const std::span<const double> result = after.values(Series{1});
      REQUIRE(std::ranges::is_sorted(result));
      REQUIRE(result.front() == range.lower);
      REQUIRE(result.back() == range.upper);
    }
  }
}

TEST_CASE("parameters that make no scale are refused") {
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(MinMax{{100, 0}}.check()->found == "range [100, 0]");
  CHECK(MinMax{{5, 5}}.check()->found == "range [5, 5]");
  CHECK(MinMax{{0, inf}}.check()->found == "range [0, inf]");
  CHECK(MinMax{{kMissing, 1}}.check()->found == "range [nan, 1]");
  CHECK(MinMax{{-1.5e308, 1.5e308}}.check()->found == "range [-1.5e+308, 1.5e+308]");
  CHECK(Goalposts{{1, 0}}.check().has_value());
  CHECK(ZScore{0, 0}.check().has_value());
  CHECK(ZScore{0, -1}.check().has_value());
  CHECK(ZScore{0, inf}.check().has_value());
  CHECK(ZScore{kMissing, 1}.check().has_value());
  CHECK_FALSE(MinMax{{100, 0}, true}.check().has_value());
  CHECK(MinMax{{5, 5}, true}.check().has_value());
  CHECK(Scaled{{5, 5}}.check()->found == "bounds [5, 5]");
  CHECK(Scaled{{0, 1}, 0}.check()->found == "factor 0");
  CHECK(DistanceToReference{}.check()->found == "no reference unit");
  CHECK(DistanceToTarget{.target = Bounds{3, 1}}.check()->found == "target [3, 1]");
  CHECK_FALSE(DistanceToTarget{.target = Bounds{3, 3}}.check().has_value());
  CHECK(Bands{}.check()->found == "no cuts");
  CHECK(Bands{{1, 1}}.check()->found == "cuts that do not ascend");
  CHECK(Bands{{1, inf}}.check().has_value());
  CHECK(Bands{{1, 2}, {0, 1}}.check()->found == "2 scores");
  CHECK(Bands{{1}, {1, 0}}.check()->found == "scores that descend");
  CHECK_FALSE(Bands{{1, 2}, {0, 1, 1}}.check().has_value());
  CHECK_FALSE(MinMax{{-5, 5}}.check().has_value());
  CHECK_FALSE(ZScore{50, 10}.check().has_value());
}

}  // namespace
}  // namespace podium
