#include <algorithm>

#include <doctest/doctest.h>

#include "podium/core/normalise/normalise.hpp"
#include "podium/core/recipe.hpp"

#include "support/random.hpp"
#include "support/small.hpp"

// Where a normalisation takes its parameters from: the figures, a base period, or what was frozen.
namespace podium {
namespace {

using namespace testing;

Hierarchy two_indicators() {
  NodeSpec down = with_goalposts(with_direction(indicator("down"), -1), 0, 20);
  down.target = Bounds{-30, -30};
  NodeSpec up = with_goalposts(indicator("up"), 0, 10);
  up.target = Bounds{20, 25};
  return hierarchy_of({root(), up, down});
}

const std::vector<NormaliseMethod> kFramed = {MinMax{{1, 100}},
                                              ZScore{50, 10},
                                              RobustZScore{},
                                              DistanceToMax{},
                                              DistanceToReference{"A", true},
                                              DistanceToTarget{},
                                              DistanceToTarget{.cap = true},
                                              FractionOfMax{true}};
const std::vector<NormaliseMethod> kOfRanks = {RankScore{}, PercentileRank{}, Borda{}};
const std::vector<NormaliseMethod> kFixed = {Scaled{}, Goalposts{}, Bands{{0}}, NoNormalisation{}};

/// All cells, so that equal texts are equal bits.
std::string all(const Panel& panel) {
  std::string text;
  for (const Series series : all_series(panel)) text += shown(panel.values(series)) + "\n";
  return text;
}

std::vector<double> random_figures(Random& random, std::size_t count) {
  std::vector<double> values(count);
  for (double& value : values) value = random.below(8) == 0 ? kMissing : random.between(1, 30);
  values[0] = 15;
  values[1] = 1;
  values[2] = 30;
  return values;
}

TEST_CASE("frozen parameters give the scores of the figures that they came from, to the last bit") {
  const Hierarchy hierarchy = two_indicators();
  Random random(31);
  for (const NormaliseMethod& method : kFramed) {
    for (int row = 0; row < 20; ++row) {
      const Panel panel = panel_of(hierarchy, {{"up", random_figures(random, 9)}, {"down", random_figures(random, 9)}});
      const Normalise fitted{.method = method};
      const NodeFrames frames = must(frames_of(fitted, panel, {hierarchy, 1}));
      REQUIRE(frames.size() == 2);
      const Normalise frozen{.method = method, .frozen = frames};
      CHECK(all(must(apply(frozen, panel, {hierarchy, 1}))) == all(must(apply(fitted, panel, {hierarchy, 1}))));
      CHECK(must(frames_of(frozen, panel, {hierarchy, 1})) == frames);
    }
  }
}

TEST_CASE("frames are on the scale where more is better") {
  const Hierarchy hierarchy = two_indicators();
  const Panel panel = panel_of(hierarchy, {{"up", {10, 20, 60}}, {"down", {10, 20, 60}}});
  const struct {
    NormaliseMethod method;
    Frame up;
    Frame down;
  } cases[] = {
      {MinMax{}, {10, 60}, {-60, -10}},
      {DistanceToMax{}, {10, 60}, {-60, -10}},
      {DistanceToReference{"B"}, {10, 20}, {-60, -20}},
      {DistanceToTarget{}, {10, 60}, {-60, -10}},
      {FractionOfMax{true}, {0, 60}, {0, -10}},
      {RobustZScore{}, {20, 1.4826 * 10}, {-20, 1.4826 * 10}},  // distances 10 0 40
  };
  for (const auto& c : cases) {
    const NodeFrames frames = must(frames_of(Normalise{.method = c.method}, panel, {hierarchy, 1}));
    CHECK(frames == NodeFrames{{"up", c.up}, {"down", c.down}});
  }
}

TEST_CASE("a base period scores all periods on its scale") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), with_direction(indicator("y"), -1)});
  const std::vector<double> values = {0, 5, 10, 20, kMissing, -5};
  const Panel panel = panel_of(hierarchy, {{"x", values}, {"y", values}}, 2);
  const Panel after = must(apply(Normalise{.base = "2021"}, panel, {hierarchy, 1}));
  CHECK(shown(after, hierarchy, "x") == "0 50 100 200 - -50");
  CHECK(shown(after, hierarchy, "y") == "100 50 0 -100 - 150");
  const Panel later = must(apply(Normalise{.base = "2022"}, panel, {hierarchy, 1}));
  CHECK(shown(later, hierarchy, "x") == "20 40 60 100 - 0");
  // The same as freezing the base period's frames.
  const NodeFrames frames = must(frames_of(Normalise{}, panel, {hierarchy, 1}, Time{0}));
  CHECK(frames == must(frames_of(Normalise{.base = "2021"}, panel, {hierarchy, 1})));
  CHECK(all(must(apply(Normalise{.frozen = frames}, panel, {hierarchy, 1}))) == all(after));
}

