#include "podium/claims/score_sheet.hpp"

#include <doctest/doctest.h>

#include "claims/small_checker.hpp"

namespace podium {
namespace {

using testing::SmallChecker;

/// Three levels: right, with two digits swapped, and of the edition of 2024.
const std::string kStory =
    "2024년 한국의 어획량은 143만7000톤이었다. 2024년 한국의 쌀 수확량은 385만5000톤이었다. "
    "2023년 한국의 쌀 수확량은 372만5000톤이었다.";

SheetFact fact_of(std::string value, std::string as_printed, std::string verdict) {
  return {.article = "story.txt",
          .unit = "KOR",
          .value = std::move(value),
          .measure = "tonnes",
          .as_printed = std::move(as_printed),
          .verdict = std::move(verdict)};
}

SheetScore score_story(const std::string& story, const std::vector<SheetFact>& facts) {
  const SmallChecker checker;
  const std::vector<CheckedText> texts{checker.check(story)};
  return score_against(facts, texts);
}

/// "found value verdict", as far as it goes.
std::string shown_score(const FactScore& score) {
  return std::string(score.is_found ? "found" : "missed") + (score.has_right_value ? " value" : "") +
         (score.has_right_verdict ? " verdict" : "");
}

/// Of one fact about a story.
std::string score_one(const std::string& story, const SheetFact& fact) {
  return shown_score(score_story(story, {fact}).facts.at(0));
}

TEST_CASE("a fact is found where a claim stands, then its value and then its verdict can be right") {
  const struct {
    const char* name;
    SheetFact fact;
    const char* expected;
  } cases[] = {
      {"all right", fact_of("1437000", "143만7000톤", "match"), "found value verdict"},
      {"another verdict", fact_of("1437000", "143만7000톤", "rounded"), "found value"},
      {"another value", fact_of("1436000", "143만7000톤", "match"), "found"},
      {"words that no claim touches", fact_of("1437000", "어획량", "match"), "missed"},
      {"words that do not stand there", fact_of("1437000", "144만7000톤", "match"), "missed"},
      {"words of no fact", fact_of("1437000", "", "match"), "missed"},
      {"a slip", fact_of("3855000", "385만5000톤", "mismatch"), "found value verdict"},
      {"a slip called right", fact_of("3855000", "385만5000톤", "match"), "found value"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(score_one(kStory, c.fact) == c.expected);
  }
}

TEST_CASE("a value is compared at the precision that the sheet prints") {
  // 1.44e6 stands for 1.435 to 1.445 million, 1.43e6 for less.
  CHECK(score_one(kStory, fact_of("1.44e6", "143만7000톤", "match")) == "found value verdict");
  CHECK(score_one(kStory, fact_of("1.43e6", "143만7000톤", "match")) == "found");
  CHECK(score_one(kStory, fact_of("1437000.0", "143만7000톤", "match")) == "found value verdict");
  CHECK(score_one(kStory, fact_of("many", "143만7000톤", "match")) == "found");
}

TEST_CASE("a fact of another unit or another text is not found") {
  SheetFact fact = fact_of("1437000", "143만7000톤", "match");
  fact.unit = "JPN";
  CHECK(score_one(kStory, fact) == "missed");
  fact.unit = "";  // of none: any claim will do
  CHECK(score_one(kStory, fact) == "found value verdict");
  fact.article = "other.txt";
  CHECK(score_one(kStory, fact) == "missed");
}

TEST_CASE("a text is known by its file name, whatever directory it is in") {
  const SmallChecker checker;
  const std::vector<CheckedText> texts{checker.check(kStory, Date{2025, 6, 10}, "some/where/story.txt")};
  const std::vector<SheetFact> facts{fact_of("1437000", "143만7000톤", "match")};
  CHECK(shown_score(score_against(facts, texts).facts.at(0)) == "found value verdict");
}

TEST_CASE("a sheet without editions counts right in another edition as a mismatch") {
  const SheetFact as_mismatch = fact_of("3725000", "372만5000톤", "mismatch");
  const SheetFact as_edition = fact_of("3725000", "372만5000톤", "other-edition");
  CHECK(score_one(kStory, as_mismatch) == "found value verdict");
  CHECK(score_one(kStory, as_edition) == "found value verdict");
  const SheetScore both = score_story(kStory, {as_mismatch, as_edition});
  CHECK(shown_score(both.facts.at(0)) == "found value");
  CHECK(shown_score(both.facts.at(1)) == "found value verdict");
  CHECK(both.facts.at(0).verdict == "other-edition");
}

TEST_CASE("claims where the sheet has no fact are false finds") {
  const SmallChecker checker;
  const std::vector<CheckedText> texts{checker.check(kStory)};
  REQUIRE(texts[0].claims.size() == 3);
  const std::vector<SheetFact> facts{fact_of("1437000", "143만7000톤", "match"),
                                     fact_of("3725000", "372만5000톤", "other-edition")};
  const SheetScore score = score_against(facts, texts);
  REQUIRE(score.false_finds.size() == 1);
  CHECK(score.false_finds[0].text == 0);
  CHECK(texts[0].claims[score.false_finds[0].claim].span.of(texts[0].text) == "385만5000");
  // What the sheet says about it does not matter, only that it speaks of the place.
  CHECK(score_against({}, texts).false_finds.size() == 3);
}

TEST_CASE("a rate that a conversion implies is no false find") {
  const std::string story = "2024년 한국의 농업 투자는 24억6000만 달러(3조1980억원)였다.";
  const SheetScore score = score_story(story, {});
  CHECK(score.false_finds.size() == 2);  // the level and the conversion
}

TEST_CASE("facts of other measures are found by claims of their kind") {
  const auto fact = [](std::string value, std::string measure, std::string as_printed, std::string verdict) {
    SheetFact one = fact_of(std::move(value), std::move(as_printed), std::move(verdict));
    one.measure = std::move(measure);
    return one;
  };
  SheetFact rank = fact("", "rank", "4위", "match");
  rank.rank = 4;
  SheetFact member = fact("true", "boolean", "일본", "match");
  member.unit = "JPN";
  SheetFact release = fact("2025-05-01", "date", "2025년 5월 1일", "match");
  release.unit = "";
  const struct {
    const char* name;
    std::string story;
    SheetFact fact;
  } cases[] = {
      {"a ratio that the text has in percent", "2024년 한국의 식량 자급률은 45.8%였다.",
       fact("0.458", "ratio", "45.8%", "match")},
      {"percent", "2024년 한국의 식량 자급률은 45.8%였다.", fact("45.8", "percent", "45.8%", "match")},
      {"a range", "2024년 한국의 농업 투자는 20억~30억 달러였다.",
       fact("2000000000-3000000000", "USD", "20억~30억 달러", "rounded")},
      {"a rank", "2024년 한국의 농업 투자는 세계 4위였다.", rank},
      {"a trend", "한국의 쌀 수확량은 최근 감소세다.", fact("falling", "trend", "감소세", "match")},
      {"a member of a set", "2024년 식량 자급률이 한국보다 낮은 나라는 일본과 베트남이었다.", member},
      {"a day", "수확위원회가 2025년 5월 1일 발표한 '수확 연감 2025'에는 쌀이 담겼다.", release},
      {"a year that somebody is after", "한국은 2030년까지 일본을 따라잡기 어렵다.",
       fact("2030", "year", "2030년", "unverifiable")},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(score_one(c.story, c.fact) == "found value verdict");
  }
  CHECK(score_one(cases[4].story, fact("rising", "trend", "감소세", "match")) == "found");
  CHECK(score_one(cases[2].story, fact("2000000000-4000000000", "USD", "20억~30억 달러", "rounded")) == "found");
  rank.rank = 3;
  CHECK(score_one(cases[3].story, rank) == "found");
}

TEST_CASE("the day of a text is found by its dateline") {
  const SmallChecker checker;
  const std::string story =
      "입력 2025.06.10 09:30\n\n지난해 한국의 어획량은 143만7000톤으로 집계됐다고 정부가 이날 밝혔다.";
  const std::vector<CheckedText> dated{checker.check(story, std::nullopt)};
  SheetFact fact = fact_of("2025-06-10", "2025.06.10", "match");
  fact.measure = "timestamp";
  CHECK(score_against(std::vector{fact}, dated).facts.at(0).has_right_value);
  CHECK(score_against(std::vector{fact}, dated).facts.at(0).has_right_verdict);
  fact.value = "2025-06-11";
  CHECK_FALSE(score_against(std::vector{fact}, dated).facts.at(0).has_right_value);
  const std::vector<CheckedText> given{checker.check(kStory)};
  CHECK_FALSE(score_against(std::vector{fact}, given).facts.at(0).is_found);
}

}  // namespace
}  // namespace podium
