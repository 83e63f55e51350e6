#include "podium/core/screen.hpp"

#include <doctest/doctest.h>

#include "podium/core/screen_decision.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

/// Four indicators, five units: A has all figures, B two (both zero), C two, D one, E none.
struct Example {
  Hierarchy hierarchy =
      hierarchy_of({root(), indicator("w"), indicator("x"), indicator("y"), indicator("z", "index", 0)}, {"gdp"});
  Panel panel = panel_of(hierarchy, {{"w", {1, 0, 3, kMissing, kMissing}},
                                     {"x", {1, 0, 3, kMissing, kMissing}},
                                     {"y", {1, kMissing, kMissing, 4, kMissing}},
                                     {"z", {0, kMissing, kMissing, kMissing, kMissing}},
                                     {"gdp", {9, 9, 9, 9, 9}}});

  std::string kept(const Screen& step) const {
    const Panel after = must(apply(step, panel, {hierarchy, 1}));
    std::string codes;
    for (const Unit unit : all_units(after)) codes += after.is_excluded(Time{0}, unit) ? "" : after.code(unit);
    return codes;
  }
};

TEST_CASE("which units are kept") {
  const struct {
    std::string name;
    Screen step;
    std::string expected;
  } cases[] = {
      {"without thresholds all units stay, even one without figures", {}, "ABCDE"},
      {"a share that is met exactly is met", {.min_available = 0.5}, "ABC"},
      {"a share that is not met", {.min_available = 0.51}, "A"},
      {"a share of one asks for every indicator, also one of weight 0", {.min_available = 1}, "A"},
      {"zeros count against a unit among its available figures", {.min_nonzero = 0.75}, "ACDE"},
      {"a unit without figures has no share of zeros to fail by", {.min_nonzero = 1}, "CDE"},
      {"both rules must be met", {.min_available = 0.5, .min_nonzero = 0.5}, "AC"},
      {"forced in whatever the shares say", {.min_available = 1, .force_in = {"E", "D"}}, "ADE"},
      {"forced out whatever the shares say", {.force_out = {"A"}}, "BCDE"},
  };
  const Example example;
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(example.kept(c.step) == c.expected);
  }
}

TEST_CASE("a unit left out has no figures, also no denominators") {
  const Example example;
  const Panel after = must(apply(Screen{.force_out = {"A"}}, example.panel, {example.hierarchy, 1}));
  CHECK(shown(after, example.hierarchy, "w") == "- 0 3 - -");
  CHECK(shown(after, example.hierarchy, "gdp") == "- 9 9 9 9");
}

TEST_CASE("units are judged in each period by itself") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, 2, 3, kMissing}}, {"y", {1, kMissing, 3, 4}}}, 2);
  const Panel after = must(apply(Screen{.min_available = 1}, panel, {hierarchy, 1}));
  CHECK_FALSE(after.is_excluded(Time{0}, Unit{0}));
  CHECK(after.is_excluded(Time{0}, Unit{1}));
  CHECK_FALSE(after.is_excluded(Time{1}, Unit{0}));
  CHECK(after.is_excluded(Time{1}, Unit{1}));
  CHECK(shown(after, hierarchy, "x") == "1 - 3 -");
}

TEST_CASE("every share of whole numbers that is met exactly keeps the unit") {
  for (std::size_t count = 1; count <= 50; ++count) {
    std::vector<NodeSpec> nodes = {root()};
    for (std::size_t i = 0; i < count; ++i) nodes.push_back(indicator("i" + std::to_string(i)));
    const Hierarchy hierarchy = hierarchy_of(nodes);
    Panel panel = panel_of(hierarchy, {{"i0", {kMissing}}});
    for (std::size_t available = 1; available <= count; ++available) {
      panel.set(series_of(hierarchy, "i" + std::to_string(available - 1)), Time{0}, Unit{0}, 1);
      if (available * 100 % count != 0) continue;
      const std::size_t percent = available * 100 / count;
      const double share = static_cast<double>(percent) / 100;  // as an author writes it, 0.28
      const Panel after = must(apply(Screen{.min_available = share}, panel, {hierarchy, 1}));
      CHECK_MESSAGE(!after.is_excluded(Time{0}, Unit{0}), available << " of " << count << " with " << share);
    }
  }
}

