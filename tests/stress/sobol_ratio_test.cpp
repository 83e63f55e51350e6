#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include "podium/stress/sobol/ratio.hpp"

namespace podium {
namespace {

TEST_CASE("with a divisor that does not move the interval is the textbook's of a mean") {
  // Mean 5, standard deviation 2, n = 4: standard error 1, all divided by 10.
  const std::array above = {5 - std::sqrt(6), 5 + std::sqrt(6), 5.0, 5.0};
  const std::array below = {10.0, 10.0, 10.0, 10.0};
  const SobolIndex index = ScrambledRatio(above, below).interval(3);
  CHECK(index.value == doctest::Approx(0.5));
  CHECK(index.low == doctest::Approx(0.2));
  CHECK(index.high == doctest::Approx(0.8));
  CHECK(index.half_width() == doctest::Approx(0.3));
}

TEST_CASE("where each scrambling has the same ratio there is no error, however they differ") {
  const std::array above = {1.0, 2.0, 0.0, 5.0};
  const std::array below = {4.0, 8.0, 0.0, 20.0};
  const SobolIndex index = ScrambledRatio(above, below).interval(2);
  CHECK(index.value == 0.25);
  CHECK(index.half_width() == 0);
}

TEST_CASE("without variation there is no ratio") {
  const std::array zero = {0.0, 0.0};
  const SobolIndex index = ScrambledRatio(zero, zero).interval(2);
  CHECK(std::isnan(index.value));
  CHECK(std::isnan(index.low));
  CHECK(std::isnan(index.high));
}

}  // namespace
}  // namespace podium
