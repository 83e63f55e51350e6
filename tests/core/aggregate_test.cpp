#include "podium/core/aggregate/aggregate.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "podium/core/screen.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

/// A logarithm leaves the last digits of a mean to chance.
std::string to_eleven_decimals(double value) {
  return is_missing(value) ? "-" : shortest(std::round(value * 1e11) / 1e11);
}

/// One unit; indicators a, b, c with the weights given, below the index.
std::string score(const Aggregate& step, const std::vector<double>& values, const std::vector<double>& weights) {
  std::vector<NodeSpec> nodes = {root()};
  Columns columns;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string id(1, static_cast<char>('a' + static_cast<char>(i)));
    nodes.push_back(indicator(id, "index", weights[i]));
    columns.push_back({id, {values[i]}});
  }
  const Hierarchy hierarchy = hierarchy_of(nodes);
  const auto result = apply(step, panel_of(hierarchy, columns), {hierarchy, 5});
  return result ? to_eleven_decimals(result->value(hierarchy.root(), Time{0}, Unit{0})) : problems_of(result);
}

const Aggregate kArithmetic{};
const Aggregate kGeometric{.method = {.otherwise = Geometric{}}};

TEST_CASE("scores of one unit below one node") {
  const Aggregate gap{.missing = MissingRule::Gap};
  const struct {
    std::string name;
    Aggregate step;
    std::vector<double> values;
    std::vector<double> weights;
    std::string expected;
  } cases[] = {
      {"arithmetic mean", kArithmetic, {1, 2, 6}, {1, 1, 2}, "3.75"},
      {"a gap takes its weight with it", kArithmetic, {1, kMissing, 6}, {1, 5, 2}, "4.33333333333"},
      {"gaps alone are a gap", kArithmetic, {kMissing, kMissing}, {1, 1}, "-"},
      {"zero is a score, not a gap", kArithmetic, {0, 6}, {1, 1}, "3"},
      {"negative scores have an arithmetic mean", kArithmetic, {-4, 2}, {1, 1}, "-1"},
      {"a component of weight 0 does not count", kArithmetic, {1, 100, 3}, {1, 0, 1}, "2"},
      {"the only available component has weight 0", kArithmetic, {1, kMissing}, {0, 3}, "-"},
      {"geometric mean", kGeometric, {1, 8}, {1, 2}, "4"},
      {"geometric mean with a gap", kGeometric, {1, kMissing, 8}, {1, 7, 2}, "4"},
      {"geometric mean of gaps", kGeometric, {kMissing, kMissing}, {1, 1}, "-"},
      {"a score of zero with weight 0 is no problem", kGeometric, {0, 4, 9}, {0, 1, 1}, "6"},
      {"a gap leaves a gap where asked", gap, {1, kMissing, 3}, {1, 1, 1}, "-"},
      {"a gap of weight 0 leaves none", gap, {1, kMissing, 3}, {1, 0, 1}, "2"},
      {"a complete row has no gap", gap, {1, 2, 3}, {1, 1, 1}, "2"},
      {"a share that is met exactly is met", {.min_available = 0.75}, {1, kMissing, 3, 5}, {1, 1, 1, 1}, "3"},
      {"a share that is not met leaves a gap", {.min_available = 0.75}, {1, kMissing, kMissing, 5}, {1, 1, 1, 1}, "-"},
      {"shares are counted by number, not by weight", {.min_available = 0.6}, {1, kMissing, 3}, {1, 100, 1}, "2"},
      {"components of weight 0 are in no share", {.min_available = 1}, {1, kMissing, 3}, {1, 0, 1}, "2"},
      {"a share of one is a gap's rule", {.min_available = 1}, {1, kMissing, 3}, {1, 1, 1}, "-"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(score(c.step, c.values, c.weights) == c.expected);
  }
}

TEST_CASE("the geometric mean of scores at both ends of what a double holds") {
  const std::vector<double> weights = {1, 1, 1, 1};
  const std::vector<double> mostly_large = {1e-300, 1e300, 1e300, 1e300};
  const std::vector<double> mostly_small = {1e300, 1e-300, 1e-300, 1e-300};
  CHECK(Geometric{}.combine({mostly_large, weights}) == doctest::Approx(1e150));
  CHECK(Geometric{}.combine({mostly_small, weights}) / 1e-150 == doctest::Approx(1));
}

TEST_CASE("every share of whole numbers that is met exactly gives a score") {
  for (std::size_t count = 1; count <= 50; ++count) {
    for (std::size_t available = 1; available <= count; ++available) {
      if (available * 100 % count != 0) continue;
      const std::size_t percent = available * 100 / count;
      const Aggregate step{.min_available = static_cast<double>(percent) / 100};
      std::vector<NodeSpec> nodes = {root()};
      for (std::size_t i = 0; i < count; ++i) nodes.push_back(indicator("i" + std::to_string(i)));
      const Hierarchy hierarchy = hierarchy_of(nodes);
      Panel panel = panel_of(hierarchy, {{"i0", {kMissing, kMissing}}});
      for (std::size_t i = 0; i < available; ++i) panel.set(hierarchy.indicators()[i], Time{0}, Unit{0}, 1);
      for (std::size_t i = 0; i + 1 < available; ++i) panel.set(hierarchy.indicators()[i], Time{0}, Unit{1}, 1);
      const Panel after = must(apply(step, panel, {hierarchy, 1}));
      CHECK_MESSAGE(shown(after, hierarchy, "index") == "1 -", available << " of " << count);
    }
  }
}

TEST_CASE("a score of zero or less under a geometric mean is an error for every such score") {
  const Hierarchy hierarchy = hierarchy_of({root(), pillar("p"), indicator("a", "p"), indicator("b", "p")});
  const Panel panel = panel_of(hierarchy, {{"a", {1, 0, 3}}, {"b", {-2, 5, 4}}});
  CHECK(problems_of(apply(Aggregate{.method = {.otherwise = Arithmetic{}, .by_node = {{"p", Geometric{}}}}}, panel,
                          {hierarchy, 2})) ==
        "error[non-positive-under-geometric-mean]: step 2, node b, unit A, period 2021: found score -2 under a "
        "geometric mean; expected "
        "scores above 0, such as normalise with range = [1, 100]\n"
        "error[non-positive-under-geometric-mean]: step 2, node a, unit B, period 2021: found score 0 under a "
        "geometric mean; expected "
        "scores above 0, such as normalise with range = [1, 100]");
}

TEST_CASE("scores that overflow are an error and not a gap") {
  CHECK(score(kArithmetic, {1.5e308, 1.5e308, -1.5e308, -1.5e308}, {2, 2, 2, 2}) ==
        "error[invalid-value]: step 5, node index, unit A, period 2021: found scores that add up beyond the range of a "
        "double; expected "
        "scores such as a normalise step makes");
}

Hierarchy three_levels() {
  return hierarchy_of({root(), pillar("p", "index", 3), pillar("q"), indicator("a", "p"), indicator("b", "p"),
                       indicator("c", "q"), indicator("d", "q"), indicator("e")});
}

TEST_CASE("scores go up the hierarchy, with a method by level or by node") {
  const Hierarchy hierarchy = three_levels();
  const Panel panel = panel_of(hierarchy, {{"a", {2}}, {"b", {8}}, {"c", {1}}, {"d", {9}}, {"e", {4}}});
  const struct {
    std::string name;
    AggregatePlan plan;
    std::string expected;  ///< p, q, index with weights 3, 1, 1
  } cases[] = {
      {"one for all", {.otherwise = Arithmetic{}}, "5 5 4.8"},
      {"one for each level, pillars first", {.by_level = {Geometric{}, Arithmetic{}}}, "4 3 3.8"},
      {"the last one serves all levels above", {.by_level = {Geometric{}}}, "4 3 3.77635004518"},
      {"a node before its level",
       {.by_level = {Geometric{}, Arithmetic{}}, .by_node = {{"q", Arithmetic{}}}},
       "4 5 4.2"},
      {"a node, and the others", {.otherwise = Arithmetic{}, .by_node = {{"p", Geometric{}}}}, "4 5 4.2"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Panel after = must(apply(Aggregate{.method = c.plan}, panel, {hierarchy, 1}));
    const auto score_of = [&](const char* id) {
      return to_eleven_decimals(after.value(series_of(hierarchy, id), Time{0}, Unit{0}));
    };
    CHECK(score_of("p") + " " + score_of("q") + " " + score_of("index") == c.expected);
  }
}

TEST_CASE("a pillar without a score is a gap for the node above it") {
  const Hierarchy hierarchy = three_levels();
  const Panel panel =
      panel_of(hierarchy, {{"a", {2, 2}}, {"b", {8, 8}}, {"c", {kMissing, 1}}, {"d", {kMissing, 9}}, {"e", {4, 4}}});
  const Panel reweighted = must(apply(kArithmetic, panel, {hierarchy, 1}));
  CHECK(shown(reweighted, hierarchy, "q") == "- 5");
  CHECK(shown(reweighted, hierarchy, "index") == "4.75 4.8");
  const Panel gaps = must(apply(Aggregate{.missing = MissingRule::Gap}, panel, {hierarchy, 1}));
  CHECK(shown(gaps, hierarchy, "index") == "- 4.8");
}

TEST_CASE("a unit that screening left out has no scores") {
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("x")});
  const Panel screened = must(apply(Screen{.force_out = {"A"}}, panel_of(hierarchy, {{"x", {1, 2}}}), {hierarchy, 1}));
  CHECK(shown(must(apply(kArithmetic, screened, {hierarchy, 2})), hierarchy, "index") == "- 2");
}

TEST_CASE("parameters that contradict each other or make no share are refused") {
  CHECK(Aggregate{.min_available = 1.5}.check()->found == "min_available 1.5");
  CHECK(Aggregate{.min_available = -0.5}.check()->found == "min_available -0.5");
  CHECK(Aggregate{.min_available = kMissing}.check()->found == "min_available nan");
  CHECK(Aggregate{.missing = MissingRule::Gap, .min_available = 0.5}.check()->found ==
        "missing = \"gap\" together with min_available");
  CHECK_FALSE(Aggregate{.missing = MissingRule::Gap}.check().has_value());
}

}  // namespace
}  // namespace podium
