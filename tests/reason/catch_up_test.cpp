#include "podium/reason/catch_up.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

using testing::Random;

std::vector<SeriesPoint> exponential_series(double first, double growth, int years) {
  std::vector<SeriesPoint> points;
  for (int i = 0; i < years; ++i) points.push_back({.time = 2015.0 + i, .value = first * std::pow(1 + growth, i)});
  return points;
}

std::vector<double> random_shocks(Random& random, std::size_t count, double size) {
  std::vector<double> shocks(count);
  for (double& shock : shocks) shock = random.between(-size, size);
  return shocks;
}

std::vector<SeriesPoint> shaken(std::vector<SeriesPoint> points, const std::vector<double>& shocks) {
  for (std::size_t i = 0; i < points.size(); ++i) points[i].value *= std::exp(shocks[i]);
  return points;
}

/// Everything that a result says, for a comparison bit by bit.
std::vector<double> numbers_of(const CatchUp& found) {
  std::vector<double> numbers{found.follower_trend.line.slope, found.leader_trend.line.slope, found.start,
                              found.median_year.value_or(-1)};
  const auto add = [&](const DrawnShare& share) {
    numbers.insert(numbers.end(),
                   {share.probability.value, share.probability.lower, share.probability.upper, share.standard_error});
  };
  for (const DrawnShare& share : {found.by_horizon, found.already, found.never, found.not_faster}) add(share);
  for (const CatchUpYear& year : found.years) {
    numbers.push_back(year.year);
    add(year.caught_up);
    numbers.insert(numbers.end(), year.follower.begin(), year.follower.end());
    numbers.insert(numbers.end(), year.leader.begin(), year.leader.end());
  }
  return numbers;
}

// 10 * 1.3^t meets 100 * 1.1^t after ln 10 / ln(1.3 / 1.1) = 13.78 years.
const double kYearOfMeeting = 2015 + std::log(10.0) / std::log(1.3 / 1.1);

TEST_CASE("a faster exact exponential catches up at the year of the closed form, for certain") {
  for (const TrendMethod method : {TrendMethod::LogLinear, TrendMethod::TheilSenLog}) {
    const Result<CatchUp> found = catch_up(exponential_series(10, 0.3, 10), exponential_series(100, 0.1, 10),
                                           {.horizon = 2029, .last_year = 2035, .method = method, .draws = 500});
    REQUIRE(found);
    CHECK(found->start == 2024);
    CHECK(found->by_horizon.probability.value == 1);
    CHECK(found->by_horizon.standard_error == 0);
    CHECK(found->by_horizon.probability.lower < 1);  // 500 draws do not prove certainty
    CHECK(found->already.probability.value == 0);
    CHECK(found->never.probability.value == 0);
    CHECK(found->not_faster.probability.value == 0);
    REQUIRE(found->median_year);
    CHECK(*found->median_year == doctest::Approx(kYearOfMeeting).epsilon(1e-13));
    REQUIRE(found->years.size() == 11);
    for (const CatchUpYear& year : found->years) {
      CHECK(year.caught_up.probability.value == (year.year > kYearOfMeeting ? 1 : 0));
      for (std::size_t i = 0; i < 5; ++i) {
        CHECK(year.follower[i] == doctest::Approx(10 * std::pow(1.3, year.year - 2015)).epsilon(1e-12));
        CHECK(year.leader[i] == doctest::Approx(100 * std::pow(1.1, year.year - 2015)).epsilon(1e-12));
      }
    }
  }
}

TEST_CASE("two equal exponentials never catch up, nor does a slower one") {
  for (const double growth : {0.2, 0.1}) {
    const Result<CatchUp> found = catch_up(exponential_series(10, growth, 10), exponential_series(100, 0.2, 10),
                                           {.horizon = 2030, .last_year = 2500, .draws = 200});
    REQUIRE(found);
    CHECK(found->by_horizon.probability.value == 0);
    CHECK(found->never.probability.value == 1);
    CHECK(!found->median_year);
    if (growth < 0.2) CHECK(found->not_faster.probability.value == 1);
  }
}

