#include "podium/files/text_check.hpp"

#include <string>

#include <doctest/doctest.h>

namespace podium {
namespace {

using namespace std::string_literals;

/// The code points that UTF-8 can write: all but surrogates, up to U+10FFFF. Coded here by the definition, bit by bit.
std::string encoded(std::uint32_t point) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((point >> shift) & 0x3fU)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xc0U | (point >> 6U)), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xe0U | (point >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xf0U | (point >> 18U)), tail(12), tail(6), tail(0)};
}

TEST_CASE("every character is text, except control characters and surrogates") {
  std::size_t wrong = 0;
  for (std::uint32_t point = 0; point < 0x120000; ++point) {
    const bool is_control = (point < 0x20 && point != '\t' && point != '\n') || point == 0x7f;
    const bool is_character = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (first_bad_byte(encoded(point)).has_value() != (is_control || !is_character)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("a byte that is no text is found wherever it stands in a longer one") {
  const std::string plain = "printable text ~ of 40 bytes, from a to z";
  CHECK_FALSE(first_bad_byte(plain).has_value());
  std::size_t wrong = 0;
  for (std::size_t place = 0; place < plain.size(); ++place) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = plain;
      text[place] = static_cast<char>(byte);
      const bool is_text = byte == '\t' || byte == '\n' || (byte >= 0x20 && byte < 0x7f);
      const auto bad = first_bad_byte(text);
      if (is_text ? bad.has_value() : !bad || bad->offset != place) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("the first byte that is no text is found") {
  const struct {
    std::string name;
    std::string text;
    std::size_t offset;
    Code code;
  } cases[] = {
      {"a lone continuation byte", "a\x80", 1, Code::InvalidUtf8},
      {"an overlong slash of two bytes", "\xc0\xaf", 0, Code::InvalidUtf8},
      {"an overlong slash of three bytes", "\xe0\x80\xaf", 0, Code::InvalidUtf8},
      {"an overlong slash of four bytes", "\xf0\x80\x80\xaf", 0, Code::InvalidUtf8},
      {"a character cut off by the end", "\xed\x95", 0, Code::InvalidUtf8},
      {"a character cut off by another", "\xed\x95x", 0, Code::InvalidUtf8},
      {"beyond the last character", "\xf4\x90\x80\x80", 0, Code::InvalidUtf8},
      {"a byte that never occurs", "ab\xff", 2, Code::InvalidUtf8},
      {"a NUL", "ab\0c"s, 2, Code::InvalidUtf8},
      {"an escape", "ab\x1b[0m", 2, Code::Syntax},
      {"a CR alone", "a\rb", 1, Code::Syntax},
      {"a CR at the end", "a\r", 1, Code::Syntax},
      {"the first of two", "a\x80\xff", 1, Code::InvalidUtf8},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto bad = first_bad_byte(c.text);
    REQUIRE(bad.has_value());
    CHECK(bad->offset == c.offset);
    CHECK(bad->code == c.code);
  }
  CHECK(!first_bad_byte("a\r\nb\t한국\n").has_value());
}

TEST_CASE("its place counts lines from the given one and columns in bytes") {
  const auto problem = check_text("한국\nab\xff", "a.csv", 7);
  REQUIRE(problem.has_value());
  CHECK(problem->place == Place{"a.csv", 8, 3});
}

}  // namespace
}  // namespace podium
