#include "podium/claims/time_mention.hpp"

#include <string>

#include <doctest/doctest.h>

namespace podium {
namespace {

/// "2024", "2023-2027", "2025/4/7 day" and "?" of each time of a text of 8 April 2025, in which 2024 is spoken of.
std::vector<std::string> times_in(const std::string& text, std::optional<Date> published = Date{2025, 4, 8}) {
  std::vector<std::string> shown;
  for (const TimeMention& mention : read_times(text)) {
    std::string words = std::string(mention.span.of(text)) + " = ";
    const std::optional<ResolvedTime> time = resolve(mention, published, 2024);
    if (!time) {
      shown.push_back(words + "?");
      continue;
    }
    words += std::to_string(time->first_year);
    if (time->last_year != time->first_year) words += "-" + std::to_string(time->last_year);
    using Kind = TimeMention::Kind;
    if (time->kind == Kind::Day) words += "/" + std::to_string(time->part) + "/" + std::to_string(time->day);
    if (time->kind == Kind::Month) words += "/" + std::to_string(time->part);
    if (time->kind == Kind::Quarter) words += " Q" + std::to_string(time->part);
    if (time->kind == Kind::Half) words += " H" + std::to_string(time->part);
    shown.push_back(words);
  }
  return shown;
}

using Times = std::vector<std::string>;

TEST_CASE("Korean years, stated and counted from the day of the text or the year spoken of") {
  CHECK(times_in("2024년 투자는 지난해보다 줄고 올해는 내년을 기다린다") ==
        Times{"2024년 = 2024", "지난해 = 2024", "올해 = 2025", "내년 = 2026"});
  CHECK(times_in("전년(13억 달러)보다 줄었다") == Times{"전년 = 2023"});
  CHECK(times_in("'24년과 재작년") == Times{"'24년 = 2024", "재작년 = 2023"});
  CHECK(times_in("2022년 6위→2023년 9위→2024년 11위") == Times{"2022년 = 2022", "2023년 = 2023", "2024년 = 2024"});
}

TEST_CASE("Korean spans of years") {
  CHECK(times_in("올해부터 2027년까지 부족하다") == Times{"올해부터 2027년까지 = 2025-2027"});
  CHECK(times_in("2023~2027년에") == Times{"2023~2027년 = 2023-2027"});
  CHECK(times_in("2023-27년에") == Times{"2023-27년 = 2023-2027"});
  CHECK(times_in("2023년부터 2027년까지") == Times{"2023년부터 2027년까지 = 2023-2027"});
  CHECK(times_in("2030년까지 따라잡는다") == Times{"2030년 = 2030"});
}

TEST_CASE("Korean months, quarters, halves and days; a day alone is the last one that was") {
  CHECK(times_in("2024년 4월 7일에") == Times{"2024년 4월 7일 = 2024/4/7"});
  CHECK(times_in("지난해 4분기") == Times{"지난해 4분기 = 2024 Q4"});
  CHECK(times_in("올해 상반기에는 3월이") == Times{"올해 상반기 = 2025 H1", "3월 = 2025/3"});
  CHECK(times_in("7일(현지시간) 발표한") == Times{"7일(현지시간) = 2025/4/7"});
  CHECK(times_in("30일 발표한") == Times{"30일 = 2025/3/30"});
  CHECK(times_in("12월 31일 발표한") == Times{"12월 31일 = 2024/12/31"});
  CHECK(times_in("30일 발표한", Date{2025, 1, 8}) == Times{"30일 = 2024/12/30"});
}

TEST_CASE("lengths, amounts and other words are no times") {
  CHECK(times_in("3일간 40개를 2354곳에서 4년 뒤처진 3일째 1년에").empty());
  CHECK(times_in("전년도") == Times{"전년도 = 2023"});
  CHECK(times_in("It cost $2024, or 2,024 won, 12024 times, and 2024.5%").empty());
  CHECK(times_in("You may march").empty());
}

TEST_CASE("English years, spans, months, days and quarters") {
  CHECK(times_in("In 2024 it fell from last year; a year earlier it rose.") ==
        Times{"2024 = 2024", "last year = 2024", "a year earlier = 2023"});
  CHECK(times_in("from 2023 to 2027, between 2020 and 2024, 2023-27") ==
        Times{"from 2023 to 2027 = 2023-2027", "between 2020 and 2024 = 2020-2024", "2023-27 = 2023-2027"});
  CHECK(times_in("from this year through 2027") == Times{"from this year through 2027 = 2025-2027"});
  CHECK(times_in("April 7, 2025 and 7 April 2025 and Sept. 3 and April 2025") ==
        Times{"April 7, 2025 = 2025/4/7", "7 April 2025 = 2025/4/7", "Sept. 3 = 2024/9/3", "April 2025 = 2025/4"});
  CHECK(times_in("Q1 2024 and the first quarter of 2024 and FY2025, fiscal year 2025") ==
        Times{"Q1 2024 = 2024 Q1", "first quarter of 2024 = 2024 Q1", "FY2025 = 2025", "fiscal year 2025 = 2025"});
  CHECK(times_in("2025-04-08, 2025.04.08") == Times{"2025-04-08 = 2025/4/8", "2025.04.08 = 2025/4/8"});
}

TEST_CASE("without its anchor a time is not known") {
  CHECK(times_in("지난해와 2024년", std::nullopt) == Times{"지난해 = ?", "2024년 = 2024"});
  const std::string text = "전년";
  CHECK_FALSE(resolve(read_times(text).front(), Date{2025, 4, 8}, std::nullopt));
}

TEST_CASE("whatever the bytes, mentions ascend and are within the text") {
  unsigned state = 5;
  const char* const pieces[] = {"2024", "년", "부터",  " ", "까지",  "지난해", "4",         "월",
                                "7",    "일", "-",     "~", "from ", "to ",    "last year", "\xEB",
                                "\xFF", ".",  "April", "Q", "'",     "1",      "분기"};
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1103515245U + 12345U;
    text += pieces[(state >> 16U) % 23];
  }
  std::size_t end = 0;
  for (const TimeMention& mention : read_times(text)) {
    CHECK(mention.span.begin >= end);
    CHECK(mention.span.end > mention.span.begin);
    CHECK(mention.span.end <= text.size());
    end = mention.span.end;
    resolve(mention, Date{2025, 4, 8}, 2024);
  }
}

}  // namespace
}  // namespace podium
