#include "podium/reason/seek.hpp"

#include <cmath>

#include "podium/core/run.hpp"

#include "reason/seek_support.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::built;
using testing::own_values;
using testing::Random;
using testing::random_problem;
using testing::rank_with;
using testing::tree_of;

TEST_CASE("third place in private AI investment, 2024 and 2025") {
  const struct {
    const char* name;
    std::vector<double> billions;  // Korea first
    double third;
    double change;
    double factor;
    Rank rank;
  } cases[] = {
      {"2024", {1.33, 109.08, 9.29, 4.52, 4.34, 2.89, 2.62, 1.97, 1.77, 1.51, 1.36}, 4.52, 3.19, 3.40, 11},
      {"2025",
       {1.775, 285.88, 12.41, 5.90, 4.36, 4.28, 4.09, 3.89, 3.58, 2.52, 2.03, 1.82, 1.20, 1.11, 0.97},
       5.90,
       4.125,
       3.32,
       12},
  };
  const Hierarchy hierarchy = tree_of({1});
  for (const auto& c : cases) {
    for (const std::optional<Bounds>& fixed : {std::optional<Bounds>{}, std::optional<Bounds>{{0, 300}}}) {
      CAPTURE(c.name);
      CAPTURE(fixed.has_value());
      const SeekProblem problem{.hierarchy = &hierarchy,
                                .indicators = {{.values = c.billions, .frame = {.fixed = fixed}}},
                                .unit = 0,
                                .rank = 3};
      const SeekIndex index = built(problem);
      CHECK(index.rank(index.start()) == c.rank);
      const SeekAlone alone = each_alone(index)[0];
      CHECK(alone.is_possible);
      CHECK(std::abs(alone.value - c.third) < 1e-13);
      CHECK(std::abs(alone.change - c.change) < 1e-13);
      CHECK(std::abs(alone.value / c.billions[0] - c.factor) < 0.005);
      CHECK(rank_with(problem, {alone.value * (1 + 1e-9)}) == 3);
      CHECK(rank_with(problem, {alone.value * (1 - 1e-9)}) == 4);
    }
  }
}

TEST_CASE("margins say how far each other unit is, ahead and behind") {
  const Hierarchy hierarchy = tree_of({1, 1});
  // Scores 60, 70, 55, none, 60 of figures on frames of 0 to 100.
  const SeekFrame frame{.fixed = Bounds{0, 100}};
  const SeekIndex index = built({.hierarchy = &hierarchy,
                                 .indicators = {{.values = {50, 90, 40, kMissing, 60}, .frame = frame},
                                                {.values = {70, 50, 70, kMissing, kMissing}, .frame = frame}},
                                 .unit = 0});
  CHECK(margins(index) == std::vector<SeekMargin>{{1, 1, 10}, {4, 2, 0}, {2, 4, -5}});
}

TEST_CASE("a unit that becomes the best moves the frame and with it the others") {
  const Hierarchy hierarchy = tree_of({1, 1});
  // Unit 1 has (100 + 90) / 2 = 95. With x at 10 unit 0 has (100 + 50) / 2 = 75; beyond, unit 1 has
  // (1000 / x + 90) / 2, which is 75 at x = 1000 / 60. With y at its best unit 0 has (40 + 100) / 2 = 70.
  const SeekProblem problem{.hierarchy = &hierarchy,
                            .indicators = {{.values = {4, 10, 0}},
                                           {.values = {50, 90, 10}, .frame = {.fixed = Bounds{0, 100}, .clip = true}}},
                            .unit = 0,
                            .rank = 1};
  const std::vector<SeekAlone> alone = each_alone(built(problem));
  CHECK(std::abs(alone[0].value - 1000.0 / 60) < 1e-12);
  CHECK_FALSE(alone[1].is_possible);
  CHECK(is_missing(alone[1].value));
  CHECK(alone[1].best_rank == 2);
}

