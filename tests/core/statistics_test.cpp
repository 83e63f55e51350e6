#include "podium/core/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"
#include "podium/core/shape.hpp"

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

TEST_CASE("mean, median and standard deviation") {
  const struct {
    std::string name;
    std::vector<double> values;
    std::string expected;  ///< mean, median, standard deviation
  } cases[] = {
      {"an odd number of figures", {3, 1, 8}, "4 3 3.605551275463989"},  // sqrt 13
      {"an even number of figures has the mean of the middle two", {8, 1, 10, 3}, "5.5 5.5 4.203173404306164"},
      {"gaps are passed over", {kMissing, 3, kMissing, 1, 8}, "4 3 3.605551275463989"},
      {"one figure has no standard deviation", {7}, "7 7 -"},
      {"equal figures do not spread", {3, 3, 3}, "3 3 0"},
      {"gaps alone have no statistic", {kMissing, kMissing}, "- - -"},
      {"nothing has no statistic", {}, "- - -"},
      {"a large mean costs no digits", {1e9 + 1, 1e9 + 2, 1e9 + 3}, "1000000002 1000000002 1"},
      {"the middle of 0.1 and 0.5 is 0.3", {0.1, 0.5}, "0.3 0.3 0.282842712474619"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const std::vector<double> statistics = {mean_of(c.values), median_of(c.values), standard_deviation_of(c.values)};
    CHECK(testing::shown(statistics) == c.expected);
  }
}

TEST_CASE("the median of two figures far apart does not overflow") {
  CHECK(median_of(std::vector{1.7e308, 1.5e308}) == 1.6e308);
  CHECK(median_of(std::vector{-1.7e308, 1.7e308}) == 0);
}

TEST_CASE("the median of negated figures is the negated median, to the last bit") {
  testing::Random random(2);
  for (int row = 0; row < 2000; ++row) {
    std::vector<double> values(2 + random.below(6));
    for (double& value : values) value = random.between(-3, 5);
    std::vector<double> negated = values;
    for (double& value : negated) value = -value;
    REQUIRE(median_of(negated) == -median_of(values));
  }
}

TEST_CASE("the median agrees with sorting") {
  testing::Random random(3);
  for (int row = 0; row < 2000; ++row) {
    std::vector<double> values(1 + random.below(12));
    for (double& value : values) value = static_cast<double>(random.below(8));
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    const double expected = (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
    REQUIRE(median_of(values) == expected);
  }
}

TEST_CASE("skewness and kurtosis of figures whose moments can be done by hand") {
  const struct {
    std::string name;
    std::vector<double> values;
    double skewness;
    double kurtosis;
  } cases[] = {
      // m2 = 2, m4 = 34/5, so g2 = -1.3 and G2 = (6 * -1.3 + 6) * 4 / (3 * 2).
      {"one to five", {1, 2, 3, 4, 5}, 0, -1.2},
      // m2 = 2/9, m3 = 2/27, so g1 = 1/sqrt 2 and G1 = g1 sqrt 6.
      {"three figures have no kurtosis", {0, 0, 1}, 1.7320508075688772, kMissing},
      // m2 = 3/16, m3 = 3/32, m4 = 21/256: g1 = 2/sqrt 3, g2 = 7/3 - 3, G1 = g1 sqrt 12 / 2, G2 = (5 g2 + 6) 3 / 2.
      {"one of four stands apart", {0, 0, 0, 1}, 2, 4},
      {"mirrored", {0, 0, 0, -1}, -2, 4},
      {"gaps are passed over", {kMissing, 0, 0, kMissing, 0, 1, kMissing}, 2, 4},
      {"figures as large as doubles get", {0, 0, 0, 1.7e308}, 2, 4},
      {"figures as far apart as doubles get", {-1.7e308, -1.7e308, -1.7e308, 1.7e308}, 2, 4},
      {"figures as small as doubles get", {0, 0, 0, 5e-324}, 2, 4},
      {"near figures with a large mean", {1e9, 1e9, 1e9, 1e9 + 1}, 2, 4},
      {"two figures have neither", {1, 2}, kMissing, kMissing},
      {"equal figures have neither, although their mean is rounded", {0.1, 0.1, 0.1, 0.1, 0.1}, kMissing, kMissing},
      {"infinite figures have neither", {1, 2, 3, 4, INFINITY}, kMissing, kMissing},
      {"nothing has neither", {}, kMissing, kMissing},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto same = [](double a, double b) {
      return (is_missing(a) && is_missing(b)) || std::abs(a - b) <= 1e-14 * std::max(1.0, std::abs(b));
    };
    CHECK(same(skewness_of(c.values), c.skewness));
    CHECK(same(kurtosis_of(c.values), c.kurtosis));
  }
}

/// G1 and G2 as they are defined, figure by figure.
std::pair<double, double> plain_moments(const std::vector<double>& values) {
  const auto n = static_cast<long double>(values.size());
  long double mean = 0;
  for (const double value : values) mean += value / n;
  long double m2 = 0;
  long double m3 = 0;
  long double m4 = 0;
  for (const double value : values) {
    const long double d = value - mean;
    m2 += d * d / n;
    m3 += d * d * d / n;
    m4 += d * d * d * d / n;
  }
  const long double skewness = m3 / std::pow(m2, 1.5L) * std::sqrt(n * (n - 1)) / (n - 2);
  const long double kurtosis = ((n + 1) * (m4 / (m2 * m2) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
  return {static_cast<double>(skewness), static_cast<double>(kurtosis)};
}

TEST_CASE("the shape of held figures agrees with the plain definition on the figures brought to the bounds") {
  testing::Random random(5);
  for (int row = 0; row < 2000; ++row) {
    std::vector<double> values(5 + random.below(60));
    for (double& value : values) value = random.between(-1, 1) * random.between(0, 10) * random.between(0, 10);
    const double lower = random.between(-20, -2);
    const double upper = random.between(2, 20);
    std::vector<double> brought = values;
    for (double& value : brought) value = std::clamp(value, lower, upper);
    const Shape shape = measure(values, {lower, upper});
    const auto [skewness, kurtosis] = plain_moments(brought);
    REQUIRE(shape.skewness == doctest::Approx(skewness).epsilon(1e-11));
    REQUIRE(shape.kurtosis == doctest::Approx(kurtosis).epsilon(1e-11));
    REQUIRE(shape.count == values.size());
    REQUIRE(shape.lowest == std::ranges::min(brought));
    REQUIRE(shape.highest == std::ranges::max(brought));
    REQUIRE(shape.skewness == shape_of(brought).skewness);
  }
}

/// Heavy tails, ties and gaps.
std::vector<double> heavy_tailed(testing::Random& random) {
  std::vector<double> values(5 + random.below(60));
  for (double& value : values) {
    value = std::round(8 * std::pow(random.between(-10, 10), 3)) / 8;
    if (random.below(20) == 0) value = kMissing;
  }
  values[0] = 1;
  values[1] = 2;
  return values;
}

TEST_CASE("bringing an end in gives the shape of the figures brought to the next one") {
  testing::Random random(6);
  for (int row = 0; row < 2000; ++row) {
    const std::vector<double> values = heavy_tailed(random);
    MeasuredShape shape = measure(values);
    while (!shape.is_constant()) {
      const bool is_high = random.below(2) == 0;
      const column::End end = column::end(values, is_high ? shape.highest : shape.lowest, is_high ? 1 : -1);
      shape = brought_in(values, shape, is_high, end);
      const MeasuredShape anew = measure(values, {shape.lowest, shape.highest});
      REQUIRE((is_high ? shape.highest : shape.lowest) == end.next);
      REQUIRE(shape.count == anew.count);
      REQUIRE(shape.lowest == anew.lowest);
      REQUIRE(shape.highest == anew.highest);
      REQUIRE(is_missing(shape.skewness) == is_missing(anew.skewness));
      if (is_missing(anew.skewness) || is_missing(anew.kurtosis)) continue;
      REQUIRE(std::abs(shape.skewness - anew.skewness) <= 1e-10 * std::max(1.0, std::abs(anew.skewness)));
      REQUIRE(std::abs(shape.kurtosis - anew.kurtosis) <= 1e-10 * std::max(1.0, std::abs(anew.kurtosis)));
    }
  }
}

TEST_CASE("median absolute deviation") {
  CHECK(median_absolute_deviation_of(std::vector<double>{1, 1, 2, 2, 4, 6, 9}) == 1);  // |x - 2| is 1 1 0 0 2 4 7
  CHECK(median_absolute_deviation_of(std::vector<double>{1, kMissing, 3}) == 1);
  CHECK(median_absolute_deviation_of(std::vector<double>{5, 5, 5, 9}) == 0);
  CHECK(is_missing(median_absolute_deviation_of(std::vector<double>{kMissing})));
}

TEST_CASE("quantiles of type 7") {
  const std::vector<double> sorted = {1, 2, 4, 8};
  // At 1 + 3 share: the quarter lies at 1.75, the half at 2.5.
  const double expected[][2] = {{0, 1}, {0.25, 1.75}, {0.5, 3}, {0.75, 5}, {1, 8}};
  for (const auto& [share, quantile] : expected) CHECK(quantile_of_sorted(sorted, share) == quantile);
  CHECK(quantile_of_sorted(std::vector<double>{7}, 0.25) == 7);
  CHECK(is_missing(quantile_of_sorted({}, 0.5)));
}

}  // namespace
}  // namespace podium
