#include "podium/files/exchange/xlsx_dates.hpp"

#include <chrono>
#include <cmath>

namespace podium {
namespace {

namespace chrono = std::chrono;

/// Day 0 of each system. With the false leap day, days from 61 on are one more than they should be.
constexpr chrono::sys_days kZero1900 = chrono::year(1899) / 12 / 30;
constexpr chrono::sys_days kZero1904 = chrono::year(1904) / 1 / 1;
constexpr int kFalseLeapDay = 60;
constexpr double kLastDay = 2'958'466;  // 10000-01-01
constexpr int kSecondsOfDay = 86'400;

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

Date date_of(chrono::sys_days day) {
  const chrono::year_month_day parts(day);
  return {static_cast<std::int16_t>(static_cast<int>(parts.year())),
          static_cast<std::int8_t>(static_cast<unsigned>(parts.month())),
          static_cast<std::int8_t>(static_cast<unsigned>(parts.day()))};
}

std::optional<std::string> day_text(int day, DateSystem system) {
  if (system == DateSystem::From1904) return to_text(date_of(kZero1904 + chrono::days(day)));
  if (day == kFalseLeapDay || day < 1) return std::nullopt;
  return to_text(date_of(kZero1900 + chrono::days(day < kFalseLeapDay ? day + 1 : day)));
}

std::string time_text(int seconds) {
  return "T" + two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" + two_digits(seconds % 60);
}

}  // namespace

bool is_date_format(std::string_view format) {
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"' || c == '[') {  // words; a colour, a condition, a language
      const std::size_t end = format.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) return false;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {  // the next character is shown, measured or repeated
      ++i;
    } else if (c == ';') {  // what follows is for negative numbers
      return false;
    } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
      return true;
    }
  }
  return false;
}

bool is_date_format(unsigned built_in) {
  // 18 to 21 and 45 to 47 are times. 27 to 36 and 50 to 58 mean dates in Korean workbooks; in Chinese ones a few of
  // them are times, whose numbers have no day.
  return (built_in >= 14 && built_in <= 17) || built_in == 22 || (built_in >= 27 && built_in <= 36) ||
         (built_in >= 50 && built_in <= 58);
}

std::optional<std::string> date_text(double number, DateSystem system) {
  if (!(number >= 0 && number < kLastDay)) return std::nullopt;
  int day = static_cast<int>(number);
  auto seconds = static_cast<int>(std::lround((number - day) * kSecondsOfDay));
  if (seconds == kSecondsOfDay) {
    ++day;
    seconds = 0;
  }
  if (day == 0) return std::nullopt;
  std::optional<std::string> text = day_text(day, system);
  if (text && text->size() != std::string_view("2025-04-08").size()) return std::nullopt;
  if (text && seconds != 0) *text += time_text(seconds);
  return text;
}

std::optional<double> date_number(const Date& date) {
  if (!is_calendar_day(date) || date < Date{1900, 3, 1}) return std::nullopt;
  const chrono::sys_days day = chrono::year(date.year) / date.month / date.day;
  return static_cast<double>((day - kZero1900).count());
}

}  // namespace podium
