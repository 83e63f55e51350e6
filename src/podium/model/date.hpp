#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "podium/core/result.hpp"

namespace podium {

/// A day of the Gregorian calendar, without time zone.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0;
  std::int8_t day = 0;

  auto operator<=>(const Date&) const = default;
};

bool is_calendar_day(const Date& date);
/// Reads "2025-04-08".
Result<Date> parse_date(std::string_view text);
std::string to_text(const Date& date);

}  // namespace podium
