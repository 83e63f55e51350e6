#include "podium/files/toml_document.hpp"

#include <doctest/doctest.h>

#include "podium/files/toml_guard.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

TEST_CASE("values have their type, and keys and values their place in bytes") {
  const TomlTable document = testing::must(
      parse_toml("\"한\" = 1\n[t]\na = \"한\"\nb = [1.5, true]\nc = 2025-04-08\nd = 10:00:00\n", "t.toml"));
  REQUIRE(document.size() == 2);
  CHECK(document[1].key == "한");
  CHECK(std::get<std::int64_t>(document[1].value.data) == 1);
  CHECK(document[1].place == Place{"t.toml", 1, 1});
  CHECK(document[1].value.place == Place{"t.toml", 1, 9});
  const auto& table = std::get<TomlTable>(document[0].value.data);
  REQUIRE(table.size() == 4);
  CHECK(std::get<std::string>(table[0].value.data) == "한");
  const auto& items = std::get<TomlArray>(table[1].value.data);
  CHECK(std::get<double>(items[0].data) == 1.5);
  CHECK(std::get<bool>(items[1].data));
  CHECK(items[1].place == Place{"t.toml", 4, 11});
  CHECK(std::get<Date>(table[2].value.data) == Date{2025, 4, 8});
  CHECK(std::holds_alternative<TomlTime>(table[3].value.data));
}

TEST_CASE("keys of many parts are found outside strings and comments only") {
  const struct {
    std::string name;
    std::string text;
    std::uint32_t column;
  } cases[] = {
      {"a key of three dots", "a.b.c.d = 1", 6},
      {"spaces and quotes between the parts", "a . \"b.b\" . 'c' . d = 1", 17},
      {"a header", "[a.b.c.d]", 7},
      {"a key in an inline table", "x = { a.b.c.d = 1 }", 12},
      {"two dots", "a.b.c = 1", 0},
      {"numbers in a list", "a = [1.5, 2.5, 3.5, 4.5]", 0},
      {"a text", "a = \"....\"", 0},
      {"a text with an escaped quote", "a = \"\\\"....\"", 0},
      {"a literal text", "a = '....\\'", 0},
      {"a text of several lines", "a = \"\"\"\n....\"....\n\"\"\"\"\nb.b = 1", 0},
      {"a comment", "a = 1 # ....", 0},
      {"an open string", "a = \"....\nb.b.b.b = 1", 6},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const std::optional<Diagnostic> problem = guard_toml(c.text, 2, "t.toml");
    CHECK((problem ? problem->place.column : 0) == c.column);
  }
}

TEST_CASE("characters beyond ASCII belong into quotes and comments") {
  const struct {
    std::string name;
    std::string text;
    std::uint32_t column;
  } cases[] = {
      {"a text", "a = \"\u00e9한\" # \u00e9", 0},
      {"a quoted key", "\"\u00e9\" = 1", 0},
      {"a bare key", "a\u00e9 = 1", 2},
      {"a space that is none", "a =\u00a01", 4},
      {"a bracket of another script", "a = \u300c1\u300d", 5},
      {"quotes of a word processor", "a = \u201cb\u201d", 5},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const std::optional<Diagnostic> problem = guard_toml(c.text, 2, "t.toml");
    CHECK((problem ? problem->place.column : 0) == c.column);
  }
}

TEST_CASE("text that is no TOML is an error with its place, in every build") {
  const struct {
    std::string name;
    std::string text;
    std::uint32_t column;
  } cases[] = {
      {"three brackets", "[[[g", 3},
      {"brackets apart", "[ [a] ]", 3},
      {"an empty header", "[]", 2},
      {"an empty header of a list", "[[]]", 3},
      {"a key without value", "a", 2},
      {"a key without name", "= 1", 1},
      {"a dot without name", "a. = 1", 4},
      {"a number without digits, at its beginning", "a = +", 5},
      {"a date without day", "a = 2025-04", 12},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Result<TomlTable> document = parse_toml(c.text, "t.toml");
    REQUIRE(!document.has_value());
    CHECK(document.diagnostics().front().code == Code::Syntax);
    CHECK(document.diagnostics().front().place.line == 1);
    CHECK(document.diagnostics().front().place.column == c.column);
  }
}

TEST_CASE("keys as deep as allowed in values as deep as the parser goes are refused without harm") {
  std::string key = "a";
  for (std::size_t i = 1; i < kMostKeyDots + 1; ++i) key += ".a";
  std::string text;
  for (int i = 0; i < 250; ++i) text += (i == 0 ? "" : "{ ") + key + " = ";
  text += "1";
  for (int i = 1; i < 250; ++i) text += " }";
  CHECK(testing::problems_of(parse_toml(text, "t.toml")).find("error[syntax]: found values nested more than 64 deep") !=
        std::string::npos);
}

}  // namespace
}  // namespace podium
