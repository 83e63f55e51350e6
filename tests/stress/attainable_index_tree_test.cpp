#include <doctest/doctest.h>

#include "podium/core/rank.hpp"
#include "podium/stress/attainable/index_tree.hpp"

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

Hierarchy two_pillars() {
  using testing::indicator;
  using testing::pillar;
  return testing::hierarchy_of({testing::root(), pillar("a", "index", 2), indicator("a1", "a"), indicator("a2", "a", 3),
                                indicator("a3", "a", 0), pillar("b"), indicator("b1", "b")});
}

Panel random_panel(const Hierarchy& hierarchy, double gaps) {
  Panel panel({"AUT", "BEL", "CHE", "DNK", "ESP"}, {Period::year(2023), Period::year(2024)}, hierarchy.series_ids());
  testing::Random random(31);
  for (const Series series : hierarchy.indicators()) {
    for (double& score : panel.values(series)) score = random.uniform() < gaps ? kMissing : random.between(1, 100);
  }
  return panel;
}

Aggregate by(AggregateMethod method) {
  Aggregate step;
  step.method.otherwise = std::move(method);
  return step;
}

TEST_CASE("the tree's published weights give the scores of the aggregation") {
  const Hierarchy hierarchy = two_pillars();
  const Time time{1};
  for (const MissingRule rule : {MissingRule::Reweight, MissingRule::Gap}) {
    for (const double min_available : {0.0, 0.6}) {
      for (const double gaps : {0.0, 0.3}) {
        Panel panel = random_panel(hierarchy, gaps);
        panel.give_weight(*hierarchy.find("b"), time, 5);
        Aggregate step;
        step.missing = rule;
        if (rule == MissingRule::Reweight) step.min_available = min_available;
        const IndexTree index = testing::must(index_tree(hierarchy, panel, step, time));
        const WeightedTree tree = testing::must(WeightedTree::build(index.weights, index.columns, index.mean));
        const StepContext context{.hierarchy = hierarchy, .number = 1};
        const Panel scored = testing::must(apply(step, panel, context));
        const auto expected = scored.values(hierarchy.root(), time);
        CHECK(testing::shown(tree.scores(tree.published_weights())) == testing::shown(expected));
      }
    }
  }
}

TEST_CASE("geometric means at all levels are taken, with logarithms") {
  const Hierarchy hierarchy = two_pillars();
  const Panel panel = random_panel(hierarchy, 0);
  const IndexTree index = testing::must(index_tree(hierarchy, panel, by(Geometric{}), Time{0}));
  CHECK(index.mean == TreeMean::Geometric);
  const WeightedTree tree = testing::must(WeightedTree::build(index.weights, index.columns, index.mean));
  const StepContext context{.hierarchy = hierarchy, .number = 1};
  const Panel scored = testing::must(apply(by(Geometric{}), panel, context));
  CHECK(competition_ranks(tree.scores(tree.published_weights())) ==
        competition_ranks(scored.values(hierarchy.root(), Time{0})));
}

TEST_CASE("a recipe that is not covered is refused, and names the node") {
  const Hierarchy hierarchy = two_pillars();
  const Panel panel = random_panel(hierarchy, 0);
  Aggregate mixed = by(Arithmetic{});
  mixed.method.by_node = {{"index", Geometric{}}};
  const Result<IndexTree> refused = index_tree(hierarchy, panel, mixed, Time{0});
  REQUIRE(!refused);
  CHECK(refused.diagnostics()[0].code == Code::InvalidValue);
  CHECK(refused.diagnostics()[0].subject.node == "a");
  CHECK(!index_tree(hierarchy, panel, by(Harmonic{}), Time{0}));
  // Pillar b has one indicator: any mean of it is the indicator.
  mixed.method.by_node = {{"b", Harmonic{}}};
  CHECK(index_tree(hierarchy, panel, mixed, Time{0}));
}

}  // namespace
}  // namespace podium
