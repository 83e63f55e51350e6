#include "podium/core/math.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include "podium/core/aggregate/geometric.hpp"

#include "support/random.hpp"

// The C library's long double functions have 64 bits of mantissa here; what they lack is far below the error allowed.
namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLargest = std::numeric_limits<double>::max();
constexpr double kSmallestNormal = std::numeric_limits<double>::min();
constexpr double kTiniest = std::numeric_limits<double>::denorm_min();
constexpr int kPoints = 200000;

/// The distance of a result from the exact value in units in the last place of that value.
double error_in_ulp(double result, long double exact) {
  const auto rounded = static_cast<double>(exact);
  if (result == rounded) return 0;
  const double magnitude = std::max(std::abs(rounded), kSmallestNormal);
  const double ulp = std::nextafter(magnitude, kInfinity) - magnitude;
  return static_cast<double>(std::abs(static_cast<long double>(result) - exact) / static_cast<long double>(ulp));
}

double log_error(double x) { return error_in_ulp(natural_logarithm(x), std::log(static_cast<long double>(x))); }
double exp_error(double x) { return error_in_ulp(exponential(x), std::exp(static_cast<long double>(x))); }

TEST_CASE("exact values of the logarithm") {
  CHECK(natural_logarithm(1) == 0);
  CHECK_FALSE(std::signbit(natural_logarithm(1)));
  CHECK(natural_logarithm(0) == -kInfinity);
  CHECK(natural_logarithm(-0.0) == -kInfinity);
  CHECK(natural_logarithm(kInfinity) == kInfinity);
  CHECK(std::isnan(natural_logarithm(-1)));
  CHECK(std::isnan(natural_logarithm(-kInfinity)));
  CHECK(std::isnan(natural_logarithm(std::nan(""))));
}

TEST_CASE("exact values of the exponential") {
  CHECK(exponential(0) == 1);
  CHECK(exponential(-0.0) == 1);
  CHECK(exponential(kTiniest) == 1);
  CHECK(exponential(kInfinity) == kInfinity);
  CHECK(exponential(-kInfinity) == 0);
  CHECK(exponential(1e300) == kInfinity);
  CHECK(exponential(-1e300) == 0);
  CHECK(std::isnan(exponential(std::nan(""))));
}

TEST_CASE("the exponential reaches the largest and the smallest double and no further") {
  const double last_finite = 709.782712893384;  // the double below ln of the largest double
  CHECK(std::isfinite(exponential(last_finite)));
  CHECK(exp_error(last_finite) < 2);
  CHECK(exponential(std::nextafter(last_finite, kInfinity)) == kInfinity);
  CHECK(exponential(-745.1332191019411) == kTiniest);
  CHECK(exponential(-745.1332191019412) == 0);
  for (double x = -745.2; x < -708; x += 0.0137) REQUIRE(exp_error(x) < 2);
}

TEST_CASE("the logarithm errs by less than two units in the last place") {
  testing::Random random(7);
  double worst = 0;
  for (int i = 0; i < kPoints; ++i) {
    worst = std::max(worst, log_error(std::abs(random.any_finite())));
    worst = std::max(worst, log_error(random.between(0.5, 2)));
    worst = std::max(worst, log_error(1 + random.between(-1, 1) * std::exp2(-random.between(1, 52))));
    worst = std::max(worst, log_error(std::bit_cast<double>(random.bits() >> 12U)));  // subnormal
  }
  for (const double x : {kTiniest, kSmallestNormal, kLargest, std::nextafter(1.0, 0.0), std::nextafter(1.0, 2.0),
                         std::sqrt(0.5), std::nextafter(std::sqrt(0.5), 0.0), std::sqrt(2.0), 100.0, 1e-300}) {
    worst = std::max(worst, log_error(x));
  }
  MESSAGE("largest error of the logarithm: " << worst << " ulp");
  CHECK(worst < 2);
}

TEST_CASE("the exponential errs by less than two units in the last place") {
  testing::Random random(8);
  double worst = 0;
  for (int i = 0; i < kPoints; ++i) {
    worst = std::max(worst, exp_error(random.between(-745.2, 709.7)));
    worst = std::max(worst, exp_error(random.between(-1, 1)));
    worst = std::max(worst, exp_error(random.between(-1, 1) * std::exp2(-random.between(1, 60))));
    // Around the half multiples of ln 2, where the argument is reduced to the other side.
    worst = std::max(worst, exp_error((static_cast<double>(random.below(2000)) - 1000 + 0.5) * 0.6931471805599453 +
                                      random.between(-1e-9, 1e-9)));
  }
  MESSAGE("largest error of the exponential: " << worst << " ulp");
  CHECK(worst < 2);
}

TEST_CASE("neighbouring arguments never change places") {
  testing::Random random(9);
  for (int i = 0; i < kPoints; ++i) {
    const double x = std::abs(random.any_finite());
    REQUIRE(natural_logarithm(x) <= natural_logarithm(std::nextafter(x, kInfinity)));
    const double near_one = random.between(0.5, 2);
    REQUIRE(natural_logarithm(near_one) <= natural_logarithm(std::nextafter(near_one, kInfinity)));
    const double y = random.between(-745, 709.7);
    REQUIRE(exponential(y) <= exponential(std::nextafter(y, kInfinity)));
    const double small = random.between(-1, 1);
    REQUIRE(exponential(small) <= exponential(std::nextafter(small, kInfinity)));
  }
  for (int exponent = -1000; exponent <= 1000; ++exponent) {
    const double seam = std::ldexp(std::sqrt(0.5), exponent);  // where the mantissa wraps
    REQUIRE(natural_logarithm(std::nextafter(seam, 0)) <= natural_logarithm(seam));
    REQUIRE(natural_logarithm(seam) <= natural_logarithm(std::nextafter(seam, kInfinity)));
    const double turn = (exponent + 0.5) * 0.6931471805599453;
    REQUIRE(exponential(std::nextafter(turn, -kInfinity)) <= exponential(turn));
    REQUIRE(exponential(turn) <= exponential(std::nextafter(turn, kInfinity)));
  }
}

TEST_CASE("the geometric mean of equal scores is that score") {
  testing::Random random(10);
  for (int i = 0; i < kPoints; ++i) {
    const double score = i % 2 == 0 ? random.between(1, 100) : std::abs(random.any_finite());
    if (score == 0) continue;
    std::vector<double> scores(1 + random.below(8), score);
    std::vector<double> weights(scores.size());
    for (double& weight : weights) weight = random.between(0.01, 10);
    const double mean = Geometric{}.combine({scores, weights});
    CAPTURE(score);
    REQUIRE(error_in_ulp(mean, score) <= 2);
  }
}

}  // namespace
}  // namespace podium
