#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include "podium/stress/sobol/factorial.hpp"
#include "podium/stress/sobol/sensitivity.hpp"

#include "stress/sobol_functions.hpp"
#include "support/csv.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;

constexpr std::array<std::size_t, 3> kLevels = {5, 2, 2};

/// The twenty runs of COINr, the outlier limit changing fastest.
std::vector<double> coinr_runs(const std::filesystem::path& folder) {
  const Table runs = read_table(folder / "runs.csv");
  std::vector<double> values(20, kMissing);
  for (std::size_t row = 0; row < runs.rows.size(); ++row) {
    const auto position = [&](const char* input) { return static_cast<std::size_t>(runs.number(row, input)) - 1; };
    values.at(position("Winmax") + 5 * position("Normalisation") + 10 * position("Aggregation")) =
        runs.number(row, "mean_abs_rank_change");
  }
  return values;
}

TEST_CASE("indices over all combinations agree with COINr") {
  REQUIRE_SHARED(shared);
  const auto folder = shared / "golden" / "coinr" / "cases" / "exact-outlier-norm-agg";
  const FactorialIndices found = factorial_indices(kLevels, coinr_runs(folder));
  const Table expected = read_table(folder / "indices.csv");
  const auto near = [](double x, double y) { return std::abs(x - y) <= 1e-9 + 1e-7 * std::abs(y); };
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(near(found.factors[i].first, expected.number(i, "Si")));
    CHECK(near(found.factors[i].total, expected.number(i, "STi")));
    CHECK(near(found.mean, expected.number(i, "mean")));
    CHECK(near(found.variance, expected.number(i, "variance")));
  }
}

TEST_CASE("sampling converges to the exact indices of COINr, and its intervals hold them as often as they say") {
  REQUIRE_SHARED(shared);
  const auto folder = shared / "golden" / "coinr" / "cases" / "exact-outlier-norm-agg";
  const std::vector<double> values = coinr_runs(folder);
  const Table expected = read_table(folder / "indices.csv");
  const SobolProblem problem = problem_of(3, [&values](std::span<const double> u) {
    const auto level = [&u](std::size_t k) { return static_cast<std::size_t>(u[k] * static_cast<double>(kLevels[k])); };
    return values[level(0) + 5 * level(1) + 10 * level(2)];
  });
  int held = 0;
  double largest = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto result = variance_based_sensitivity(problem, {.seed = seed});
    REQUIRE(result);
    CHECK(result->is_precise);
    const TargetSensitivity& target = result->targets[0];
    CHECK(target.mean == doctest::Approx(expected.number(0, "mean")).epsilon(0.01));
    CHECK(target.variance == doctest::Approx(expected.number(0, "variance")).epsilon(0.01));
    bool all = true;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto& [first, total] = target.factors[i];
      all = all && covers(first, expected.number(i, "Si")) && covers(total, expected.number(i, "STi"));
      largest = std::max({largest, std::abs(first.value - expected.number(i, "Si")),
                          std::abs(total.value - expected.number(i, "STi"))});
    }
    held += all ? 1 : 0;
  }
  CHECK(largest < 0.02);
  // 95 of 100 are promised; 87 or fewer are a chance of 1 in 700 where the promise is kept.
  CHECK(held >= 88);
  MESSAGE("all six intervals hold at " << held << " of 100 seeds, largest error " << largest);
}

TEST_CASE("indices of small tables are those by hand") {
  // y = x + z over {0, 1} x {0, 2}: variances 1/4 and 1.
  const FactorialIndices sum = factorial_indices(std::array<std::size_t, 2>{2, 2}, std::array{0.0, 1.0, 2.0, 3.0});
  CHECK(sum.mean == 1.5);
  CHECK(sum.variance == 1.25);
  CHECK(sum.factors[0].first == doctest::Approx(0.2));
  CHECK(sum.factors[0].total == doctest::Approx(0.2));
  CHECK(sum.factors[1].first == doctest::Approx(0.8));
  // y = x z over {-1, 1}^2: nothing alone, everything together.
  const FactorialIndices product =
      factorial_indices(std::array<std::size_t, 2>{2, 2}, std::array{1.0, -1.0, -1.0, 1.0});
  CHECK(product.factors[0].first == 0);
  CHECK(product.factors[1].total == 1);
  const FactorialIndices same = factorial_indices(std::array<std::size_t, 2>{3, 1}, std::array{0.1, 0.1, 0.1});
  CHECK(same.variance == 0);
  CHECK(std::isnan(same.factors[0].first));
  const FactorialIndices gap = factorial_indices(std::array<std::size_t, 1>{2}, std::array{1.0, std::nan("")});
  CHECK(std::isnan(gap.factors[0].total));
}

}  // namespace
}  // namespace podium
