#include "podium/core/diagnostic.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "podium/core/result.hpp"

#include "support/small.hpp"

namespace podium {
namespace {

TEST_CASE("every code has its entry, in the order of the texts, with cause and cure") {
  for (int code = 0; code <= static_cast<int>(Code::ZeroWeights); ++code) {
    const bool listed = std::ranges::count(code_table(), static_cast<Code>(code), &CodeEntry::code) == 1;
    CHECK_MESSAGE(listed, "code number " << code);
  }
  CHECK(std::ranges::adjacent_find(code_table(), std::ranges::greater_equal{}, &CodeEntry::text) == code_table().end());
  for (const CodeEntry& row : code_table()) {
    CAPTURE(row.text);
    CHECK(row.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK(row.cause.ends_with('.'));
    CHECK(row.cure.ends_with('.'));
    CHECK((row.exit_status == 2 || row.exit_status == 3));
    CHECK(&entry(row.code) == &row);
  }
}

TEST_CASE("a diagnostic as text") {
  const struct {
    std::string name;
    Diagnostic diagnostic;
    std::string expected;
  } cases[] = {
      {"all its parts",
       {.code = Code::UnknownKey,
        .found = "key 'wieght'",
        .expected = "'weight' or 'title'",
        .nearest = "weight",
        .place = {"podium.toml", 3, 1},
        .subject = {.step = 2, .node = "economy", .key = "weight", .unit = "KOR", .period = "2024"}},
       "podium.toml:3:1: error[unknown-key]: step 2, node economy, unit KOR, period 2024: found key 'wieght'; expected "
       "'weight' or 'title'; did you mean 'weight'?"},
      {"only what was found",
       {.code = Code::EmptyFile, .found = "an empty file"},
       "error[empty-file]: found an empty file"},
      {"a place without a column",
       {.code = Code::EmptyFile, .found = "nothing", .place = {"units.csv", 4, 0}},
       "units.csv:4: error[empty-file]: found nothing"},
      {"a place without a line has no column either",
       {.code = Code::EmptyFile, .found = "nothing", .place = {"units.csv", 0, 7}},
       "units.csv: error[empty-file]: found nothing"},
      {"a warning",
       {.code = Code::EditionFallback, .found = "edition 'a'", .subject = {.node = "x"}, .severity = Severity::Warning},
       "warning[edition-fallback]: node x: found edition 'a'"},
      {"control characters cannot reach a terminal",
       {.code = Code::UnknownKey, .found = "key '\x1b[31m\x7f\n'", .place = {"a\rb", 1, 1}},
       "a\\x0db:1:1: error[unknown-key]: found key '\\x1b[31m\\x7f\\x0a'"},
      {"nor can those of Unicode's second block, which a terminal obeys as well",
       {.code = Code::UnknownKey,
        .found = "key '\xc2\x9b"
                 "31m'",
        .expected = "\xc2\x80 \xc2\x9f \xc2\xa0"},
       "error[unknown-key]: found key '\\xc2\\x9b31m'; expected \\xc2\\x80 \\xc2\\x9f \xc2\xa0"},
      {"Korean text stays as it is",
       {.code = Code::UnknownKey, .found = "key '가중치'"},
       "error[unknown-key]: found key '가중치'"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(to_text(c.diagnostic) == c.expected);
  }
}

TEST_CASE("the exit status is that of the worst error, and warnings do not count") {
  const Diagnostic bad_input{.code = Code::NotANumber};
  const Diagnostic fault{.code = Code::InternalFault};
  const Diagnostic warning{.code = Code::InternalFault, .severity = Severity::Warning};
  CHECK(exit_status({}) == 0);
  CHECK(exit_status(Diagnostics{warning}) == 0);
  CHECK(exit_status(Diagnostics{bad_input, warning}) == 2);
  CHECK(exit_status(Diagnostics{bad_input, fault, bad_input}) == 3);
  CHECK_FALSE(has_error(Diagnostics{warning}));
  CHECK(has_error(Diagnostics{warning, bad_input}));
}

TEST_CASE("problems are sorted by file, line, column and code, those without a place last") {
  const auto at_place = [](Code code, const char* file, std::uint32_t line, std::uint32_t column) {
    return Diagnostic{.code = code, .place = {file, line, column}};
  };
  Diagnostics problems = {
      {.code = Code::ColumnCount, .found = "first"},  at_place(Code::UnknownKey, "b.csv", 1, 1),
      at_place(Code::UnknownKey, "a.csv", 10, 1),     at_place(Code::UnknownKey, "a.csv", 2, 9),
      at_place(Code::UnknownKey, "a.csv", 2, 3),      at_place(Code::ColumnCount, "a.csv", 2, 3),
      {.code = Code::ColumnCount, .found = "second"},
  };
  sort_by_place(problems);
  std::string order;
  for (const Diagnostic& d : problems) {
    order += d.place.file.str() + ":" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " +
             std::string(entry(d.code).text) + d.found + "\n";
  }
  CHECK(order ==
        "a.csv:2:3 column-count\na.csv:2:3 unknown-key\na.csv:2:9 unknown-key\na.csv:10:1 unknown-key\nb.csv:1:1 "
        "unknown-key\n"
        ":0:0 column-countfirst\n:0:0 column-countsecond\n");
}

TEST_CASE("quoted text is cut after 80 bytes at the edge of a character") {
  CHECK(quoted("a b") == "'a b'");
  CHECK(quoted("") == "''");
  CHECK(quoted(std::string(80, 'x')) == "'" + std::string(80, 'x') + "'");
  CHECK(quoted(std::string(81, 'x')) == "'" + std::string(80, 'x') + "...'");
  std::string korean;
  for (int i = 0; i < 30; ++i) korean += "한";  // 90 bytes; 80 would cut the 27th letter
  CHECK(quoted(korean) == "'" + korean.substr(0, 78) + "...'");
}

TEST_CASE("a list of words is written as a choice, and long lists are cut") {
  using Words = std::vector<std::string_view>;
  CHECK(one_of(Words{}) == "");
  CHECK(one_of(Words{"a"}) == "'a'");
  CHECK(one_of(Words{"a", "b"}) == "'a' or 'b'");
  CHECK(one_of(Words{"a", "b", "c"}) == "'a', 'b' or 'c'");
  const Words many(15, "x");
  CHECK(one_of(many) == "'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x' and 3 more");
  CHECK(one_of(Words(12, "x")) == "'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x' or 'x'");
}

TEST_CASE("the nearest word") {
  const std::vector<std::string_view> words = {"weight", "direction", "title", "id"};
  const struct {
    std::string name;
    std::string word;
    std::string expected;
  } cases[] = {
      {"neighbours swapped is one edit", "wieght", "weight"},
      {"a letter left out", "dirction", "direction"},
      {"a letter too many", "tittle", "title"},
      {"case does not matter", "TITLE", "title"},
      {"a short word may have one slip", "ix", "id"},
      {"a third of the word may be wrong", "woight", "weight"},
      {"more than that is another word", "height_cm", ""},
      {"something else", "goalposts", ""},
      {"nothing", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(nearest_word(c.word, words) == c.expected);
  }
  CHECK(nearest_word("ab", std::vector<std::string_view>{"ax", "abc", "ab"}) == "ab");
  CHECK(nearest_word("ab", std::vector<std::string_view>{"ax", "ay"}) == "ax");
  CHECK(nearest_word(std::string(100000, 'x'), std::vector<std::string_view>{std::string_view("xxxx")}) == "");
}

TEST_CASE("a word outside a closed list names the list and the nearest word") {
  const std::vector<std::string_view> words = {"minmax", "zscore"};
  CHECK(to_text(not_among(Code::UnknownMethod, "method", "minmx", words)) ==
        "error[unknown-method]: found method 'minmx'; expected 'minmax' or 'zscore'; did you mean 'minmax'?");
  CHECK(to_text(not_among(Code::UnknownMethod, "method", "x", {})) == "error[unknown-method]: found method 'x'");
}

Result<int> half_of(int number) {
  if (number % 2 != 0) return Diagnostic{.code = Code::InvalidValue, .found = "an odd number"};
  return number / 2;
}

Result<int> quarter_of(int number) {
  TRY(const int half, half_of(number));
  TRY(const int quarter, half_of(half));
  return quarter;
}

TEST_CASE("TRY takes the value out of a result or hands its diagnostics on") {
  CHECK(*quarter_of(12) == 3);
  CHECK(testing::problems_of(quarter_of(6)) == "error[invalid-value]: found an odd number");
}

}  // namespace
}  // namespace podium
