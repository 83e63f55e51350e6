#include <doctest/doctest.h>

#include "claims/small_checker.hpp"

namespace podium {
namespace {

using Lines = std::vector<std::string>;
using testing::SmallChecker;

/// Of texts of 10 June 2025.
Lines claims_in(const std::string& text) {
  const SmallChecker checker;
  return testing::shown_claims(checker.check(text));
}

TEST_CASE("a country stays the one that is spoken of until another is named") {
  CHECK(claims_in("미국의 어획량이 발표됐다. 지난해 419만6000톤이었다. 일본은 278만4000톤이었다.") ==
        Lines{"level USA fish_catch 2024 4196000", "level JPN fish_catch 2024 2784000"});
  CHECK(claims_in("The fish catch of Japan is out. It was 2.784 million tonnes in 2024. In China it was 13.42 million "
                  "tonnes.") == Lines{"level JPN fish_catch 2024 2784000", "level CHN fish_catch 2024 13420000"});
}

TEST_CASE("an indicator stays the one that is spoken of until another is named") {
  CHECK(
      claims_in("2024년 일본의 어획량은 278만4000톤이었다. 쌀 수확량은 734만5000톤이었다. 한국은 358만5000톤이었다.") ==
      Lines{"level JPN fish_catch 2024 2784000", "level JPN rice_harvest - 7345000",
            "level KOR rice_harvest - 3585000"});
  CHECK(
      claims_in("South Korea's rice harvest was 3.585 million tonnes in 2024. In Japan it was 7.345 million tonnes.") ==
      Lines{"level KOR rice_harvest 2024 3585000", "level JPN rice_harvest 2024 7345000"});
}

TEST_CASE("an indicator is carried over four sentences, one of percent over one") {
  const std::string three = "비가 왔다. 눈이 왔다. 바람이 불었다. ";
  CHECK(claims_in("한국의 어획량이 발표됐다. " + three + "지난해 143만7000톤이었다.") ==
        Lines{"level KOR fish_catch 2024 1437000"});
  CHECK(claims_in("한국의 어획량이 발표됐다. " + three + "안개가 꼈다. 지난해 143만7000톤이었다.") == Lines{});
  CHECK(claims_in("한국의 식량 자급률이 발표됐다. 지난해 45.8%였다.") == Lines{"level KOR self_sufficiency 2024 45.8"});
  CHECK(claims_in("한국의 식량 자급률이 발표됐다. 비가 왔다. 지난해 45.8%였다.") == Lines{"level KOR - 2024 45.8"});
}

TEST_CASE("where nobody was named the outlet's country is meant") {
  CHECK(claims_in("지난해 어획량은 143만7000톤이었다.") == Lines{"level KOR fish_catch 2024 1437000"});
  CHECK(claims_in("The fish catch was 4.196 million tonnes in 2024.") == Lines{"level USA fish_catch 2024 4196000"});
}

TEST_CASE("our country and at home mean the outlet's country by the language of the text") {
  CHECK(claims_in("중국은 컸다. 지난해 우리나라의 어획량은 143만7000톤이었다.") ==
        Lines{"level KOR fish_catch 2024 1437000"});
  CHECK(claims_in("중국은 컸다. 지난해 국내 어획량은 143만7000톤이었다.") ==
        Lines{"level KOR fish_catch 2024 1437000"});
  CHECK(claims_in("China is large. In 2024 our country's fish catch was 4.196 million tonnes.") ==
        Lines{"level USA fish_catch 2024 4196000"});
  CHECK(claims_in("China is large. In 2024 the domestic fish catch was 4.196 million tonnes.") ==
        Lines{"level USA fish_catch 2024 4196000"});
}

TEST_CASE("the language that is given decides whose country ours is") {
  const Index index = testing::harvest_index();
  const FactBook book = testing::harvest_facts();
  const TextChecker checker(index, book);
  const auto unit = [&](std::optional<Language> language) {
    const CheckedText checked =
        checker.check("story.txt", "2024년 국내 어획량은 143만7000톤이었다.", {.language = language});
    REQUIRE(checked.claims.size() == 1);
    return checked.claims[0].unit;
  };
  CHECK(unit(std::nullopt) == "KOR");
  CHECK(unit(Language::Korean) == "KOR");
  CHECK(unit(Language::English) == "USA");
}

TEST_CASE("Hanja and single syllables stand for countries where the aliases hold them") {
  CHECK(claims_in("美의 지난해 쌀 수확량은 564만 톤, 中은 1억4528만 톤이었다.") ==
        Lines{"level USA rice_harvest 2024 5640000", "level CHN rice_harvest 2024 145280000"});
  CHECK(claims_in("韓 쌀 수확량 358만5000톤, 日 734만5000톤") ==
        Lines{"level KOR rice_harvest - 3585000", "level JPN rice_harvest - 7345000"});
  // One syllable counts only beside another.
  const Lines both{"level CHN fish_catch 2024 1000000", "level JPN fish_catch 2024 1000000"};
  CHECK(claims_in("지난해 중·일의 어획량은 100만톤 이상이었다.") == both);
  CHECK(claims_in("지난해 중일의 어획량은 100만톤 이상이었다.") == both);
  CHECK(claims_in("지난해 중의 어획량은 100만톤 이상이었다.") == Lines{"level KOR fish_catch 2024 1000000"});
}

TEST_CASE("the country before a publisher's name is not spoken of") {
  CHECK(claims_in("미국 수확위원회는 2024년 일본의 어획량이 278만4000톤이라고 밝혔다. 쌀 수확량은 734만5000톤이다.") ==
        Lines{"level JPN fish_catch 2024 2784000", "level JPN rice_harvest - 7345000"});
}

TEST_CASE("figures in brackets belong to the country before them") {
  CHECK(claims_in("지난해 어획량은 한국(143만7000톤), 일본(278만4000톤), 미국(419만6000톤) 순이었다.") ==
        Lines{"level KOR fish_catch 2024 1437000", "level JPN fish_catch 2024 2784000",
              "level USA fish_catch 2024 4196000"});
}

TEST_CASE("what is said of a list is said of each of it, and 등 leaves the list open") {
  const SmallChecker checker;
  const struct {
    std::string text;
    bool is_open;
  } cases[] = {
      {"지난해 농업 투자는 한국과 일본 등이 10억 달러 이상이었다.", true},
      {"지난해 한국, 일본 등은 농업 투자가 10억 달러를 넘었다.", true},
      {"지난해 한국과 일본은 농업 투자가 10억 달러를 넘었다.", false},
      {"In 2024 Korea, Japan and others put more than $1 billion into farm investment.", true},
      {"The farm investment of Korea and Japan was more than $1 billion in 2024.", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const CheckedText checked = checker.check(c.text);
    CHECK(testing::shown_claims(checked) ==
          Lines{"level KOR farm_investment 2024 1000000000", "level JPN farm_investment 2024 1000000000"});
    for (const Claim& claim : checked.claims) CHECK(claim.is_open_list == c.is_open);
    // 2.46 and 6.31 billion are more.
    for (const Verdict& verdict : checked.verdicts) CHECK(testing::shown_verdict(verdict) == "rounded");
  }
}

TEST_CASE("relative years are counted from the day of the text") {
  const SmallChecker checker;
  const struct {
    const char* text;
    int years_before;
  } cases[] = {
      {"올해 한국의 어획량은 143만7000톤이었다.", 0},
      {"지난해 한국의 어획량은 143만7000톤이었다.", 1},
      {"작년 한국의 어획량은 143만7000톤이었다.", 1},
      {"재작년 한국의 어획량은 143만7000톤이었다.", 2},
      {"South Korea's fish catch was 1.437 million tonnes this year.", 0},
      {"South Korea's fish catch was 1.437 million tonnes last year.", 1},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    for (const int year : {2024, 2025}) {
      const CheckedText checked = checker.check(c.text, Date{static_cast<std::int16_t>(year), 6, 10});
      REQUIRE(checked.claims.size() == 1);
      CHECK(checked.day_from == CheckedText::DayFrom::Setting);
      CHECK(checked.claims[0].years == YearSpan{year - c.years_before, year - c.years_before});
    }
  }
}

TEST_CASE("the day of a text that is not given is that of its dateline, else that of the edition it names, else none") {
  const SmallChecker checker;
  const std::string story = "지난해 한국의 어획량은 143만7000톤으로 집계됐다고 정부가 이날 밝혔다.";

  const CheckedText dated = checker.check("입력 2025.06.10 09:30\n\n" + story, std::nullopt);
  CHECK(dated.day_from == CheckedText::DayFrom::Dateline);
  CHECK(dated.published == Date{2025, 6, 10});
  CHECK(dated.dateline.of(dated.text) == "2025.06.10");
  REQUIRE(dated.claims.size() == 1);
  CHECK(dated.claims[0].years == YearSpan{2024, 2024});

  const CheckedText of_edition = checker.check("'수확 연감 2025'가 나왔다. " + story, std::nullopt);
  CHECK(of_edition.day_from == CheckedText::DayFrom::Edition);
  CHECK(of_edition.published == Date{2025, 5, 1});
  REQUIRE(of_edition.claims.size() == 1);
  CHECK(of_edition.claims[0].years == YearSpan{2024, 2024});

  const CheckedText undated = checker.check(story, std::nullopt);
  CHECK(undated.day_from == CheckedText::DayFrom::Nowhere);
  CHECK_FALSE(undated.published.has_value());
  REQUIRE(undated.claims.size() == 1);
  CHECK_FALSE(undated.claims[0].years.has_value());
}

TEST_CASE("the year before is that before the year spoken of") {
  CHECK(claims_in("한국의 농업 투자는 지난해 24억6000만 달러로 전년(27억3000만 달러)보다 줄었다.") ==
        Lines{"level KOR farm_investment 2024 2460000000", "level KOR farm_investment 2023 2730000000",
              "trend KOR farm_investment 2024 down"});
}

TEST_CASE("hedges decide how far a figure reaches") {
  const SmallChecker checker;
  const struct {
    const char* printed;
    const char* verdict;  ///< beside 2.46 billion
  } cases[] = {
      {"약 24억 달러였다", "rounded"},      // 23 to 25
      {"24억 달러였다", "mismatch"},        // 23.5 to 24.5
      {"20억 달러를 넘었다", "rounded"},    // from 19.5
      {"24억 달러 이상이었다", "rounded"},  // from 23.5
      {"30억 달러 미만이었다", "rounded"},  // up to 30.5
      {"20억 달러 이하였다", "mismatch"},   // up to 20.5
      {"25억 달러에 육박했다", "rounded"},  // 22.5 to 25.5
      {"20억~30억 달러였다", "rounded"},    // 19.5 to 30.5
      {"30억~40억 달러였다", "mismatch"},   // 29.5 to 40.5
  };
  for (const auto& c : cases) {
    CAPTURE(c.printed);
    const CheckedText checked = checker.check("2024년 한국의 농업 투자는 " + std::string(c.printed) + ".");
    REQUIRE(checked.verdicts.size() == 1);
    CHECK(to_word(checked.verdicts[0].kind) == c.verdict);
  }
}

TEST_CASE("what stands within quotation marks is quoted, what stands behind them is not") {
  const SmallChecker checker;
  const auto is_quoted = [&](const char* text) {
    std::vector<bool> quoted;
    for (const Claim& claim : checker.check(text).claims) quoted.push_back(claim.is_quoted);
    return quoted;
  };
  using Marks = std::vector<bool>;
  CHECK(is_quoted("그는 “지난해 한국의 어획량은 143만7000톤”이라고 말했다.") == Marks{true});
  CHECK(is_quoted("그는 “한국이 줄었다”며 지난해 한국의 어획량은 143만7000톤이라고 말했다.") == Marks{false});
  CHECK(is_quoted("“South Korea's fish catch was 1.437 million tonnes in 2024,” said Kim.") == Marks{true});
  CHECK(is_quoted("South Korea's fish catch was 1.437 million tonnes in 2024, Kim said.") == Marks{false});
}

}  // namespace
}  // namespace podium
