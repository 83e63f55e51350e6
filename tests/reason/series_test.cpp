#include "podium/reason/series.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

namespace podium {
namespace {

TEST_CASE("available points are in the order of time, without the gaps") {
  const std::vector<SeriesPoint> points{{2025, 3}, {2023.5, -1}, {2024, kMissing}, {2022, 0}};
  const Result<std::vector<SeriesPoint>> available = available_points(points, 3);
  REQUIRE(available);
  CHECK(*available == std::vector<SeriesPoint>{{2022, 0}, {2023.5, -1}, {2025, 3}});
  CHECK(times_of(*available) == std::vector<double>{2022, 2023.5, 2025});
  CHECK(values_of(*available) == std::vector<double>{0, -1, 3});
}

TEST_CASE("a refusal says how many figures there are and which one is wrong") {
  const std::vector<SeriesPoint> points{{2025, 3}, {2023, -1}, {2024, kMissing}};
  const Result<std::vector<SeriesPoint>> too_few = available_points(points, 3);
  REQUIRE(!too_few);
  CHECK(too_few.diagnostics().front() == Diagnostic{Code::TooFewFigures, "2 figures", "at least 3"});
  const Result<std::vector<SeriesPoint>> twice = available_points(std::vector<SeriesPoint>{{2025, 3}, {2025, 3}}, 1);
  REQUIRE(!twice);
  CHECK(twice.diagnostics().front().found == "two figures at 2025");
  // A gap beside a figure of the same time says nothing against it.
  CHECK(available_points(std::vector<SeriesPoint>{{2025, 3}, {2025, kMissing}}, 1).has_value());

  REQUIRE(refuse_without_logarithm(points).size() == 1);
  CHECK(refuse_without_logarithm(points).front().found == "the figure -1 at 2023");
  CHECK(refuse_without_logarithm(std::vector<SeriesPoint>{{2025, 3}}).empty());
}

}  // namespace
}  // namespace podium
