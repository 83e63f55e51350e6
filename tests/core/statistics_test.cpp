#include "podium/core/statistics.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

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

}  // namespace
}  // namespace podium
