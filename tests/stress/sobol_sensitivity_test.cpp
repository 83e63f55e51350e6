#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"
#include "podium/stress/sobol/sensitivity.hpp"

#include "stress/sobol_functions.hpp"

namespace podium {
namespace {

using namespace testing;

SobolResult analysed(const SobolProblem& problem, const SobolOptions& options = {}) {
  auto result = variance_based_sensitivity(problem, options);
  REQUIRE(result);
  return *std::move(result);
}

void check_known(const std::string& name, const SobolProblem& problem, const KnownIndices& known) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const SobolResult result = analysed(problem, {.seed = seed});
    const TargetSensitivity& target = result.targets[0];
    CAPTURE(name);
    CAPTURE(seed);
    CHECK(result.is_precise);
    CHECK(target.mean == doctest::Approx(known.mean).epsilon(0.01));
    CHECK(target.variance == doctest::Approx(known.variance).epsilon(0.02));
    double worst = 0;
    for (std::size_t i = 0; i < known.factors.size(); ++i) {
      const auto& [first, total] = target.factors[i];
      CAPTURE(i);
      CHECK(covers(first, known.factors[i].first));
      CHECK(covers(total, known.factors[i].total));
      CHECK(first.half_width() <= 0.02);
      CHECK(total.half_width() <= 0.02);
      worst = std::max(
          {worst, std::abs(first.value - known.factors[i].first), std::abs(total.value - known.factors[i].total)});
    }
    CHECK(covers(target.dummy.first, 0));
    CHECK(covers(target.dummy.total, 0));
    MESSAGE(name << ", seed " << seed << ": +-0.02 together after " << result.runs << " runs, largest error " << worst);
  }
}

TEST_CASE("the indices of the Ishigami function lie in their intervals at three seeds out of three") {
  check_known("Ishigami", problem_of(3, ishigami), ishigami_indices());
}

TEST_CASE("the indices of Sobol's G-function lie in their intervals at three seeds out of three") {
  check_known("G-function", problem_of(8, g_function), g_indices());
}

TEST_CASE("intervals hold as often as they say, over many seeds") {
  // Six indices at 95 % together: at least 95 of 100 seeds should hold all; 87 or fewer are a chance of 1 in 700 where
  // they do. Each on its own: 600 intervals of 95 %, which move together inside a seed.
  const SobolProblem problem = problem_of(3, ishigami);
  const KnownIndices known = ishigami_indices();
  const auto held = [&](Coverage coverage) {
    std::array<int, 2> counts = {};
    for (std::uint64_t seed = 101; seed <= 200; ++seed) {
      const SobolResult result =
          analysed(problem, {.base_points = 256, .coverage = coverage, .most_runs = 40'000, .seed = seed});
      int in = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        in += covers(result.targets[0].factors[i].first, known.factors[i].first) ? 1 : 0;
        in += covers(result.targets[0].factors[i].total, known.factors[i].total) ? 1 : 0;
      }
      counts[0] += in;
      counts[1] += in == 6 ? 1 : 0;
    }
    return counts;
  };
  const auto each = held(Coverage::Each);
  const auto together = held(Coverage::Together);
  CHECK(each[0] >= 540);
  CHECK(together[1] >= 88);
  MESSAGE("each: " << each[0] << " of 600; together: all six at " << together[1] << " of 100 seeds");
}

/// Whether all second-order intervals hold what they should; the sum of all indices is checked on the way.
bool pairs_hold(const SobolProblem& problem, const KnownIndices& known,
                const std::function<double(std::size_t, std::size_t)>& interaction, std::uint64_t seed) {
  const SobolResult result = analysed(problem, {.second_order = SecondOrder::Counted, .seed = seed});
  const TargetSensitivity& target = result.targets[0];
  CHECK(result.is_precise);
  REQUIRE(target.pairs.size() == known.factors.size() * (known.factors.size() - 1) / 2);
  bool all = true;
  for (const PairInteraction& pair : target.pairs) {
    CHECK(pair.i < pair.j);
    CHECK(std::abs(pair.index.value - interaction(pair.i, pair.j)) < 0.02);
    all = all && covers(pair.index, interaction(pair.i, pair.j));
  }
  return all;
}

TEST_CASE("second-order indices are the interactions, and their intervals hold as often as they say") {
  const KnownIndices ishigami_known = ishigami_indices();
  const KnownIndices g_known = g_indices();
  int ishigami_held = 0;
  int g_held = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto of_ishigami = [&](std::size_t i, std::size_t j) {
      return i == 0 && j == 2 ? ishigami_known.factors[2].total : 0;
    };
    const auto of_g = [&](std::size_t i, std::size_t j) { return g_part(i) * g_part(j) / g_known.variance; };
    ishigami_held += pairs_hold(problem_of(3, ishigami), ishigami_known, of_ishigami, seed) ? 1 : 0;
    g_held += pairs_hold(problem_of(8, g_function), g_known, of_g, seed) ? 1 : 0;
  }
  // 19 of 20 are promised; 15 or fewer are a chance of 1 in 400 where the promise is kept.
  CHECK(ishigami_held >= 16);
  CHECK(g_held >= 16);
  MESSAGE("all pairs hold at " << ishigami_held << " (Ishigami) and " << g_held << " (G-function) of 20 seeds");
}

