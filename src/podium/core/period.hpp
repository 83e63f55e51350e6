#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "podium/core/result.hpp"

namespace podium {

/// The time that a figure is about: a year, a quarter or a month. Written "2024", "2024-Q3", "2024-09" (SDMX
/// TIME_PERIOD).
class Period {
 public:
  enum class Kind : std::uint8_t { Year, Quarter, Month };

  static Period year(int year) { return Period(year, Kind::Year, 0); }

  int year() const { return year_; }
  Kind kind() const { return kind_; }
  /// Quarter 1 to 4 or month 1 to 12; 0 for a year.
  int part() const { return part_; }

  auto operator<=>(const Period&) const = default;

 private:
  Period(int year, Kind kind, int part)
      : year_(static_cast<std::int16_t>(year)), kind_(kind), part_(static_cast<std::int8_t>(part)) {}
  friend Result<Period> parse_period(std::string_view text);

  std::int16_t year_;
  Kind kind_;
  std::int8_t part_;
};

/// Reads "2024", "2024-Q3" or "2024-09"; years 1000 to 9999.
Result<Period> parse_period(std::string_view text);
std::string to_text(Period period);

}  // namespace podium
