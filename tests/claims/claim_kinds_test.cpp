#include <doctest/doctest.h>

#include "claims/small_checker.hpp"

namespace podium {
namespace {

using Kind = Claim::Kind;
using Lines = std::vector<std::string>;
using testing::SmallChecker;

/// The claims of one kind, as shown_claim has them.
Lines of_kind(const CheckedText& checked, Kind kind) {
  Lines shown;
  for (const Claim& claim : checked.claims) {
    if (claim.kind == kind) shown.push_back(testing::shown_claim(claim));
  }
  return shown;
}

/// The only claim of a kind.
const Claim& only(const CheckedText& checked, Kind kind) {
  REQUIRE(of_kind(checked, kind).size() == 1);
  return *std::ranges::find(checked.claims, kind, &Claim::kind);
}

TEST_CASE("each kind of claim is read from a Korean and an English sentence with whom, what, when and how much") {
  const struct {
    Kind kind;
    std::string korean;
    std::string english;
    Lines expected;
  } cases[] = {
      {Kind::Level,
       "2024년 한국의 쌀 수확량은 358만5000톤이었다.",
       "South Korea's rice harvest was 3.585 million tonnes in 2024.",
       {"level KOR rice_harvest 2024 3585000"}},
      {Kind::Change,
       "2024년 한국의 농업 투자는 전년 대비 9.9% 감소했다.",
       "South Korea's farm investment fell 9.9% in 2024.",
       {"change KOR farm_investment 2024 9.9 down"}},
      {Kind::Trend,
       "한국의 쌀 수확량은 최근 감소세다.",
       "South Korea's rice harvest has been falling.",
       {"trend KOR rice_harvest 2024 down"}},
      {Kind::Extremum,
       "2024년 쌀 수확량이 가장 많은 나라는 중국이었다.",
       "In 2024 China had the largest rice harvest.",
       {"extremum CHN rice_harvest 2024 up"}},
      {Kind::Member,
       "2024년 식량 자급률이 한국보다 낮은 나라는 일본과 베트남뿐이었다.",
       "Only Japan and Vietnam had a food self-sufficiency below South Korea in 2024.",
       {"member JPN/KOR self_sufficiency 2024 down", "member VNM/KOR self_sufficiency 2024 down"}},
      {Kind::Compared,
       "2024년 쌀 수확량은 117개국을 대상으로 비교했다.",
       "The rice harvest of 2024 was compared across 117 countries.",
       {"compared - rice_harvest 2024 117"}},
      {Kind::Ratio,
       "2024년 중국의 쌀 수확량은 한국의 40.5배였다.",
       "In 2024 China's rice harvest was 40.5 times that of South Korea.",
       {"ratio CHN/KOR rice_harvest 2024 40.5"}},
      {Kind::Ratio,
       "2024년 한국의 어획량은 중국의 10.7%에 그쳤다.",
       "South Korea's fish catch was 10.7% of China's in 2024.",
       {"ratio KOR/CHN fish_catch 2024 10.7"}},
      {Kind::Difference,
       "2024년 일본의 쌀 수확량은 한국보다 376만 톤 많았다.",
       "In 2024 Japan's rice harvest was 3.76 million tonnes more than South Korea's.",
       {"difference JPN/KOR rice_harvest 2024 3760000"}},
      {Kind::Conversion,
       "2024년 한국의 농업 투자는 24억6000만 달러(약 3조1980억원)였다.",
       "South Korea's farm investment was $2.46 billion (about 3.198 trillion won) in 2024.",
       {"conversion KOR farm_investment 2024 3198000000000"}},
  };
  const SmallChecker checker;
  for (const auto& c : cases) {
    CAPTURE(c.korean);
    CHECK(of_kind(checker.check(c.korean), c.kind) == c.expected);
    CAPTURE(c.english);
    CHECK(of_kind(checker.check(c.english), c.kind) == c.expected);
  }
}

TEST_CASE("a plain rank says nothing of the end that it is counted from: 4위, ranked fourth") {
  const SmallChecker checker;
  CHECK(of_kind(checker.check("2024년 한국의 농업 투자는 세계 4위였다."), Kind::Ranked) ==
        Lines{"rank KOR farm_investment 2024 4"});
  CHECK(of_kind(checker.check("South Korea ranked fourth in farm investment in 2024."), Kind::Ranked) ==
        Lines{"rank KOR farm_investment 2024 4"});
  CHECK(of_kind(checker.check("2024년 한국의 식량 자급률은 두 번째로 낮았다."), Kind::Ranked) ==
        Lines{"rank KOR self_sufficiency 2024 2 down"});
  CHECK(of_kind(checker.check("In 2024 South Korea had the second lowest food self-sufficiency."), Kind::Ranked) ==
        Lines{"rank KOR self_sufficiency 2024 2 down"});
}

TEST_CASE("a rank is one of n where the sentence counts countries") {
  const SmallChecker checker;
  CHECK(only(checker.check("2024년 중국은 4개국 중 어획량 1위였다."), Kind::Ranked).out_of == 4);
  CHECK(only(checker.check("In 2024 China ranked first of 4 countries in fish catch."), Kind::Ranked).out_of == 4);
  CHECK_FALSE(only(checker.check("2024년 중국은 어획량 1위였다."), Kind::Ranked).out_of.has_value());
}

TEST_CASE("a path of ranks without a year ends in the usual one and begins in the year before") {
  const SmallChecker checker;
  const CheckedText checked = checker.check("한국의 농업 투자 순위는 3위에서 4위로 1계단 내려갔다.");
  CHECK(of_kind(checked, Kind::Ranked) == Lines{"rank KOR farm_investment 2023 3", "rank KOR farm_investment 2024 4"});
  CHECK(only(checked, Kind::RankChange).figure.value == 1);
  CHECK(of_kind(checker.check("한국의 농업 투자 순위는 3위→4위다."), Kind::Ranked) ==
        Lines{"rank KOR farm_investment 2023 3", "rank KOR farm_investment 2024 4"});
}

TEST_CASE("how many lie beyond a country is a claim about that country") {
  const SmallChecker checker;
  const CheckedText checked = checker.check("2024년 식량 자급률이 한국보다 낮은 나라는 4개국 중 단 1개국에 불과하다.");
  const Claim& claim = only(checked, Kind::Beyond);
  CHECK(testing::shown_claim(claim) == "beyond KOR self_sufficiency 2024 1 down");
  CHECK(claim.out_of == 4);
}

TEST_CASE("a change knows the year that it is counted from where the sentence says so") {
  const SmallChecker checker;
  const auto base_of = [&](const char* text) { return only(checker.check(text), Kind::Change).base_years; };
  CHECK(base_of("2024년 한국의 쌀 수확량은 2022년 대비 4.8% 감소했다.") == YearSpan{2022, 2022});
  CHECK(base_of("South Korea's rice harvest in 2024 fell 4.8% from 2022.") == YearSpan{2022, 2022});
  CHECK_FALSE(base_of("2024년 한국의 쌀 수확량은 3.2% 감소했다.").has_value());
}

TEST_CASE("a conversion points to the figure that it is made of, and its rate to the conversion") {
  const SmallChecker checker;
  const CheckedText checked = checker.check("2024년 한국의 농업 투자는 24억6000만 달러(약 3조1980억원)였다.");
  REQUIRE(checked.claims.size() == 3);
  CHECK(checked.claims[0].kind == Kind::Level);
  CHECK(checked.claims[1].of == std::size_t{0});
  CHECK(checked.claims[2].kind == Kind::Rate);
  CHECK(checked.claims[2].of == std::size_t{1});
  CHECK(checked.verdicts.size() == checked.claims.size());
}

TEST_CASE("a part of a number that the sentence states is arithmetic inside the sentence") {
  const SmallChecker checker;
  for (const char* text : {"어민 5만7000명 중 16%(약 9120명)가 떠났다.", "Of 57,000 fishers 16% (about 9,120) left."}) {
    CAPTURE(text);
    const CheckedText checked = checker.check(text);
    const Claim& claim = only(checked, Kind::Product);
    CHECK(claim.figure.value == 9120);
    REQUIRE(claim.whole.has_value());
    CHECK(claim.whole->value == 57000);
    REQUIRE(claim.of.has_value());
    CHECK(checked.claims[*claim.of].figure.value == 16);
  }
}

TEST_CASE("the day on which an edition came out is a claim about the edition") {
  const SmallChecker checker;
  for (const char* text : {"수확위원회가 2025년 5월 1일 발표한 '수확 연감 2025'에는 쌀이 담겼다.",
                           "The Harvest Atlas 2025, released on May 1, 2025, is about rice."}) {
    CAPTURE(text);
    const CheckedText checked = checker.check(text);
    const Claim& claim = only(checked, Kind::Release);
    CHECK(claim.day == Date{2025, 5, 1});
    REQUIRE(claim.edition.has_value());
    CHECK(checker.index().editions[at(*claim.edition)].id == "harvest-2025");
  }
}

TEST_CASE("a forecast is marked, and a year to come that no figure is said of is an aim") {
  const SmallChecker checker;
  CHECK(only(checker.check("2027년 한국의 쌀 수확량은 400만 톤으로 전망된다."), Kind::Level).is_forecast);
  CHECK(
      only(checker.check("South Korea's rice harvest will reach 4 million tonnes in 2027."), Kind::Level).is_forecast);
  CHECK_FALSE(only(checker.check("2024년 한국의 쌀 수확량은 400만 톤이었다."), Kind::Level).is_forecast);
  CHECK(of_kind(checker.check("한국은 2030년까지 일본을 따라잡기 어렵다."), Kind::Aim) == Lines{"aim KOR - 2030"});
}

TEST_CASE("a share of the whole belongs to the series that is the share of the one spoken of") {
  const SmallChecker checker;
  const Lines expected{"level KOR farm_budget 2024 18300000000000", "level KOR farm_budget_share 2024 2.79"};
  CHECK(of_kind(checker.check("2024년 한국의 농업 예산은 18조3000억원으로 전체의 2.79%였다."), Kind::Level) ==
        expected);
  CHECK(of_kind(checker.check("In 2024 South Korea's farm budget was 18.3 trillion won, 2.79% of the total."),
                Kind::Level) == expected);
}

TEST_CASE("a sum over several years and a yearly mean of it are told apart") {
  const SmallChecker checker;
  for (const char* text : {"2023년부터 2027년까지 농업 인력은 연평균 2560명 부족하다.",
                           "From 2023 to 2027 the shortage of farm workers in South Korea is 2,560 people a year."}) {
    CAPTURE(text);
    const CheckedText checked = checker.check(text);
    const Claim& claim = only(checked, Kind::Level);
    CHECK(testing::shown_claim(claim) == "level KOR farm_workers_missing 2023-2027 2560");
    CHECK(claim.is_yearly);
  }
  CHECK_FALSE(only(checker.check("2023년부터 2027년까지 농업 인력은 1만2800명 부족하다."), Kind::Level).is_yearly);
}

TEST_CASE("what a figure is counted by is read with its base") {
  const SmallChecker checker;
  for (const char* text : {"2024년 한국의 트랙터 보급은 인구 1만명당 131.7대였다.",
                           "In 2024 South Korea had 131.7 tractors per 10,000 people."}) {
    CAPTURE(text);
    const CheckedText checked = checker.check(text);
    const Claim& claim = only(checked, Kind::Level);
    REQUIRE(claim.per.has_value());
    CHECK(claim.per->count == 10000);
    CHECK(claim.per->base == "people");
  }
}

}  // namespace
}  // namespace podium
