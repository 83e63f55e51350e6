#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "podium/core/statistics/importance.hpp"
#include "podium/core/statistics/outliers.hpp"
#include "podium/core/statistics/principal_components.hpp"

#include "support/coinr.hpp"
#include "support/random.hpp"

namespace podium {
namespace {

using namespace testing;
using Column = std::vector<double>;

Matrix equicorrelated(std::size_t size, double r) {
  Matrix matrix(size, size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) matrix(i, j) = i == j ? 1 : r;
  }
  return matrix;
}

TEST_CASE("components of equally correlated series: 1 + (k - 1) r, then 1 - r") {
  const PrincipalComponents found = principal_components(equicorrelated(4, 0.5));
  CHECK(found.variances[0] == doctest::Approx(2.5));
  CHECK(found.variances[3] == doctest::Approx(0.5));
  CHECK(found.shares[0] == doctest::Approx(0.625));
  for (std::size_t i = 0; i < 4; ++i) CHECK(found.loadings(i, 0) == doctest::Approx(0.5));
}

TEST_CASE("sampling adequacy by hand") {
  // Three series with r = 1/2: the partial correlation is (r - r^2) / (1 - r^2) = 1/3, so r^2 / (r^2 + q^2) = 9/13.
  const auto three = kaiser_meyer_olkin(equicorrelated(3, 0.5));
  REQUIRE(three.has_value());
  CHECK(three->overall == doctest::Approx(9.0 / 13));
  for (const double each : three->of_each) CHECK(each == doctest::Approx(9.0 / 13));
  // With two the partial correlation is the correlation.
  CHECK(kaiser_meyer_olkin(equicorrelated(2, 0.3))->overall == doctest::Approx(0.5));
  CHECK_FALSE(kaiser_meyer_olkin(equicorrelated(3, 1)).has_value());
}

TEST_CASE("Bartlett's test by hand") {
  // det R = 1 - r^2 = 3/4 with two series: -(20 - 1 - 9/6) ln 0.75 = 5.0344, one degree of freedom;
  // P(chi^2 > x) = erfc(sqrt(x / 2)).
  const auto two = bartlett_sphericity(equicorrelated(2, 0.5), 20);
  REQUIRE(two.has_value());
  CHECK(two->statistic == doctest::Approx(-17.5 * std::log(0.75)));
  CHECK(two->degrees == 1);
  CHECK(two->p == doctest::Approx(std::erfc(std::sqrt(two->statistic / 2))));
  CHECK(bartlett_sphericity(equicorrelated(3, 0), 20)->p == doctest::Approx(1));
}

TEST_CASE("principal components agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Metadata metadata = coinr.metadata(Directions::Applied);
  const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
  for (const auto& [id, data] :
       {std::pair("pca-level1-groups", "ASEM_normalised"), std::pair("pca-level2-all", "ASEM_aggregated")}) {
    const Panel panel = panel_from(coinr.data(data), hierarchy);
    const Table loadings = coinr.table(id, "loadings");
    const Table variances = coinr.table(id, "variance");
    double largest = 0;
    std::size_t compared = 0;
    std::size_t row = 0;
    while (row < loadings.rows.size()) {
      const std::string& group = loadings.text(row, "group");
      std::vector<std::span<const double>> columns;
      std::size_t end = row;
      for (; end < loadings.rows.size() && loadings.text(end, "group") == group; ++end) {
        columns.push_back(panel.values(*hierarchy.find(loadings.text(end, "variable")), Time{0}));
      }
      const auto complete = correlation_of_complete_rows(columns);
      REQUIRE(complete.has_value());
      const PrincipalComponents found = principal_components(complete->correlation);
      for (std::size_t component = 0; component < 2; ++component) {
        const char* const name = component == 0 ? "PC1" : "PC2";
        const double sign = found.loadings(0, component) * loadings.number(row, name) < 0 ? -1 : 1;
        for (std::size_t i = row; i < end; ++i, ++compared) {
          largest = std::max(largest, std::abs(sign * found.loadings(i - row, component) - loadings.number(i, name)));
        }
      }
      for (std::size_t i = 0; i < variances.rows.size(); ++i) {
        if (variances.text(i, "group") != group) continue;
        const auto component = static_cast<std::size_t>(variances.number(i, "component")) - 1;
        largest = std::max(largest, std::abs(found.shares[component] - variances.number(i, "share")));
      }
      row = end;
    }
    CHECK(compared > 0);
    CHECK(largest < 1e-7);
    MESSAGE(id << ": largest error " << largest);
  }
}

TEST_CASE("the correlation ratio is r squared along a line and sees a curve that r does not") {
  Column x;
  Column line;
  Column bow;
  for (int i = -20; i <= 20; ++i) {
    x.push_back(i);
    line.push_back(3.0 * i + 1);
    bow.push_back(1.0 * i * i);
  }
  CHECK(correlation_ratio(x, line) == doctest::Approx(1));
  CHECK(correlation_ratio(x, bow) > 0.95);
  // Two values of x: the ratio of the variance between the two means, 1/4 of 1 + 1/4.
  const Column two = {0, 0, 1, 1};
  const Column y = {1, 3, 2, 4};
  CHECK(correlation_ratio(two, y) == doctest::Approx(0.2));
}

TEST_CASE("the correlation ratio of noise is small, and it is undefined without variation") {
  Random random(3);
  Column x(60);
  Column y(60);
  for (double& value : x) value = random.uniform();
  for (double& value : y) value = random.uniform();
  CHECK(correlation_ratio(x, y) < 0.15);
  CHECK(is_missing(correlation_ratio(Column(10, 1.0), Column{1, 2, 3, 4, 5, 6, 7, 8, 9, 10})));
  CHECK(is_missing(correlation_ratio(Column{1, 2, 3}, Column{1, 2, 3})));
}

TEST_CASE("fences and distances of profiles") {
  // Quartiles 2 and 4 of 1..5: fences 2 - 1.5 * 2 and 4 + 1.5 * 2.
  const Bounds fences = fences_of(Column{5, 3, 1, kMissing, 2, 4}, 1.5);
  CHECK(fences == Bounds{-1, 7});
  // With one series the squared distance is the squared standard score; over all units they sum to (n - 1) k.
  Random random(5);
  std::vector<Column> columns(3, Column(30));
  for (Column& column : columns) {
    for (double& value : column) value = random.uniform();
  }
  const std::vector<std::span<const double>> spans(columns.begin(), columns.end());
  double sum = 0;
  for (const double squared : profile_distances(spans).squared) sum += squared;
  CHECK(sum == doctest::Approx(29.0 * 3));
}

}  // namespace
}  // namespace podium
