#include "podium/core/statistics/variance_shares.hpp"

#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include "podium/core/statistics/summary.hpp"

#include "support/coinr.hpp"

namespace podium {
namespace {

using namespace testing;

TEST_CASE("shares of a sum are those of its terms, of a product without means all interaction") {
  const std::vector<std::size_t> levels = {2, 2};
  // y = 2 a + b with a, b in -1, 1: variances 4 and 1.
  const auto sum = exact_variance_shares(levels, std::vector<double>{-3, 1, -1, 3});
  CHECK(sum[0].first == doctest::Approx(0.8));
  CHECK(sum[0].total == doctest::Approx(0.8));
  CHECK(sum[1].first == doctest::Approx(0.2));
  const auto product = exact_variance_shares(levels, std::vector<double>{1, -1, -1, 1});
  for (const VarianceShare& share : product) {
    CHECK(share.first == doctest::Approx(0));
    CHECK(share.total == doctest::Approx(1));
  }
  CHECK(is_missing(exact_variance_shares(levels, std::vector<double>{5, 5, 5, 5})[0].first));
}

TEST_CASE("exact shares of the full factorial agree with COINr's runs") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Table runs = coinr.table("exact-outlier-norm-agg", "runs");
  std::vector<double> outputs;
  for (std::size_t row = 0; row < runs.rows.size(); ++row) outputs.push_back(runs.number(row, "mean_abs_rank_change"));
  const auto found = exact_variance_shares(std::vector<std::size_t>{5, 2, 2}, outputs);
  const Table expected = coinr.table("exact-outlier-norm-agg", "indices");
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].first == doctest::Approx(expected.number(i, "Si")).epsilon(1e-9));
    CHECK(found[i].total == doctest::Approx(expected.number(i, "STi")).epsilon(1e-9));
  }
  const Table ranks = coinr.table("exact-outlier-norm-agg", "ranks");
  const Table summary = coinr.table("exact-outlier-norm-agg", "rank_summary");
  for (std::size_t row = 0; row < summary.rows.size(); ++row) {
    std::vector<double> places;
    for (std::size_t run = 1; run < ranks.columns.size(); ++run)
      places.push_back(ranks.number(row, ranks.columns[run]));
    for (const auto& [name, share] : {std::pair("q5", 0.05), std::pair("q25", 0.25), std::pair("q95", 0.95)}) {
      CHECK(quantile_of(places, share) == doctest::Approx(summary.number(row, name)));
    }
  }
}

TEST_CASE("estimated shares of a sample agree with COINr's") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Table sample = coinr.table("estimator-ishigami", "sample");
  SobolOutputs outputs{{}, {}, std::vector<std::vector<double>>(3)};
  const std::size_t size = sample.rows.size() / 5;
  for (std::size_t row = 0; row < sample.rows.size(); ++row) {
    const std::size_t block = row / size;
    (block == 0 ? outputs.a : block == 1 ? outputs.b : outputs.a_with_b[block - 2]).push_back(sample.number(row, "y"));
  }
  const SobolEstimate found = estimate_variance_shares(outputs);
  CHECK(found.variance ==
        doctest::Approx(coinr.read_json("estimator-ishigami", "variance")["variance"].get<double>()).epsilon(1e-9));
  const Table expected = coinr.table("estimator-ishigami", "indices");
  for (std::size_t i = 0; i < found.shares.size(); ++i) {
    CHECK(found.shares[i].first == doctest::Approx(expected.number(i, "Si")).epsilon(1e-9));
    CHECK(found.shares[i].total == doctest::Approx(expected.number(i, "STi")).epsilon(1e-9));
  }
}

}  // namespace
}  // namespace podium
