#include "podium/reason/shapley.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "support/random.hpp"

namespace podium {
namespace {

using testing::Random;

/// A game with a random worth for each coalition.
std::vector<double> random_game(Random& random, std::size_t factors) {
  std::vector<double> worths(std::size_t{1} << factors);
  for (double& worth : worths) worth = random.between(-10, 10);
  return worths;
}

std::size_t members(std::span<const char> changed) {
  std::size_t all = 0;
  for (std::size_t i = 0; i < changed.size(); ++i) all |= changed[i] != 0 ? std::size_t{1} << i : 0;
  return all;
}

Worth worth_of(const std::vector<double>& game) {
  return [&game](std::span<const char> changed) { return std::vector<double>{game[members(changed)]}; };
}

/// The definition: the mean over all orders, here those that no group interrupts.
std::vector<double> by_orders(const std::vector<double>& game, const std::vector<std::size_t>& group_of) {
  std::vector<std::size_t> order(group_of.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> sums(group_of.size());
  double orders = 0;
  do {
    std::vector<std::size_t> groups;
    for (const std::size_t factor : order) {
      if (groups.empty() || groups.back() != group_of[factor]) groups.push_back(group_of[factor]);
    }
    std::vector<std::size_t> distinct = groups;
    std::ranges::sort(distinct);
    if (std::ranges::adjacent_find(distinct) != distinct.end()) continue;
    ++orders;
    std::size_t before = 0;
    for (const std::size_t factor : order) {
      sums[factor] += game[before | (std::size_t{1} << factor)] - game[before];
      before |= std::size_t{1} << factor;
    }
  } while (std::ranges::next_permutation(order).found);
  for (double& sum : sums) sum /= orders;
  return sums;
}

TEST_CASE("three musicians, of whom two need the third") {
  // The glove game: a left glove is worth something only beside a right one; 2/3, 1/6, 1/6 (Shapley and Shubik, 1969).
  const Worth worth = [](std::span<const char> changed) {
    return std::vector<double>{changed[0] != 0 && (changed[1] != 0 || changed[2] != 0) ? 1.0 : 0.0};
  };
  const Shapley found = shapley_values(3, worth);
  CHECK(found.is_exact);
  CHECK(found.shares[0][0].value == doctest::Approx(2.0 / 3).epsilon(1e-15));
  CHECK(found.shares[0][1].value == doctest::Approx(1.0 / 6).epsilon(1e-15));
  CHECK(found.shares[0][1] == found.shares[0][2]);
}

TEST_CASE("shares are the mean over all orders, with and without groups") {
  Random random(61);
  for (const std::vector<std::size_t>& group_of : std::vector<std::vector<std::size_t>>{
           {0}, {0, 1}, {0, 1, 2, 3, 4}, {0, 0, 0}, {0, 0, 1}, {1, 0, 1, 2, 0, 1}, {0, 1, 1, 1, 2, 2}}) {
    const std::vector<double> game = random_game(random, group_of.size());
    const std::vector<double> expected = by_orders(game, group_of);
    const Shapley found = owen_values(group_of, worth_of(game));
    CHECK(found.is_exact);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(found.shares[0][i].value == doctest::Approx(expected[i]).epsilon(1e-12));
      CHECK(found.shares[0][i].standard_error == 0);
    }
  }
}

TEST_CASE("the shares sum to the change; those of a group to its share as one factor") {
  Random random(62);
  const std::vector<std::size_t> group_of{0, 1, 1, 2, 2, 2, 0};
  for (int round = 0; round < 20; ++round) {
    const std::vector<double> game = random_game(random, group_of.size());
    const Shapley found = owen_values(group_of, worth_of(game));
    std::vector<double> of_groups(3);
    double sum = 0;
    for (std::size_t i = 0; i < group_of.size(); ++i) {
      sum += found.shares[0][i].value;
      of_groups[group_of[i]] += found.shares[0][i].value;
    }
    CHECK(std::abs(sum - (found.after[0] - found.before[0])) < 1e-12);
    const Worth of_whole_groups = [&](std::span<const char> changed) {
      std::vector<char> factors(group_of.size());
      for (std::size_t i = 0; i < factors.size(); ++i) factors[i] = changed[group_of[i]];
      return worth_of(game)(factors);
    };
    const Shapley groups = shapley_values(3, of_whole_groups);
    for (std::size_t group = 0; group < 3; ++group) {
      CHECK(std::abs(of_groups[group] - groups.shares[0][group].value) < 1e-12);
    }
  }
}

TEST_CASE("a factor that never adds anything has nothing, and two alike have the same") {
  Random random(63);
  const std::vector<double> game = random_game(random, 12);
  // Factor 1 never counts; of 3 and 4 only the number counts.
  const Worth worth = [&](std::span<const char> changed) {
    std::size_t coalition = members(changed) & ~std::size_t{0b11010};
    coalition |= static_cast<std::size_t>(changed[3] + changed[4]) << 10U;
    return std::vector<double>{game[coalition % game.size()]};
  };
  const Shapley found = shapley_values(10, worth);
  CHECK(found.shares[0][1].value == 0);
  CHECK(found.shares[0][3].value == doctest::Approx(found.shares[0][4].value).epsilon(1e-12));
}

TEST_CASE("drawn shares sum as exactly, and lie within their errors of the exact ones") {
  Random random(64);
  const std::vector<double> game = random_game(random, 8);
  const Shapley exact = shapley_values(8, worth_of(game));
  const Shapley drawn = shapley_values(8, worth_of(game), {.exact_up_to = 7, .permutations = 4000, .seed = 5});
  CHECK_FALSE(drawn.is_exact);
  double sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    CAPTURE(i);
    const ShapleyShare& share = drawn.shares[0][i];
    sum += share.value;
    CHECK(share.standard_error > 0);
    CHECK(share.standard_error < 0.3);
    CHECK(std::abs(share.value - exact.shares[0][i].value) < 4 * share.standard_error);
  }
  CHECK(std::abs(sum - (drawn.after[0] - drawn.before[0])) < 1e-10);
  CHECK(shapley_values(8, worth_of(game), {.exact_up_to = 7, .permutations = 4000, .seed = 5}).shares == drawn.shares);
  CHECK(shapley_values(8, worth_of(game), {.exact_up_to = 7, .permutations = 4000, .seed = 6}).shares != drawn.shares);
}

TEST_CASE("drawn orders keep groups together") {
  Random random(65);
  const std::vector<std::size_t> group_of{0, 1, 1, 1, 2, 2};
  const std::vector<double> game = random_game(random, group_of.size());
  const std::vector<double> expected = by_orders(game, group_of);
  const Shapley drawn = owen_values(group_of, worth_of(game), {.exact_up_to = 2, .permutations = 4000});
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(std::abs(drawn.shares[0][i].value - expected[i]) < 4 * drawn.shares[0][i].standard_error + 1e-12);
  }
}

TEST_CASE("each coalition is asked for once, and each quantity has its own shares") {
  std::size_t asked = 0;
  const Worth worth = [&asked](std::span<const char> changed) {
    ++asked;
    const double first = changed[0] != 0 ? 2 : 0;
    const double second = changed[1] != 0 ? -1 : 4;
    return std::vector<double>{first, second, first * second};
  };
  const Shapley found = shapley_values(2, worth);
  CHECK(asked == 4);
  CHECK(found.worths == 4);
  CHECK(found.before == std::vector<double>{0, 4, 0});
  CHECK(found.shares[0] == std::vector<ShapleyShare>{{2}, {0}});
  CHECK(found.shares[1] == std::vector<ShapleyShare>{{0}, {-5}});
  // first * second: 0 -> 8 -> -2 and 0 -> 0 -> -2.
  CHECK(found.shares[2] == std::vector<ShapleyShare>{{3}, {-5}});
}

}  // namespace
}  // namespace podium
