#include "podium/core/hierarchy.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string ids(const Hierarchy& hierarchy, std::span<const Series> series) {
  std::string text;
  for (const Series each : series) text += (text.empty() ? "" : " ") + hierarchy.node(each).id;
  return text;
}

/// index: technology (models, papers), money (deals: 2, funds: 0, people as denominator)
Hierarchy two_pillars() {
  return hierarchy_of({indicator("models", "technology"), root(), pillar("technology", "index", 3), pillar("money"),
                       with_denominator(indicator("deals", "money", 2), "people", 1e6),
                       indicator("papers", "technology"), indicator("funds", "money", 0)},
                      {"gdp", "people"});
}

TEST_CASE("a hierarchy knows its root, parents, children, levels and indicators") {
  const Hierarchy h = two_pillars();
  const auto at_id = [&h](const char* id) { return *h.find(id); };
  CHECK(h.size() == 7);
  CHECK(h.root() == at_id("index"));
  CHECK(h.parent(h.root()) == std::nullopt);
  CHECK(h.parent(at_id("models")) == at_id("technology"));
  CHECK(ids(h, h.children(h.root())) == "technology money");
  CHECK(ids(h, h.children(at_id("money"))) == "deals funds");
  CHECK(h.children(at_id("deals")).empty());
  CHECK(ids(h, h.indicators()) == "models deals papers funds");
  CHECK(ids(h, h.aggregates()) == "technology money index");
  CHECK(ids(h, h.indicators_below(at_id("money"))) == "deals funds");
  CHECK(ids(h, h.indicators_below(at_id("papers"))) == "papers");
  CHECK(ids(h, h.indicators_below(h.root())) == "models deals papers funds");
  CHECK(h.level(at_id("models")) == 1);
  CHECK(h.level(at_id("money")) == 2);
  CHECK(h.level(h.root()) == 3);
  CHECK(h.find("people") == std::nullopt);
  CHECK(h.find("") == std::nullopt);
}

TEST_CASE("the panel of a hierarchy has its nodes, then its denominators") {
  const Hierarchy h = two_pillars();
  std::string text;
  for (const std::string& id : h.series_ids()) text += id + " ";
  CHECK(text == "models index technology money deals papers funds gdp people ");
  CHECK(h.denominator_of(*h.find("deals")) == Series{8});
  CHECK(h.denominator_of(*h.find("models")) == std::nullopt);
}

TEST_CASE("weights are shares among siblings, and their products up to the root add up to one") {
  const Hierarchy h = two_pillars();
  CHECK(h.share(*h.find("technology")) == 0.75);
  CHECK(h.share(*h.find("models")) == 0.5);
  CHECK(h.share(*h.find("funds")) == 0);
  CHECK(h.share(h.root()) == 1);
  CHECK(h.effective_weight(*h.find("models")) == 0.375);
  CHECK(h.effective_weight(*h.find("deals")) == 0.25);
  double total = 0;
  for (const Series each : h.indicators()) total += h.effective_weight(each);
  CHECK(total == 1);
}

TEST_CASE("the level of a node is that of its highest child, wherever the specs put it") {
  const Hierarchy h = hierarchy_of({root(), pillar("a"), pillar("b", "a"), pillar("c", "b"), indicator("deep", "c"),
                                    indicator("shallow", "a"), indicator("top")});
  CHECK(h.level(*h.find("c")) == 2);
  CHECK(h.level(*h.find("b")) == 3);
  CHECK(h.level(*h.find("a")) == 4);
  CHECK(h.level(h.root()) == 5);
  CHECK(ids(h, h.aggregates()) == "c b a index");
}

