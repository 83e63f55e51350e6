#include "podium/reason/ratio_change.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "support/random.hpp"

namespace podium {
namespace {

using testing::Random;

TEST_CASE("a ratio's change by hand") {
  // 100 * 20 / 50 = 40 to 100 * 30 / 60 = 50. Rates 2 and 5/3: 11/6 * 10 = 18.33 and 25 * -1/3 = -8.33.
  const RatioChange change = ratio_change({20, 30, 50, 60, 100});
  CHECK(change.before == 40);
  CHECK(std::abs(change.after - 50) < 1e-12);
  CHECK(std::abs(change.bennet.numerator - 55.0 / 3) < 1e-12);
  CHECK(std::abs(change.bennet.denominator + 25.0 / 3) < 1e-12);
  // The logarithmic mean of 50 and 40 is 10 / ln 1.25 = 44.814; times ln 1.5 = 0.405465 and ln 1.2 = 0.182322.
  REQUIRE(change.log_mean);
  CHECK(std::abs(change.log_mean->numerator - 10 * std::log(1.5) / std::log(1.25)) < 1e-12);
  CHECK(std::abs(change.log_mean->denominator + 10 * std::log(1.2) / std::log(1.25)) < 1e-12);
}

TEST_CASE("the parts sum to the change, and change sign with its direction") {
  Random random(17);
  for (int round = 0; round < 2000; ++round) {
    const RatioPair pair{random.between(-5, 50), random.between(0.01, 50), random.between(0.01, 50),
                         random.between(0.01, 50), random.between(0.1, 1000)};
    const RatioChange change = ratio_change(pair);
    const double size = std::abs(change.before) + std::abs(change.after);
    CHECK(std::abs(change.bennet.numerator + change.bennet.denominator - change.change()) <= 1e-12 * size * 10);
    const RatioChange back = ratio_change(
        {pair.numerator_after, pair.numerator_before, pair.denominator_after, pair.denominator_before, pair.factor});
    CHECK(std::abs(back.bennet.numerator + change.bennet.numerator) <= 1e-12 * size * 10);
    CHECK(change.log_mean.has_value() == (pair.numerator_before > 0));
    if (!change.log_mean) continue;
    const double most = std::abs(change.log_mean->numerator) + std::abs(change.log_mean->denominator) + size;
    CHECK(std::abs(change.log_mean->numerator + change.log_mean->denominator - change.change()) <= 1e-11 * most);
  }
}

TEST_CASE("what does not change has no part") {
  const RatioChange same = ratio_change({20, 20, 50, 60, 1});
  CHECK(same.bennet.numerator == 0);
  CHECK(same.log_mean->numerator == 0);
  CHECK(same.bennet.denominator == doctest::Approx(same.change()).epsilon(1e-14));
  const RatioChange still = ratio_change({20, 20, 50, 50, 1});
  CHECK(still.log_mean->numerator == 0);
  CHECK(still.log_mean->denominator == 0);
}

TEST_CASE("the logarithmic mean lies between the geometric and the arithmetic one, also of numbers that nearly agree") {
  for (const double far : {1e-12, 1e-9, 1e-6, 9.9e-5, 1.01e-4, 1e-2, 1.0, 1e3, 1e9}) {
    CAPTURE(far);
    const double mean = logarithmic_mean(1 + far, 1);
    CHECK(mean >= std::sqrt(1 + far) * (1 - 1e-15));
    CHECK(mean <= (1 + far / 2) * (1 + 1e-15));
    // ln(1 + d) keeps its digits, so d / log1p(d) is the mean to all of them.
    CHECK(mean == doctest::Approx(far / std::log1p(far)).epsilon(1e-11));
  }
  CHECK(logarithmic_mean(7, 7) == 7);
}

}  // namespace
}  // namespace podium
