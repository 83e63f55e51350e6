#include "podium/claims/english_numbers.hpp"

#include <array>
#include <string>

#include <doctest/doctest.h>

#include "podium/core/number_text.hpp"

#include "support/random.hpp"

using namespace podium;
using podium::testing::Random;

namespace {

using Kind = NumberMention::Kind;

/// One number that a text is expected to state.
struct Stated {
  std::string span{};
  double value = 0;
  double step = 1;
  Kind kind = Kind::Cardinal;
};

Stated ordinal(std::string span, double value) {
  return {.span = std::move(span), .value = value, .kind = Kind::Ordinal};
}
Stated fraction(std::string span, double value) {
  return {.span = std::move(span), .value = value, .step = kMissing, .kind = Kind::Fraction};
}

struct Case {
  std::string text{};
  std::vector<Stated> stated{};
};

bool is_same_step(double left, double right) { return left == right || (is_missing(left) && is_missing(right)); }

void check(const Case& expected) {
  CAPTURE(expected.text);
  const std::vector<NumberMention> mentions = read_english_numbers(expected.text);
  REQUIRE(mentions.size() == expected.stated.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Stated& stated = expected.stated[i];
    CAPTURE(stated.span);
    CHECK(mentions[i].span.of(expected.text) == stated.span);
    CHECK(mentions[i].value == stated.value);
    CHECK(is_same_step(mentions[i].step, stated.step));
    CHECK(mentions[i].kind == stated.kind);
  }
}

void check_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) check(c);
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() < bytes) text += part;
  return text;
}