TEST_CASE("shares outside 0 to 1 and contradictions are refused") {
  const struct {
    Screen step;
    std::string found;
  } cases[] = {
      {{.min_available = -0.1}, "a share outside 0 to 1"},
      {{.min_available = 60}, "a share outside 0 to 1"},
      {{.min_nonzero = kMissing}, "a share outside 0 to 1"},
      {{.force_in = {"A", "B"}, .force_out = {"B"}}, "'B' in force_in and in force_out"},
      {{.min_available_in_node = 1.5}, "min_available_in_node 1.5"},
      {{.indicator_min_available = 2}, "a share outside 0 to 1"},
      {{.indicator_min_nonzero = -1}, "a share outside 0 to 1"},
      {{.keep_indicators = {"x"}, .drop_indicators = {"x"}}, "'x' in keep_indicators and in drop_indicators"},
  };
  for (const auto& c : cases) {
    const auto problem = c.step.check();
    REQUIRE(problem.has_value());
    CHECK(problem->code == Code::InvalidValue);
    CHECK(problem->found == c.found);
  }
  CHECK_FALSE(Screen{.min_available = 1, .min_nonzero = 0}.check().has_value());
  CHECK(Screen{.nodes = {"p"}}.check()->code == Code::MissingKey);
}

/// "A 2021 out too-few-in-node p": subject, period, answer, reason.
std::string text_of(const ScreenDecision& decision, const Panel& panel) {
  const Unit* const unit = std::get_if<Unit>(&decision.subject);
  std::string text = unit != nullptr ? panel.code(*unit) : panel.id(std::get<Series>(decision.subject));
  if (decision.time) text += " " + to_text(panel.period(*decision.time));
  text += decision.kept ? " kept " : " out ";
  text += to_word(decision.reason);
  if (decision.node) text += " " + panel.id(decision.node->node);
  return text;
}

std::string texts_of(const Screen& step, const Panel& panel, const Hierarchy& hierarchy) {
  std::string text;
  for (const ScreenDecision& decision : screen_decisions(step, panel, {hierarchy, 1})) {
    text += (text.empty() ? "" : ", ") + text_of(decision, panel);
  }
  return text;
}

TEST_CASE("every unit gets a reason") {
  const Example example;
  const struct {
    std::string name;
    Screen step;
    std::string expected;
  } cases[] = {
      {"figures before zeros, and forcing before both",
       {.min_available = 0.5, .min_nonzero = 0.6, .force_in = {"E"}, .force_out = {"C"}},
       "A 2021 kept enough, B 2021 out too-many-zeros, C 2021 out forced-out, D 2021 out too-few-figures, E 2021 kept "
       "forced-in"},
      {"over the panel without a period",
       {.min_available = 1, .over = Over::Panel},
       "A kept enough, B out too-few-figures, C out too-few-figures, D out too-few-figures, E out too-few-figures"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(texts_of(c.step, example.panel, example.hierarchy) == c.expected);
  }
}

TEST_CASE("a decision carries the counts that it rests on") {
  const Example example;
  const std::vector<ScreenDecision> decisions = screen_decisions({}, example.panel, {example.hierarchy, 1});
  REQUIRE(decisions.size() == 5);
  CHECK(decisions[0].figures == FigureCount{.possible = 4, .available = 4, .nonzero = 3});
  CHECK(decisions[1].figures == FigureCount{.possible = 4, .available = 2, .nonzero = 0});
  CHECK(decisions[0].figures.nonzero_share() == 0.75);
  CHECK(decisions[1].figures.available_share() == 0.5);
  CHECK(is_missing(decisions[4].figures.nonzero_share()));
}

TEST_CASE("a unit needs enough figures in each node that is asked for") {
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("p"), pillar("q"), indicator("a", "p"), indicator("b", "p"),
                                            indicator("c", "q"), indicator("d", "q")});
  const Panel panel = panel_of(
      hierarchy,
      {{"a", {1, 1, kMissing}}, {"b", {1, 1, kMissing}}, {"c", {1, kMissing, 1}}, {"d", {1, kMissing, kMissing}}});
  const auto reasons = [&](const Screen& step) { return texts_of(step, panel, hierarchy); };
  CHECK(reasons({.min_available_in_node = 0.5}) ==
        "A 2021 kept enough, B 2021 out too-few-in-node q, C 2021 out too-few-in-node p");
  CHECK(reasons({.min_available_in_node = 0.5, .nodes = {"p"}}) ==
        "A 2021 kept enough, B 2021 kept enough, C 2021 out too-few-in-node p");
  CHECK(reasons({.min_available_in_node = 0.5, .nodes = {"index"}}) ==
        "A 2021 kept enough, B 2021 kept enough, C 2021 out too-few-in-node index");
  CHECK(reasons({.min_available_in_node = 0}) == "A 2021 kept enough, B 2021 kept enough, C 2021 kept enough");
  const std::vector<ScreenDecision> decisions =
      screen_decisions({.min_available_in_node = 0.6, .nodes = {"q"}}, panel, {hierarchy, 1});
  REQUIRE(decisions[2].node.has_value());
  CHECK(decisions[2].node->figures == FigureCount{.possible = 2, .available = 1, .nonzero = 1});
  CHECK_FALSE(decisions[0].node.has_value());
}

