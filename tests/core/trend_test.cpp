#include "podium/core/statistics/trend.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "support/coinr.hpp"

namespace podium {
namespace {

using namespace testing;
using Column = std::vector<double>;

TEST_CASE("growth by hand") {
  CHECK(compound_growth(Column{2000, 2002}, Column{1, 4}) == doctest::Approx(1));
  CHECK(compound_growth(Column{2002, 2000, 2001}, Column{4, 1, kMissing}) == doctest::Approx(1));
  CHECK(is_missing(compound_growth(Column{2000}, Column{1})));
  // The line 10, 12, 14 climbs 2 a year from 10.
  CHECK(percent_change(Column{1, 2, 3}, Column{10, 12, 14}) == doctest::Approx(20));
  CHECK(percent_change(Column{1, 2, 3}, Column{10, 12, 14}, 5) == doctest::Approx(100));
  CHECK(is_missing(percent_change(Column{1, 2}, Column{kMissing, 3})));
}

TEST_CASE("growth agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  for (const auto& c : coinr.read_json("micro-trend", "cases")) {
    CAPTURE(c["name"].get<std::string>());
    const auto column = [&](const char* name) {
      Column values;
      for (const auto& value : c["args"][name]) values.push_back(value.is_null() ? kMissing : value.get<double>());
      return values;
    };
    const double found = c["op"] == "CAGR" ? compound_growth(column("x"), column("y"))
                                           : percent_change(column("x"), column("y"), c["args"].value("per", 1.0));
    if (c["expect"] == "NaN") {
      CHECK(is_missing(found));
    } else if (c["expect"] == "Inf") {
      CHECK(std::isinf(found));
    } else {
      CHECK(found == doctest::Approx(c["expect"].get<double>()).epsilon(1e-9));
    }
  }
  const Table data = coinr.data("ASEM_iData_p");
  for (const std::string id : {"trend-cagr", "trend-latest3"}) {
    const Table expected = coinr.table(id, "trends");
    double largest = 0;
    for (std::size_t row = 0; row < expected.rows.size(); ++row) {
      Column times;
      Column values;
      for (std::size_t i = 0; i < data.rows.size(); ++i) {
        const double year = data.number(i, "Time");
        if (data.text(i, "uCode") != expected.text(row, "uCode") || (id == "trend-latest3" && year < 2020)) continue;
        times.push_back(year);
        values.push_back(data.number(i, expected.text(row, "iCode")));
      }
      const double wanted = expected.number(row, "CAGR");
      const double found = compound_growth(times, values);
      CHECK(is_missing(found) == is_missing(wanted));
      if (!is_missing(wanted) && std::isfinite(wanted)) largest = std::max(largest, std::abs(found - wanted));
    }
    CHECK(largest < 1e-9);
    MESSAGE(id << ": largest error " << largest);
  }
}

}  // namespace
}  // namespace podium
