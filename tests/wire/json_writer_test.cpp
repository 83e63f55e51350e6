#include "podium/wire/json_writer.hpp"

#include <limits>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace podium;

namespace {

std::string written(std::string_view text) {
  JsonWriter json;
  json.value(text);
  return std::move(json).finish();
}

std::string written(double number) {
  JsonWriter json;
  json.value(number);
  return std::move(json).finish();
}

}  // namespace

TEST_CASE("objects and arrays are separated by commas, keys stand in the order of writing") {
  JsonWriter json;
  json.object([&] {
    json.field("z", 1);
    json.field("a", "x");
    json.array("empty", [] {});
    json.array("list", [&] {
      json.value(true);
      json.value(nullptr);
      json.object([] {});
      json.object([&] { json.field("n", std::size_t{7}); });
    });
    json.object("inner", [&] { json.field("minus", -3); });
  });
  CHECK(std::move(json).finish() == R"({"z":1,"a":"x","empty":[],"list":[true,null,{},{"n":7}],"inner":{"minus":-3}})"
                                    "\n");
}

TEST_CASE("numbers are the shortest that read back exactly; what is not a number is null") {
  CHECK(written(0.1 + 0.2) == "0.30000000000000004\n");
  CHECK(written(84.375) == "84.375\n");
  CHECK(written(100.0) == "100\n");
  CHECK(written(-0.5) == "-0.5\n");
  CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null\n");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null\n");
}

TEST_CASE("texts are escaped, and always valid UTF-8") {
  const struct {
    std::string name;
    std::string text;
    std::string expected;
  } cases[] = {
      {"plain", "AI 경쟁력", "\"AI 경쟁력\"\n"},
      {"quotes and backslashes", "a\"b\\c", "\"a\\\"b\\\\c\"\n"},
      {"line ends and tabs", "a\r\n\tb", "\"a\\r\\n\\tb\"\n"},
      {"other control characters", std::string("\x00\x1b\x7f", 3), "\"\\u0000\\u001b\\u007f\"\n"},
      {"a byte that begins nothing",
       "a\xff"
       "b",
       "\"a\xef\xbf\xbd"
       "b\"\n"},
      {"a character cut short", "\xed\x95", "\"\xef\xbf\xbd\xef\xbf\xbd\"\n"},
      {"an overlong form", "\xc0\xaf", "\"\xef\xbf\xbd\xef\xbf\xbd\"\n"},
      {"a surrogate", "\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"\n"},
      {"four bytes", "\xf0\xa0\x80\x80", "\"\xf0\xa0\x80\x80\"\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(written(c.text) == c.expected);
  }
}

TEST_CASE("every text of one or two bytes can be read by another program, and comes back if it is UTF-8") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text{static_cast<char>(first), static_cast<char>(second)};
      const auto read = nlohmann::json::parse(written(text), nullptr, false);
      REQUIRE(read.is_string());
      if (first < 0x80 && second < 0x80) REQUIRE(read.get<std::string>() == text);
    }
  }
}
