#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "podium/model/date.hpp"

/// Dates in workbooks are numbers of days that a cell's format shows as dates.
namespace podium {

/// Day 1 is 1900-01-01, with a 1900-02-29 that never was as day 60; or day 0 is 1904-01-01 (old programs of the
/// Macintosh).
enum class DateSystem : std::uint8_t { From1900, From1904 };

/// Whether a number in this format shows a year or a day: "yyyy-mm-dd", "yyyy\"년\" m\"월\"", "[$-412]d.m.yy h:mm".
bool is_date_format(std::string_view format);
/// The same for the formats that programs have built in (ECMA-376, 18.8.30), whose words are not in the file.
bool is_date_format(unsigned built_in);

/// "2025-04-08", or "2025-04-08T13:30:00" where the number has a fraction of a day. Nothing for numbers without a day
/// (times of day) and days outside the calendar of Excel.
std::optional<std::string> date_text(double number, DateSystem system);

/// The number of a day in the system of 1900; nothing before 1900-03-01, where programs differ.
std::optional<double> date_number(const Date& date);

}  // namespace podium
