#include <cmath>

#include <doctest/doctest.h>

#include "podium/solve/solvers.hpp"

namespace podium {
namespace {

using Point = std::span<const double>;

double square(double x) { return x * x; }

TEST_CASE("known minima are found") {
  const struct {
    const char* name;
    Minimisation problem;
    std::vector<double> point;
    double value;
  } cases[] = {
      {"Rosenbrock's valley (1960): 0 at (1, 1)",
       {[](Point x) { return square(1 - x[0]) + 100 * square(x[1] - x[0] * x[0]); }, {-1.2, 1}, {-5, -5}, {5, 5}},
       {1, 1},
       0},
      {"a bowl whose bottom lies outside the bounds: the nearest point of the box",
       {[](Point x) { return square(x[0] - 3) + square(x[1] + 4) + square(x[2]); }, {0, 0, 0}, {-1, -2, -1}, {2, 2, 1}},
       {2, -2, 0},
       1 + 4},
      {"a flat direction: any point of the valley, here only its height counts",
       {[](Point x) { return square(x[0] + x[1] - 1); }, {0.2, 0.2}, {0, 0}, {1, 1}},
       {},
       0},
      {"two valleys, the start in the shallow one",
       {[](Point x) { return square(x[0] * x[0] - 1) + 0.2 * x[0]; }, {0.9}, {-2}, {2}},
       {},
       -0.20244},  // near x = -1.0241, where 4 x^3 - 4 x + 0.2 = 0: 0.0488^2 - 0.20482
      {"a variable that the bounds fix",
       {[](Point x) { return square(x[0] - x[1]); }, {0.5, 0.7}, {0, 0.7}, {1, 0.7}},
       {0.7, 0.7},
       0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Optimum best = minimise_in_box(c.problem);
    CHECK(best.state == Optimum::State::Found);
    CHECK(best.value == doctest::Approx(c.value).epsilon(1e-4));
    for (std::size_t i = 0; i < c.point.size(); ++i) CHECK(best.point[i] == doctest::Approx(c.point[i]).epsilon(1e-6));
    for (std::size_t i = 0; i < c.problem.start.size(); ++i) {
      CHECK(best.point[i] >= c.problem.lower[i]);
      CHECK(best.point[i] <= c.problem.upper[i]);
    }
    CHECK(minimise_in_box(c.problem).point == best.point);
  }
}

TEST_CASE("a search that runs out of evaluations says so") {
  Minimisation problem{
      [](Point x) { return square(1 - x[0]) + 100 * square(x[1] - x[0] * x[0]); }, {-1.2, 1}, {-5, -5}, {5, 5}};
  problem.evaluations = 60;
  CHECK(minimise_in_box(problem).state == Optimum::State::NotConverged);
}

TEST_CASE("bounds that cross leave nothing to search") {
  CHECK(minimise_in_box({[](Point) { return 0.0; }, {0}, {1}, {0}}).state == Optimum::State::Infeasible);
}

TEST_CASE("the build's solvers are the two above") {
  CHECK((native_solvers().maximise == maximise_linear));
  CHECK((native_solvers().minimise == minimise_in_box));
}

}  // namespace
}  // namespace podium