TEST_CASE("over the panel a unit is judged on all periods together and left out of all") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y")});
  const Panel panel = panel_of(hierarchy, {{"x", {1, kMissing, 3, kMissing}}, {"y", {1, kMissing, kMissing, 4}}}, 2);
  const Panel after = must(apply(Screen{.min_available = 0.75, .over = Over::Panel}, panel, {hierarchy, 1}));
  // A has three of four figures, B one of four.
  CHECK(shown(after, hierarchy, "x") == "1 - 3 -");
  CHECK(shown(after, hierarchy, "y") == "1 - - -");
  CHECK(after.is_excluded(Time{1}, Unit{1}));
  CHECK_FALSE(after.is_excluded(Time{1}, Unit{0}));
}

/// x has two of four figures, y all, z three, one of them zero. Without D, which has only y: x two of three, z all.
struct Indicators {
  Hierarchy hierarchy = hierarchy_of({root(), indicator("x"), indicator("y"), indicator("z")});
  Panel panel =
      panel_of(hierarchy, {{"x", {1, 2, kMissing, kMissing}}, {"y", {1, 2, 3, 4}}, {"z", {1, 0, 3, kMissing}}});

  std::string kept(const Screen& step) const {
    const Panel after = must(apply(step, panel, {hierarchy, 1}));
    std::string text;
    for (const Unit unit : all_units(after)) text += after.is_excluded(Time{0}, unit) ? "" : after.code(unit);
    for (const Series indicator : hierarchy.indicators()) {
      text += after.is_dropped(indicator, Time{0}) ? "" : after.id(indicator);
    }
    return text;
  }
};

TEST_CASE("which indicators are kept, by the units that are kept") {
  const struct {
    std::string name;
    Screen step;
    std::string expected;
  } cases[] = {
      {"without thresholds all", {}, "ABCDxyz"},
      {"a share that is met exactly is met", {.indicator_min_available = 0.75}, "ABCDyz"},
      {"zeros count among the available figures", {.indicator_min_nonzero = 0.7}, "ABCDxy"},
      {"units first: their going raises the indicators' shares",
       {.min_available = 0.5, .indicator_min_available = 0.6},
       "ABCxyz"},
      {"indicators first: their going raises the units' shares",
       {.min_available = 0.5, .indicator_min_available = 0.6, .first = ScreenFirst::Indicators},
       "ABCDyz"},
      {"kept whatever the shares say", {.indicator_min_available = 1, .keep_indicators = {"x"}}, "ABCDxy"},
      {"dropped whatever the shares say, and then counted in no unit's share",
       {.min_available = 1, .drop_indicators = {"x"}},
       "ABCyz"},
      {"a unit forced out counts in no indicator's share, also if indicators come first",
       {.force_out = {"D"}, .indicator_min_available = 1, .first = ScreenFirst::Indicators},
       "ABCyz"},
  };
  const Indicators example;
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(example.kept(c.step) == c.expected);
  }
}