TEST_CASE("a unit that leaves the lowest place narrows the frame for those between") {
  const Hierarchy hierarchy = tree_of({1, 1});
  // x: unit 0 lowest at 0, unit 1 at 4, unit 2 at 8. y on a frame of 0 to 100.
  // With x = v below 4 unit 1 has (4 - v) / (8 - v) of 100 and 10 in y: 100 (4 - v) / (8 - v) + 10 = 35 at v = 8 / 3:
  // (4/3) / (16/3) = 1/4.
  const SeekProblem problem{
      .hierarchy = &hierarchy,
      .indicators = {{.values = {0, 4, 8}}, {.values = {35, 10, 90}, .frame = {.fixed = Bounds{0, 100}}}},
      .unit = 0,
      .rank = 2};
  CHECK(std::abs(each_alone(built(problem))[0].value - 8.0 / 3) < 1e-14);
}

TEST_CASE("a rank that the unit has already takes nothing") {
  const Hierarchy hierarchy = tree_of({1});
  const SeekIndex index = built({.hierarchy = &hierarchy, .indicators = {{.values = {5, 9, 1}}}, .unit = 0, .rank = 2});
  const SeekAlone alone = each_alone(index)[0];
  CHECK(alone.is_already);
  CHECK(alone.value == 5);
  CHECK(alone.change == 0);
}

TEST_CASE("where less is better, the rank takes less") {
  const Hierarchy hierarchy = tree_of({1});
  const SeekProblem problem{.hierarchy = &hierarchy,
                            .indicators = {{.values = {8, 3, 5, 9}, .frame = {.direction = -1}}},
                            .unit = 0,
                            .rank = 2};
  const SeekAlone alone = each_alone(built(problem))[0];
  CHECK(std::abs(alone.value - 5) < 1e-14);
  CHECK(std::abs(alone.change + 3) < 1e-14);
  CHECK(rank_with(problem, {5 - 1e-9}) == 2);
  CHECK(rank_with(problem, {5 + 1e-9}) == 3);
}

TEST_CASE("bounds that do not allow the rank give the best one and are named") {
  const Hierarchy hierarchy = tree_of({1, 1, 1});
  const SeekFrame frame{.fixed = Bounds{0, 100}};
  const SeekFrame clipped{.fixed = Bounds{0, 100}, .clip = true};
  // At best (30 + 60 + 100) / 3 = 63.3 against 80, 60 and 50; the third can gain nothing beyond its frame.
  const SeekIndex index = built({.hierarchy = &hierarchy,
                                 .indicators = {{.values = {20, 80, 60, 50}, .frame = frame, .possible = {0, 30}},
                                                {.values = {40, 80, 60, 50}, .frame = frame, .possible = {0, 60}},
                                                {.values = {10, 80, 60, 50}, .frame = clipped, .possible = {0, 150}}},
                                 .unit = 0,
                                 .rank = 1});
  const SeekBest best = best_within_bounds(index);
  CHECK(best.rank == 2);
  CHECK(best.values == std::vector<double>{30, 60, 100});
  CHECK(best.binding == std::vector<std::size_t>{0, 1});
}

TEST_CASE("each alone, applied to random indices, reaches the rank and a bit less does not") {
  Random random(91);
  const Hierarchy hierarchies[] = {tree_of({3}), tree_of({1, 2, 2}), tree_of({1, 1, 1, 1})};
  int possible = 0;
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const Hierarchy& hierarchy = hierarchies[round % 3];
    SeekProblem problem = random_problem(hierarchy, 8, 0.5, random);
    if (round % 2 == 1) problem.aggregate.method.otherwise = Geometric{};
    problem.indicators[0].values[4] = kMissing;
    problem.rank = static_cast<Rank>(1 + random.below(4));
    for (const SeekAlone& alone : each_alone(built(problem))) {
      if (alone.is_already || !alone.is_possible) continue;
      ++possible;
      const std::size_t i = alone.indicator;
      std::vector<double> values = own_values(problem);
      const double spread = built(problem).spread(i) * problem.indicators[i].frame.direction;
      values[i] = alone.value +
                  1e-9 * std::max(std::abs(spread), std::abs(alone.change)) * problem.indicators[i].frame.direction;
      CHECK(rank_with(problem, values) <= problem.rank);
      values[i] = alone.value - 1e-9 * spread;
      CHECK(rank_with(problem, values) > problem.rank);
    }
  }
  CHECK(possible > 60);
}

