#include "podium/model/date.hpp"

#include <doctest/doctest.h>

#include "support/small.hpp"

namespace podium {
namespace {

TEST_CASE("days of the calendar are read and written back as they were") {
  for (const char* text :
       {"2025-04-08", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2023-02-28", "2025-11-30"}) {
    CHECK(to_text(testing::must(parse_date(text))) == text);
  }
}

TEST_CASE("what is no day of the calendar") {
  for (const char* text : {"",           "2025",        "2025-04",    "2025-4-8",         "2025-04-31", "2025-02-29",
                           "1900-02-29", "2025-00-10",  "2025-13-01", "2025-01-00",       "0000-01-01", "25-04-08",
                           "2025/04/08", "2025-04-08 ", " 2025-04-8", "2025-04-08T00:00", "+025-04-08", "-025-04-08",
                           "2025--4-08", "2025-+4-08",  "2025-0x-08", "20250408",         "２０25-4-8"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_date(text).has_value());
  }
  CHECK(testing::problems_of(parse_date("2025-02-30")) ==
        "error[invalid-value]: found date '2025-02-30'; expected a day such as 2025-04-08");
}

TEST_CASE("every day from 1999 to 2001 is one of 365 or 366") {
  int days = 0;
  for (int year = 1999; year <= 2001; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const Date date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
                        static_cast<std::int8_t>(day)};
        days += is_calendar_day(date) ? 1 : 0;
      }
    }
  }
  CHECK(days == 365 + 366 + 365);
}

TEST_CASE("days are ordered") {
  const auto date = [](const char* text) { return testing::must(parse_date(text)); };
  CHECK(date("2024-12-31") < date("2025-01-01"));
  CHECK(date("2025-01-31") < date("2025-02-01"));
  CHECK(date("2025-02-01") < date("2025-02-02"));
}

}  // namespace
}  // namespace podium
