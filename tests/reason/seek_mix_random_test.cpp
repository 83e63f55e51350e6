#include <algorithm>
#include <cmath>
#include <limits>

#include "podium/reason/seek_mix.hpp"

#include "reason/seek_support.hpp"

namespace podium {
namespace {

using testing::built;
using testing::check_is_tight;
using testing::mix_of;
using testing::Random;
using testing::random_problem;
using testing::tree_of;

/// For a flat arithmetic mean on fixed frames: the best score for the effort first, up to each bound.
double greedy_effort(const SeekIndex& index) {
  std::vector<double> scores = index.scores(index.start());
  double lacking = -scores[0];
  scores.erase(scores.begin());
  std::ranges::sort(scores, std::greater<>());
  lacking += scores[index.problem().rank - 1];
  const std::vector<double> slopes = index.slopes(index.start(), 0);
  std::vector<std::size_t> order(index.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto gain = [&](std::size_t i) { return slopes[i] * 0.99; };  // range 1 to 100 on a frame of 0 to 100
  std::ranges::sort(order, {}, [&](std::size_t i) { return index.price(i) / gain(i); });
  double effort = 0;
  for (const std::size_t i : order) {
    const double rise = std::clamp(lacking / gain(i), 0.0, index.highest()[i] - index.start()[i]);
    effort += index.price(i) * rise;
    lacking -= rise * gain(i);
  }
  return effort;
}

TEST_CASE("the linear program takes the best score for the effort first") {
  Random random(92);
  int possible = 0;
  for (int round = 0; round < 100; ++round) {
    CAPTURE(round);
    std::vector<double> weights;
    for (int i = 0; i < 7; ++i) weights.push_back(random.between(0.2, 3));
    const Hierarchy hierarchy = tree_of({1, 1, 1, 1, 1, 1, 1}, weights);
    SeekProblem problem = random_problem(hierarchy, 9, 0, random);
    for (SeekIndicator& indicator : problem.indicators) {
      const double own = indicator.values[0];
      const double reach = random.between(5, 60);
      indicator.possible = {own - reach, own + reach};
    }
    problem.rank = static_cast<Rank>(1 + random.below(4));
    const SeekMix mix = mix_of(problem);
    CHECK(mix.is_proven);
    if (mix.is_already || !mix.is_possible) continue;
    ++possible;
    CHECK(mix.regimes == SeekRegimes::One);
    CHECK(mix.effort == doctest::Approx(greedy_effort(built(problem))).epsilon(1e-9));
    check_is_tight(problem, mix);
  }
  CHECK(possible > 40);
}

/// The least effort on a grid of rises of the first indicator, the second by bisection.
double grid_effort(const SeekIndex& index, std::size_t steps) {
  std::vector<double> figures(index.start().begin(), index.start().end());
  double least = std::numeric_limits<double>::infinity();
  const double reach = index.highest()[0] - index.start()[0];
  for (std::size_t step = 0; step <= steps; ++step) {
    figures[0] = index.start()[0] + reach * static_cast<double>(step) / static_cast<double>(steps);
    double below = index.start()[1];
    double above = index.highest()[1];
    figures[1] = above;
    if (!index.is_reached(figures)) continue;
    for (int halving = 0; halving < 60; ++halving) {
      figures[1] = (below + above) / 2;
      (index.is_reached(figures) ? above : below) = figures[1];
    }
    figures[1] = above;
    least = std::min(least, index.effort(figures));
  }
  return least;
}

TEST_CASE("two indicators: no point of a grid is cheaper, and the best is near") {
  Random random(93);
  const Hierarchy hierarchy = tree_of({1, 1});
  int possible = 0;
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    SeekProblem problem = random_problem(hierarchy, 7, 0.6, random);
    if (round % 3 == 2) problem.aggregate.method.otherwise = Geometric{};
    for (SeekIndicator& indicator : problem.indicators) indicator.possible = {-150, 250};
    problem.rank = static_cast<Rank>(1 + random.below(3));
    const SeekMix mix = mix_of(problem);
    if (mix.is_already || !mix.is_possible) continue;
    ++possible;
    const SeekIndex index = built(problem);
    const double on_grid = grid_effort(index, 700);
    CHECK(mix.effort <= on_grid * (1 + 1e-7));
    // The grid's steps are of up to 245 / 700 in the first figure.
    CHECK(mix.effort >= on_grid - index.price(0) * 0.35);
    if (round % 3 != 2) CHECK(mix.is_proven);
    CHECK(mix.least <= on_grid);
    check_is_tight(problem, mix);
  }
  CHECK(possible > 30);
}

TEST_CASE("random trees: the answer is tight, proven without moving frames, and no single change is cheaper") {
  Random random(94);
  const Hierarchy hierarchies[] = {tree_of({3, 2}), tree_of({1, 2, 3}), tree_of({2, 2, 2})};
  for (int round = 0; round < 24; ++round) {
    CAPTURE(round);
    const Hierarchy& hierarchy = hierarchies[round % 3];
    const bool is_own = round % 4 == 3;
    SeekProblem problem = random_problem(hierarchy, 10, is_own ? 0.5 : 0, random);
    if (round % 2 == 0) problem.aggregate.method.by_level = {Arithmetic{}, Geometric{}};
    if (round % 4 == 1) problem.aggregate.method.by_level = {Geometric{}, Arithmetic{}};
    for (SeekIndicator& indicator : problem.indicators) indicator.values[3] = random.uniform() < 0.3 ? kMissing : 30;
    problem.rank = 2;
    const SeekMix mix = mix_of(problem);
    if (mix.is_already) continue;
    CHECK(mix.is_possible);
    CHECK(mix.is_proven);
    check_is_tight(problem, mix);
    for (const SeekAlone& alone : each_alone(built(problem))) {
      if (!alone.is_possible) continue;
      CHECK(mix.effort <= std::abs(alone.change) * *problem.indicators[alone.indicator].price * (1 + 1e-9));
    }
  }
}

TEST_CASE("no random changes of the same effort reach the rank") {
  Random random(95);
  const Hierarchy hierarchy = tree_of({2, 3});
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    SeekProblem problem = random_problem(hierarchy, 9, round % 2 == 0 ? 0.4 : 0, random);
    if (round % 2 == 1) problem.aggregate.method.otherwise = Geometric{};
    problem.rank = 2;
    const SeekMix mix = mix_of(problem);
    if (mix.is_already) continue;
    const SeekIndex index = built(problem);
    for (int draw = 0; draw < 1500; ++draw) {
      std::vector<double> efforts(index.size());
      double sum = 0;
      for (double& effort : efforts) sum += effort = random.uniform() * random.uniform();
      std::vector<double> figures(index.start().begin(), index.start().end());
      for (std::size_t i = 0; i < figures.size(); ++i) {
        figures[i] += 0.999 * mix.effort * efforts[i] / sum / index.price(i);
      }
      REQUIRE_FALSE(index.is_reached(figures));
    }
  }
}

}  // namespace
}  // namespace podium