const std::array<const char*, 20> kSmall{
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
const std::array<const char*, 10> kTens{"",      "",      "twenty",  "thirty", "forty",
                                        "fifty", "sixty", "seventy", "eighty", "ninety"};

struct Writing {
  const char* hyphen = "-";
  bool has_and = true;
};

std::string below_thousand(std::uint64_t value, const Writing& writing) {
  std::string words;
  if (value >= 100) {
    words = std::string(kSmall[value / 100]) + " hundred";
    value %= 100;
    if (value == 0) return words;
    words += writing.has_and ? " and " : " ";
  }
  if (value < 20) return words + kSmall[value];
  words += kTens[value / 10];
  return value % 10 == 0 ? words : words + writing.hyphen + kSmall[value % 10];
}

/// A whole number below 10^18 in words, written group by group.
std::string in_words(std::uint64_t value, const Writing& writing) {
  if (value == 0) return "zero";
  const struct {
    std::uint64_t size;
    const char* name;
  } groups[] = {{1'000'000'000'000'000, " quadrillion"},
                {1'000'000'000'000, " trillion"},
                {1'000'000'000, " billion"},
                {1'000'000, " million"},
                {1000, " thousand"},
                {1, ""}};
  std::string words;
  for (const auto& group : groups) {
    const std::uint64_t part = value / group.size % 1000;
    if (part == 0) continue;
    if (!words.empty()) words += ' ';
    words += below_thousand(part, writing) + group.name;
  }
  return words;
}

std::uint64_t any_below(Random& random, std::uint64_t limit) {
  // Numbers of all lengths, not mostly the longest.
  std::uint64_t top = 10;
  for (std::size_t digits = random.below(15); digits > 0 && top < limit; --digits) top *= 10;
  return random.bits() % std::min(top, limit);
}

void check_whole(const std::string& text, double value) {
  const std::vector<NumberMention> mentions = read_english_numbers(text);
  CAPTURE(text);
  REQUIRE(mentions.size() == 1);
  CHECK(mentions[0].span == TextSpan{.begin = 0, .end = text.size()});
  CHECK(mentions[0].value == value);
}

}  // namespace

TEST_CASE("digits are read with separators, decimals and the step of their last digit") {
  check_all({
      {"1,234,567.89", {{"1,234,567.89", 1234567.89, 0.01}}},
      {"1,2,3", {{"1", 1}, {"2", 2}, {"3", 3}}},
      {"12,3456 or 1234,567", {{"12", 12}, {"3456", 3456}, {"1234", 1234}, {"567", 567}}},
      {"Rs 12,34,567", {{"12,34,567", 1234567}}},
      {".5 and 0.50", {{".5", 0.5, 0.1}, {"0.50", 0.5, 0.01}}},
      {"5,00", {{"5,00", 5, 0.01}}},
      {"192.168.1.2", {{"192", 192}, {"168", 168}, {"1", 1}, {"2", 2}}},
      {"No.5 grew 3.", {{"5", 5}, {"3", 3}}},
      {"in 2023,5 million people", {{"2023", 2023}, {"5 million", 5e6, 1e6}}},
  });
}

TEST_CASE("spaces separate thousands only where they cannot be anything else") {
  check_all({
      {"40 000 people", {{"40 000", 40000}}},
      {"12\u00A0345 and 1\u202F414\u202F021", {{"12\u00A0345", 12345}, {"1\u202F414\u202F021", 1414021}}},
      {"Boeing 737 800", {{"737", 737}, {"800", 800}}},
      {"In 2024 300 people", {{"2024", 2024}, {"300", 300}}},
      {"5 1000", {{"5", 5}, {"1000", 1000}}},
  });
}

TEST_CASE("a minus is a sign only where no digit or letter stands before it") {
  check_all({
      {"-5 and \u22123.2%", {{"-5", -5}, {"\u22123.2", -3.2, 0.1}}},
      {"minus one, negative 1200", {{"minus one", -1}, {"negative 1200", -1200}}},
      {"- 1,200", {{"- 1,200", -1200}}},
      {"- 5 countries\n- 3 left", {{"5", 5}, {"3", 3}}},
      {"from 5-10 to A-4", {{"5", 5}, {"10", 10}, {"4", 4}}},
      {"growth - 5 percent - fell", {{"5", 5}}},
      {"ten minus three", {{"ten", 10}, {"three", 3}}},
      {"(-0.5)", {{"-0.5", -0.5, 0.1}}},
      {"a change of \u20130.03 from 2019 -2023", {{"\u20130.03", -0.03, 0.01}, {"2019", 2019}, {"2023", 2023}}},
      {"1000\u20135000, 1000 \u2013 5000", {{"1000", 1000}, {"5000", 5000}, {"1000", 1000}, {"5000", 5000}}},
      {"+1-222-2222/2222", {{"1", 1}, {"222", 222}, {"2222", 2222}, {"2222", 2222}}},
  });
}

TEST_CASE("magnitudes follow digits as words or letters") {
  check_all({
      {"$1.5 million", {{"1.5 million", 1.5e6, 1e5}}},
      {"109.1bn, 12k, 20M, 3.4 tn, 7mn",
       {{"109.1bn", 109.1e9, 1e8},
        {"12k", 12e3, 1e3},
        {"20M", 20e6, 1e6},
        {"3.4 tn", 3.4e12, 1e11},
        {"7mn", 7e6, 1e6}}},
      {"a $300-million deal", {{"300-million", 300e6, 1e6}}},
      {"4 thousand 3 hundred and 21", {{"4 thousand 3 hundred and 21", 4321}}},
      {"3 hundred and 2 hundred", {{"3 hundred", 300, 100}, {"2 hundred", 200, 100}}},
      {"1.5 lakh crore", {{"1.5 lakh crore", 1.5e12, 1e11}}},
      {"10 m wide, 20MB, 115USD", {{"10", 10}, {"20", 20}, {"115", 115}}},
      {"5 million three years ago", {{"5 million", 5e6, 1e6}, {"three", 3}}},
      {"1 million and 2 million", {{"1 million", 1e6, 1e6}, {"2 million", 2e6, 1e6}}},
  });
}

TEST_CASE("number words compose from the largest down") {
  check_all({
      {"one hundred and five", {{"one hundred and five", 105}}},
      {"Twenty-one", {{"Twenty-one", 21}}},
      {"seven hundred thousand", {{"seven hundred thousand", 700e3, 1e5}}},
      {"a hundred and a million", {{"a hundred", 100, 100}, {"a million", 1e6, 1e6}}},
      {"a dozen, two dozen", {{"a dozen", 12, 12}, {"two dozen", 24, 12}}},
      {"two point five, nought point one two", {{"two point five", 2.5, 0.1}, {"nought point one two", 0.12, 0.01}}},
      {"five point two million", {{"five point two million", 5.2e6, 1e5}}},
      {"zero to nil", {{"zero", 0}, {"nil", 0}}},
      {"between twenty and thirty", {{"twenty", 20}, {"thirty", 30}}},
      {"two and three", {{"two", 2}, {"three", 3}}},
      {"a thirteenfold rise, manifold", {{"thirteen", 13}}},
      {"only one player", {{"one", 1}}},
      {"twenty\n\none", {{"twenty", 20}, {"one", 1}}},
  });
}

TEST_CASE("ordinals count places") {
  check_all({
      {"ranked third", {ordinal("third", 3)}},
      {"the twenty-first, 21st or 3rd", {ordinal("twenty-first", 21), ordinal("21st", 21), ordinal("3rd", 3)}},
      {"one hundred and fifth", {ordinal("one hundred and fifth", 105)}},
      {"three trillionth", {ordinal("three trillionth", 3e12)}},
      {"the first two", {ordinal("first", 1), {"two", 2}}},
      {"a third party came in second", {ordinal("third", 3), ordinal("second", 2)}},
      {"twenty first-year students", {{"twenty", 20}, ordinal("first", 1)}},
      {"the 1,000th", {ordinal("1,000th", 1000)}},
  });
}

TEST_CASE("fractions have no step") {
  check_all({
      {"two fifths", {fraction("two fifths", 0.4)}},
      {"3/4 and 5 / 25", {fraction("3/4", 0.75), fraction("5 / 25", 0.2)}},
      {"a third of firms", {fraction("a third", 1.0 / 3)}},
      {"two-thirds", {fraction("two-thirds", 2.0 / 3)}},
      {"one and three quarters", {fraction("one and three quarters", 1.75)}},
      {"one and a half million", {fraction("one and a half million", 1.5e6)}},
      {"half a million or 2\u00BD million", {fraction("half a million", 5e5), fraction("2\u00BD million", 2.5e6)}},
      {"three quarters of a million", {fraction("three quarters of a million", 750e3)}},
      {"one in five, nine in 10", {fraction("one in five", 0.2), fraction("nine in 10", 0.9)}},
      {"two out of three", {fraction("two out of three", 2.0 / 3)}},
      {"half a dozen, a half a dozen, half an hour",
       {fraction("half a dozen", 6), fraction("a half a dozen", 6), fraction("half", 0.5)}},
      {"a quarter million", {fraction("a quarter million", 250e3)}},
      {"3 million and a half", {fraction("3 million and a half", 3.5e6)}},
  });
}

TEST_CASE("what looks like a fraction in a date, season or ratio of time is none") {
  check_all({
      {"5/17/2018", {{"5", 5}, {"17", 17}, {"2018", 2018}}},
      {"2024/25", {{"2024", 2024}, {"25", 25}}},
      {"12 in 30 days, 3 in 2024", {{"12", 12}, {"30", 30}, {"3", 3}, {"2024", 2024}}},
      {"$10000 over 3 years", {{"10000", 10000}, {"3", 3}}},
      {"last three quarters", {{"three", 3}}},
      {"1/0", {{"1", 1}, {"0", 0}}},
  });
}

TEST_CASE("powers are read as one number") {
  check_all({
      {"1e10, 12e-1", {{"1e10", 1e10, 1e10}, {"12e-1", 1.2, 0.1}}},
      {"2*10^5 or 1.3 x 10^6", {{"2*10^5", 2e5, 1e5}, {"1.3 x 10^6", 1.3e6, 1e5}}},
      {"-2^3 and 2^-1", {{"-2^3", -8, kMissing}, {"2^-1", 0.5, kMissing}}},
  });
}

TEST_CASE("words that count nothing and digits within names are no numbers") {
  for (const char* text : {"this one, one of them, no one else",
                           "one another, one-time, one's own",
                           "a second ago",
                           "metres per second",
                           "point taken",
                           "it may be",
                           "the may fair",
                           "dozens of millions",
                           "tens of thousands",
                           "several million",
                           "a a a a",
                           "half-year",
                           "half past",
                           "onerous phone",
                           "H100 and G20 in Q3 on 5G, 4x4 in 3D",
                           "the next generation",
                           "a quarter earlier",
                           ",,,,",
                           "",
                           "-",
                           ".",
                           "1e400",
                           "thirds",
                           "twenties"}) {
    CAPTURE(text);
    CHECK(read_english_numbers(text).empty());
  }
  check_all({
      {"one last time", {{"one", 1}}},
      {"two seconds", {{"two", 2}}},
      {"the first half of 2024", {ordinal("first", 1), {"2024", 2024}}},
      {"SCP-173 for USD115", {{"173", 173}, {"115", 115}}},
  });
}

TEST_CASE("spans are bytes of the text") {
  const std::string text = "\u00A3 \u20AC1.2bn \u2014 third";
  const std::vector<NumberMention> mentions = read_english_numbers(text);
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].span == TextSpan{.begin = 6, .end = 11});
  CHECK(mentions[1].span == TextSpan{.begin = 16, .end = 21});
}

