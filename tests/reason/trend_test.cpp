#include "podium/reason/trend.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

using testing::Random;

constexpr TrendMethod kMethods[] = {TrendMethod::LogLinear, TrendMethod::TheilSenLog, TrendMethod::TheilSen};

std::vector<SeriesPoint> random_series(Random& random, std::size_t count) {
  std::vector<SeriesPoint> points;
  for (std::size_t i = 0; i < count; ++i) {
    points.push_back({.time = 2000 + static_cast<double>(i) + random.between(0, 0.9), .value = random.between(1, 50)});
  }
  return points;
}

TEST_CASE("Sen's own example has the slope 4, and the line passes through the median of what is left") {
  // Sen, 1968; y - 4 t is 5, 7, 7, 4, 5, 7, 6.
  const std::vector<double> times{1, 2, 3, 4, 10, 12, 18};
  const std::vector<double> values{9, 15, 19, 20, 45, 55, 78};
  const StraightLine line = theil_sen_line(times, values);
  CHECK(line.slope == 4);
  CHECK(line.at(0) == 6);
}

TEST_CASE("least squares on a few figures") {
  // Means 2 and 4; products (-1)(-2) + 0 + (1)(2) + ... = 4 of squares 2.
  const StraightLine line = least_squares_line(std::vector<double>{1, 2, 3}, std::vector<double>{2, 4, 6});
  CHECK(line.slope == 2);
  CHECK(line.at(0) == 0);
  // Times -1, 0, 1 about 2; figures 1, 0, 5 about 2: slope (1 + 3) / 2, through (2, 2).
  const StraightLine other = least_squares_line(std::vector<double>{1, 2, 3}, std::vector<double>{1, 0, 5});
  CHECK(other == StraightLine{.origin = 2, .at_origin = 2, .slope = 2});
}

TEST_CASE("an exact exponential is projected exactly") {
  for (const double growth : {-0.3, 0.0, 0.05, 0.226, 1.5}) {
    std::vector<SeriesPoint> points;
    for (int i = 0; i < 12; ++i) points.push_back({.time = 2013.0 + i, .value = 1.33 * std::pow(1 + growth, i)});
    for (const TrendMethod method : {TrendMethod::LogLinear, TrendMethod::TheilSenLog}) {
      const Result<Trend> trend = fit_trend(points, method);
      REQUIRE(trend);
      CHECK(std::abs(trend->growth(2030) - growth) < 1e-14);
      CHECK(trend->level(2030) == doctest::Approx(1.33 * std::pow(1 + growth, 17)).epsilon(1e-13));
      CHECK(trend->level(2013.5) == doctest::Approx(1.33 * std::sqrt(1 + growth)).epsilon(1e-13));
    }
  }
}

TEST_CASE("an exact line is projected exactly on the plain scale, below 0 too") {
  std::vector<SeriesPoint> points;
  for (int i = 0; i < 9; ++i) points.push_back({.time = 2016.0 + i, .value = 10 - 2.5 * i});
  const Result<Trend> trend = fit_trend(points, TrendMethod::TheilSen);
  REQUIRE(trend);
  CHECK(trend->level(2026) == -15);
  CHECK(trend->growth(2016) == -0.25);
  CHECK(is_missing(trend->growth(2026)));
}

TEST_CASE("growth is what the level does in the year that follows") {
  Random random(71);
  for (const TrendMethod method : kMethods) {
    const Result<Trend> trend = fit_trend(random_series(random, 8), method);
    REQUIRE(trend);
    const double by_levels = trend->level(2004) / trend->level(2003) - 1;
    CHECK(std::abs(trend->growth(2003) - by_levels) < 1e-13);
  }
}

