#include <doctest/doctest.h>

#include "claims/small_checker.hpp"

namespace podium {
namespace {

using testing::SmallChecker;

/// Each text checked, as t0, t1, ...
std::vector<CheckedText> all_checked(const std::vector<std::string>& texts, Date day = {2025, 6, 10}) {
  const SmallChecker checker;
  std::vector<CheckedText> checked;
  for (const std::string& text : texts) {
    checked.push_back(checker.check(text, day, "t" + std::to_string(checked.size())));
  }
  return checked;
}

/// "t0 143만7000 / t1 147만3000".
std::vector<std::string> shown_contradictions(std::span<const CheckedText> texts) {
  const auto place = [&](std::size_t text, std::size_t claim) {
    return texts[text].name + " " + std::string(texts[text].claims[claim].span.of(texts[text].text));
  };
  std::vector<std::string> shown;
  for (const Contradiction& one : contradictions_of(texts)) {
    shown.push_back(place(one.text, one.claim) + " / " + place(one.other_text, one.other_claim));
  }
  return shown;
}

/// "t0 t2": the texts of each slip.
std::vector<std::string> shown_slips(std::span<const CheckedText> texts) {
  std::vector<std::string> shown;
  for (const SharedSlip& slip : shared_slips_of(texts)) {
    std::string names;
    for (const SharedSlip::Place& place : slip.places) names += (names.empty() ? "" : " ") + texts[place.text].name;
    shown.push_back(names);
  }
  return shown;
}

using Lines = std::vector<std::string>;

TEST_CASE("two texts contradict each other where their figures of one subject cannot both be right") {
  const auto texts =
      all_checked({"2024년 한국의 어획량은 143만7000톤이었다.", "2024년 한국의 어획량은 147만3000톤이었다."});
  CHECK(shown_contradictions(texts) == Lines{"t0 143만7000 / t1 147만3000"});
}

TEST_CASE("texts of two languages are compared by what they are about") {
  const auto texts = all_checked(
      {"2024년 한국의 어획량은 143만7000톤이었다.", "South Korea's fish catch was 1.473 million tonnes in 2024."});
  CHECK(shown_contradictions(texts) == Lines{"t0 143만7000 / t1 1.473 million"});
}

TEST_CASE("one text can contradict itself") {
  const auto texts = all_checked({"2024년 한국의 어획량은 143만7000톤이었다. 2024년 어획량은 147만3000톤이었다."});
  CHECK(shown_contradictions(texts) == Lines{"t0 143만7000 / t0 147만3000"});
}

TEST_CASE("a figure that is only rounded contradicts nothing") {
  // 144만 stands for 143.5만 to 144.5만.
  const auto texts =
      all_checked({"2024년 한국의 어획량은 143만7000톤이었다.", "2024년 한국의 어획량은 144만톤이었다."});
  CHECK(shown_contradictions(texts) == Lines{});
}

TEST_CASE("ranks and rounded figures beside each other are two answers") {
  CHECK(shown_contradictions(all_checked(
            {"2024년 한국의 쌀 무역수지는 3위다.", "2024년 한국의 쌀 무역수지는 4위다."})) == Lines{"t0 3위 / t1 4위"});
  CHECK(shown_contradictions(all_checked({"2024년 한국의 어획량은 144만 톤이다.",
                                          "2024년 한국의 어획량은 145만 톤이다."})) == Lines{"t0 144만 / t1 145만"});
}

TEST_CASE("every two texts are set beside each other") {
  const auto texts = all_checked({"2024년 한국의 어획량은 144만 톤이다.", "2024년 한국의 어획량은 143만7000톤이다.",
                                  "2024년 한국의 어획량은 144만3000톤이다."});
  CHECK(shown_contradictions(texts) == Lines{"t1 143만7000 / t2 144만3000"});
}

TEST_CASE("up and down contradict each other, changes since other years do not") {
  CHECK(shown_contradictions(all_checked({"2024년 한국의 어획량은 3.3% 늘었다.",
                                          "2024년 한국의 어획량은 3.3% 줄었다."})) == Lines{"t0 3.3% / t1 3.3%"});
  CHECK(shown_contradictions(all_checked({"2024년 한국의 쌀 수확량은 전년 대비 3.2% 감소했다.",
                                          "2024년 한국의 쌀 수확량은 2022년 대비 4.8% 감소했다."})) == Lines{});
}

TEST_CASE("figures of two editions that the texts name do not contradict each other") {
  CHECK(shown_contradictions(all_checked({"'수확 연감 2024'에 따르면 2023년 한국의 쌀 수확량은 372만5000톤이다.",
                                          "'수확 연감 2025'에 따르면 2023년 한국의 쌀 수확량은 370만2000톤이다."})) ==
        Lines{});
}

TEST_CASE("figures of another year, country, indicator or kind are about something else") {
  const auto texts = all_checked({
      "2024년 한국의 어획량은 143만7000톤이었다.",
      "2023년 한국의 어획량은 139만1000톤이었다.",
      "2024년 일본의 어획량은 278만4000톤이었다.",
      "2024년 한국의 쌀 수확량은 358만5000톤이었다.",
      "2024년 한국의 어획량은 전년 대비 3.3% 증가했다.",
  });
  CHECK(shown_contradictions(texts) == Lines{});
  CHECK(shown_slips(texts) == Lines{});
}

TEST_CASE("what contradicts and what is shared does not depend on the other texts between") {
  const std::string wrong = "2024년 한국의 어획량은 147만3000톤이었다.";
  const std::string right = "2024년 한국의 어획량은 143만7000톤이었다.";
  CHECK(shown_slips(all_checked({wrong, wrong})) == Lines{"t0 t1"});
  CHECK(shown_slips(all_checked({wrong, right, wrong})) == Lines{"t0 t2"});
  CHECK(shown_slips(all_checked({right, wrong, "바람이 불었다.", wrong, wrong})) == Lines{"t1 t3 t4"});
}

TEST_CASE("a slip is shared only where the same wrong figure stands in two texts") {
  const std::string wrong = "2024년 한국의 어획량은 147만3000톤이었다.";
  const std::string other = "2024년 한국의 어획량은 163만7000톤이었다.";
  const std::string right = "2024년 한국의 어획량은 143만7000톤이었다.";
  CHECK(shown_slips(all_checked({wrong, other})) == Lines{});
  CHECK(shown_slips(all_checked({right, right})) == Lines{});
  CHECK(shown_slips(all_checked({wrong + " " + wrong})) == Lines{});
  CHECK(shown_slips(all_checked({wrong, other, other, wrong})) == Lines{"t0 t3", "t1 t2"});
}

/// The only conversion's rate and what is said of it.
struct ShownRate {
  double value = 0;
  Verdict::Kind kind = Verdict::Kind::Unverifiable;
};
std::vector<ShownRate> rates_of(const CheckedText& checked) {
  std::vector<ShownRate> rates;
  for (std::size_t i = 0; i < checked.claims.size(); ++i) {
    if (checked.claims[i].kind == Claim::Kind::Rate) {
      rates.push_back({checked.verdicts[i].derived, checked.verdicts[i].kind});
    }
  }
  return rates;
}

/// 71.35, 48.72 and 6.31 billion dollars at 1300 won for one.
const std::string kAt1300 =
    "2024년 미국의 농업 투자는 713억5000만 달러(92조7550억원)였다. 중국은 487억2000만 달러(63조3360억원)였다. "
    "일본은 63억1000만 달러(8조2030억원)였다.";

TEST_CASE("conversions at one rate imply it, each by itself, and it fits the month that has it alone") {
  const SmallChecker checker;
  const auto june = rates_of(checker.check(kAt1300, Date{2025, 6, 10}));
  REQUIRE(june.size() == 3);
  for (const ShownRate& rate : june) {
    CHECK(rate.value == doctest::Approx(1300));
    CHECK(rate.kind == Verdict::Kind::Rounded);
  }
  // In May a dollar was worth 1400 won, more than 3 % away.
  const auto may = rates_of(checker.check(kAt1300, Date{2025, 5, 10}));
  REQUIRE(may.size() == 3);
  for (const ShownRate& rate : may) CHECK(rate.kind == Verdict::Kind::Mismatch);
}

TEST_CASE("the interval of an implied rate is that of the two printed amounts") {
  const SmallChecker checker;
  const CheckedText checked = checker.check("2024년 한국의 농업 투자는 25억 달러(3조2500억원)였다.");
  REQUIRE(checked.claims.size() == 3);
  REQUIRE(checked.claims[2].kind == Claim::Kind::Rate);
  // 3.245 to 3.255 trillion won for 2.45 to 2.55 billion dollars.
  CHECK(checked.verdicts[2].printed.lower == doctest::Approx(3245.0 / 2.55));
  CHECK(checked.verdicts[2].printed.upper == doctest::Approx(3255.0 / 2.45));
}

TEST_CASE("without a day there is no month that a rate could fit") {
  const SmallChecker checker;
  const auto rates = rates_of(checker.check(kAt1300, std::nullopt));
  REQUIRE(rates.size() == 3);
  for (const ShownRate& rate : rates) CHECK(rate.kind == Verdict::Kind::Unverifiable);
}

TEST_CASE("a conversion that leaves the rate of all others was made of the rounded figure, or is wrong") {
  const SmallChecker checker;
  const auto last_conversion = [&](const std::string& sentence) {
    const CheckedText checked = checker.check(kAt1300 + " " + sentence);
    std::string shown;
    for (std::size_t i = 0; i < checked.claims.size(); ++i) {
      if (checked.claims[i].kind == Claim::Kind::Conversion) shown = testing::shown_verdict(checked.verdicts[i]);
    }
    return shown;
  };
  // 2.46 billion at 1300 is 3.198 trillion; 2.5 billion would be 3.25.
  CHECK(last_conversion("한국은 25억 달러(3조2000억원)였다.") == "rounded");
  CHECK(last_conversion("한국은 25억 달러(3조2500억원)였다.") == "mismatch conversion-after-rounding");
  CHECK(last_conversion("한국은 24억6000만 달러(3조4000억원)였다.") == "mismatch arithmetic");
  CHECK(last_conversion("한국은 24억6000만 달러(3198억원)였다.") == "mismatch power-of-ten");
}

}  // namespace
}  // namespace podium
