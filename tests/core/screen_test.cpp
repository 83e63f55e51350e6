#include "podium/core/screen.hpp"

#include <doctest/doctest.h>

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
      const double share = static_cast<double>(available * 100 / count) / 100;  // as an author writes it, 0.28
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
  };
  for (const auto& c : cases) {
    const auto problem = c.step.check();
    REQUIRE(problem.has_value());
    CHECK(problem->code == Code::InvalidValue);
    CHECK(problem->found == c.found);
  }
  CHECK_FALSE(Screen{.min_available = 1, .min_nonzero = 0}.check().has_value());
}

}  // namespace
}  // namespace podium