TEST_CASE("interactions beside leave the analysis as it is without them, and their intervals hold together") {
  const KnownIndices known = ishigami_indices();
  int held = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const SobolProblem problem = problem_of(3, ishigami);
    const SobolResult without = analysed(problem, {.seed = seed});
    const SobolResult beside = analysed(problem, {.second_order = SecondOrder::Beside, .seed = seed});
    CHECK(beside.runs == without.runs);
    CHECK(beside.is_precise == without.is_precise);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto& [first, total] = beside.targets[0].factors[i];
      CHECK(first.low == without.targets[0].factors[i].first.low);
      CHECK(total.high == without.targets[0].factors[i].total.high);
    }
    const std::vector<PairInteraction>& pairs = beside.targets[0].pairs;
    REQUIRE(pairs.size() == 3);
    held += std::ranges::all_of(pairs, [&](const PairInteraction& pair) {
      return covers(pair.index, pair.i == 0 && pair.j == 2 ? known.factors[2].total : 0);
    });
  }
  CHECK(held >= 16);
}

TEST_CASE("a factor that the target does not see has indices of exactly zero, and its pairs too") {
  const SobolProblem problem = problem_of(3, [](std::span<const double> u) { return std::exp(u[0]) + u[0] * u[2]; });
  const SobolResult result = analysed(problem, {.second_order = SecondOrder::Counted});
  const FactorIndices& unseen = result.targets[0].factors[1];
  for (const SobolIndex& index : {unseen.first, unseen.total, result.targets[0].pairs[0].index}) {
    CHECK(index.low == 0);
    CHECK(index.value == 0);
    CHECK(index.high == 0);
  }
}

TEST_CASE("a factor of several coordinates has the indices of their group") {
  SobolProblem problem = problem_of(3, ishigami);
  problem.factors = {{"x1 and x3", {0, 2}}, {"x2", {1}}};
  const KnownIndices known = ishigami_indices();
  const TargetSensitivity target = analysed(problem).targets[0];
  const double group = known.factors[0].total;
  CHECK(covers(target.factors[0].first, group));
  CHECK(covers(target.factors[0].total, group));
  CHECK(covers(target.factors[1].first, known.factors[1].first));
}

TEST_CASE("a coordinate of no factor varies all the same") {
  SobolProblem problem = problem_of(3, ishigami);
  problem.factors.erase(problem.factors.begin());
  const KnownIndices known = ishigami_indices();
  const TargetSensitivity target = analysed(problem).targets[0];
  CHECK(covers(target.factors[0].total, known.factors[1].total));
  CHECK(covers(target.factors[1].total, known.factors[2].total));
}

TEST_CASE("several targets come from the same runs, each as if it were alone") {
  SobolProblem both = problem_of(3, ishigami);
  both.targets = 2;
  both.evaluate = [](const PointBlock& block, std::span<double> values) {
    for (std::size_t i = 0; i < block.points; ++i) {
      values[i] = ishigami(block.point(i));
      values[block.points + i] = block.point(i)[1] < 0.3 ? 1 : 0;  // as membership in the top k
    }
  };
  const SobolOptions options{.precision = 1e-9, .most_runs = 20'000};
  const SobolResult result = analysed(both, options);
  const SobolResult alone = analysed(problem_of(3, ishigami), options);
  REQUIRE(result.runs == alone.runs);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(result.targets[0].factors[i].first.value == alone.targets[0].factors[i].first.value);
    CHECK(result.targets[0].factors[i].total.high == alone.targets[0].factors[i].total.high);
  }
  CHECK(result.targets[1].mean == doctest::Approx(0.3).epsilon(0.01));
  CHECK(result.targets[1].variance == doctest::Approx(0.21).epsilon(0.01));
  CHECK(result.targets[1].factors[1].first.value == doctest::Approx(1).epsilon(1e-12));
  CHECK(result.targets[1].factors[0].total.value == 0);
}

TEST_CASE("a target that does not vary says so, and has no indices") {
  const SobolResult result = analysed(problem_of(2, [](std::span<const double> u) { return 0.1 + 1e-16 * u[0]; }));
  const TargetSensitivity& target = result.targets[0];
  CHECK(target.is_constant);
  CHECK(target.mean == doctest::Approx(0.1));
  CHECK(std::isnan(target.factors[0].first.value));
  CHECK(std::isnan(target.factors[1].total.half_width()));
  CHECK(std::isnan(target.dummy.first.value));
  CHECK(result.is_precise);
}

