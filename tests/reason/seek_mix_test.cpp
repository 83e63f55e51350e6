#include "podium/reason/seek_mix.hpp"

#include <cmath>

#include "reason/seek_support.hpp"

namespace podium {
namespace {

using testing::built;
using testing::check_is_tight;
using testing::mix_of;
using testing::Random;
using testing::random_problem;
using testing::tree_of;

/// Two units and one to be passed, x in a frame of the period's own from 0 to 10, y in one of 0 to 100 and held in it.
SeekProblem two_regimes(const Hierarchy& hierarchy, double price_of_y) {
  return {
      .hierarchy = &hierarchy,
      .indicators = {{.values = {4, 10, 0}, .price = 1},
                     {.values = {50, 90, 10}, .frame = {.fixed = Bounds{0, 100}, .clip = true}, .price = price_of_y}},
      .unit = 0,
      .rank = 1};
}

TEST_CASE("beyond the best of the others, where that is cheaper") {
  const Hierarchy hierarchy = tree_of({1, 1});
  // Unit 1 has (1000 / x + 90) / 2 once x > 10, unit 0 (100 + y) / 2: y = 1000 / x - 10. Least x + 0.2 y: x * x = 200.
  const SeekProblem problem = two_regimes(hierarchy, 0.2);
  const SeekMix mix = mix_of(problem);
  CHECK(mix.is_possible);
  CHECK(mix.is_proven);
  CHECK(mix.regimes == SeekRegimes::All);
  CHECK(mix.values[0] == doctest::Approx(std::sqrt(200)).epsilon(1e-3));
  CHECK(mix.effort == doctest::Approx(std::sqrt(200) - 4 + 0.2 * (1000 / std::sqrt(200) - 60)).epsilon(1e-7));
  check_is_tight(problem, mix);
}

TEST_CASE("inside the others' figures, where that is cheaper") {
  const Hierarchy hierarchy = tree_of({1, 1});
  // (10 x + y) / 2 = 95 with y at most 100: a unit of x is worth ten of y, which cost 0.5. So y = 100 and x = 9.
  const SeekProblem problem = two_regimes(hierarchy, 0.05);
  const SeekMix mix = mix_of(problem);
  CHECK(mix.is_proven);
  CHECK(mix.values[0] == doctest::Approx(9).epsilon(1e-9));
  CHECK(mix.values[1] == doctest::Approx(100).epsilon(1e-9));
  CHECK(mix.effort == doctest::Approx(7.5).epsilon(1e-9));
  check_is_tight(problem, mix);
}

TEST_CASE("a geometric mean is raised where it costs least, not where it is linear") {
  const Hierarchy hierarchy = tree_of({1, 1});
  // Scores are figures: sqrt(x y) > 30. Least p x + q y on x y = 900: x = 30 sqrt(q / p), unless y is 20 already.
  const struct {
    const char* name;
    double price_of_y;
    double x;
    double y;
  } cases[] = {{"same prices", 1, 30, 30}, {"y dearer", 1.44, 36, 25}, {"y too dear to move", 4, 45, 20}};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const SeekFrame frame{.fixed = Bounds{0, 100}};
    SeekProblem problem{.hierarchy = &hierarchy,
                        .indicators = {{.values = {10, 30, 5}, .frame = frame, .price = 1},
                                       {.values = {20, 30, 5}, .frame = frame, .price = c.price_of_y}},
                        .unit = 0,
                        .rank = 1};
    problem.aggregate.method.otherwise = Geometric{};
    const SeekMix mix = mix_of(problem);
    CHECK(mix.is_proven);
    CHECK(mix.values[0] == doctest::Approx(c.x).epsilon(1e-3));
    CHECK(mix.values[1] == doctest::Approx(c.y).epsilon(1e-3));
    CHECK(mix.effort == doctest::Approx(c.x - 10 + c.price_of_y * (c.y - 20)).epsilon(1e-6));
    check_is_tight(problem, mix);
  }
}

TEST_CASE("a figure below a frame that is held there pays only from the frame's end on") {
  const Hierarchy hierarchy = tree_of({1, 1});
  // x lies 20 below its frame: 20 for nothing, then 1 for half a point; y a quarter of a point for 1.
  const auto problem_with = [&](double rival) {
    const SeekFrame clipped{.fixed = Bounds{0, 100}, .clip = true};
    return SeekProblem{.hierarchy = &hierarchy,
                       .indicators = {{.values = {-20, rival, 0}, .frame = clipped, .price = 1},
                                      {.values = {0, rival, 0}, .frame = clipped, .price = 2}},
                       .unit = 0,
                       .rank = 1};
  };
  // 5 points: 20 of effort by y, 30 by x. 20 points: 80 by y, 60 by x.
  CHECK(mix_of(problem_with(5)).effort == doctest::Approx(20).epsilon(1e-9));
  CHECK(mix_of(problem_with(20)).effort == doctest::Approx(60).epsilon(1e-9));
  CHECK(mix_of(problem_with(20)).is_proven);
}

TEST_CASE("with many frames that could move, only single switches are tried, and that is said") {
  Random random(96);
  const Hierarchy hierarchy = tree_of({4, 4, 4});
  SeekProblem problem = random_problem(hierarchy, 6, 1, random);
  problem.rank = 2;
  const SeekMix mix = mix_of(problem);
  CHECK(mix.is_possible);
  CHECK(mix.regimes == SeekRegimes::Single);
  CHECK_FALSE(mix.is_proven);
  check_is_tight(problem, mix);
}

TEST_CASE("a mix that the bounds do not allow names the best rank") {
  const Hierarchy hierarchy = tree_of({1, 1});
  const SeekFrame frame{.fixed = Bounds{0, 100}};
  const SeekMix mix = mix_of({.hierarchy = &hierarchy,
                              .indicators = {{.values = {20, 80, 30}, .frame = frame, .possible = {0, 40}},
                                             {.values = {20, 80, 30}, .frame = frame, .possible = {0, 50}}},
                              .unit = 0,
                              .rank = 1});
  CHECK_FALSE(mix.is_possible);
  CHECK(mix.best.rank == 2);
  CHECK(mix.values == std::vector<double>{40, 50});
  CHECK(mix.best.binding == std::vector<std::size_t>{0, 1});
}

TEST_CASE("without solvers the mix says so") {
  const Hierarchy hierarchy = tree_of({1});
  const Result<SeekMix> mix = cheapest_mix(built({.hierarchy = &hierarchy, .indicators = {{.values = {1, 2}}}}), {});
  CHECK(mix.diagnostics().front().code == Code::MissingSolver);
}

TEST_CASE("the changes grow together until enough draws agree, or the bounds stop them") {
  const Hierarchy hierarchy = tree_of({1});
  const SeekProblem problem{
      .hierarchy = &hierarchy, .indicators = {{.values = {10, 20, 0}, .possible = {0, 40}}}, .unit = 0, .rank = 1};
  const SeekIndex index = built(problem);
  const SeekMix mix = mix_of(problem);
  // The share of draws rises evenly from 0 at 10 to 1 at 50: 0.6 at 34, which is 2.4 times the change of 10.
  const ShareOfDraws share_of_draws = [](std::span<const double> values) { return (values[0] - 10) / 40; };
  const SeekRobust robust = robust_mix(index, mix, 0.6, share_of_draws);
  CHECK(robust.is_reached);
  CHECK(robust.share >= 0.6);
  CHECK(std::abs(robust.multiple - 2.4) < 1e-5);
  CHECK(robust.stopped.empty());
  CHECK(robust_mix(index, mix, 0.6, share_of_draws).values == robust.values);
  CHECK(robust_mix(index, mix, 0.1, share_of_draws).multiple == 1);
  const SeekRobust stopped = robust_mix(index, mix, 0.9, share_of_draws);
  CHECK_FALSE(stopped.is_reached);
  CHECK(stopped.share == 0.75);
  CHECK(stopped.values == std::vector<double>{40});
  CHECK(stopped.stopped == std::vector<std::size_t>{0});
}

TEST_CASE("where the mix's changes have met their bounds the other figures go towards theirs") {
  const Hierarchy hierarchy = tree_of({1, 1});
  // A rise of the first figure costs a tenth, so the mix is a change of it alone.
  const SeekProblem problem{.hierarchy = &hierarchy,
                            .indicators = {{.values = {10, 20, 0}, .price = 0.1, .possible = {0, 40}},
                                           {.values = {5, 5, 0}, .price = 1.0, .possible = {0, 25}}},
                            .unit = 0,
                            .rank = 1};
  const SeekIndex index = built(problem);
  const SeekMix mix = mix_of(problem);
  REQUIRE(std::abs(mix.values[1] - 5) < 1e-9);
  // 0.5 once the first figure is 40, and then evenly up to 0.9 where the second is 25: 0.7 at half of its way, 15.
  const ShareOfDraws share_of_draws = [](std::span<const double> values) {
    return (values[0] - 10) / 60 + (values[1] - 5) / 50;
  };
  const SeekRobust half = robust_mix(index, mix, 0.7, share_of_draws);
  CHECK(half.is_reached);
  CHECK(std::abs(half.of_rest - 0.5) < 1e-5);
  CHECK(half.values[0] == 40);
  CHECK(std::abs(half.values[1] - 15) < 1e-4);
  const SeekRobust never = robust_mix(index, mix, 0.95, share_of_draws);
  CHECK_FALSE(never.is_reached);
  CHECK(std::abs(never.share - 0.9) < 1e-12);
  CHECK(never.values == std::vector<double>{40, 25});
}

}  // namespace
}  // namespace podium
