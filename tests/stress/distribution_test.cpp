#include "podium/stress/distribution.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

/// Four worlds of three units and one weight.
StressTally four_worlds() {
  StressTally tally(3, 1, std::vector<ScoreScale>(3, {0, 10}));
  tally.add(std::vector<double>{1}, std::vector<double>{9, 5, 1}, std::vector<Rank>{1, 2, 3});
  tally.add(std::vector<double>{3}, std::vector<double>{8, 5, 2}, std::vector<Rank>{1, 2, 3});
  tally.add(std::vector<double>{5}, std::vector<double>{4, 6, 4}, std::vector<Rank>{2, 1, 2});
  tally.add(std::vector<double>{7}, std::vector<double>{2, 7, kMissing}, std::vector<Rank>{2, 1, 0});
  return tally;
}

TEST_CASE("the interval of a share is Wilson's") {
  // Newcombe, 1998, Statistics in Medicine 17, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  struct Case {
    std::uint64_t successes, trials;
    double lower, upper;
  };
  for (const Case& c :
       {Case{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}}) {
    CAPTURE(c.trials);
    const Probability p = probability_of(c.successes, c.trials);
    CHECK(p.value == static_cast<double>(c.successes) / static_cast<double>(c.trials));
    // As printed there, to four decimals.
    CHECK(std::abs(p.lower - c.lower) <= 0.00005);
    CHECK(std::abs(p.upper - c.upper) <= 0.00005);
  }
  CHECK(probability_of(7, 7).upper == 1);
  CHECK(is_missing(probability_of(0, 0).value));
}

TEST_CASE("ranks of four worlds") {
  const StressTally tally = four_worlds();
  const UnitDistribution first = distribution_of(tally, 0, 0.5);
  CHECK(shown(first.acceptability) == "0.5 0.5 0");
  CHECK(first.mean_rank == 1.5);
  CHECK(first.median_rank == 1);
  CHECK(first.lower_rank == 1);
  CHECK(first.upper_rank == 2);
  CHECK(first.best_rank == 1);
  CHECK(first.worst_rank == 2);
  // Two of three ranks, each in half of the worlds: ln 2 / ln 3.
  CHECK(first.entropy == doctest::Approx(std::log(2) / std::log(3)).epsilon(1e-14));
  CHECK(first.mean_score == 23.0 / 4);
  // First in the worlds of weight 1 and 3; the second unit in those of 5 and 7; the third in none.
  CHECK(shown(first.central_weights) == "2");
  CHECK(shown(distribution_of(tally, 1, 0.5).central_weights) == "6");
  CHECK(distribution_of(tally, 2, 0.5).central_weights.empty());
  CHECK(at_most(tally, 0, 1).value == 0.5);
  CHECK(at_most(tally, 0, 2).value == 1);
}

TEST_CASE("a world without a rank counts as such, and not among the ranks") {
  const StressTally tally = four_worlds();
  const UnitDistribution third = distribution_of(tally, 2, 0.9);
  CHECK(third.unranked == 0.25);
  CHECK(third.mean_rank == 8.0 / 3);
  CHECK(third.median_rank == 3);
  CHECK(third.highest_score == 4);
}

TEST_CASE("who stands before whom") {
  const StressTally tally = four_worlds();
  CHECK(tally.wins(0, 1) == 2);
  CHECK(tally.wins(1, 0) == 2);
  CHECK(tally.wins(0, 2) == 2);
  // Once they tie, once the third has no rank.
  CHECK(tally.wins(2, 0) == 0);
  CHECK(win_of(tally, 1, 2).value == 0.75);
}

TEST_CASE("quantiles of scores are right to the width of a bin") {
  StressTally tally(1, 1, {ScoreScale(0, 10)});
  for (int i = 0; i <= 1000; ++i) {
    tally.add(std::vector<double>{1}, std::vector<double>{2 + 0.006 * i}, std::vector<Rank>{1});
  }
  for (const double share : {0.05, 0.25, 0.5, 0.95}) {
    CHECK(std::abs(score_quantile(tally, 0, share) - (2 + 6 * share)) <= 0.01);
  }
  CHECK(score_quantile(tally, 0, 1) <= 8);
}

TEST_CASE("scores beyond the scale count at its ends") {
  const ScoreScale scale(0, 10);
  CHECK(scale.bin_of(-5) == 0);
  CHECK(scale.bin_of(0) == 0);
  CHECK(scale.bin_of(0.015) == 1);
  CHECK(scale.bin_of(9.999) == 999);
  CHECK(scale.bin_of(10) == 999);
  CHECK(scale.bin_of(1e300) == 999);
}

TEST_CASE("tallies add up") {
  StressTally sum = four_worlds();
  StressTally other = four_worlds();
  other.add_failure("reason", 9);
  other.add_failure("reason", 4);
  sum.add(other);
  CHECK(sum.worlds() == 8);
  CHECK(sum.ranks(0)[1] == 4);
  CHECK(sum.wins(1, 2) == 6);
  CHECK(sum.score_sum(0) == 46);
  CHECK(sum.failed() == 2);
  CHECK(sum.failures().at("reason").first == 4);
}

}  // namespace
}  // namespace podium
