#include "podium/core/number_text.hpp"

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

#include <doctest/doctest.h>

#include "podium/core/panel.hpp"

#include "support/random.hpp"

namespace podium {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLargest = std::numeric_limits<double>::max();
constexpr double kTiniest = std::numeric_limits<double>::denorm_min();

TEST_CASE("the shortest text of a number") {
  const struct {
    double value;
    std::string expected;
  } cases[] = {
      {0, "0"},
      {-0.0, "-0"},
      {1, "1"},
      {-1.33, "-1.33"},
      {0.1, "0.1"},
      {1e21, "1e+21"},
      {0.1 + 0.2, "0.30000000000000004"},
      {100.0 / 3, "33.333333333333336"},
      {12345, "12345"},
      {100000, "100000"},
      {-2500000, "-2500000"},
      {999999999999999, "999999999999999"},
      {1e15, "1e+15"},
      {0.00001, "0.00001"},
      {0.000009, "9e-06"},
      {kLargest, "1.7976931348623157e+308"},
      {kTiniest, "5e-324"},
      {kMissing, ""},
      {-kMissing, ""},
      {kInfinity, "inf"},
  };
  for (const auto& c : cases) CHECK(shortest(c.value) == c.expected);
}

TEST_CASE("the shortest text reads back as the same double") {
  testing::Random random(4);
  for (int i = 0; i < 200000; ++i) {
    const double value = random.any_finite();
    const std::string text = shortest(value);
    REQUIRE(std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)) == std::bit_cast<std::uint64_t>(value));
  }
}

TEST_CASE("no text of one digit less reads back as the same double") {
  testing::Random random(5);
  for (int i = 0; i < 20000; ++i) {
    const double value = random.between(0.001, 100);
    const std::string text = shortest(value);
    std::size_t digits = 0;
    for (const char c : text.substr(text.find_first_not_of("0."))) digits += c != '.' ? 1 : 0;
    if (digits < 2) continue;
    char shorter[64];
    std::snprintf(shorter, sizeof shorter, "%.*e", static_cast<int>(digits) - 2, value);
    REQUIRE(std::strtod(shorter, nullptr) != value);
  }
}

TEST_CASE("a fixed number of decimals is rounded half to even on the exact binary value") {
  const struct {
    double value;
    int decimals;
    std::string expected;
  } cases[] = {
      {0.125, 2, "0.12"},  // exact in binary: a true half
      {0.375, 2, "0.38"},  // exact in binary: a true half
      {2.5, 0, "2"},
      {3.5, 0, "4"},
      {-2.5, 0, "-2"},
      {0.5, 0, "0"},
      {1.005, 2, "1.00"},  // 1.00499999999999989...
      {2.675, 2, "2.67"},  // 2.67499999999999982...
      {1.45, 1, "1.4"},    // 1.44999999999999996...
      {0.1, 20, "0.10000000000000000555"},
      {1e21, 0, "1000000000000000000000"},
      {1e23, 0, "99999999999999991611392"},
      {-0.0, 2, "0.00"},
      {-0.004, 2, "0.00"},
      {-0.005, 2, "-0.01"},  // -0.00500000000000000010...
      {-0.5, 0, "0"},
      {kTiniest, 3, "0.000"},
      {9007199254740993.0, 1, "9007199254740992.0"},
      {kMissing, 2, ""},
      {kInfinity, 2, "inf"},
      {-kInfinity, 2, "-inf"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.value);
    CHECK(fixed(c.value, c.decimals) == c.expected);
  }
  CHECK(fixed(kLargest, 100).size() == 309 + 1 + 100);
}

TEST_CASE("groups of three digits are parted by commas") {
  const struct {
    double value;
    int decimals;
    std::string expected;
  } cases[] = {
      {0, 0, "0"},
      {999, 0, "999"},
      {1000, 0, "1,000"},
      {-999, 0, "-999"},
      {-1000, 1, "-1,000.0"},
      {999999, 0, "999,999"},
      {1234567.891, 2, "1,234,567.89"},
      {999.5, 0, "1,000"},
      {0.1234567, 6, "0.123457"},
      {1e9, 0, "1,000,000,000"},
      {kMissing, 2, ""},
      {-0.0, 0, "0"},
      {kInfinity, 0, "inf"},
  };
  for (const auto& c : cases) CHECK(grouped(c.value, c.decimals) == c.expected);
}

