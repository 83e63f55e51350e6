#include "podium/core/statistics/distributions.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"
#include "podium/core/statistics/summary.hpp"

#include "support/coinr.hpp"

namespace podium {
namespace {

using namespace testing;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST_CASE("tails agree with closed forms") {
  for (const double z : {-3.0, -0.5, 0.0, 0.7, 1.96, 6.0}) {
    CHECK(normal_upper_tail(z) == doctest::Approx(std::erfc(z / std::numbers::sqrt2) / 2).epsilon(1e-12));
    // Student with one degree is Cauchy's, with two z / sqrt(2 + z^2).
    CHECK(student_upper_tail(z, 1) == doctest::Approx(0.5 - std::atan(z) / std::numbers::pi).epsilon(1e-10));
    CHECK(student_upper_tail(z, 2) == doctest::Approx((1 - z / std::sqrt(2 + z * z)) / 2).epsilon(1e-10));
    CHECK(student_two_sided(z, 5) == doctest::Approx(2 * student_upper_tail(std::abs(z), 5)));
  }
  // Chi-squared with two degrees is exponential.
  for (const double x : {0.1, 1.0, 7.5, 60.0}) {
    CHECK(chi_squared_upper_tail(x, 2) == doctest::Approx(std::exp(-x / 2)).epsilon(1e-12));
  }
}

TEST_CASE("Student's quantiles are those of the printed tables, and the tail takes them back") {
  CHECK(student_upper_quantile(0.025, 1) == doctest::Approx(12.706).epsilon(1e-4));
  CHECK(student_upper_quantile(0.025, 7) == doctest::Approx(2.365).epsilon(3e-4));
  CHECK(student_upper_quantile(0.025, 15) == doctest::Approx(2.131).epsilon(3e-4));
  CHECK(student_upper_quantile(0.005, 10) == doctest::Approx(3.169).epsilon(3e-4));
  for (const double tail : {1e-6, 0.001, 0.2, 0.5, 0.9}) {
    CHECK(student_upper_tail(student_upper_quantile(tail, 7), 7) == doctest::Approx(tail).epsilon(1e-9));
  }
  CHECK(is_missing(student_upper_quantile(0, 4)));
  CHECK(is_missing(student_upper_quantile(0.1, 0)));
}

TEST_CASE("the ends and what has no value") {
  CHECK(normal_upper_tail(kInfinity) == 0);
  CHECK(student_two_sided(-kInfinity, 3) == 0);
  CHECK(chi_squared_upper_tail(0, 3) == 1);
  CHECK(chi_squared_upper_tail(kInfinity, 3) == 0);
  CHECK(is_missing(normal_upper_tail(kMissing)));
  CHECK(is_missing(student_upper_tail(1, 0)));
  CHECK(is_missing(chi_squared_upper_tail(1, -1)));
}

TEST_CASE("quantiles lie on the line between neighbours") {
  const std::vector<double> values = {4, 1, kMissing, 3, 2};
  const struct {
    double share;
    double expected;
  } cases[] = {{0, 1}, {1, 4}, {0.5, 2.5}, {0.25, 1.75}, {0.95, 3.85}};
  for (const auto& c : cases) CHECK(quantile_of(values, c.share) == doctest::Approx(c.expected));
  CHECK(is_missing(quantile_of(std::vector<double>{kMissing}, 0.5)));
}

TEST_CASE("a summary counts repetitions") {
  const Summary summary = summary_of(std::vector<double>{0, 2, 2, kMissing, 5});
  CHECK(summary.count == 5);
  CHECK(summary.available == 4);
  CHECK(summary.nonzero == 3);
  CHECK(summary.distinct == 3);
  CHECK(summary.most_frequent == 2);
  CHECK(summary.most_frequent_value == 2);
  CHECK(summary.available_share() == doctest::Approx(0.8));
  CHECK(summary.nonzero_share() == doctest::Approx(0.75));
  CHECK(summary_of(std::vector<double>{}).available == 0);
  CHECK(is_missing(summary_of(std::vector<double>{}).minimum));
}

TEST_CASE("moments and counts agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  for (const auto& [id, data] :
       {std::pair("stats-raw", "ASEM_raw"), std::pair("stats-denominated", "ASEM_denominated")}) {
    const Table figures = coinr.data(data);
    const Table expected = coinr.table(id, "stats");
    double largest = 0;
    for (std::size_t row = 0; row < expected.rows.size(); ++row) {
      std::vector<double> column;
      for (std::size_t i = 0; i < figures.rows.size(); ++i) {
        column.push_back(figures.number(i, expected.text(row, "iCode")));
      }
      const Summary summary = summary_of(column);
      const std::pair<const char*, double> pairs[] = {{"Min", summary.minimum},
                                                      {"Max", summary.maximum},
                                                      {"Mean", summary.mean},
                                                      {"Median", summary.median},
                                                      {"Std", summary.standard_deviation},
                                                      {"Skew", summary.skewness},
                                                      {"Kurt", summary.kurtosis},
                                                      {"N.Avail", static_cast<double>(summary.available)},
                                                      {"N.NonZero", static_cast<double>(summary.nonzero)},
                                                      {"N.Unique", static_cast<double>(summary.distinct)},
                                                      {"N.Same", static_cast<double>(summary.most_frequent)},
                                                      {"Frc.Avail", summary.available_share()},
                                                      {"Frc.NonZero", summary.nonzero_share()},
                                                      {"Frc.Unique", summary.distinct_share()},
                                                      {"Frc.Same", summary.most_frequent_share()}};
      for (const auto& [name, value] : pairs) {
        const double wanted = expected.number(row, name);
        CAPTURE(expected.text(row, "iCode"));
        CAPTURE(name);
        CHECK(value == doctest::Approx(wanted).epsilon(1e-9));
        largest = std::max(largest, std::abs(value - wanted) / std::max(1.0, std::abs(wanted)));
      }
    }
    MESSAGE(id << ": largest error " << largest);
  }
}

}  // namespace
}  // namespace podium
