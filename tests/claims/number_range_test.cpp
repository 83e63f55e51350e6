#include "podium/claims/number_range.hpp"

#include <string>

#include <doctest/doctest.h>

#include "podium/claims/english_numbers.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

std::string end_text(const std::optional<RangeEnd>& end, const char* included, const char* excluded) {
  if (!end) return "-";
  using Inclusion = RangeEnd::Inclusion;
  const char* mark = end->inclusion == Inclusion::Included   ? included
                     : end->inclusion == Inclusion::Excluded ? excluded
                                                             : "?";
  return mark + shortest(end->value);
}

/// "20과 30 사이: ?20 ?30": <= and < before an end that is included and one that is not, ? where that is not said.
std::string ranges(const std::string& text, bool is_korean) {
  const auto numbers = is_korean ? read_korean_numbers(text) : read_english_numbers(text);
  std::string shown;
  for (const NumberRange& each : is_korean ? korean_ranges_of(text, numbers) : english_ranges_of(text, numbers)) {
    shown += (shown.empty() ? "" : "; ") + std::string(each.span.of(text)) + ": " + end_text(each.lower, ">=", ">") +
             " " + end_text(each.upper, "<=", "<");
  }
  return shown;
}

TEST_CASE("Korean ranges with one end") {
  CHECK(ranges("5 이상이다", true) == "5 이상: >=5 -");
  CHECK(ranges("백보다 크다", true) == "백보다 크다: >100 -");
  CHECK(ranges("5를 넘는 수", true) == "5를 넘는: >5 -");
  CHECK(ranges("최소 7", true) == "최소 7: >=7 -");
  CHECK(ranges("10 미만", true) == "10 미만: - <10");
  CHECK(ranges("> 5", true) == "> 5: >5 -");
}

TEST_CASE("Korean ranges with two ends") {
  CHECK(ranges("10 초과 20 미만", true) == "10 초과 20 미만: >10 <20");
  CHECK(ranges("3~4조", true) == "3~4조: ?3000000000000 ?4000000000000");
  CHECK(ranges("20과 30 사이", true) == "20과 30 사이: ?20 ?30");
  CHECK(ranges("20보다 크고 35보다 작거나 같다", true) == "20보다 크고 35보다 작거나 같다: >20 <=35");
}

TEST_CASE("changes, dates and telephone numbers are no ranges") {
  CHECK(ranges("3에서 5로 늘었다", true) == "");
  CHECK(ranges("02-123-4567", true) == "");
  CHECK(ranges("1995-01", false) == "");
  CHECK(ranges("call 555-123-4567", false) == "");
}

TEST_CASE("English ranges") {
  CHECK(ranges("at least 5", false) == "at least 5: >=5 -");
  CHECK(ranges("more than 5", false) == "more than 5: >5 -");
  CHECK(ranges("no more than 5", false) == "no more than 5: - <=5");
  CHECK(ranges("5 or more", false) == "5 or more: >=5 -");
  CHECK(ranges("between 5 and 8", false) == "between 5 and 8: ?5 ?8");
  CHECK(ranges("from 1 to 3", false) == "from 1 to 3: ?1 ?3");
  CHECK(ranges("equal to 5", false) == "equal to 5: >=5 <=5");
}

}  // namespace
}  // namespace podium