TEST_CASE("failed runs are left out and counted, and the rest still has its indices") {
  // The failures do not depend on what the target depends on, so that its indices stay as they are.
  SobolProblem problem = problem_of(4, [](std::span<const double> u) { return u[3] < 0.1 ? kMissing : ishigami(u); });
  const SobolResult result = analysed(problem);
  const TargetSensitivity& target = result.targets[0];
  const KnownIndices known = ishigami_indices();
  CHECK(result.is_precise);
  CHECK(static_cast<double>(target.failed_runs) / static_cast<double>(result.runs) ==
        doctest::Approx(0.1).epsilon(0.02));
  CHECK(static_cast<double>(target.incomplete_rows) / static_cast<double>(result.points * result.scramblings) ==
        doctest::Approx(0.19).epsilon(0.02));
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(covers(target.factors[i].first, known.factors[i].first));
    CHECK(covers(target.factors[i].total, known.factors[i].total));
  }
  const SobolResult none = analysed(problem_of(2, [](std::span<const double>) { return kMissing; }));
  CHECK(none.targets[0].is_constant);
  CHECK(none.targets[0].failed_runs == none.runs);
  CHECK(std::isnan(none.targets[0].mean));
  CHECK(std::isnan(none.targets[0].factors[0].first.value));
}

TEST_CASE("doubling keeps the rows that were run: the result is that of all rows at once") {
  const SobolProblem problem = problem_of(3, ishigami);
  const SobolResult doubled = analysed(problem, {.base_points = 16, .precision = 1e-9, .most_runs = 70'000});
  CHECK(doubled.points == 512);
  CHECK(doubled.runs == 512 * 16 * 8);
  CHECK(!doubled.is_precise);
  const SobolResult at_once = analysed(problem, {.base_points = 512, .precision = 1e-9, .most_runs = 70'000});
  CHECK(at_once.runs == doubled.runs);
  for (std::size_t i = 0; i < 3; ++i) {
    // The batches differ, and with them the last bits.
    CHECK(doubled.targets[0].factors[i].first.value ==
          doctest::Approx(at_once.targets[0].factors[i].first.value).epsilon(1e-12));
  }
}

TEST_CASE("there are never more runs than allowed, and fewer base points where they do not fit") {
  const SobolProblem problem = problem_of(3, ishigami);
  const SobolResult result = analysed(problem, {.base_points = 1024, .most_runs = 1000});
  CHECK(result.points == 4);
  CHECK(result.runs == 4 * 16 * 8);
  CHECK(!result.is_precise);
  const auto refused = variance_based_sensitivity(problem, {.most_runs = 255});
  REQUIRE(!refused);
  CHECK(refused.diagnostics()[0].code == Code::InvalidValue);
  CHECK(refused.diagnostics()[0].expected == "at least 256, two rows of each scrambling");
}

TEST_CASE("told to stop it gives the result so far, and the target is asked no more") {
  std::uint64_t asked = 0;
  SobolOptions options{.precision = 1e-9};
  options.keep_going = [&asked](std::uint64_t runs) { return ++asked < 3 && runs > 0; };
  const SobolResult result = analysed(problem_of(3, ishigami), options);
  CHECK(result.is_stopped);
  CHECK(asked == 3);
  CHECK(result.runs == result.points * 16 * 8);
  CHECK(!std::isnan(result.targets[0].factors[0].first.value));
}

TEST_CASE("no factor is an analysis too: mean and variance") {
  SobolProblem problem = problem_of(3, ishigami);
  problem.factors.clear();
  const SobolResult result = analysed(problem, {.base_points = 1024, .second_order = SecondOrder::Counted});
  CHECK(result.targets[0].factors.empty());
  CHECK(result.targets[0].mean == doctest::Approx(3.5).epsilon(0.01));
}

TEST_CASE("options and factors that mean nothing are refused with their name") {
  const struct {
    const char* key;
    std::vector<SobolFactor> factors;
    SobolOptions options;
  } cases[] = {
      {"factors", {{"a", {3}}}, {}},         {"factors", {{"a", {0, 1}}, {"b", {1}}}, {}},
      {"factors", {{"a", {2, 2}}}, {}},      {"scramblings", {}, {.scramblings = 1}},
      {"precision", {}, {.precision = 0}},   {"precision", {}, {.precision = std::nan("")}},
      {"confidence", {}, {.confidence = 1}}, {"most_runs", {}, {.most_runs = 0}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.key);
    SobolProblem problem = problem_of(3, ishigami);
    problem.factors = c.factors;
    const auto result = variance_based_sensitivity(problem, c.options);
    REQUIRE(!result);
    CHECK(result.diagnostics().size() == 1);
    CHECK(result.diagnostics()[0].subject.key == c.key);
  }
  CHECK(!variance_based_sensitivity({}, {}));
}

}  // namespace
}  // namespace podium
