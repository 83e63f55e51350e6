#include "podium/publish/pictures/scale.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

namespace podium {
namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("a domain is round, holds its values and starts at zero where that costs little") {
  const struct {
    const char* name;
    std::vector<double> values;
    Domain expected;
  } cases[] = {
      {"from zero to the next tick", {12, 47, 88}, {0, 100}},
      {"values in the upper half keep their own start", {90, 98}, {90, 98}},
      {"losses and gains", {-4.4, 7.8}, {-5, 10}},
      {"gaps do not count", {kGap, 3, kGap, 9}, {0, 10}},
      {"one value reaches down to zero", {7}, {0, 8}},
      {"one negative value reaches up to zero", {-7}, {-8, 0}},
      {"nothing but zero", {0, 0}, {0, 1}},
      {"no value", {}, {0, 1}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(round_domain(c.values, 5) == c.expected);
  }
}

TEST_CASE("ticks are multiples of a round step") {
  const struct {
    Domain domain;
    std::vector<double> expected;
  } cases[] = {
      {{0, 100}, {0, 20, 40, 60, 80, 100}},
      {{-5, 10}, {-5, 0, 5, 10}},
      {{0, 3e11}, {0, 1e11, 2e11, 3e11}},
      {{0, 1}, {0, 0.2, 0.4, 0.6, 0.8, 1}},
  };
  for (const auto& c : cases) {
    const std::vector<double> ticks = round_ticks(c.domain, 5);
    REQUIRE(ticks.size() == c.expected.size());
    for (std::size_t i = 0; i < ticks.size(); ++i) CHECK(ticks[i] == doctest::Approx(c.expected[i]).epsilon(1e-12));
  }
}

TEST_CASE("ends that no double can count between still make an axis") {
  constexpr double kLargest = std::numeric_limits<double>::max();
  constexpr double kSmallest = std::numeric_limits<double>::denorm_min();
  const struct {
    const char* name;
    std::vector<double> values;
  } cases[] = {
      {"a width beyond a double", {-kLargest, kLargest}},
      {"a round end beyond a double", {0, kLargest}},
      {"a width of nearly nothing", {0, kSmallest}},
      {"a width that is not a normal number", {0, 1e-310}},
      {"neighbours among large numbers", {1e16, 1e16 + 2}},
      {"neighbours among small numbers", {1, 1 + std::numeric_limits<double>::epsilon()}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Domain domain = round_domain(c.values, 5);
    CHECK(domain.low <= c.values.front());
    CHECK(domain.high >= c.values.back());
    CHECK(std::isfinite(domain.low));
    CHECK(std::isfinite(domain.high));
    const std::vector<double> ticks = round_ticks(domain, 5);
    CHECK(ticks.size() >= 2);
    CHECK(ticks.size() <= 12);
    for (const double value : c.values) {
      CHECK(share_of(domain, value) >= 0);
      CHECK(share_of(domain, value) <= 1);
    }
  }
}

TEST_CASE("an axis of ranks names the first, the last and round ranks between") {
  const struct {
    std::size_t last;
    std::vector<double> expected;
  } cases[] = {
      {1, {1}},
      {2, {1, 2}},
      {4, {1, 2, 3, 4}},
      {36, {1, 10, 20, 30, 36}},
      {47, {1, 10, 20, 30, 40, 47}},
      {50, {1, 10, 20, 30, 40, 50}},
      {51, {1, 20, 40, 51}},
      {12, {1, 5, 12}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.last);
    CHECK(rank_ticks(c.last) == c.expected);
  }
}

TEST_CASE("labels are thinned out evenly") {
  const struct {
    std::size_t count;
    std::size_t expected;
  } cases[] = {{1, 1}, {6, 1}, {7, 2}, {11, 2}, {12, 3}, {31, 6}};
  for (const auto& c : cases) {
    CAPTURE(c.count);
    CHECK(label_stride(c.count, 6) == c.expected);
  }
}

TEST_CASE("names at the ends of lines keep their order and their distance") {
  const struct {
    const char* name;
    std::vector<double> wanted;
    std::vector<double> expected;
  } cases[] = {
      {"far apart they stay", {10, 50, 90}, {10, 50, 90}},
      {"close ones move down", {10, 12}, {10, 30}},
      {"at the lower edge they move up", {95, 98, 99}, {60, 80, 100}},
      {"the order is that of the values, not of the list", {52, 50}, {70, 50}},
      {"equal ones stay in the order of the list", {50, 50}, {50, 70}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(spread(c.wanted, 20, 0, 100) == c.expected);
  }
}

}  // namespace
}  // namespace podium