TEST_CASE("a printed decimal keeps its text, its value and the step of its last digit") {
  const struct {
    std::string text;
    double value;
    double step;
  } cases[] = {
      {"1.33", 1.33, 0.01},
      {"-0.36", -0.36, 0.01},
      {"1.2e9", 1.2e9, 1e8},
      {"40", 40, 1},
      {"40.0", 40, 0.1},
      {"+5", 5, 1},
      {"007", 7, 1},
      {"0", 0, 1},
      {"-0", -0.0, 1},
      {"0.00", 0, 0.01},
      {"1E3", 1000, 1000},
      {"1e+3", 1000, 1000},
      {"1.50e-3", 0.0015, 1e-5},
      {"1e22", 1e22, 1e22},
      {"5e-323", 5e-323, 1e-323},
      {"1e308", 1e308, 1e308},
      {"9007199254740993", 9007199254740992.0, 1},
      {"1.7976931348623157e308", kLargest, 1e292},
      {"123456789012345678901234567890123456789012345678901234567890", 1.2345678901234568e59, 1},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto number = parse_decimal(c.text);
    REQUIRE(number.has_value());
    CHECK(number->text == c.text);
    CHECK(number->value == c.value);
    CHECK(number->step == c.step);
  }
}

TEST_CASE("the step of any number of decimals is the double nearest to the power of ten") {
  for (int decimals = 1; decimals < 50; ++decimals) {
    CAPTURE(decimals);
    const auto number = parse_decimal("0." + std::string(static_cast<std::size_t>(decimals), '7'));
    REQUIRE(number.has_value());
    CHECK(number->step == std::strtod(("1e-" + std::to_string(decimals)).c_str(), nullptr));
  }
}

TEST_CASE("anything else is no printed decimal") {
  for (const char* text : {"",
                           " ",
                           "-",
                           "+",
                           ".",
                           "e5",
                           "1e",
                           "1e+",
                           "1e-",
                           ".5",
                           "5.",
                           "1.e3",
                           "1..2",
                           "1.2.3",
                           "--5",
                           "+-5",
                           "-+5",
                           "1e+-5",
                           "1e--5",
                           "1e5.0",
                           "1e 5",
                           " 1",
                           "1 ",
                           "1\n",
                           "1\t2",
                           "1,000",
                           "1_000",
                           "1'000",
                           "1.234,5",
                           "12%",
                           "$12",
                           "1.2k",
                           "0x10",
                           "0b1",
                           "nan",
                           "NaN",
                           "-nan",
                           "inf",
                           "-Infinity",
                           "1f",
                           "1.0L",
                           "１２",
                           "١٢",
                           "−5",
                           "½",
                           "1e400",
                           "-1e400",
                           "1e309",
                           "1e-400",
                           "-1e-400",
                           "1e-324",
                           "5e-324",
                           "1.5e-2147483648",
                           "1e2147483647",
                           "1e2147483648",
                           "1e-99999999999999999999",
                           "0.5e-2147483648",
                           "0e2147483647",
                           "1234567890123456789012345678901234567890123456789012345678901"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_decimal(text).has_value());
  }
  CHECK_FALSE(parse_decimal(std::string_view("1\0002", 3)).has_value());
  CHECK_FALSE(parse_decimal(std::string(1000000, '1')).has_value());
}

TEST_CASE("a decimal that is read is the double nearest to it") {
  testing::Random random(6);
  for (int i = 0; i < 100000; ++i) {
    std::string text = std::to_string(random.below(100000)) + "." + std::to_string(random.bits());
    if (i % 2 == 0) text += "e" + std::to_string(static_cast<int>(random.below(500)) - 250);
    const auto number = parse_decimal(text);
    CAPTURE(text);
    REQUIRE(number.has_value());
    REQUIRE(number->value == std::strtod(text.c_str(), nullptr));
  }
}

TEST_CASE("short hostile texts over the letters of numbers are read as strtod reads them, or not at all") {
  constexpr std::string_view kLetters = "0159.eE+- ";
  for (std::size_t length = 1, texts = kLetters.size(); length <= 5; ++length, texts *= kLetters.size()) {
    for (std::size_t i = 0; i < texts; ++i) {
      std::string text;
      for (std::size_t k = 0, rest = i; k < length; ++k, rest /= kLetters.size())
        text += kLetters[rest % kLetters.size()];
      const auto number = parse_decimal(text);
      if (!number) continue;
      char* end = nullptr;
      const double expected = std::strtod(text.c_str(), &end);
      if (*end != '\0' || number->value != expected || !(number->step > 0)) FAIL_CHECK(text);
    }
  }
}

}  // namespace
}  // namespace podium
