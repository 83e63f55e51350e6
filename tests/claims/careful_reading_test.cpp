#include <doctest/doctest.h>

#include "claims/small_checker.hpp"

/// Turns of language that a hasty reader takes for something else: what is right must not be called wrong.
namespace podium {
namespace {

using Kind = Claim::Kind;
using testing::SmallChecker;

/// "level: match; rank: match": of each claim but rates.
std::string verdicts_on(const std::string& text) {
  const SmallChecker checker;
  const CheckedText checked = checker.check(text);
  std::string shown;
  for (std::size_t i = 0; i < checked.claims.size(); ++i) {
    shown += (i == 0 ? "" : "; ") + std::string(to_word(checked.claims[i].kind)) + ": " +
             testing::shown_verdict(checked.verdicts[i]);
  }
  return shown;
}

std::string claims_in(const std::string& text) {
  const SmallChecker checker;
  std::string shown;
  for (const std::string& claim : testing::shown_claims(checker.check(text)))
    shown += (shown.empty() ? "" : "; ") + claim;
  return shown;
}

TEST_CASE("a plain rank is counted from the highest") {
  // Rice in 2024: China, Japan, the United States, South Korea; self-sufficiency: South Korea is third of four.
  CHECK(verdicts_on("South Korea ranked first in rice harvest in 2024.") == "rank: mismatch");
  CHECK(verdicts_on("South Korea came second in food self-sufficiency in 2024.") == "rank: mismatch");
  CHECK(verdicts_on("South Korea ranked fourth in rice harvest in 2024.") == "rank: match");
  CHECK(verdicts_on("South Korea had the lowest rice harvest in 2024.") == "extremum: match");
}

TEST_CASE("the highest deficit is the lowest balance") {
  // Rice trade in 2024: 8.65, 3.12, -1.84, -2.57.
  CHECK(verdicts_on("2024년 일본의 쌀 무역수지 적자는 1번째로 많았다.") == "rank: match");
  CHECK(verdicts_on("2024년 미국의 쌀 무역수지는 4번째로 많았다.") == "rank: mismatch");
}

TEST_CASE("percentage points are a difference, not growth") {
  // Self-sufficiency: 46.7 and 45.8.
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 0.9%포인트 떨어졌다.") == "change: match");
  CHECK(verdicts_on("South Korea's food self-sufficiency slipped 0.9 percentage points in 2024.") == "change: match");
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 1.9%포인트 떨어졌다.") == "change: mismatch");
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 0.9%포인트 올랐다.") == "change: mismatch direction");
}

TEST_CASE("a percentage that something rose or fell to is a level") {
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 45.8%로 떨어졌다.") == "level: match");
  CHECK(verdicts_on("South Korea's food self-sufficiency fell from 46.7% in 2023 to 45.8% in 2024.") ==
        "level: match; level: match; trend: match");
}

TEST_CASE("an amount by which something changed is a difference") {
  // 2.46 after 2.73 billion; fish 1,437 after 1,391 thousand tonnes.
  CHECK(verdicts_on("2024년 한국의 농업 투자는 2억7000만 달러 줄었다.") == "change: match");
  CHECK(verdicts_on("South Korea's farm investment fell by $0.27 billion in 2024.") == "change: match");
  CHECK(verdicts_on("2024년 한국의 농업 투자는 2억7000만 달러 늘었다.") == "change: mismatch direction");
  CHECK(verdicts_on("2024년 한국의 어획량은 4만6000톤 늘었다.") == "change: match");
  CHECK(verdicts_on("2024년 한국의 어획량은 143만7000톤으로 늘었다.") == "level: match");
}

TEST_CASE("figures that are each of one country of a list are given out in their order") {
  CHECK(claims_in("2024년 미·중의 어획량은 각각 419만6000톤, 1342만 톤이었다.") ==
        "level USA fish_catch 2024 4196000; level CHN fish_catch 2024 13420000");
  CHECK(claims_in("Japan and China had a fish catch of 2.784 million and 13.42 million tonnes respectively in 2024.") ==
        "level JPN fish_catch 2024 2784000; level CHN fish_catch 2024 13420000");
  CHECK(claims_in("2024년 한국과 일본의 쌀 수확량은 각각 4위와 2위였다.") ==
        "rank KOR rice_harvest 2024 4; rank JPN rice_harvest 2024 2");
}

TEST_CASE("a hedge may stand behind a counter that is set apart") {
  CHECK(verdicts_on("2024년 한국의 어획량은 100만 톤을 넘었다.") == "level: rounded");
  CHECK(verdicts_on("2024년 한국의 어획량은 100만 톤 이상이었다.") == "level: rounded");
  CHECK(verdicts_on("2024년 한국의 어획량은 200만 톤 미만이다.") == "level: rounded");
  CHECK(verdicts_on("2024년 한국의 어획량은 100만 톤 미만이다.") == "level: mismatch");
}

TEST_CASE("a country that another is only set beside does not own the figure") {
  CHECK(claims_in("2024년 한국은 일본(63억1000만 달러)에 이어 농업 투자 4위다.") ==
        "level JPN farm_investment 2024 6310000000; rank KOR farm_investment 2024 4");
  CHECK(claims_in("2024년 한국의 어획량은 일본의 절반 수준인 143만7000톤이다.") == "level KOR fish_catch 2024 1437000");
}

TEST_CASE("a minus stands before the sign of a currency, and a deficit is one") {
  for (const std::string amount : {"-$1.84 billion", "−$1.84 billion", "minus $1.84 billion"}) {
    CHECK(verdicts_on("South Korea's rice trade balance was " + amount + " in 2024.") == "level: match");
  }
  CHECK(verdicts_on("2024년 한국의 쌀 무역수지는 18억4000만 달러 적자였다.") == "level: match");
  CHECK(verdicts_on("South Korea's rice trade balance was a deficit of $1.84 billion in 2024.") == "level: match");
  CHECK(verdicts_on("2024년 미국의 쌀 무역수지는 86억5000만 달러 적자였다.") == "level: mismatch direction");
  CHECK(verdicts_on("2024년 한국의 쌀 무역수지는 18억4000만 달러였다.") == "level: mismatch direction");
}

TEST_CASE("the two are those that were named last") {
  CHECK(claims_in("한국은 일본과 경쟁했다. 2024년 양국의 어획량은 각각 143만7000톤, 278만4000톤이었다.") ==
        "level KOR fish_catch 2024 1437000; level JPN fish_catch 2024 2784000");
  CHECK(claims_in("South Korea competes with Japan. The two countries had a fish catch of 1.437 million and 2.784 "
                  "million tonnes respectively in 2024.") ==
        "level KOR fish_catch 2024 1437000; level JPN fish_catch 2024 2784000");
  // A sum of both is the figure of neither.
  CHECK(verdicts_on("2024년 한국은 일본과 경쟁했다. 두 나라의 어획량은 422만1000톤이다.") == "level: unverifiable");
}

TEST_CASE("what ought to be is no statement of what is") {
  CHECK(verdicts_on("한국은 식량 자급률을 55.5%로 높여야 한다고 생각한다.") == "level: opinion");
  CHECK(verdicts_on("South Korea should raise its food self-sufficiency to 55.5%.") == "level: opinion");
}

TEST_CASE("countries beyond a mark are named behind it") {
  CHECK(claims_in("2024년 식량 자급률 120%가 넘는 나라는 미국뿐이다.") == "level USA self_sufficiency 2024 120");
  CHECK(claims_in("In 2024 there was farm investment of more than $5 billion in Japan and China.") ==
        "level JPN farm_investment 2024 5000000000; level CHN farm_investment 2024 5000000000");
}

TEST_CASE("not a single one is no number") { CHECK(claims_in("2024년 한국의 쌀 수확량은 한 톤도 늘지 않았다.") == ""); }

TEST_CASE("an open interval is explained by no slip") {
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 120%를 넘었다.") == "level: mismatch");
}

TEST_CASE("ranks that something moved between are read in English too") {
  // Rice trade balance: Japan third in 2023 and fourth in 2024, South Korea the other way round.
  CHECK(verdicts_on("South Korea rose from fourth to third in rice trade balance in 2024.") ==
        "rank: match; rank: match");
  CHECK(verdicts_on("Japan's rank in rice trade balance fell from 3rd to 4th in 2024.") == "rank: match; rank: match");
}

TEST_CASE("a rank that stands before a country is that country's") {
  // Farm investment in 2024: USA 71.35, CHN 48.72, JPN 6.31, KOR 2.46.
  CHECK(claims_in("2024년 한국의 농업 투자는 늘었다. 2위 중국은 487억2000만 달러였다.") ==
        "rank CHN farm_investment 2024 2; level CHN farm_investment 2024 48720000000");
  CHECK(claims_in("2024년 3위 일본의 농업 투자는 63억1000만 달러로 한국을 간발의 차로 앞섰다.") ==
        "rank JPN farm_investment 2024 3; level JPN farm_investment 2024 6310000000");
}

TEST_CASE("places that were lost are counted by the ranks of the sentence, or by those known") {
  // Self-sufficiency of South Korea: third in both years; rice trade balance: fourth in 2023 and third in 2024.
  CHECK(verdicts_on("한국의 식량 자급률 순위는 3위로 전년 3위에서 두 계단 내려앉았다.") ==
        "rank: match; rank: match; rank-change: mismatch arithmetic");
  CHECK(verdicts_on("2024년 한국의 쌀 무역수지 순위는 한 계단 올랐다.") == "rank-change: match");
  CHECK(verdicts_on("2024년 한국의 쌀 무역수지 순위는 세 계단 올랐다.") == "rank-change: mismatch arithmetic");
}

TEST_CASE("a list goes on over brackets") {
  CHECK(claims_in("2024년 농업 투자는 중국(487억2000만 달러)과 일본(63억1000만 달러)이 각각 2위와 3위였다.") ==
        "level CHN farm_investment 2024 48720000000; level JPN farm_investment 2024 6310000000; "
        "rank CHN farm_investment 2024 2; rank JPN farm_investment 2024 3");
  CHECK(claims_in("2024년 농업 투자는 중국(487억2000만 달러)과 일본(63억1000만 달러)이 2위와 3위였다.") ==
        claims_in("2024년 농업 투자는 중국(487억2000만 달러)과 일본(63억1000만 달러)이 각각 2위와 3위였다."));
  CHECK(claims_in("2024년 한국은 미국(713억5000만 달러)과 중국(487억2000만 달러)에 이어 농업 투자 4위다.") ==
        "level USA farm_investment 2024 71350000000; level CHN farm_investment 2024 48720000000; "
        "rank KOR farm_investment 2024 4");
  CHECK(claims_in("2024년 미국과 중국의 농업 투자는 각각 3억 달러였다.") ==
        "level USA farm_investment 2024 300000000; level CHN farm_investment 2024 300000000");
}

TEST_CASE("a multiple of what stands with its figure in brackets") {
  // 71.35 / 48.72 = 1.46.
  CHECK(verdicts_on("2024년 미국의 농업 투자는 중국(487억2000만 달러)의 1.5배다.") == "level: match; ratio: rounded");
}

TEST_CASE("a band of values holds all from its lower end") {
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 45%대다.") == "level: rounded");
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 40%대다.") == "level: rounded");
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 46%대다.") == "level: mismatch other-period");
  CHECK(verdicts_on("2024년 한국의 어획량은 140만 톤대다.") == "level: rounded");
}

TEST_CASE("a year that is named by the way does not stay for the next paragraph") {
  CHECK(claims_in(
            "지난해 중국의 농업 투자는 487억2000만 달러였다. 2022년에는 403억 달러였다.\n\n일본은 63억1000만 달러로 "
            "3위였다.") ==
        "level CHN farm_investment 2024 48720000000; level CHN farm_investment 2022 40300000000; "
        "level JPN farm_investment - 6310000000; rank JPN farm_investment - 3");
  CHECK(claims_in(
            "지난해 한국의 농업 투자는 24억6000만 달러로 4위였다. 전년 3위에서 밀렸다. 일본은 63억1000만 달러였다.") ==
        "level KOR farm_investment 2024 2460000000; rank KOR farm_investment 2024 4; rank KOR farm_investment 2023 3; "
        "level JPN farm_investment 2024 6310000000");
}

TEST_CASE("relative years are counted from the year that was spoken of last") {
  CHECK(claims_in("2022년 한국의 어획량은 135만2000톤이었다. 이듬해에는 139만1000톤이었다.") ==
        "level KOR fish_catch 2022 1352000; level KOR fish_catch 2023 1391000");
  CHECK(claims_in("2023년 한국의 어획량은 139만1000톤이었다. 그해 일본은 295만3000톤이었다.") ==
        "level KOR fish_catch 2023 1391000; level JPN fish_catch 2023 2953000");
  CHECK(claims_in("South Korea's farm investment was $2.46 billion in 2024. A year earlier it was $2.73 billion.") ==
        "level KOR farm_investment 2024 2460000000; level KOR farm_investment 2023 2730000000");
  CHECK(claims_in("South Korea's food self-sufficiency was 45.8% in 2024, after 46.7% a year earlier.") ==
        "level KOR self_sufficiency 2024 45.8; level KOR self_sufficiency 2023 46.7");
}

TEST_CASE("growth is counted from the figure that something grew from") {
  // 44.18 to 48.72: +10.3 %.
  CHECK(verdicts_on("중국의 농업 투자는 487억2000만 달러였다. 전년의 441억8000만 달러에서 10.3% 늘었다.") ==
        "level: match; level: match; change: rounded");
}

TEST_CASE("what reaches a value is a level, and a sum is no figure of its parts") {
  CHECK(verdicts_on("2023년 한국의 어획량은 139만1000톤까지 늘었다.") == "level: match");
  CHECK(verdicts_on("2024년 한국의 농업 투자는 24억6000만 달러였다. 전년 투자까지 더하면 51억9000만 달러가 된다.") ==
        "level: match; level: unverifiable");
}

TEST_CASE("a subject that the index does not know owns the figures said of it") {
  CHECK(verdicts_on("2024년 한국의 농업 투자는 24억6000만 달러였다. 농부의 연봉은 4000만 달러를 훌쩍 넘는다.") ==
        "level: match; level: unverifiable");
  CHECK(verdicts_on("2024년 한국의 농업 투자는 24억6000만 달러였다. 투자액은 일본의 63억1000만 달러보다 적었다.") ==
        "level: match; level: match");
}

TEST_CASE("a percentage of another paragraph is not of the indicator that was spoken of") {
  CHECK(verdicts_on("2024년 한국의 식량 자급률은 45.8%다.\n\n대학이 612명에게 물었더니 43%가 떠난다고 했다.") ==
        "level: match; level: unverifiable");
}

TEST_CASE("won that should have been dollars") {
  CHECK(verdicts_on("2024년 한국의 농업 투자는 24억6000만원이었다.") == "level: mismatch other-currency");
}

TEST_CASE("the rest of an indicator's name may stand behind the figure") {
  // Shortage 2023 to 2027: 12,800, named as "농업 인력 부족".
  CHECK(claims_in("2023년부터 2027년까지 농업 인력은 1만2800명이 부족할 전망이다.") ==
        "level KOR farm_workers_missing 2023-2027 12800");
}

TEST_CASE("the year before brackets is the base of a change") {
  // 2.91 to 2.46: -15.5 %.
  CHECK(verdicts_on("2024년 한국의 농업 투자는 2022년(29억1000만 달러)보다 15.5% 감소했다.") ==
        "level: match; change: rounded");
}

TEST_CASE("a month is a part of a year") {
  CHECK(verdicts_on("2024년 5월 한국의 어획량은 10만 톤이었다.") == "level: unverifiable");
  CHECK(verdicts_on("In May 2024 South Korea's fish catch was 100,000 tonnes.") == "level: unverifiable");
  CHECK(verdicts_on("2025년 5월 발표한 '수확 연감 2025'에 따르면 2024년 한국의 어획량은 143만7000톤이었다.") ==
        "level: match");
}

TEST_CASE("the lowest of some years is not the lowest of all countries, and a length of time is no aim") {
  CHECK(verdicts_on("2024년 미국의 어획량은 5년 만에 최저인 419만6000톤이었다.") == "level: match");
  CHECK(verdicts_on("In 2024 South Korea's rice harvest was the lowest in five years.") == "");
  CHECK(verdicts_on("한국의 쌀 수확량은 3년 연속 줄었다.") == "");
}

TEST_CASE("without the day of the text last year is open") {
  const SmallChecker checker;
  const CheckedText checked = checker.check("지난해 한국의 어획량은 139만1000톤이었다.", std::nullopt);
  REQUIRE(checked.claims.size() == 1);
  CHECK(checked.verdicts[0].kind == Verdict::Kind::Unverifiable);
  CHECK(checked.verdicts[0].reason.en == "The day of the text is not known, so its 'last year' is open.");
}

TEST_CASE("a trend has its first year wherever that stands") {
  // 47.2 in 2022 to 45.8 in 2024.
  const SmallChecker checker;
  const CheckedText checked = checker.check("South Korea's food self-sufficiency has been falling since 2022.");
  REQUIRE(checked.claims.size() == 1);
  CHECK(checked.claims[0].base_years == YearSpan{2022, 2022});
}

TEST_CASE("a figure whose sentence names no indicator is wrong only where a slip with enough digits explains it") {
  const std::string before = "South Korea's farm investment was $2.46 billion in 2024. ";
  CHECK(verdicts_on(before + "One company alone raised $6.6 billion.") == "level: match; level: unverifiable");
  CHECK(verdicts_on(before + "Japan followed with $6.13 billion.") == "level: match; level: mismatch digit-swap");
  CHECK(verdicts_on(before + "Japan followed with $6.31 billion.") == "level: match; level: match");
}

TEST_CASE("halves of what is counted are parts of names") {
  CHECK(claims_in("2024년 한국의 어획량은 1437.5가 아니다.") == "");
}

TEST_CASE("what only later editions print makes nothing wrong") {
  const SmallChecker checker;
  const CheckedText checked =
      checker.check("South Korea's fish catch was 9.876 million tonnes in 2024.", Date{2024, 6, 10});
  REQUIRE(checked.claims.size() == 1);
  CHECK(checked.verdicts[0].kind == Verdict::Kind::Unverifiable);
}

TEST_CASE("changes and ranks that only later editions give make nothing wrong") {
  // The harvest of 2024 came out on 2025-05-01.
  const SmallChecker checker;
  const auto verdict_in_2024 = [&](const std::string& text, Kind kind) {
    return testing::verdict_on(checker.check(text, Date{2024, 6, 10}), kind);
  };
  CHECK(verdict_in_2024("South Korea's fish catch rose 9% in 2024.", Kind::Change) == "unverifiable");
  CHECK(verdict_in_2024("South Korea had the highest fish catch in 2024.", Kind::Extremum) == "unverifiable");
  CHECK(verdict_in_2024("South Korea ranked first in fish catch in 2024.", Kind::Ranked) == "unverifiable");
  CHECK(verdict_in_2024("South Korea's fish catch rose 9% in 2023.", Kind::Change) == "mismatch");
  CHECK(verdict_in_2024("South Korea ranked first in fish catch in 2023.", Kind::Ranked) == "mismatch");
}

TEST_CASE("another noun between two figures is the subject of the second") {
  // Farm investment: 6.07 to 6.31, +4.0 %; 2.73 to 2.46, -9.9 %.
  CHECK(verdicts_on("Japan's farm investment rose 4% in 2024 and mergers and acquisitions were up 12.1%.") ==
        "change: rounded; change: unverifiable");
  CHECK(verdicts_on("In 2024 farm investment rose 4% in Japan and fell 18% in South Korea.") ==
        "change: rounded; change: mismatch");
  CHECK(verdicts_on("In 2024 Japan's farm investment rose 4% and South Korea's fell 18%.") ==
        "change: rounded; change: mismatch");
}

TEST_CASE("a year that something is compared with may be told of further") {
  // Farm investment in 2023: 2.73 billion in the edition of 2025.
  CHECK(verdicts_on("South Korea's farm investment was lower in 2024 than in 2023, when it was $2.73 billion.") ==
        "level: match");
}

TEST_CASE("a number of something else is not of the indicator, one of the lowest not the lowest") {
  CHECK(claims_in("South Korea's fish catch was 1.437 million tonnes in 2024. The number of strikes rose to 233.") ==
        "level KOR fish_catch 2024 1437000");
  CHECK(claims_in("In 2024 South Korea's rice harvest was one of the lowest.") == "");
}

TEST_CASE("those that are only compared with do not become the subject") {
  CHECK(claims_in("2024년 한국의 어획량은 일본(278만4000톤)의 2분의 1이다. 농업 투자는 24억6000만 달러다.") ==
        "level JPN fish_catch 2024 2784000; level KOR farm_investment - 2460000000");
  CHECK(claims_in("2024년 한국의 어획량은 일본, 미국과 같다. 농업 투자는 24억6000만 달러다.") ==
        "level KOR farm_investment - 2460000000");
}

TEST_CASE("an indicator that a later clause names is of that clause's figure") {
  CHECK(verdicts_on("In 2024 Japan's spending on chips hit $9.37 billion, with farm investment climbing 4%.") ==
        "level: unverifiable; change: rounded");
  CHECK(verdicts_on("2024년 일본의 반도체 지출은 93억7000만 달러였고 농업 투자는 4% 늘었다.") ==
        "level: unverifiable; change: rounded");
  CHECK(verdicts_on("In 2024 Japan put $9.37 billion into farm investment, a rise of 4%.") ==
        "level: mismatch; change: rounded");
  CHECK(verdicts_on("2024년 일본에서는 93억7000만 달러가 농업 투자로 들어가 4% 늘었다.") ==
        "level: mismatch; change: rounded");
}

TEST_CASE("places are counted between the ranks that the sentence states") {
  // Fish catch is known of four countries only: the ranks are of another list.
  CHECK(verdicts_on("한국의 어획량은 2023년 9위였으나 11위로 두 계단 밀렸다.") ==
        "rank: mismatch; rank: mismatch; rank-change: match");
  CHECK(verdicts_on("한국의 어획량은 2023년 9위였으나 11위로 세 계단 밀렸다.") ==
        "rank: mismatch; rank: mismatch; rank-change: mismatch arithmetic");
}

TEST_CASE("a rank within a group is none among all") {
  // South Korea is fourth of four in rice, and two have it.
  for (const char* rank : {"OECD 38개국 가운데 1위", "경제협력개발기구(OECD) 38개국 중 1위", "아시아 1위",
                           "유럽에서 1위", "G20 회원국 가운데 1위"}) {
    CHECK(verdicts_on("2024년 한국의 쌀 수확량은 " + std::string(rank) + "였다.").find("mismatch") ==
          std::string::npos);
  }
  for (const char* group : {"in Asia", "among the 38 OECD countries", "within the European Union"}) {
    CHECK(
        verdicts_on("South Korea ranked first " + std::string(group) + " in rice harvest in 2024.").find("mismatch") ==
        std::string::npos);
  }
  CHECK(verdicts_on("경제협력개발기구(OECD) 통계로는 2024년 한국의 쌀 수확량이 1위였다.") == "rank: mismatch");
  CHECK(verdicts_on("According to the OECD, South Korea ranked first in rice harvest in 2024.") == "rank: mismatch");
}

TEST_CASE("a figure without a unit may be that of all together") {
  // Farm investment of the world: 298 in 2023, 310.5 in 2024.
  const SmallChecker checker;
  const auto verdict = [&](const std::string& text) {
    const CheckedText checked = checker.check(text);
    return testing::shown_claims(checked).front() + ": " + testing::shown_verdict(checked.verdicts.front());
  };
  CHECK(verdict("Farm investment came to $310.5 billion in 2024.") ==
        "level WLD farm_investment 2024 310500000000: match");
  CHECK(verdict("2024년 농업 투자는 3105억 달러였다.") == "level WLD farm_investment 2024 310500000000: match");
  CHECK(verdict("Farm investment rose 4.2% in 2024.") == "change WLD farm_investment 2024 4.2 up: rounded");
  // The reader's own country comes first.
  CHECK(verdict("Farm investment came to $71.35 billion in 2024.") ==
        "level USA farm_investment 2024 71350000000: match");
  // Neither fits, and nobody knows of which of the two it is said.
  CHECK(verdict("Farm investment came to $150 billion in 2024.") ==
        "level USA farm_investment 2024 150000000000: unverifiable");
  // Of the home unit nothing is known: it may be that one's all the same.
  CHECK(verdict("The shortage of farm workers came to 9,100 workers from 2023 to 2027.") ==
        "level USA farm_workers_missing 2023-2027 9100: unverifiable");
  CHECK(verdict("The shortage of farm workers came to 55,000 workers from 2023 to 2027.") ==
        "level WLD farm_workers_missing 2023-2027 55000: match");
  CHECK(verdict("Farm investment in the United States came to $310.5 billion in 2024.") ==
        "level USA farm_investment 2024 310500000000: mismatch other-unit");
}

TEST_CASE("a year that stands behind its own figure") {
  // 44.18 to 48.72.
  CHECK(claims_in(
            "China's farm investment was $48.72 billion in 2024, more than the $44.18 billion of a year earlier.") ==
        "level CHN farm_investment 2024 48720000000; level CHN farm_investment 2023 44180000000");
}

TEST_CASE("each of two countries in English has the figure beside it") {
  CHECK(claims_in("Farm investment in 2024 was in Japan $6.31 billion and in South Korea $2.46 billion.") ==
        "level JPN farm_investment 2024 6310000000; level KOR farm_investment 2024 2460000000");
}

TEST_CASE("a dateline begins the first sentence") {
  const SmallChecker checker;
  const auto day_of = [&](const std::string& text) { return checker.check(text, std::nullopt).published; };
  const std::string sentence = "South Korea's fish catch was 1.437 million tonnes last year, said the ministry.\n";
  CHECK(day_of("SEOUL, June 10, 2025 -- " + sentence) == Date{2025, 6, 10});
  CHECK(day_of("SEOUL, South Korea, Sept. 18, 2025 (Wire) — " + sentence) == Date{2025, 9, 18});
  CHECK(day_of("TOKYO, June 10, 2025 /Wire/ -- " + sentence) == Date{2025, 6, 10});
  CHECK(day_of("[서울=통신] 2025년 6월 12일\n\n지난해 한국의 어획량은 143만7000톤이었다고 밝혔다.\n") ==
        Date{2025, 6, 12});
  CHECK(day_of("Farmers said on June 10, 2025 that all was well with the harvest. " + sentence) == std::nullopt);
  CHECK(day_of("2025년 6월 12일 정부가 지난해 한국의 어획량을 발표했다.\n") == std::nullopt);
}

TEST_CASE("the day of a text may stand in a short line without a word that says so") {
  const SmallChecker checker;
  const std::string story =
      "A headline about the harvest of rice\n\nBy a reporter | June 10, 2025\n\nSouth Korea's fish catch was 1.437 "
      "million tonnes last year, said the ministry.\n";
  const CheckedText checked = checker.check(story, std::nullopt);
  CHECK(checked.published == Date{2025, 6, 10});
  REQUIRE(checked.claims.size() == 1);
  CHECK(checked.verdicts[0].kind == Verdict::Kind::Match);
}

}  // namespace
}  // namespace podium
