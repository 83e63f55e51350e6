#include "podium/files/csv_reader.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Parsed {
  Rows rows;
  std::string problem;
};

/// Hands the text out in blocks of one length, to move the borders between blocks through it.
ByteSource in_blocks(std::string_view text, std::size_t length) {
  return [source = bytes_of(text), length](std::span<char> block) {
    return source(block.first(std::min(block.size(), length)));
  };
}

Parsed parse(std::string_view text, std::size_t block = 1 << 16) {
  CsvReader csv("t.csv", in_blocks(text, block));
  Parsed parsed;
  while (csv.next()) parsed.rows.emplace_back(csv.fields().begin(), csv.fields().end());
  if (csv.problem()) parsed.problem = to_text(*csv.problem());
  return parsed;
}

TEST_CASE("the forms of a table") {
  const struct {
    std::string name;
    std::string text;
    Rows rows;
  } cases[] = {
      {"plain rows", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
      {"no line end at the end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
      {"CRLF", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
      {"a byte order mark",
       "\xef\xbb\xbf"
       "a,b\n1,2\n",
       {{"a", "b"}, {"1", "2"}}},
      {"a byte order mark before a quote", "\xef\xbb\xbf\"a\",b\n", {{"a", "b"}}},
      {"blank lines", "\n\na\n\n\nb\n\n", {{"a"}, {"b"}}},
      {"empty fields", "a,,\n,,b\n", {{"a", "", ""}, {"", "", "b"}}},
      {"a comma in quotes", "\"a,b\",c\n", {{"a,b", "c"}}},
      {"a doubled quote", "\"a \"\"b\"\"\",c\n", {{"a \"b\"", "c"}}},
      {"an empty quoted field", "\"\",a\n", {{"", "a"}}},
      {"a row of one empty quoted field", "\"\"\n", {{""}}},
      {"a line break in quotes", "\"a\nb\",c\nd,e\n", {{"a\nb", "c"}, {"d", "e"}}},
      {"a CRLF in quotes becomes LF", "\"a\r\nb\",c\r\n", {{"a\nb", "c"}}},
      {"blank lines in quotes stay", "\"a\n\nb\"\n", {{"a\n\nb"}}},
      {"spaces belong to their field", " a , b\t\n", {{" a ", " b\t"}}},
      {"Korean", "한국,\"서울, 부산\"\n", {{"한국", "서울, 부산"}}},
      {"nothing", "", {}},
      {"only blank lines", "\n\r\n\n", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    for (const std::size_t block : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{65536}}) {
      CAPTURE(block);
      const Parsed parsed = parse(c.text, block);
      CHECK(parsed.rows == c.rows);
      CHECK(parsed.problem == "");
    }
  }
}

TEST_CASE("what breaks the rules is refused at its place") {
  const struct {
    std::string name;
    std::string text;
    const char* problem;
  } cases[] = {
      {"a quote that is not closed", "a,b\nc,\"d\ne\n",
       "t.csv:2:3: error[syntax]: found a quote that is not closed; expected a closing quote"},
      {"text behind a closing quote", "\"a\"b\n",
       "t.csv:1:4: error[syntax]: found text behind a closing quote; expected a comma or the end of the line"},
      {"a space behind a closing quote", "\"a\" ,b\n",
       "t.csv:1:4: error[syntax]: found text behind a closing quote; expected a comma or the end of the line"},
      {"such text on the second line of a field", "\"a\nb\"c\n",
       "t.csv:2:3: error[syntax]: found text behind a closing quote; expected a comma or the end of the line"},
      {"a quote in a bare field", "a,b\"c\n",
       "t.csv:1:4: error[syntax]: found a quote inside a field without quotes; expected the whole field in quotes, and "
       "each quote in it doubled"},
      {"a space before a quote", "a, \"b\"\n",
       "t.csv:1:4: error[syntax]: found a quote inside a field without quotes; expected the whole field in quotes, and "
       "each quote in it doubled"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(parse(c.text).problem == c.problem);
  }
}

TEST_CASE("rows and fields know where they stand") {
  const std::string text = "h\n\n\"a\nb\",c,\"d,\"\"e\"\"\nf\",g\ni,j\n";
  CsvReader csv("t.csv", bytes_of(text));
  REQUIRE(csv.next());
  REQUIRE(csv.next());
  CHECK(csv.place() == Place{"t.csv", 3, 1});
  CHECK(csv.place(1) == Place{"t.csv", 4, 4});
  CHECK(csv.place(2) == Place{"t.csv", 4, 6});
  CHECK(csv.place(3) == Place{"t.csv", 5, 4});
  REQUIRE(csv.next());
  CHECK(csv.place(1) == Place{"t.csv", 6, 3});
}

TEST_CASE("a row without quotes has the fields that the parser finds in it") {
  testing::Random random(6);
  const std::string_view pieces[] = {",", ",", "a", " ", "한", "\t", "'", ";", "0.5"};
  for (int round = 0; round < 2000; ++round) {
    std::string row = "x";
    for (std::size_t i = random.below(12); i > 0; --i) row += pieces[random.below(std::size(pieces))];
    CAPTURE(row);
    // A field in quotes sends the whole row through the parser.
    Rows parsed = parse("\"q\"," + row + "\n").rows;
    REQUIRE(parsed.size() == 1);
    parsed[0].erase(parsed[0].begin());
    CHECK(parse(row + "\n").rows == parsed);
  }
}

TEST_CASE("what is written by the rules reads back, for random tables") {
  const std::vector<std::string> pieces{"a", ",", "\"", "\n", " ", "한", "1.5", "", "\t"};
  testing::Random random(4180);
  for (int round = 0; round < 500; ++round) {
    Rows rows(1 + random.below(5), std::vector<std::string>(2 + random.below(4)));
    std::string text;
    for (auto& row : rows) {
      for (std::string& field : row) {
        for (std::size_t i = random.below(5); i > 0; --i) field += pieces[random.below(pieces.size())];
        if (&field != &row.front()) text += ",";
        std::string doubled;
        for (const char c : field) doubled += c == '"' ? "\"\"" : std::string(1, c);
        const bool needs_quotes = field.find_first_of(",\"\n") != std::string::npos;
        text += needs_quotes || random.below(2) == 0 ? "\"" + doubled + "\"" : field;
      }
      text += random.below(2) == 0 ? "\n" : "\r\n";
    }
    CAPTURE(text);
    const Parsed parsed = parse(text, 1 + random.below(9));
    CHECK(parsed.rows == rows);
    CHECK(parsed.problem == "");
  }
}

}  // namespace
}  // namespace podium