TEST_CASE("who is ahead at the start has caught up then") {
  const Result<CatchUp> found = catch_up(exponential_series(10, 0.1, 10), exponential_series(9, 0.1, 9),
                                         {.horizon = 2024, .last_year = 2030, .draws = 100});
  REQUIRE(found);
  CHECK(found->start == 2024);
  CHECK(found->already.probability.value == 1);
  CHECK(found->by_horizon.probability.value == 1);
  CHECK(*found->median_year == 2024);
}

TEST_CASE("a shock that hits both at once does not count against catching up, one that hits them apart does") {
  Random random(81);
  const std::vector<double> shocks = random_shocks(random, 10, 0.5);
  const std::vector<SeriesPoint> follower = shaken(exponential_series(10, 0.3, 10), shocks);
  const std::vector<SeriesPoint> leader = shaken(exponential_series(100, 0.1, 10), shocks);
  const CatchUpSetting setting{.horizon = 2029, .last_year = 2060, .draws = 500};
  const Result<CatchUp> together = catch_up(follower, leader, setting);
  REQUIRE(together);
  CHECK(together->shared_points == 10);
  CHECK(together->is_drawn_together);
  CHECK(together->by_horizon.probability.value == 1);
  CHECK(*together->median_year == doctest::Approx(kYearOfMeeting).epsilon(1e-12));
  for (const CatchUpYear& year : together->years) CHECK(year.follower[0] < 0.99 * year.follower[4]);

  std::vector<SeriesPoint> at_other_times = leader;
  for (SeriesPoint& point : at_other_times) point.time -= 0.25;
  const Result<CatchUp> apart = catch_up(follower, at_other_times, setting);
  REQUIRE(apart);
  CHECK(apart->shared_points == 0);
  CHECK(!apart->is_drawn_together);
  CHECK(apart->by_horizon.probability.value > 0);
  CHECK(apart->by_horizon.probability.value < 1);
}

TEST_CASE("times that only one series has draw apart, the shared ones together") {
  Random random(82);
  const std::vector<SeriesPoint> follower = shaken(exponential_series(10, 0.3, 12), random_shocks(random, 12, 0.3));
  const std::vector<SeriesPoint> leader = shaken(exponential_series(100, 0.1, 12), random_shocks(random, 12, 0.3));
  const struct {
    std::size_t first;
    std::size_t shared;
    bool is_together;
  } cases[] = {{0, 12, true}, {4, 8, true}, {8, 4, true}};
  for (const auto& c : cases) {
    const auto late = std::span(leader).subspan(c.first);
    const Result<CatchUp> found = catch_up(follower, late, {.horizon = 2030, .last_year = 2040, .draws = 200});
    REQUIRE(found);
    CHECK(found->shared_points == c.shared);
    CHECK(found->is_drawn_together == c.is_together);
  }
  const Result<CatchUp> three = catch_up(std::span(follower).first(9), std::span(leader).subspan(6),
                                         {.horizon = 2030, .last_year = 2040, .draws = 200});
  REQUIRE(three);
  CHECK(three->shared_points == 3);
  CHECK(!three->is_drawn_together);
}

