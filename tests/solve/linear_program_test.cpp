#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "podium/solve/solvers.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

using State = Optimum::State;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The best vertex of a program in two variables, from every pair of its lines: slow and obvious.
double best_vertex(const LinearProgram& program) {
  struct Line {
    double a, b, limit;  ///< a x + b y <= limit
  };
  std::vector<Line> lines = {
      {-1, 0, -program.lower[0]}, {0, -1, -program.lower[1]}, {1, 0, program.upper[0]}, {0, 1, program.upper[1]}};
  for (std::size_t row = 0; row < program.limits.size(); ++row) {
    lines.push_back({program.rows[2 * row], program.rows[2 * row + 1], program.limits[row]});
  }
  double best = -kInfinity;
  for (const Line& p : lines) {
    for (const Line& q : lines) {
      const double determinant = p.a * q.b - p.b * q.a;
      if (std::abs(determinant) < 1e-9) continue;
      const double x = (p.limit * q.b - p.b * q.limit) / determinant;
      const double y = (p.a * q.limit - p.limit * q.a) / determinant;
      bool is_feasible = true;
      for (const Line& line : lines) is_feasible &= line.a * x + line.b * y <= line.limit + 1e-9;
      if (is_feasible) best = std::max(best, program.objective[0] * x + program.objective[1] * y);
    }
  }
  return best;
}

TEST_CASE("linear programs that can be solved by hand") {
  const struct {
    const char* name;
    LinearProgram program;
    std::vector<double> point;
    double value;
  } cases[] = {
      // Dantzig's textbook shape: x <= 4, 2 y <= 12, 3 x + 2 y <= 18 meet at (2, 6).
      {"three rows, two of them bind",
       {{3, 5}, {1, 0, 0, 2, 3, 2}, {4, 12, 18}, {0, 0}, {kInfinity, kInfinity}},
       {2, 6},
       36},
      {"bounds alone", {{1, -1}, {}, {}, {-2, -3}, {5, 7}}, {5, -3}, 8},
      {"a row with an infinite limit does not bind", {{1}, {1, 1}, {kInfinity, 3}, {0}, {kInfinity}}, {3}, 3},
      {"a row of zeros", {{1}, {0}, {0}, {0}, {2}}, {2}, 2},
      {"a lower limit as a negated row", {{-1}, {-1}, {-2}, {0}, {kInfinity}}, {2}, -2},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Optimum best = maximise_linear(c.program);
    REQUIRE(best.state == State::Found);
    CHECK(best.value == doctest::Approx(c.value));
    for (std::size_t i = 0; i < c.point.size(); ++i) CHECK(best.point[i] == doctest::Approx(c.point[i]));
  }
}

TEST_CASE("a program without a best point says why") {
  CHECK(maximise_linear({{1}, {1, -1}, {1, -2}, {0}, {kInfinity}}).state == State::Infeasible);
  CHECK(maximise_linear({{1}, {}, {}, {2}, {1}}).state == State::Infeasible);
  CHECK(maximise_linear({{1, 0}, {0, 1}, {1}, {0, 0}, {kInfinity, kInfinity}}).state == State::Unbounded);
}

TEST_CASE("a point where more rows meet than there are variables is found exactly") {
  // x + y = 1 and t with m <= 2 x - 1, m <= 1 - 2 x and 0.375 t <= x, y <= 0.625 t: nothing is above m = 0.
  const LinearProgram program{{0, 0, 0, 1},
                              {1, 1,  0,     0, -1, -1, 0,      0, -1, 0, 0.375, 0, 1, 0,  -0.625, 0,  //
                               0, -1, 0.375, 0, 0,  1,  -0.625, 0, -1, 1, 0,     1, 1, -1, 0,      1},
                              {1, -1, 0, 0, 0, 0, 0, 0},
                              {0, 0, 0, -1},
                              {1, 1, kInfinity, 1}};
  const Optimum best = maximise_linear(program);
  REQUIRE(best.state == State::Found);
  CHECK(std::abs(best.value) < 1e-15);
  CHECK(best.point[0] == doctest::Approx(0.5).epsilon(1e-15));
}

TEST_CASE("the best point of two variables is the best vertex") {
  testing::Random random(1);
  for (int round = 0; round < 300; ++round) {
    LinearProgram program{{}, {}, {}, {0, 0}, {10, 10}};
    program.objective = {random.between(-1, 2), random.between(-1, 2)};
    for (std::size_t row = 0; row < 4; ++row) {
      program.rows.push_back(random.between(-0.5, 1));
      program.rows.push_back(random.between(-0.5, 1));
      program.limits.push_back(random.between(0, 5));  // the origin is feasible
    }
    const Optimum best = maximise_linear(program);
    REQUIRE(best.state == State::Found);
    CHECK(best.value == doctest::Approx(best_vertex(program)).epsilon(1e-9));
    CHECK(maximise_linear(program).point == best.point);
  }
}

}  // namespace
}  // namespace podium