TEST_CASE("the problems of a hierarchy") {
  const struct {
    std::string name;
    std::vector<NodeSpec> nodes;
    std::vector<std::string> denominators;
    std::string expected;
  } cases[] = {
      {"nothing at all",
       {},
       {},
       "error[empty-hierarchy]: found an index without indicators; expected at least one indicator"},
      {"a root without components",
       {root()},
       {},
       "error[empty-hierarchy]: node index: found node 'index' without components; expected an indicator or a node "
       "with parent = "
       "\"index\""},
      {"an empty pillar",
       {root(), indicator("x"), pillar("p")},
       {},
       "error[empty-hierarchy]: node p: found node 'p' without components; expected an indicator or a node with parent "
       "= \"p\""},
      {"a parent that does not exist",
       {root(), pillar("economy"), indicator("x", "econmy"), indicator("y", "economy")},
       {},
       "error[hierarchy-orphan]: node x: found parent 'econmy'; expected 'index' or 'economy'; did you mean "
       "'economy'?"},
      {"an indicator is no parent",
       {root(), indicator("x"), indicator("y", "x")},
       {},
       "error[hierarchy-orphan]: node y: found parent 'x'; expected 'index'"},
      {"a node is no suggestion for its own parent",
       {root(), indicator("x"), pillar("tech", "tach"), indicator("y", "tech")},
       {},
       "error[hierarchy-orphan]: node tech: found parent 'tach'; expected 'index'"},
      {"a second root",
       {root(), indicator("x"), pillar("other", ""), indicator("y", "other")},
       {},
       "error[hierarchy-orphan]: node other: found parent ''; expected 'index'"},
      {"an indicator is no root",
       {indicator("x", ""), root(), indicator("y")},
       {},
       "error[hierarchy-orphan]: node x: found parent ''; expected 'index'"},
      {"an indicator alone is no index", {indicator("x", "")}, {}, "error[hierarchy-orphan]: node x: found parent ''"},
      {"a node that is its own parent",
       {root(), indicator("x"), pillar("a", "a"), indicator("y", "a")},
       {},
       "error[hierarchy-cycle]: node a: found a circle of parents: 'a' < 'a'; expected parents that lead to the index"},
      {"a circle is reported once, at its first node",
       {root(), indicator("x"), pillar("b", "c"), pillar("a", "b"), pillar("c", "a"), indicator("y", "a")},
       {},
       "error[hierarchy-cycle]: node b: found a circle of parents: 'b' < 'c' < 'a' < 'b'; expected parents that lead "
       "to the index"},
      {"two circles are two problems",
       {root(), indicator("x"), pillar("a", "b"), pillar("b", "a"), pillar("c", "d"), pillar("d", "c")},
       {},
       "error[hierarchy-cycle]: node a: found a circle of parents: 'a' < 'b' < 'a'; expected parents that lead to the "
       "index\n"
       "error[hierarchy-cycle]: node c: found a circle of parents: 'c' < 'd' < 'c'; expected parents that lead to the "
       "index"},
      {"an id given twice",
       {root(), indicator("x"), indicator("x")},
       {},
       "error[duplicate-id]: node x: found a second entry with id 'x'; expected an id of its own for every node, "
       "indicator and "
       "denominator"},
      {"an id that a denominator has too",
       {root(), indicator("x")},
       {"x"},
       "error[duplicate-id]: node x: found a second entry with id 'x'; expected an id of its own for every node, "
       "indicator and "
       "denominator"},
      {"a denominator given twice",
       {root(), indicator("x")},
       {"gdp", "people", "gdp"},
       "error[duplicate-id]: node gdp: found a second entry with id 'gdp'; expected an id of its own for every node, "
       "indicator "
       "and denominator"},
      {"an empty id", {root(), indicator("")}, {}, "error[invalid-value]: found an empty id; expected a name"},
      {"a denominator's empty id",
       {root(), indicator("x")},
       {""},
       "error[invalid-value]: found an empty id; expected a name"},
      {"a negative weight",
       {root(), indicator("x", "index", -1), indicator("y")},
       {},
       "error[negative-weight]: node x: found weight -1; expected a weight of 0 or more"},
      {"an infinite weight",
       {root(), indicator("x", "index", kInfinity)},
       {},
       "error[negative-weight]: node x: found weight inf; expected a weight of 0 or more"},
      {"a weight that is not a number",
       {root(), indicator("x", "index", kMissing)},
       {},
       "error[negative-weight]: node x: found weight nan; expected a weight of 0 or more"},
      {"weights that are all zero",
       {root(), indicator("x", "index", 0), indicator("y", "index", 0)},
       {},
       "error[zero-weights]: node index: found weight 0 for every component of 'index'; expected a weight above 0 for "
       "at least one "
       "of them"},
      {"weights whose sum is out of range",
       {root(), indicator("x", "index", 1e308), indicator("y", "index", 1e308)},
       {},
       "error[invalid-value]: node index: found weights below 'index' that add up to inf; expected a finite sum"},
      {"a direction of zero",
       {root(), with_direction(indicator("x"), 0)},
       {},
       "error[invalid-value]: node x: found direction 0; expected 1 (more is better) or -1 (less is better)"},
      {"goalposts in the wrong order",
       {root(), with_goalposts(indicator("x"), 80, 10)},
       {},
       "error[invalid-value]: node x: found goalposts [80, 10]; expected two finite numbers, the lower one first"},
      {"goalposts on one spot",
       {root(), with_goalposts(indicator("x"), 10, 10)},
       {},
       "error[invalid-value]: node x: found goalposts [10, 10]; expected two finite numbers, the lower one first"},
      {"a goalpost that is not a number",
       {root(), with_goalposts(indicator("x"), kMissing, 10)},
       {},
       "error[invalid-value]: node x: found goalposts [nan, 10]; expected two finite numbers, the lower one first"},
      {"an infinite goalpost",
       {root(), with_goalposts(indicator("x"), 0, kInfinity)},
       {},
       "error[invalid-value]: node x: found goalposts [0, inf]; expected two finite numbers, the lower one first"},
      {"a denominator that does not exist",
       {root(), with_denominator(indicator("x"), "peple")},
       {"gdp", "people"},
       "error[unknown-node]: node x: found denominator 'peple'; expected 'gdp' or 'people'; did you mean 'people'?"},
      {"a factor of zero",
       {root(), with_denominator(indicator("x"), "gdp", 0)},
       {"gdp"},
       "error[invalid-value]: node x: found factor 0; expected a finite number other than 0"},
      {"a factor that is not a number",
       {root(), with_denominator(indicator("x"), "gdp", kMissing)},
       {"gdp"},
       "error[invalid-value]: node x: found factor nan; expected a finite number other than 0"},
      {"all problems are reported together",
       {root(), indicator("x", "nowhere", -2), pillar("p"), with_direction(indicator("y"), 2)},
       {},
       "error[hierarchy-orphan]: node x: found parent 'nowhere'; expected 'index' or 'p'\n"
       "error[negative-weight]: node x: found weight -2; expected a weight of 0 or more\n"
       "error[empty-hierarchy]: node p: found node 'p' without components; expected an indicator or a node with parent "
       "= \"p\"\n"
       "error[invalid-value]: node y: found direction 2; expected 1 (more is better) or -1 (less is better)"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_of(Hierarchy::build(c.nodes, c.denominators)) == c.expected);
  }
}

TEST_CASE("a problem names the key of the node that it is about") {
  const auto hierarchy = Hierarchy::build({root(), with_direction(indicator("x", "index", -1), 3)}, {});
  REQUIRE_FALSE(hierarchy.has_value());
  REQUIRE(hierarchy.diagnostics().size() == 2);
  CHECK(hierarchy.diagnostics()[0].subject.key == "weight");
  CHECK(hierarchy.diagnostics()[1].subject.key == "direction");
}

TEST_CASE("a long chain of nodes is checked in reasonable time") {
  std::vector<NodeSpec> nodes = {root()};
  for (int i = 0; i < 3000; ++i)
    nodes.push_back(pillar("n" + std::to_string(i), i == 0 ? "index" : "n" + std::to_string(i - 1)));
  nodes.push_back(indicator("x", "n2999"));
  const Hierarchy h = hierarchy_of(nodes);
  CHECK(h.level(h.root()) == 3002);
}

}  // namespace
}  // namespace podium
