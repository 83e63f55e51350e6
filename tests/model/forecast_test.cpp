#include "podium/model/forecast.hpp"

#include <doctest/doctest.h>

using namespace podium;

TEST_CASE("a day in years counts the days of its year") {
  CHECK(in_years({2024, 1, 1}) == 2024);
  CHECK(in_years({2023, 7, 2}) == doctest::Approx(2023 + 182.0 / 365));
  CHECK(in_years({2024, 7, 1}) == doctest::Approx(2024 + 182.0 / 366));
  CHECK(in_years({2024, 12, 31}) == doctest::Approx(2024 + 365.0 / 366));
}
