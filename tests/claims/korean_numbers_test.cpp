#include "podium/claims/korean_numbers.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

namespace podium {
namespace {

using Kind = NumberMention::Kind;

/// The only number of the text.
NumberMention only_number(std::string_view text) {
  CAPTURE(text);
  const std::vector<NumberMention> found = read_korean_numbers(text);
  REQUIRE(found.size() == 1);
  return found[0];
}

struct Case {
  std::string_view text;
  std::string_view span;
  double value;
  double step;
};

void check(std::initializer_list<Case> cases, Kind kind = Kind::Cardinal) {
  for (const Case& c : cases) {
    const NumberMention number = only_number(c.text);
    CHECK(number.span.of(c.text) == c.span);
    CHECK(number.value == c.value);
    if (is_missing(c.step)) {
      CHECK(is_missing(number.step));
    } else {
      CHECK(number.step == c.step);
    }
    CHECK(number.kind == kind);
  }
}

std::vector<double> values_of(std::string_view text) {
  std::vector<double> values;
  for (const NumberMention& number : read_korean_numbers(text)) values.push_back(number.value);
  return values;
}

TEST_CASE("digits are read with their separators, and the step is one unit of the last digit") {
  check({
      {"투자 1,234건", "1,234", 1234, 1},
      {"1.33%", "1.33", 1.33, 0.01},
      {"4.800", "4.800", 4.8, 0.001},
      {"약 12,345,678.90원", "12,345,678.90", 12345678.9, 0.01},
      {"１，２３４．５점", "１，２３４．５", 1234.5, 0.1},
      {".25 ml", ".25", 0.25, 0.01},
      {"끝은 7.", "7", 7, 1},
  });
}

TEST_CASE("only groups of three digits belong together") {
  CHECK(values_of("1,2,3") == std::vector<double>{1, 2, 3});
  CHECK(values_of("1234,567") == std::vector<double>{1234, 567});
  CHECK(values_of("1, 234") == std::vector<double>{1, 234});
  CHECK(values_of("1 234") == std::vector<double>{1, 234});
  CHECK(values_of("192.168.1.2") == std::vector<double>{192, 168, 1, 2});
}

TEST_CASE("large units multiply what stands before them, and parts add up") {
  check({
      {"13억3000만 달러", "13억3000만", 13.3e8, 1e7},
      {"13억 3천만 달러", "13억 3천만", 13.3e8, 1e7},
      {"1조9100억", "1조9100억", 1.91e12, 1e10},
      {"2억 4천4백만 원", "2억 4천4백만", 2.44e8, 1e6},
      {"3.5만 명", "3.5만", 35000, 1e3},
      {"17억7500만 달러", "17억7500만", 17.75e8, 1e6},
      {"1.9조 원", "1.9조", 1.9e12, 1e11},
      {"1천98억", "1천98억", 1098e8, 1e8},
      {"1,099억 8천만", "1,099억 8천만", 1099.8e8, 1e7},
      {"3 만 명", "3 만", 30000, 1e4},
      {"30여 억 원", "30여 억", 30e8, 1e8},
      {"2천여만원", "2천여만", 2e7, 1e7},
      {"1천800여만원", "1천800여만", 1.8e7, 1e4},
      {"40여개", "40", 40, 1},
      {"12만 3456명", "12만 3456", 123456, 1},
      {"2경 3000조원", "2경 3000조", 2.3e16, 1e15},
      {"322백", "322백", 32200, 100},
      {"1조 반", "1조", 1e12, 1e12},
  });
}

TEST_CASE("what follows a unit may belong to something else") {
  CHECK(values_of("3조각") == std::vector<double>{3});
  CHECK(values_of("2경기") == std::vector<double>{2});
  CHECK(values_of("11조 2항") == std::vector<double>{11, 2});
  CHECK(values_of("1억 2024년") == std::vector<double>{1e8, 2024});
  CHECK(values_of("3만~5만") == std::vector<double>{3e4, 5e4});
  CHECK(values_of("1조9100억 13억3000만") == std::vector<double>{1.91e12, 13.3e8});
  CHECK(values_of("만 19세") == std::vector<double>{19});
}

TEST_CASE("a hyphen is a sign only where it ties nothing") {
  check({
      {"전년 대비 -3.4%", "-3.4", -3.4, 0.1},
      {"(−5)", "−5", -5, 1},
      {"마이너스 3.2%", "마이너스 3.2", -3.2, 0.1},
      {"마이너스 십팔", "마이너스 십팔", -18, 1},
      {"플러스 5", "플러스 5", 5, 1},
  });
  CHECK(values_of("4-3") == std::vector<double>{4, 3});
  CHECK(values_of("2024-05-06") == std::vector<double>{2024, 5, 6});
  CHECK(values_of("- 3명") == std::vector<double>{3});
}

TEST_CASE("numbers in words") {
  check({
      {"십삼억 원", "십삼억", 13e8, 1e8},
      {"이천이십오", "이천이십오", 2025, 1},
      {"육만 팔천 명", "육만 팔천", 68000, 1e3},
      {"천만은 넘는다", "천만", 1e7, 1e7},
      {"오천만은 넘는다", "오천만", 5e7, 1e7},
      {"일이삼사", "일이삼사", 1234, 1},
      {"삼 점 일사", "삼 점 일사", 3.14, 0.01},
      {"일점오만", "일점오만", 15000, 1e3},
      {"이십만이 넘는다", "이십만", 2e5, 1e5},
      {"사람 스물세 명", "스물세", 23, 1},
      {"열한 개", "열한", 11, 1},
      {"쉰둘이 모였다", "쉰둘", 52, 1},
      {"두 개 반", "두", 2, 1},
      {"두 회사", "두", 2, 1},
      {"그중 하나", "하나", 1, 1},
      {"천 명", "천", 1000, 1000},
      {"영", "영", 0, 1},
  });
}

TEST_CASE("ordinals have their mark in the span") {
  check(
      {
          {"첫째", "첫째", 1, 1},
          {"둘째 날", "둘째", 2, 1},
          {"첫 번째", "첫 번째", 1, 1},
          {"세 번째 골", "세 번째", 3, 1},
          {"제3국", "제3", 3, 1},
          {"제 삼", "제 삼", 3, 1},
          {"제11조", "제11", 11, 1},
          {"3번째", "3번째", 3, 1},
          {"3조 번째", "3조 번째", 3e12, 1e12},
          {"백 서른일곱 번째", "백 서른일곱 번째", 137, 1},
      },
      Kind::Ordinal);
  check({{"3위", "3", 3, 1}, {"7일", "7", 7, 1}});
}

TEST_CASE("fractions have no step") {
  check(
      {
          {"5분의 2", "5분의 2", 0.4, kMissing},
          {"오분의 이", "오분의 이", 0.4, kMissing},
          {"3과 2분의 1", "3과 2분의 1", 3.5, kMissing},
          {"3/4을", "3/4", 0.75, kMissing},
          {"-1 4/5", "-1 4/5", -1.8, kMissing},
          {"3분의 1조각", "3분의 1", 1.0 / 3, kMissing},
          {"오분의 마이너스 십", "오분의 마이너스 십", -2, kMissing},
          {"반을", "반", 0.5, kMissing},
      },
      Kind::Fraction);
  CHECK(values_of("5/17/2018") == std::vector<double>{5, 17, 2018});
}

TEST_CASE("powers are cardinals without a step") {
  check({{"2^10", "2^10", 1024, kMissing}, {"-2500^-1", "-2500^-1", -0.0004, kMissing}});
}

TEST_CASE("numbers inside other words are none") {
  for (const std::string_view text : {
           "이 사람",  "세종 마을", "세척",      "수백만 명", "오늘",     "사실",      "구조", "만들다", "조사가",
           "천천히",   "일본",      "삼성",      "사업",      "이사회",   "백악관",    "만약", "억울",   "조정",
           "구두",     "오만하다",  "사회가",    "사건은",    "이상",     "사원은",    "구원", "이유로", "세계",
           "세대",     "한국",      "한편",      "한층",      "한 시대",  "열차에",    "열기", "이해는", "오해",
           "일조",     "백조가",    "천사들",    "수 천 명",  "몇 백 명", "수십억 원", "제일", "이제",   "하나은행",
           "네이버",   "두고",      "조세호",    "백 경위",   "5G",       "F-16",      "G20",  "KF94",   "이천시",
           "천만에요", "이분",      "'말'한 점", "일등석",    "만회",     "천국",      "사이", "오이",   "이 시간",
           "구 시청",  "공연",      "영원",
       }) {
    // A text that is nothing but a numeral is a number, whatever else the word may mean.
    const std::string sentence = std::string(text) + " 문제";
    CAPTURE(sentence);
    CHECK(values_of(sentence).empty());
  }
}

TEST_CASE("a point before numbers that points divide begins none of them, and what follows is read") {
  const std::string text = "값 .0109.1Umil 그리고 .5와 30개";
  const std::vector<NumberMention> mentions = read_korean_numbers(text);
  REQUIRE(mentions.size() >= 2);
  CHECK(mentions[mentions.size() - 2].value == 0.5);
  CHECK(mentions.back().value == 30);
  std::size_t end = 0;
  for (const NumberMention& mention : mentions) {
    CHECK(mention.span.begin >= end);
    CHECK(mention.span.end > mention.span.begin);
    end = mention.span.end;
  }
}

TEST_CASE("spans are bytes of the whole text") {
  const std::string_view text = "한국은 13억3000만 달러로 12위다";
  const std::vector<NumberMention> found = read_korean_numbers(text);
  REQUIRE(found.size() == 2);
  // 한국은 is nine bytes and a space; 13, 억, 3000, 만 are twelve; a space, 달러로 and a space are eleven.
  CHECK(found[0].span == TextSpan{10, 22});
  CHECK(found[1].span == TextSpan{33, 35});
}

}  // namespace
}  // namespace podium
