#include "podium/core/statistics/reliability.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "support/coinr.hpp"

namespace podium {
namespace {

using namespace testing;
using Column = std::vector<double>;

Reliability alpha_of(const std::vector<Column>& columns) {
  const std::vector<std::span<const double>> spans(columns.begin(), columns.end());
  return cronbach_alpha(spans);
}

TEST_CASE("Cronbach's alpha by hand") {
  // Variances 1, 1 and covariance 1/2: 2 / 1 * (2 * 1/2) / (1 + 1 + 2 * 1/2) = 2/3.
  const Reliability two = alpha_of({{1, 2, 3}, {1, 3, 2}});
  CHECK(two.alpha == doctest::Approx(2.0 / 3));
  CHECK(is_missing(two.alpha_if_dropped[0]));
}

TEST_CASE("series that repeat each other have alpha 1, and dropping the stranger raises it") {
  const Column x = {1, 2, 3, 4};
  CHECK(alpha_of({x, x, x}).alpha == doctest::Approx(1));
  const Reliability mixed = alpha_of({x, x, {2, 1, 1, 2}});
  CHECK(mixed.alpha < 1);
  CHECK(mixed.alpha_if_dropped[2] == doctest::Approx(1));
  CHECK(mixed.alpha_if_dropped[0] < mixed.alpha);
}

TEST_CASE("series that oppose each other have an alpha below 0 or none") {
  CHECK(alpha_of({{1, 2, 3}, {3, 2, 2}}).alpha < 0);
  CHECK(is_missing(alpha_of({{1, 2, 3}, {3, 2, 1}}).alpha));
}

TEST_CASE("Cronbach's alpha agrees with COINr on figures with gaps") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Metadata metadata = coinr.metadata(Directions::Applied);
  const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
  const Panel panel = panel_from(coinr.data("ASEM_raw"), hierarchy);
  const Table expected = coinr.table("cronbach-raw", "alpha");
  double largest = 0;
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    std::vector<std::span<const double>> columns;
    for (const Series indicator : hierarchy.indicators_below(*hierarchy.find(expected.text(row, "group")))) {
      columns.push_back(panel.values(indicator, Time{0}));
    }
    largest = std::max(largest, std::abs(cronbach_alpha(columns).alpha - expected.number(row, "alpha")));
  }
  CHECK(largest < 1e-9);
  MESSAGE("cronbach-raw: largest error " << largest);
}

}  // namespace
}  // namespace podium
