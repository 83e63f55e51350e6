#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "podium/claims/korean_numbers.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

std::vector<double> values_of(std::string_view text) {
  std::vector<double> values;
  for (const NumberMention& number : read_korean_numbers(text)) values.push_back(number.value);
  return values;
}

/// The words of 0 to 9999 without the 일 before a unit, as Koreans say them.
std::string words_below_ten_thousand(std::uint64_t value) {
  constexpr std::array<std::string_view, 10> kDigits{"", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
  constexpr std::array<std::string_view, 4> kUnits{"천", "백", "십", ""};
  std::string words;
  std::uint64_t power = 1000;
  for (const std::string_view unit : kUnits) {
    const std::uint64_t digit = value / power % 10;
    if (digit > 1 || (digit == 1 && unit.empty())) words += kDigits[digit];
    if (digit > 0) words += unit;
    power /= 10;
  }
  return words;
}

enum class Form : std::uint8_t { Words, SpacedWords, Digits, SpacedDigits };

std::string written(std::uint64_t value, Form form) {
  constexpr std::array<std::string_view, 5> kUnits{"경", "조", "억", "만", ""};
  const bool is_spaced = form == Form::SpacedWords || form == Form::SpacedDigits;
  const bool is_words = form == Form::Words || form == Form::SpacedWords;
  std::string text;
  std::uint64_t power = 10'000'000'000'000'000U;
  for (const std::string_view unit : kUnits) {
    const std::uint64_t section = value / power % 10000;
    power /= 10000;
    if (section == 0) continue;
    if (!text.empty() && is_spaced) text += ' ';
    text += is_words ? words_below_ten_thousand(section) : std::to_string(section);
    text += unit;
  }
  return text;
}

TEST_CASE("what a simple writer writes is read back exactly") {
  testing::Random random(7);
  for (int i = 0; i < 20000; ++i) {
    std::uint64_t end = 10;
    for (std::size_t digits = random.below(16); digits > 0; --digits) end *= 10;
    const std::uint64_t value = 1 + random.bits() % end;
    for (const Form form : {Form::Words, Form::SpacedWords, Form::Digits, Form::SpacedDigits}) {
      const std::string text = written(value, form);
      CAPTURE(text);
      const std::vector<NumberMention> found = read_korean_numbers(text);
      REQUIRE(found.size() == 1);
      REQUIRE(found[0].span == TextSpan{0, text.size()});
      REQUIRE(found[0].value == static_cast<double>(value));
    }
  }
}

TEST_CASE("in a sentence it is read back too, with its counter left to others") {
  constexpr std::string_view kBefore = "참가자는 모두 ";
  testing::Random random(8);
  for (int i = 0; i < 20000; ++i) {
    std::uint64_t end = 10;
    for (std::size_t digits = random.below(16); digits > 0; --digits) end *= 10;
    const std::uint64_t value = 11 + random.bits() % end;  // up to ten people are not counted with these words
    for (const Form form : {Form::Words, Form::SpacedWords, Form::Digits, Form::SpacedDigits}) {
      const std::string number = written(value, form);
      const std::string text = std::string(kBefore) + number + "명이다";
      CAPTURE(text);
      const std::vector<NumberMention> found = read_korean_numbers(text);
      REQUIRE(found.size() == 1);
      REQUIRE(found[0].span == TextSpan{kBefore.size(), kBefore.size() + number.size()});
      REQUIRE(found[0].value == static_cast<double>(value));
    }
  }
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

TEST_CASE("hostile texts of a megabyte are read in linear time") {
  // A quadratic reader would need minutes for each, far beyond the time limit of the test.
  constexpr std::size_t kMegabyte = 1 << 20;
  for (const std::string_view part :
       {"억", "1",  ",",     "1,",     "123,",      "1.",       ".",    "이",       "이천", "천",   "1 ",  "1/",
        "-",  "1^", "3과 ",  "3분의 ", "마이너스 ", "제",       "두 ",  " ",        "일년", "1조 ", "만 ", "여",
        "0.", "첫", "점 일", "일점",   "\xEA",      "\xED\x95", "\xFF", "\xEF\xBC", "a1-",  "'한"}) {
    CAPTURE(part);
    const std::string text = repeated(part, kMegabyte);
    std::size_t end = 0;
    for (const NumberMention& number : read_korean_numbers(text)) {
      REQUIRE(number.span.begin >= end);
      REQUIRE(number.span.end > number.span.begin);
      REQUIRE(number.span.end <= text.size());
      end = number.span.end;
    }
  }
}

TEST_CASE("more digits than a number has are passed over, and broken bytes end a number") {
  CHECK(values_of("123456789012345678901234567890원 중 5원") == std::vector<double>{5});
  CHECK(values_of("0." + std::string(100, '0') + "1").empty());
  CHECK(values_of("3\xEC\x96 5억") == std::vector<double>{3, 5e8});
  CHECK(values_of("\xFF"
                  "7명") == std::vector<double>{7});
}

TEST_CASE("random bytes give spans in order") {
  constexpr std::array<std::string_view, 24> kParts{"1",  "23",       ",",  ".",  " ",    "-",    "억",   "만",
                                                    "천", "이",       "일", "한", "분의", "점",   "번째", "째",
                                                    "제", "마이너스", "/",  "^",  "과 ",  "\xEC", "명",   "여"};
  testing::Random random(11);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t parts = random.below(14); parts > 0; --parts) text += kParts[random.below(kParts.size())];
    CAPTURE(text);
    std::size_t end = 0;
    for (const NumberMention& number : read_korean_numbers(text)) {
      REQUIRE(number.span.begin >= end);
      REQUIRE(number.span.end <= text.size());
      REQUIRE(std::isfinite(number.value));
      end = number.span.end;
    }
  }
}

}  // namespace
}  // namespace podium