TEST_CASE("broken UTF-8 ends a number and is passed over") {
  check_all({
      {"one\x80 hundred", {{"one", 1}}},
      {"5\xFF million", {{"5", 5}}},
      {"\xE2\x80twenty\xC2", {{"twenty", 20}}},
      {"\xC2\xE2\x88\x92", {}},
  });
  Random random(7);
  const std::string_view bytes = "one 12,.-/ and half a\xC2\xBD\xE2\x80\x93\xFF th e^million\n";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random.below(40); i > 0; --i) text += bytes[random.below(bytes.size())];
    std::size_t end = 0;
    for (const NumberMention& mention : read_english_numbers(text)) {
      CHECK(mention.span.begin >= end);
      CHECK(mention.span.end > mention.span.begin);
      CHECK(mention.span.end <= text.size());
      end = mention.span.end;
    }
  }
}

TEST_CASE("a megabyte of one thing is read in linear time") {
  constexpr std::size_t kMegabyte = 1'000'000;
  for (const char* part : {"one ",
                           "1",
                           ",",
                           "a ",
                           "1,",
                           "111,",
                           "1.",
                           "1/",
                           "1 ",
                           "111 ",
                           "one and ",
                           "one in ",
                           "a half ",
                           "minus ",
                           "- ",
                           "one hundred and ",
                           "twenty-",
                           "million ",
                           "e1",
                           "\xC2",
                           "\xE2\x88\x92",
                           "point one ",
                           "half a ",
                           "1 1/",
                           " ",
                           "two fifths and ",
                           "1^",
                           "aaaaaaa",
                           "1a",
                           "one million "}) {
    CAPTURE(part);
    const std::string text = repeated(part, kMegabyte);
    CHECK(read_english_numbers(text).size() <= text.size());
    CHECK(read_english_numbers("one " + text).size() <= text.size());
  }
  CHECK(read_english_numbers(repeated("one ", kMegabyte)).size() == kMegabyte / 4);
  CHECK(read_english_numbers(repeated("1", kMegabyte)).empty());
}

TEST_CASE("a number that is written in words or digits reads back exactly") {
  Random random(1);
  for (int round = 0; round < 5000; ++round) {
    const std::uint64_t value = any_below(random, 1'000'000'000'000'000);
    const auto exact = static_cast<double>(value);
    check_whole(in_words(value, {}), exact);
    check_whole(in_words(value, {.hyphen = " ", .has_and = false}), exact);
    check_whole(std::to_string(value), exact);
    check_whole(grouped(exact, 0), exact);
  }
}
