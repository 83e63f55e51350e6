#include "podium/core/period.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "support/small.hpp"

namespace podium {
namespace {

TEST_CASE("years, quarters and months are read and written back as they were") {
  const struct {
    std::string text;
    Period::Kind kind;
    int year;
    int part;
  } cases[] = {
      {"2024", Period::Kind::Year, 2024, 0},       {"1000", Period::Kind::Year, 1000, 0},
      {"9999", Period::Kind::Year, 9999, 0},       {"2024-Q1", Period::Kind::Quarter, 2024, 1},
      {"2024-Q4", Period::Kind::Quarter, 2024, 4}, {"2024-01", Period::Kind::Month, 2024, 1},
      {"2024-09", Period::Kind::Month, 2024, 9},   {"2024-12", Period::Kind::Month, 2024, 12},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const Period period = testing::must(parse_period(c.text));
    CHECK(period.kind() == c.kind);
    CHECK(period.year() == c.year);
    CHECK(period.part() == c.part);
    CHECK(to_text(period) == c.text);
  }
}

TEST_CASE("anything else is no period") {
  for (const char* text :
       {"",       "202",     "0999",    "20245",   "-2024",      "+2024",   " 2024",   "2024 ",    "20x4",
        "2024-",  "2024-1",  "2024-00", "2024-13", "2024-Q0",    "2024-Q5", "2024-Q",  "2024-Q12", "2024-q1",
        "2024Q1", "2024-+1", "2024--1", "2024-1 ", "2024-09-01", "2024.5",  "2024/09", "٢٠٢٤"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_period(text).has_value());
  }
  CHECK(testing::problems_of(parse_period("20x4")) ==
        "error[invalid-value]: found period '20x4'; expected a year such as 2024, a quarter such as 2024-Q3 or a month "
        "such as 2024-09");
  CHECK_FALSE(parse_period(std::string_view("2024\0", 5)).has_value());
}

TEST_CASE("periods are ordered by year first") {
  std::vector<Period> periods;
  for (const char* text : {"2025", "2024-Q2", "2024-12", "2024", "2024-Q1", "2023", "2024-02"}) {
    periods.push_back(testing::must(parse_period(text)));
  }
  std::ranges::sort(periods);
  std::string order;
  for (const Period period : periods) order += to_text(period) + " ";
  CHECK(order == "2023 2024 2024-Q1 2024-Q2 2024-02 2024-12 2025 ");
}

}  // namespace
}  // namespace podium
