#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "podium/solve/solvers.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

using State = Optimum::State;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST_CASE("integer programs that can be solved by hand") {
  const struct {
    const char* name;
    IntegerProgram program;
    std::vector<double> point;
    double value;
  } cases[] = {
      // By fractions (2, 1.5) is worth 21; of the whole points 3 x1 + 2 x2 <= 9, x1 + 4 x2 <= 8 leave, (2, 1) gives
      // 18 and (3, 0) gives 15.
      {"the best whole point is not the rounded best point",
       {{{5, 8}, {3, 2, 1, 4}, {9, 8}, {0, 0}, {kInfinity, kInfinity}}, {1, 1}},
       {2, 1},
       18},
      {"a knapsack takes the dearer pair and not the best by weight",
       {{{6, 5, 5}, {4, 3, 3}, {6}, {0, 0, 0}, {1, 1, 1}}, {1, 1, 1}},
       {0, 1, 1},
       10},
      {"one variable whole, one not", {{{1, 1}, {2, 1}, {3.5}, {0, 0}, {kInfinity, 1}}, {1, 0}}, {1, 1}, 2},
      {"no variable whole: a linear program",
       {{{3, 5}, {1, 0, 0, 2, 3, 2}, {4, 12, 18}, {0, 0}, {9, 9}}, {0, 0}},
       {2, 6},
       36},
      {"bounds between whole numbers", {{{1}, {}, {}, {0.5}, {2.5}}, {1}}, {2}, 2},
      {"a row with an infinite limit does not bind", {{{1}, {1, 1}, {kInfinity, 3.5}, {0}, {kInfinity}}, {1}}, {3}, 3},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Optimum best = maximise_integer(c.program);
    REQUIRE(best.state == State::Found);
    CHECK(best.value == doctest::Approx(c.value));
    for (std::size_t i = 0; i < c.point.size(); ++i) CHECK(best.point[i] == doctest::Approx(c.point[i]));
  }
}

TEST_CASE("an integer program without a best point says why") {
  CHECK(maximise_integer({{{1}, {1, -1}, {1, -2}, {0}, {kInfinity}}, {1}}).state == State::Infeasible);
  CHECK(maximise_integer({{{1}, {}, {}, {0.2}, {0.8}}, {1}}).state == State::Infeasible);
  // 2 x - 2 y = 1 has points, but no whole ones.
  CHECK(maximise_integer({{{1, 0}, {2, -2, -2, 2}, {1, -1}, {0, 0}, {50, 50}}, {1, 1}}).state == State::Infeasible);
  CHECK(maximise_integer({{{1, 0}, {0, 1}, {1}, {0, 0}, {kInfinity, kInfinity}}, {0, 1}}).state == State::Unbounded);
}

/// The best of all choices of the binary variables, each with the best of its one continuous variable: slow and
/// obvious.
double best_choice(const IntegerProgram& program, std::size_t binaries) {
  const LinearProgram& linear = program.linear;
  const std::size_t width = binaries + 1;
  double best = -kInfinity;
  for (std::size_t choice = 0; choice < (std::size_t{1} << binaries); ++choice) {
    double low = linear.lower[binaries];
    double high = linear.upper[binaries];
    double value = 0;
    for (std::size_t i = 0; i < binaries; ++i) value += (choice >> i & 1U) != 0 ? linear.objective[i] : 0;
    for (std::size_t row = 0; row < linear.limits.size(); ++row) {
      double rest = linear.limits[row];
      for (std::size_t i = 0; i < binaries; ++i) rest -= (choice >> i & 1U) != 0 ? linear.rows[row * width + i] : 0;
      const double coefficient = linear.rows[row * width + binaries];
      if (coefficient > 0) high = std::min(high, rest / coefficient);
      if (coefficient < 0) low = std::max(low, rest / coefficient);
    }
    if (low > high) continue;
    const double slope = linear.objective[binaries];
    best = std::max(best, value + std::max(slope * low, slope * high));
  }
  return best;
}

TEST_CASE("the best point of seven binary and one continuous variable is the best of all choices") {
  constexpr std::size_t kBinaries = 7;
  testing::Random random(2);
  std::size_t infeasible = 0;
  std::size_t cut_short = 0;
  for (int round = 0; round < 300; ++round) {
    IntegerProgram program;
    LinearProgram& linear = program.linear;
    linear.lower.assign(kBinaries + 1, 0);
    linear.upper.assign(kBinaries + 1, 1);
    program.whole.assign(kBinaries, 1);
    program.whole.push_back(0);
    for (std::size_t i = 0; i <= kBinaries; ++i) linear.objective.push_back(random.between(-1, 2));
    for (std::size_t row = 0; row < 4; ++row) {
      for (std::size_t i = 0; i <= kBinaries; ++i) linear.rows.push_back(random.between(-1, 1));
      linear.limits.push_back(random.between(-1.2, 1));
    }
    const double expected = best_choice(program, kBinaries);
    // Cut short, it says so rather than something wrong.
    IntegerProgram hurried = program;
    hurried.branchings = 1;
    const Optimum early = maximise_integer(hurried);
    if (early.state == State::Found) CHECK(early.value == doctest::Approx(expected).epsilon(1e-7));
    if (early.state == State::Infeasible) CHECK(expected == -kInfinity);
    cut_short += early.state == State::NotConverged ? 1 : 0;
    const Optimum best = maximise_integer(program);
    if (expected == -kInfinity) {
      ++infeasible;
      CHECK(best.state == State::Infeasible);
      continue;
    }
    REQUIRE(best.state == State::Found);
    CHECK(best.value == doctest::Approx(expected).epsilon(1e-7));
    CHECK(maximise_integer(program).point == best.point);
  }
  CHECK(infeasible > 5);
  CHECK(infeasible < 200);
  CHECK(cut_short > 20);
}

}  // namespace
}  // namespace podium