TEST_CASE("one period must be named for frames that differ from period to period") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {0, 5, 20, 40}}}, 2);
  CHECK(problems_of(frames_of(Normalise{}, panel, {hierarchy, 1})) ==
        "error[invalid-value]: step 1: found 2 periods, each with its own parameters; expected one period to take them "
        "from");
  CHECK(must(frames_of(Normalise{}, panel, {hierarchy, 1}, Time{1})) == NodeFrames{{"x", {20, 40}}});
  CHECK(must(frames_of(Normalise{.over = Over::Panel}, panel, {hierarchy, 1})) == NodeFrames{{"x", {0, 40}}});
}

TEST_CASE("methods of ranks have no frame; those on a fixed scale need none") {
  const Hierarchy hierarchy = two_indicators();
  const Panel panel = panel_of(hierarchy, {{"up", {10, 20, 60}}, {"down", {10, 20, 60}}});
  for (const NormaliseMethod& method : kOfRanks) {
    CHECK_FALSE(frames_of(Normalise{.method = method}, panel, {hierarchy, 1}).has_value());
  }
  for (const NormaliseMethod& method : kFixed) {
    CHECK(must(frames_of(Normalise{.method = method}, panel, {hierarchy, 1})).empty());
  }
}

TEST_CASE("a base period that is not there, or has no figure") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {kMissing, kMissing, 20, 40}}}, 2);
  CHECK(problems_of(apply(Normalise{.base = "2023"}, panel, {hierarchy, 1})) ==
        "error[unknown-period]: step 1: found base '2023'; expected '2021' or '2022'; did you mean '2021'?");
  CHECK(problems_of(apply(Normalise{.base = "2021"}, panel, {hierarchy, 1})) ==
        "error[empty-indicator]: step 1, node x, period 2021: found no figure; expected at least one figure");
}

TEST_CASE("stretching meets the ends of the range exactly, whatever the method") {
  const Hierarchy hierarchy = two_indicators();
  Random random(37);
  for (const auto& methods : {kFramed, kOfRanks, kFixed}) {
    for (const NormaliseMethod& method : methods) {
      if (std::holds_alternative<Bands>(method)) continue;  // all these figures are in one band
      const Panel panel = panel_of(hierarchy, {{"up", random_figures(random, 9)}, {"down", random_figures(random, 9)}});
      const Panel after = must(apply(Normalise{.method = method, .stretch = Bounds{0.1, 0.7}}, panel, {hierarchy, 1}));
      for (const Series series : hierarchy.indicators()) {
        const Bounds ends = *extremes_of(after.values(series));
        CHECK(ends == Bounds{0.1, 0.7});
      }
    }
  }
}

TEST_CASE("scores that are all the same cannot be stretched") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel panel = panel_of(hierarchy, {{"x", {11, 12, 13}}});
  const Normalise step{.method = Bands{{10}}, .stretch = Bounds{0, 1}};
  CHECK(problems_of(apply(step, panel, {hierarchy, 1})) ==
        "error[constant-indicator]: step 1, node x, period 2021: found the same figure for every unit, 1; expected at "
        "least two different figures for method 'stretch'");
}

