#include <doctest/doctest.h>

#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

QuantityMention printed(double value, double step) { return {.value = value, .step = step}; }

TEST_CASE("a print stands for what rounds to it, halves away from zero") {
  const ValueInterval interval = printed_interval(printed(1.33e9, 1e7));
  CHECK(interval.contains(1.325e9));
  CHECK_FALSE(interval.contains(1.335e9));
  CHECK(interval.contains(1.3349e9));
  const ValueInterval below_zero = printed_interval(printed(-0.36, 0.01));
  CHECK(below_zero.contains(-0.355));
  CHECK_FALSE(below_zero.contains(-0.365));
  CHECK(printed_interval(printed(0.36, 0.01)).contains(0.355));
}

TEST_CASE("prints beside each other share no value, the same print all") {
  CHECK_FALSE(printed_interval(printed(3, 1)).overlaps(printed_interval(printed(4, 1))));
  CHECK_FALSE(printed_interval(printed(0.3, 0.1)).overlaps(printed_interval(printed(0.4, 0.1))));
  CHECK_FALSE(printed_interval(printed(-0.3, 0.1)).overlaps(printed_interval(printed(-0.4, 0.1))));
  CHECK(printed_interval(printed(3, 1)).overlaps(printed_interval(printed(3.4, 0.1))));
  CHECK_FALSE(printed_interval(printed(3, 1)).overlaps(printed_interval(printed(3.6, 0.1))));
}

TEST_CASE("a number without error is itself alone") {
  const ValueInterval interval = printed_interval(printed(11, 0));
  CHECK(interval.contains(11));
  CHECK_FALSE(interval.contains(11.001));
}

TEST_CASE("a negative factor turns the ends round, open ones too") {
  const ValueInterval turned = times(printed_interval(printed(0.36, 0.01)), -1);
  CHECK(turned.contains(-0.355));
  CHECK_FALSE(turned.contains(-0.365));
}

TEST_CASE("bands") {
  QuantityMention band = printed(40, 1);
  band.hedge = QuantityMention::Hedge::Band;
  CHECK(printed_interval(band).contains(40));
  CHECK(printed_interval(band).contains(49.9));
  CHECK_FALSE(printed_interval(band).contains(50));
  CHECK_FALSE(printed_interval(band).contains(39.9));
}

}  // namespace
}  // namespace podium