TEST_CASE("scores are those of the engine, to the bit") {
  Random random(97);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    const Hierarchy shape = tree_of({2, 1, 3});
    SeekProblem problem = random_problem(shape, 6, 1, random);
    problem.indicators[1].values[2] = kMissing;
    problem.indicators[4].values[0] = kMissing;
    problem.aggregate.method.by_level = {Arithmetic{}, Geometric{}};
    std::vector<NodeSpec> nodes;
    testing::Columns columns;
    for (std::size_t node = 0; node < shape.size(); ++node) {
      nodes.push_back(shape.node(Series{static_cast<std::uint32_t>(node)}));
      nodes.back().weight = random.between(0.2, 3);
    }
    for (std::size_t i = 0; i < problem.indicators.size(); ++i) {
      const Series series = shape.indicators()[i];
      nodes[at(series)].direction = problem.indicators[i].frame.direction;
      columns.emplace_back(nodes[at(series)].id, problem.indicators[i].values);
    }
    const Hierarchy hierarchy = testing::hierarchy_of(nodes);
    problem.hierarchy = &hierarchy;
    const CheckedRecipe recipe =
        testing::checked({Normalise{.method = MinMax{.range = {1, 100}}}, problem.aggregate}, hierarchy);
    const Ranking ranking = testing::must(run(recipe, testing::panel_of(hierarchy, columns)));
    const SeekIndex index = built(problem);
    CHECK(testing::shown(index.scores(index.start())) == testing::shown(ranking.panel(), hierarchy, "index"));
  }
}

TEST_CASE("more is never worse, whatever the frames") {
  Random random(98);
  const Hierarchy hierarchy = tree_of({2, 1, 3});
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    SeekProblem problem = random_problem(hierarchy, 8, 0.7, random);
    for (SeekIndicator& indicator : problem.indicators) {
      // Sometimes the unit starts below all others.
      if (random.uniform() < 0.3) indicator.values[0] = indicator.frame.direction > 0 ? 2 : 98;
    }
    if (round % 2 == 1) problem.aggregate.method.otherwise = Geometric{};
    const SeekIndex index = built(problem);
    std::vector<double> figures(index.start().begin(), index.start().end());
    for (int step = 0; step < 12; ++step) {
      const Rank before = index.rank(figures);
      figures[random.below(figures.size())] += random.between(0, 40);
      CHECK(index.rank(figures) <= before);
    }
  }
}

TEST_CASE("what seek has no answer to is said") {
  const Hierarchy hierarchy = tree_of({1, 1});
  const SeekProblem sound{.hierarchy = &hierarchy, .indicators = {{.values = {1, 2}}, {.values = {3, 4}}}};
  const auto code = [](const SeekProblem& problem) { return SeekIndex::build(problem).diagnostics().front().code; };
  SeekProblem problem = sound;
  problem.aggregate.method.otherwise = Harmonic{};
  CHECK(code(problem) == Code::InvalidValue);
  problem = sound;
  problem.aggregate.method.otherwise = Geometric{};
  CHECK(code(problem) == Code::NonPositiveUnderGeometricMean);
  problem = sound;
  problem.indicators[1].values = {3, 3};
  CHECK(code(problem) == Code::ConstantIndicator);
  problem = sound;
  problem.indicators[1].price = 0;
  CHECK(code(problem) == Code::InvalidValue);
  problem = sound;
  problem.indicators[1].price = std::numeric_limits<double>::infinity();
  CHECK(code(problem) == Code::InvalidValue);
  problem = sound;
  problem.weights = {1, 1};
  CHECK(code(problem) == Code::InvalidValue);
  problem = sound;
  problem.unit = 2;
  CHECK(code(problem) == Code::InvalidValue);
  problem = sound;
  problem.indicators[0].values = {kMissing, 2, 3};
  problem.indicators[1].values = {kMissing, 2, 3};
  CHECK(code(problem) == Code::NothingLeft);
}

}  // namespace
}  // namespace podium