TEST_CASE("parameters that contradict each other") {
  const NodeFrames frames = {{"x", {0, 1}}};
  CHECK(Normalise{.over = Over::Panel, .base = "2021"}.check()->found == "a base period over the panel");
  CHECK(Normalise{.base = "2021", .frozen = frames}.check()->found == "a base period and frozen parameters");
  CHECK(Normalise{.base = "20x1"}.check()->found == "base '20x1'");
  CHECK(Normalise{.stretch = Bounds{0, 1}, .frozen = frames}.check()->found == "stretch with frozen parameters");
  CHECK(Normalise{.stretch = Bounds{1, 1}}.check()->found == "stretch to range [1, 1]");
  CHECK(Normalise{.frozen = {{"x", {0, 1}}, {"y", {0, 1}}, {"x", {0, 2}}}}.check()->found ==
        "two pairs in `frozen` for 'x'");
  CHECK_FALSE(Normalise{.stretch = Bounds{0, 1}, .only = {"x"}}.check().has_value());
  CHECK_FALSE(Normalise{.frozen = frames}.check().has_value());
}

TEST_CASE("how a step fits the index is checked before any figure is seen") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const Normalise two_frames{.frozen = {{"x", {0, 1}}, {"y", {0, 1}}}};
  Normalise mixed = two_frames;
  mixed.method.by_node = {{"y", RankScore{}}};
  Normalise with_fixed{.frozen = {{"x", {0, 1}}}};
  with_fixed.method.by_node = {{"y", Scaled{}}};
  const struct {
    std::string name;
    Normalise step;
    std::string expected;
  } cases[] = {
      {"frames for all", two_frames, ""},
      {"an indicator on a fixed scale needs no frame", with_fixed, ""},
      {"a frame is missing",
       {.frozen = {{"x", {0, 1}}}},
       "error[missing-frame]: step 1, node y: found no frozen parameters of the indicator; expected a pair of numbers "
       "in `frozen`, or the indicator in a step of its own"},
      {"a frame that does not scale",
       {.frozen = {{"x", {1, 1}}, {"y", {0, 1}}}},
       "error[invalid-value]: step 1, node x: found frame [1, 1]; expected two finite numbers, the lower one first, on "
       "the scale where more is better"},
      {"a frame of an indicator that the step does not normalise",
       {.frozen = {{"x", {0, 1}}, {"y", {0, 1}}}, .only = {"x"}},
       "error[unknown-indicator]: step 1: found frozen parameters of 'y'; expected 'x'; did you mean 'x'?"},
      {"a method of ranks among frozen ones", mixed,
       "error[missing-frame]: step 1, node y: found method 'rank', which takes no two numbers from the figures; "
       "expected "
       "a method such as 'minmax' or 'zscore' where parameters are frozen or come from a base period"},
      {"a method of ranks with a base period",
       {.method = Borda{}, .base = "2021", .only = {"x"}},
       "error[missing-frame]: step 1, node x: found method 'borda', which takes no two numbers from the figures; "
       "expected a method such as 'minmax' or 'zscore' where parameters are frozen or come from a base period"},
      {"goalposts that an indicator lacks",
       {.method = Goalposts{}, .only = {"x"}},
       "error[missing-goalposts]: step 1, node x: found no goalposts; expected goalposts = [low, high] at the "
       "indicator"},
      {"a target that an indicator lacks",
       {.method = DistanceToTarget{}, .only = {"x"}},
       "error[missing-target]: step 1, node x: found no target; expected target = [low, high] at the indicator or at "
       "the step"},
      {"a reference unit over the panel",
       {.method = DistanceToReference{"KOR"}, .over = Over::Panel, .only = {"x"}},
       "error[invalid-value]: step 1, node x: found a reference unit over the panel; expected over = \"period\", or a "
       "base period"},
      {"a reference unit that is not there",
       {.method = DistanceToReference{"KRO"}, .only = {"x"}},
       "error[unknown-unit]: step 1: found reference unit 'KRO'; expected 'JPN' or 'KOR'; did you mean 'KOR'?"},
  };
  const std::vector<std::string> units = {"JPN", "KOR"};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_of(check(Recipe{{c.step, Aggregate{}}}, hierarchy, {.units = units})) == c.expected);
  }
}

}  // namespace
}  // namespace podium