TEST_CASE("indicators have reasons too, after the units or before them") {
  const Indicators example;
  CHECK(texts_of({.force_out = {"A", "B", "C"}, .indicator_min_available = 0.5, .keep_indicators = {"z"}},
                 example.panel, example.hierarchy) ==
        "A 2021 out forced-out, B 2021 out forced-out, C 2021 out forced-out, D 2021 kept enough, x 2021 out "
        "too-few-figures, y 2021 kept enough, z 2021 kept forced-in");
  CHECK(texts_of({.force_in = {"A", "B", "C", "D"},
                  .indicator_min_nonzero = 1,
                  .drop_indicators = {"y"},
                  .first = ScreenFirst::Indicators},
                 example.panel, example.hierarchy) ==
        "x 2021 kept enough, y 2021 out forced-out, z 2021 out too-many-zeros, A 2021 kept forced-in, B 2021 kept "
        "forced-in, C 2021 kept forced-in, D 2021 kept forced-in");
}

TEST_CASE("a second screening does not judge again what the first left out") {
  const Indicators example;
  const Panel once =
      must(apply(Screen{.force_out = {"D"}, .drop_indicators = {"x"}}, example.panel, {example.hierarchy, 1}));
  CHECK(texts_of({.min_available = 1, .indicator_min_available = 1}, once, example.hierarchy) ==
        "A 2021 kept enough, B 2021 kept enough, C 2021 kept enough, y 2021 kept enough, z 2021 kept enough");
}

TEST_CASE("that nothing is left is an error, once for each period or node") {
  const Hierarchy hierarchy = hierarchy_of(
      {root(), pillar("p"), indicator("a", "p"), indicator("b", "p", 0), pillar("q", "index", 0), indicator("c", "q")});
  const Panel panel = panel_of(
      hierarchy,
      {{"a", {1, 2, kMissing, kMissing}}, {"b", {1, 2, 3, 4}}, {"c", {kMissing, kMissing, kMissing, kMissing}}}, 2);
  CHECK(
      problems_of(apply(Screen{.force_out = {"A", "B"}}, panel, {hierarchy, 2})) ==
      "error[nothing-left]: step 2, period 2021: found no unit left; expected at least one: lower the shares, or name "
      "units in force_in\n"
      "error[nothing-left]: step 2, period 2022: found no unit left; expected at least one: lower the shares, or name "
      "units in force_in");
  // c is gone in both periods, but its node weighs nothing; b weighs nothing in p.
  CHECK(problems_of(apply(Screen{.indicator_min_available = 1}, panel, {hierarchy, 2})) ==
        "error[nothing-left]: step 2, node p, period 2022: found no indicator left; expected at least one, or a weight "
        "of 0 for the node: lower indicator_min_available or indicator_min_nonzero, or name one in keep_indicators");
}

TEST_CASE("names are checked against the index, with the nearest right word") {
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("money"), indicator("deals", "money")});
  const std::vector<std::string> units = {"KOR", "USA"};
  const Screen step{.min_available_in_node = 0.5,
                    .nodes = {"mony", "deals"},
                    .force_in = {"KOR", "KRO"},
                    .force_out = {"US"},
                    .keep_indicators = {"deal"},
                    .drop_indicators = {"money"}};
  CHECK(testing::text_of(step.check_in({hierarchy, 3}, {.units = units})) ==
        "error[unknown-unit]: step 3: found unit 'KRO'; expected 'KOR' or 'USA'; did you mean 'KOR'?\n"
        "error[unknown-unit]: step 3: found unit 'US'; expected 'KOR' or 'USA'; did you mean 'USA'?\n"
        "error[unknown-node]: step 3: found node 'mony'; expected 'money' or 'index'; did you mean 'money'?\n"
        "error[unknown-node]: step 3: found node 'deals'; expected 'money' or 'index'\n"
        "error[unknown-indicator]: step 3: found indicator 'deal'; expected 'deals'; did you mean 'deals'?\n"
        "error[unknown-indicator]: step 3: found indicator 'money'; expected 'deals'");
}

}  // namespace
}  // namespace podium
