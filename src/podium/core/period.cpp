#include "podium/core/period.hpp"

#include <charconv>
#include <optional>

namespace podium {
namespace {

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool all_digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  if (error != std::errc() || end != text.data() + text.size() || !all_digits) return std::nullopt;
  return value;
}

Diagnostic not_a_period(std::string_view text) {
  return {.code = Code::InvalidValue,
          .found = "period " + quoted(text),
          .expected = "a year such as 2024, a quarter such as 2024-Q3 or a month such as 2024-09"};
}

}  // namespace

Result<Period> parse_period(std::string_view text) {
  const std::optional<int> year = text.size() >= 4 ? parse_digits(text.substr(0, 4)) : std::nullopt;
  if (!year || *year < 1000) return not_a_period(text);
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return Period::year(*year);
  if (rest.size() != 3 || rest[0] != '-') return not_a_period(text);
  const bool is_quarter = rest[1] == 'Q';
  const std::optional<int> part = parse_digits(rest.substr(is_quarter ? 2 : 1));
  const int most = is_quarter ? 4 : 12;
  if (!part || *part < 1 || *part > most) return not_a_period(text);
  return Period(*year, is_quarter ? Period::Kind::Quarter : Period::Kind::Month, *part);
}

std::string to_text(Period period) {
  const std::string year = std::to_string(period.year());
  switch (period.kind()) {
    case Period::Kind::Quarter:
      return year + "-Q" + std::to_string(period.part());
    case Period::Kind::Month:
      return year + (period.part() < 10 ? "-0" : "-") + std::to_string(period.part());
    case Period::Kind::Year:
      break;
  }
  return year;
}

}  // namespace podium