TEST_CASE("one wild figure does not move the median year of the median of slopes") {
  std::vector<SeriesPoint> follower = exponential_series(10, 0.3, 12);
  follower[5].value *= 100;
  const Result<CatchUp> found =
      catch_up(follower, exponential_series(100, 0.1, 12),
               {.horizon = 2029, .last_year = 2060, .method = TrendMethod::TheilSenLog, .draws = 2'000});
  REQUIRE(found);
  CHECK(*found->median_year == doctest::Approx(kYearOfMeeting).epsilon(1e-12));
}

TEST_CASE("the same seed gives the same bits, another seed others; more by each later year") {
  Random random(84);
  const std::vector<SeriesPoint> follower = shaken(exponential_series(10, 0.3, 11), random_shocks(random, 11, 0.4));
  const std::vector<SeriesPoint> leader = shaken(exponential_series(100, 0.1, 10), random_shocks(random, 10, 0.4));
  CatchUpSetting setting{.horizon = 2029, .last_year = 2040, .draws = 1'000, .seed = 7};
  const Result<CatchUp> found = catch_up(follower, leader, setting);
  REQUIRE(found);
  CHECK(numbers_of(*found) == numbers_of(*catch_up(follower, leader, setting)));
  for (std::size_t i = 0; i < found->years.size(); ++i) {
    const CatchUpYear& year = found->years[i];
    CHECK(std::ranges::is_sorted(year.follower));
    CHECK(std::ranges::is_sorted(year.leader));
    const double p = year.caught_up.probability.value;
    CHECK(year.caught_up.standard_error == doctest::Approx(std::sqrt(p * (1 - p) / 1'000)).epsilon(1e-14));
    if (i > 0) CHECK(p >= found->years[i - 1].caught_up.probability.value);
  }
  CHECK(found->years[3].caught_up.probability.value == found->by_horizon.probability.value);  // 2029
  CHECK(found->years.back().caught_up.probability.value ==
        doctest::Approx(1 - found->never.probability.value).epsilon(1e-15));
  setting.seed = 8;
  CHECK(numbers_of(*found) != numbers_of(*catch_up(follower, leader, setting)));
}

TEST_CASE("a unit of measure changes the fan by its factor and no probability") {
  Random random(85);
  std::vector<SeriesPoint> follower = shaken(exponential_series(10, 0.3, 11), random_shocks(random, 11, 0.4));
  std::vector<SeriesPoint> leader = shaken(exponential_series(100, 0.1, 11), random_shocks(random, 11, 0.4));
  const CatchUpSetting setting{.horizon = 2029, .last_year = 2040, .draws = 500};
  const Result<CatchUp> before = catch_up(follower, leader, setting);
  for (std::vector<SeriesPoint>* series : {&follower, &leader}) {
    for (SeriesPoint& point : *series) point.value *= 1'000;
  }
  const Result<CatchUp> after = catch_up(follower, leader, setting);
  REQUIRE(before);
  REQUIRE(after);
  CHECK(after->by_horizon.probability.value == before->by_horizon.probability.value);
  CHECK(*after->median_year == doctest::Approx(*before->median_year).epsilon(1e-13));
  CHECK(after->years[5].leader[1] == doctest::Approx(1'000 * before->years[5].leader[1]).epsilon(1e-12));
}

TEST_CASE("what cannot be drawn is refused, with the series or the setting by name") {
  const std::vector<SeriesPoint> good = exponential_series(10, 0.3, 10);
  const std::vector<SeriesPoint> one{{2024, 1.33}};
  std::vector<SeriesPoint> with_zero = good;
  with_zero[2].value = 0;
  const CatchUpSetting setting{.horizon = 2029, .last_year = 2040, .draws = 10};
  const auto with = [&](auto change) {
    CatchUpSetting changed = setting;
    change(changed);
    return changed;
  };
  const struct {
    std::vector<SeriesPoint> follower;
    std::vector<SeriesPoint> leader;
    CatchUpSetting setting;
    Code code;
    std::string found;
  } cases[] = {
      {one, good, setting, Code::TooFewFigures, "the follower has 1 figure"},
      {good, {good[0], good[1], good[2]}, setting, Code::TooFewFigures, "the leader has 3 figures"},
      {good, with_zero, setting, Code::InvalidValue, "the leader has the figure 0 at 2017"},
      {good, good, with([](auto& s) { s.method = TrendMethod::TheilSen; }), Code::InvalidValue,
       "a trend of the figures"},
      {good, good, with([](auto& s) { s.horizon = 2023; }), Code::InvalidValue, "horizon 2023"},
      {good, good, with([](auto& s) { s.horizon = 2041; }), Code::InvalidValue, "horizon 2041"},
      {good, good, with([](auto& s) { s.horizon = kMissing; }), Code::InvalidValue, "horizon nan"},
      {good, good, with([](auto& s) { s.last_year = 9999; }), Code::InvalidValue, "last year 9999"},
      {good, good, with([](auto& s) { s.draws = 0; }), Code::InvalidValue, "0 draws"},
      {good, good, with([](auto& s) { s.block_length = 6; }), Code::InvalidValue, "blocks of 6"},
      {good, good, with([](auto& s) { s.quantiles = {0.5, 1.5}; }), Code::InvalidValue, "quantile 1.5"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.found);
    const Result<CatchUp> refused = catch_up(c.follower, c.leader, c.setting);
    REQUIRE(!refused);
    CHECK(refused.diagnostics().front().code == c.code);
    CHECK(refused.diagnostics().front().found == c.found);
  }
}

}  // namespace
}  // namespace podium
