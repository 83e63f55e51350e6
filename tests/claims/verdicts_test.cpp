#include <limits>

#include <doctest/doctest.h>

#include "podium/claims/printed_interval.hpp"
#include "podium/claims/slips.hpp"

#include "claims/small_checker.hpp"

namespace podium {
namespace {

using Kind = Claim::Kind;
using testing::SmallChecker;
using testing::verdict_on;

struct Case {
  Kind kind;
  std::string expected;
  std::string korean;
  std::string english;  ///< may be empty
};

void check_all(std::span<const Case> cases) {
  const SmallChecker checker;
  for (const Case& c : cases) {
    CAPTURE(c.korean);
    CHECK(verdict_on(checker.check(c.korean), c.kind) == c.expected);
    if (c.english.empty()) continue;
    CAPTURE(c.english);
    CHECK(verdict_on(checker.check(c.english), c.kind) == c.expected);
  }
}

TEST_CASE("each verdict arises from a sentence made for it") {
  const Case cases[] = {
      {Kind::Level, "match", "2024년 한국의 농업 투자는 24억6000만 달러였다.",
       "Farm investment in South Korea was $2.46 billion in 2024."},
      {Kind::Level, "rounded", "2024년 한국의 농업 투자는 25억 달러였다.",
       "Farm investment in South Korea was $2.5 billion in 2024."},
      {Kind::Level, "other-edition", "2023년 한국의 쌀 수확량은 372만5000톤이었다.",
       "South Korea's rice harvest was 3.725 million tonnes in 2023."},
      // 24 stands for 23.5 to 24.5, and 24.6 is no digit, year or country away from it.
      {Kind::Level, "mismatch", "2024년 한국의 농업 투자는 24억 달러였다.",
       "Farm investment in South Korea was $2.4 billion in 2024."},
      {Kind::Level, "unverifiable", "2026년 한국의 쌀 수확량은 358만5000톤이었다.",
       "South Korea's rice harvest was 3.585 million tonnes in 2026."},
      {Kind::Level, "unverifiable", "지난해 1분기 한국의 어획량은 40만 톤이었다.",
       "South Korea's fish catch was 0.4 million tonnes in Q1 2024."},
      {Kind::Level, "opinion", "한국은 20%가 바람직하다.", "South Korea should keep 20% of it."},
  };
  check_all(cases);
}

TEST_CASE("each slip of a level arises from a sentence made for it") {
  const Case cases[] = {
      {Kind::Level, "mismatch denominator", "2024년 한국의 트랙터 보급은 인구 1만명당 131.7대였다.",
       "In 2024 South Korea had 131.7 tractors per 10,000 people."},
      {Kind::Level, "match", "2024년 한국의 트랙터 보급은 농민 1000명당 131.7대였다.",
       "In 2024 South Korea had 131.7 tractors per 1,000 farmers."},
      {Kind::Level, "mismatch direction", "2024년 한국의 쌀 무역수지는 18억4000만 달러였다.",
       "South Korea's rice trade balance was $1.84 billion in 2024."},
      {Kind::Level, "mismatch digit-slip", "2024년 한국의 쌀 수확량은 318만5000톤이었다.",
       "Farm investment in South Korea was $2.49 billion in 2024."},
      {Kind::Level, "mismatch digit-swap", "2024년 한국의 쌀 수확량은 385만5000톤이었다.",
       "Farm investment in South Korea was $2.64 billion in 2024."},
      {Kind::Level, "mismatch power-of-ten", "2024년 한국의 쌀 수확량은 35만8500톤이었다.",
       "Farm investment in South Korea was $24.6 billion in 2024."},
      {Kind::Level, "mismatch other-period", "2024년 한국의 쌀 수확량은 376만4000톤이었다.",
       "Farm investment in South Korea was $2.73 billion in 2024."},
      {Kind::Level, "mismatch other-period", "2025년부터 2029년까지 농업 인력은 연평균 2560명 부족하다.",
       "From 2025 to 2029 the shortage of farm workers in South Korea is 2,560 people a year."},
      {Kind::Level, "mismatch other-unit", "2024년 한국의 쌀 수확량은 564만톤이었다.",
       "Farm investment in South Korea was $6.31 billion in 2024."},
      // 2.46 billion dollars at 1300 won.
      {Kind::Level, "mismatch other-currency", "2024년 한국의 농업 투자는 3조1980억 달러였다.",
       "Farm investment in South Korea was $3.198 trillion in 2024."},
      {Kind::Level, "mismatch other-indicator", "2024년 한국의 쌀 수확량은 143만7000톤이었다.",
       "In 2024 South Korea's rice harvest was 1.437 million tonnes."},
      {Kind::Ratio, "mismatch other-measure", "2024년 한국의 식량 자급률은 세계 평균의 45.8배였다.",
       "South Korea's food self-sufficiency was 45.8 times the average in 2024."},
  };
  check_all(cases);
}

TEST_CASE("each slip of a derived figure arises from a sentence made for it") {
  const Case cases[] = {
      // 2.46 / 2.73 = 0.901 within the edition of 2025; 2.46 / 2.58 = 0.953 across two.
      {Kind::Change, "rounded", "2024년 한국의 농업 투자는 전년 대비 9.9% 감소했다.",
       "Farm investment in South Korea fell 9.9% in 2024."},
      {Kind::Change, "mismatch edition-mix", "2024년 한국의 농업 투자는 전년 대비 4.7% 감소했다.",
       "Farm investment in South Korea fell 4.7% in 2024."},
      {Kind::Change, "mismatch direction", "2024년 한국의 농업 투자는 전년 대비 9.9% 증가했다.",
       "Farm investment in South Korea rose 9.9% in 2024."},
      {Kind::Change, "mismatch", "2024년 한국의 농업 투자는 전년 대비 7.3% 감소했다.",
       "Farm investment in South Korea fell 7.3% in 2024."},
      {Kind::Trend, "match", "지난해 한국의 어획량은 143만7000톤으로 전년(139만1000톤)보다 늘었다.",
       "South Korea's fish catch rose to 1.437 million tonnes from 1.391 million tonnes in 2023."},
      {Kind::Trend, "mismatch direction", "지난해 한국의 어획량은 143만7000톤으로 전년(139만1000톤)보다 줄었다.",
       "South Korea's fish catch fell to 1.437 million tonnes from 1.391 million tonnes in 2023."},
      // South Korea was last in 2023; Japan fell behind it in 2024.
      {Kind::Ranked, "match", "2024년 한국의 쌀 무역수지는 3위였다.",
       "South Korea ranked third in rice trade balance in 2024."},
      {Kind::Ranked, "mismatch other-period", "2024년 한국의 쌀 무역수지는 4위였다.", ""},
      {Kind::RankChange, "match", "한국의 쌀 무역수지 순위는 4위에서 3위로 1계단 올랐다.", ""},
      {Kind::RankChange, "mismatch arithmetic", "한국의 쌀 무역수지 순위는 4위에서 3위로 2계단 올랐다.", ""},
      {Kind::Extremum, "match", "2024년 쌀 수확량이 가장 많은 나라는 중국이었다.",
       "In 2024 China had the largest rice harvest."},
      {Kind::Extremum, "mismatch", "2024년 쌀 수확량이 가장 많은 나라는 한국이었다.",
       "In 2024 South Korea had the largest rice harvest."},
      {Kind::Member, "match", "2024년 식량 자급률이 한국보다 낮은 나라는 일본과 베트남이었다.",
       "Japan and Vietnam had a food self-sufficiency below South Korea in 2024."},
      {Kind::Member, "mismatch", "2024년 식량 자급률이 한국보다 낮은 나라는 중국과 일본이었다.",
       "China and Japan had a food self-sufficiency below South Korea in 2024."},
      {Kind::Beyond, "match", "2024년 식량 자급률이 한국보다 낮은 나라는 4개국 중 단 1개국에 불과하다.", ""},
      {Kind::Beyond, "mismatch", "2024년 식량 자급률이 한국보다 낮은 나라는 4개국 중 단 2개국에 불과하다.", ""},
      {Kind::Compared, "match", "2024년 쌀 수확량은 117개국을 대상으로 비교했다.",
       "The rice harvest of 2024 was compared across 117 countries."},
      {Kind::Compared, "mismatch", "2024년 쌀 수확량은 118개국을 대상으로 비교했다.",
       "The rice harvest of 2024 was compared across 118 countries."},
      // 145,280 / 3,585 = 40.52.
      {Kind::Ratio, "rounded", "2024년 중국의 쌀 수확량은 한국의 40.5배였다.",
       "In 2024 China's rice harvest was 40.5 times that of South Korea."},
      {Kind::Ratio, "mismatch", "2024년 중국의 쌀 수확량은 한국의 41.5배였다.",
       "In 2024 China's rice harvest was 41.5 times that of South Korea."},
      // 7,345 - 3,585 = 3,760.
      {Kind::Difference, "match", "2024년 일본의 쌀 수확량은 한국보다 376만 톤 많았다.",
       "In 2024 Japan's rice harvest was 3.76 million tonnes more than South Korea's."},
      {Kind::Difference, "mismatch", "2024년 일본의 쌀 수확량은 한국보다 396만 톤 많았다.",
       "In 2024 Japan's rice harvest was 3.96 million tonnes more than South Korea's."},
      {Kind::Product, "match", "어민 5만7000명 중 16%(약 9120명)가 떠났다.",
       "Of 57,000 fishers 16% (about 9,120) left."},
      {Kind::Product, "mismatch arithmetic", "어민 5만7000명 중 16%(약 9920명)가 떠났다.",
       "Of 57,000 fishers 16% (about 9,920) left."},
      {Kind::Release, "match", "수확위원회가 2025년 5월 1일 발표한 '수확 연감 2025'에는 쌀이 담겼다.",
       "The Harvest Atlas 2025, released on May 1, 2025, is about rice."},
      {Kind::Release, "mismatch", "수확위원회가 2025년 5월 2일 발표한 '수확 연감 2025'에는 쌀이 담겼다.",
       "The Harvest Atlas 2025, released on May 2, 2025, is about rice."},
      {Kind::Aim, "unverifiable", "한국은 2030년까지 일본을 따라잡기 어렵다.", ""},
  };
  check_all(cases);
}

TEST_CASE("the evidence gives value, source, edition and locator, the figure that counts first") {
  const SmallChecker checker;
  const CheckedText checked = checker.check("Farm investment in South Korea was $2.73 billion in 2024.");
  REQUIRE(checked.verdicts.size() == 1);
  const std::vector<ClaimEvidence>& evidence = checked.verdicts[0].evidence;
  REQUIRE(evidence.size() == 2);  // the figure of the year, and that of 2023 that explains the slip
  CHECK(evidence[0].value == doctest::Approx(2.46e9));
  CHECK_FALSE(evidence[0].is_inside);
  CHECK(evidence[0].locator == "table of 2024");
  CHECK(evidence[1].value == doctest::Approx(2.73e9));
  CHECK(evidence[1].locator == "table of 2023");
  for (const ClaimEvidence& one : evidence) {
    REQUIRE((one.edition && one.source));
    CHECK(checker.index().editions[at(*one.edition)].id == "harvest-2025");
    CHECK(checker.index().sources[at(*one.source)].id == "atlas");
  }
}

TEST_CASE("the edition that counts is the one named, otherwise the newest that was out on the day of the text") {
  const SmallChecker checker;
  const std::string of_2024 = "2023년 한국의 쌀 수확량은 372만5000톤이었다.";
  const std::string of_2025 = "2023년 한국의 쌀 수확량은 370만2000톤이었다.";
  const auto verdict = [&](const std::string& text, Date day) {
    return verdict_on(checker.check(text, day), Kind::Level);
  };
  CHECK(verdict(of_2024, {2025, 4, 30}) == "match");
  CHECK(verdict(of_2024, {2025, 5, 1}) == "other-edition");
  CHECK(verdict(of_2025, {2025, 4, 30}) == "other-edition");
  CHECK(verdict(of_2025, {2025, 5, 1}) == "match");
  CHECK(verdict("'수확 연감 2024'에 따르면 " + of_2024, {2025, 6, 10}) == "match");
  CHECK(verdict("'수확 연감 2024'에 따르면 " + of_2025, {2025, 6, 10}) == "other-edition");
}

TEST_CASE("a print stands for what rounds to it: its lower end belongs to it, what lies beyond either end does not") {
  const SmallChecker checker;
  const auto verdict = [&](const std::string& printed) {
    return verdict_on(checker.check("2024년 한국의 쌀 수확량은 " + printed + "톤이었다."), Kind::Level);
  };
  // 3,585,000 tonnes: 359만 stands for 358.5만 up to 359.5만, 360만 for what begins with 359.5만.
  CHECK(verdict("359만") == "rounded");
  CHECK(verdict("360만") == "mismatch");
  CHECK(verdict("357만") == "mismatch digit-slip");
  // In 2023 it was 3,702,000: 370.1만 ends at 3,701,500.
  const auto of_2023 = [&](const std::string& printed) {
    return verdict_on(checker.check("2023년 한국의 쌀 수확량은 " + printed + "톤이었다."), Kind::Level);
  };
  CHECK(of_2023("370만") == "rounded");
  CHECK(of_2023("370만2000") == "match");
  CHECK(of_2023("370만1000") == "mismatch digit-slip");
}

TEST_CASE("a figure stands for half a step to either side, and for more where words say so") {
  using Hedge = QuantityMention::Hedge;
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const struct {
    Hedge hedge;
    double lower;
    double upper;
  } cases[] = {
      {Hedge::None, 39.5, 40.5},         {Hedge::About, 39, 41},
      {Hedge::AtLeast, 39.5, kInfinity}, {Hedge::MoreThan, 39.5, kInfinity},
      {Hedge::AtMost, -kInfinity, 40.5}, {Hedge::LessThan, -kInfinity, 40.5},
      {Hedge::Nearly, 36, 40.5},
  };
  for (const auto& c : cases) {
    CAPTURE(static_cast<int>(c.hedge));
    const ValueInterval printed = printed_interval({.hedge = c.hedge, .value = 40, .step = 1});
    CHECK(printed.lower == c.lower);
    CHECK(printed.upper == c.upper);
  }
  const ValueInterval range = printed_interval({.value = 3e12, .step = 1e12, .upper = 4e12});
  CHECK(range.lower == 2.5e12);
  CHECK(range.upper == 4.5e12);
}

TEST_CASE("digits differ by a slip in one place or by a swap of two neighbours") {
  CHECK(is_digit_slip("1099", "1091"));
  CHECK_FALSE(is_digit_slip("1099", "1099"));
  CHECK_FALSE(is_digit_slip("1099", "109"));
  CHECK_FALSE(is_digit_slip("1099", "1011"));
  CHECK(is_digit_swap("1909", "1099"));
  CHECK(is_digit_swap("3585", "3558"));
  CHECK_FALSE(is_digit_swap("1099", "9091"));
  CHECK_FALSE(is_digit_swap("1099", "1099"));
}

}  // namespace
}  // namespace podium