TEST_CASE("one wild figure does not move a median of slopes, but moves least squares") {
  std::vector<SeriesPoint> points;
  for (int i = 0; i < 10; ++i) points.push_back({.time = 2015.0 + i, .value = 3 * std::pow(1.2, i)});
  points[7].value *= 1'000;
  const Result<Trend> robust = fit_trend(points, TrendMethod::TheilSenLog);
  const Result<Trend> least_squares = fit_trend(points, TrendMethod::LogLinear);
  REQUIRE(robust);
  REQUIRE(least_squares);
  CHECK(std::abs(robust->growth(2024) - 0.2) < 1e-13);
  // The figure lies 2.5 years after the middle, and the squares of the times sum to 82.5.
  CHECK(least_squares->growth(2024) == doctest::Approx(1.2 * std::pow(1'000, 2.5 / 82.5) - 1).epsilon(1e-13));
}

TEST_CASE("the Theil-Sen slope is the middle of all slopes, and leaves as many pairs rising as falling") {
  Random random(72);
  for (std::size_t count = 2; count <= 13; ++count) {
    const std::vector<SeriesPoint> points = random_series(random, count);
    const std::vector<double> times = times_of(points);
    const std::vector<double> values = values_of(points);
    const double slope = theil_sen_line(times, values).slope;

    std::vector<double> slopes;
    int rising = 0;
    int falling = 0;
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < count; ++j) {
        if (times[i] >= times[j]) continue;
        slopes.push_back((values[i] - values[j]) / (times[i] - times[j]));
        const double left = values[j] - values[i] - slope * (times[j] - times[i]);
        rising += left > 1e-9 ? 1 : 0;
        falling += left < -1e-9 ? 1 : 0;
      }
    }
    std::ranges::sort(slopes);
    const std::size_t middle = slopes.size() / 2;
    CHECK(slope == (slopes.size() % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2));
    CHECK(rising == falling);  // Kendall's tau of the residuals with time is 0 (Sen, 1968)
  }
}

TEST_CASE("the least-squares line leaves residuals that have no mean and no slope") {
  Random random(73);
  for (std::size_t count = 2; count <= 20; ++count) {
    const std::vector<SeriesPoint> points = random_series(random, count);
    const StraightLine line = least_squares_line(times_of(points), values_of(points));
    double sum = 0;
    double sum_with_time = 0;
    for (const SeriesPoint& point : points) {
      sum += point.value - line.at(point.time);
      sum_with_time += (point.value - line.at(point.time)) * (point.time - 2000);
    }
    CHECK(std::abs(sum) < 1e-11);
    CHECK(std::abs(sum_with_time) < 1e-10);
  }
}

TEST_CASE("neither the order of the figures nor gaps among them change a trend") {
  Random random(74);
  std::vector<SeriesPoint> points = random_series(random, 9);
  for (const TrendMethod method : kMethods) {
    const Result<Trend> expected = fit_trend(points, method);
    std::vector<SeriesPoint> turned(points.rbegin(), points.rend());
    turned.insert(turned.begin() + 3, {.time = 2050, .value = kMissing});
    const Result<Trend> found = fit_trend(turned, method);
    REQUIRE(found);
    CHECK(found->line == expected->line);
  }
}

TEST_CASE("what has no trend is refused") {
  const double infinity = std::numeric_limits<double>::infinity();
  const struct {
    const char* name;
    std::vector<SeriesPoint> points;
    TrendMethod method;
    Code code;
  } cases[] = {
      {"no figure", {}, TrendMethod::TheilSen, Code::TooFewFigures},
      {"one figure", {{2024, 1.33}}, TrendMethod::LogLinear, Code::TooFewFigures},
      {"one figure and a gap", {{2024, 1.33}, {2025, kMissing}}, TrendMethod::LogLinear, Code::TooFewFigures},
      {"two figures of one time", {{2024, 1}, {2025, 1}, {2024, 2}}, TrendMethod::TheilSen, Code::InvalidValue},
      {"no logarithm of 0", {{2024, 0}, {2025, 1}}, TrendMethod::LogLinear, Code::InvalidValue},
      {"no logarithm below 0", {{2024, 1}, {2025, -1}}, TrendMethod::TheilSenLog, Code::InvalidValue},
      {"an infinite figure", {{2024, 1}, {2025, infinity}}, TrendMethod::TheilSen, Code::InvalidValue},
      {"no time", {{2024, 1}, {kMissing, 2}}, TrendMethod::TheilSen, Code::InvalidValue},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Result<Trend> trend = fit_trend(c.points, c.method);
    REQUIRE(!trend);
    CHECK(trend.diagnostics().front().code == c.code);
  }
}

TEST_CASE("to hold the level of 4.52 in 2030, 1.33 in 2024 must grow 22.6 % a year") {
  const Result<double> growth = needed_growth({.time = 2024, .value = 1.33}, {.time = 2030, .value = 4.52});
  REQUIRE(growth);
  CHECK(std::round(*growth * 1'000) == 226);
  CHECK(1.33 * std::pow(1 + *growth, 6) == doctest::Approx(4.52).epsilon(1e-14));
}

TEST_CASE("needed growth may be none or a fall, over any span; without a level or a span there is none") {
  CHECK(*needed_growth({2024, 3}, {2030, 3}) == 0);
  CHECK(*needed_growth({2024, 8}, {2026, 2}) == doctest::Approx(-0.5).epsilon(1e-15));
  CHECK(*needed_growth({2024, 4}, {2024.5, 6}) == doctest::Approx(1.25).epsilon(1e-15));
  for (const auto& [from, to] : std::vector<std::pair<SeriesPoint, SeriesPoint>>{{{2024, 0}, {2030, 1}},
                                                                                 {{2024, 1}, {2030, -1}},
                                                                                 {{2024, kMissing}, {2030, 1}},
                                                                                 {{2024, 1}, {2024, 2}},
                                                                                 {{2024, 1}, {2020, 2}},
                                                                                 {{2024, 1}, {kMissing, 2}}}) {
    const Result<double> growth = needed_growth(from, to);
    REQUIRE(!growth);
    CHECK(growth.diagnostics().front().code == Code::InvalidValue);
  }
}

}  // namespace
}  // namespace podium
