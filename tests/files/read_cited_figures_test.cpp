#include <doctest/doctest.h>

#include "files/small_fact_book.hpp"

namespace podium {
namespace {

using testing::BadFact;
using testing::check_bad_facts;
using testing::fact_book_of;
using testing::must;
using testing::problems_of;

using Measure = CitedFigure::Measure;
using Relation = CitedFigure::Relation;

constexpr const char* kHeader = "unit,series,period,edition,measure,relation,value,source,locator,note\n";

Result<FactBook> facts(const std::string& rows) { return fact_book_of({{"facts.csv", kHeader + rows}}); }

TEST_CASE("cited figures are read as printed, by series, unit, years, edition and measure") {
  const std::vector<CitedFigure> figures =
      must(facts("USA,startups,2024,report-2025,value,,1073,report,table 1,\n"
                 ",startups,2024,report-2025,units,,48,report,,\n"
                 "KOR,startups,2024,report-2025,rank-from-last,,5,report,,\n"
                 "KOR,startups,2024,report-2025,rank,,44,report,,\n"
                 "KOR,startups,2024,report-2024,rank,,43,report,,\n"
                 "KOR,startups,2020-2024,2025,value,above,-0.30,report,page 7,\"a, b\"\n"
                 "KOR,population,2023,report-2025,value,below,-0.36,report,,\n"))
          .figures;
  REQUIRE(figures.size() == 7);
  CHECK(figures[0].series == "population");
  CHECK(figures[0].relation == Relation::Below);
  CHECK(figures[1].measure == Measure::Units);
  CHECK(figures[1].unit.empty());
  const CitedFigure& span = figures[2];
  CHECK(span.first_year == 2020);
  CHECK(span.last_year == 2024);
  CHECK(span.value == PrintedNumber{.text = "-0.30", .value = -0.3, .step = 0.01});
  CHECK(span.relation == Relation::Above);
  CHECK(span.edition == EditionAt{1});
  CHECK(span.source == SourceAt{0});
  CHECK(span.locator == "page 7");
  CHECK(span.note == "a, b");
  CHECK(span.place == Place{"facts.csv", 7, 1});
  CHECK(figures[3].edition == EditionAt{0});
  CHECK(figures[4].measure == Measure::Ranked);
  CHECK(figures[4].value.value == 44);
  CHECK(figures[5].measure == Measure::RankFromLast);
  CHECK(figures[6].unit == "USA");
  CHECK(figures[6].relation == Relation::Equal);
}

TEST_CASE("another source may say the same, and columns may stand in any order") {
  const char* const sources = "[report]\ntitle = \"R\"\npublisher = \"S\"\n[story]\ntitle = \"S\"\npublisher = \"S\"\n";
  const std::vector<CitedFigure> figures =
      must(fact_book_of({{"sources.toml", sources},
                         {"facts.csv",
                          "note,locator,source,value,relation,measure,edition,period,series,unit\n"
                          ",,story,2,,value,2025,2024,risk,KOR\n,,report,1,,value,2025,2024,risk,KOR\n"}}))
          .figures;
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].value.value == 1);
  CHECK(figures[1].value.value == 2);
}

TEST_CASE("units and series of aliases.toml may be cited") {
  const FactBook book = must(fact_book_of({{"aliases.toml",
                                            "[[unit]]\ncode = \"WLD\"\ntitle = { en = \"World\" }\n[[indicator]]\n"
                                            "id = \"budget\"\ntitle = { en = \"B\" }\nunit_of_measure = \"USD\"\n"},
                                           {"facts.csv", kHeader + std::string("WLD,budget,2024,report-2025,value,,"
                                                                               "1.5,report,,\n")}}));
  REQUIRE(book.figures.size() == 1);
  CHECK(book.figures[0].unit == "WLD");
}

TEST_CASE("whatever is wrong with a cited figure is said, with its place and the nearest word") {
  const BadFact cases[] = {
      {"an unknown unit", "KOS,risk,2024,report-2025,value,,1,report,,\n",
       "facts.csv:2:1: error[unknown-unit]: found unit 'KOS'; expected 'CHN', 'KOR' or 'USA'; did you mean 'KOR'?"},
      {"an unknown series", "KOR,riks,2024,report-2025,value,,1,report,,\n",
       "facts.csv:2:5: error[unknown-indicator]: found indicator 'riks'; expected 'investment', 'population', 'risk' "
       "or "
       "'startups'; did you mean 'risk'?"},
      {"a month", "KOR,risk,2024-09,report-2025,value,,1,report,,\n",
       "facts.csv:2:10: error[invalid-value]: found period '2024-09'; expected a year such as 2024, or a span such as "
       "2023-2027"},
      {"a span that ends before it starts", "KOR,risk,2027-2023,report-2025,value,,1,report,,\n",
       "facts.csv:2:10: error[invalid-value]: found period '2027-2023'; expected a year such as 2024, or a span such "
       "as 2023-2027"},
      {"an unknown edition", "KOR,risk,2024,report-2026,value,,1,report,,\n",
       "facts.csv:2:15: error[unknown-edition]: found edition 'report-2026'"},
      {"an unknown measure", "KOR,risk,2024,report-2025,ranks,,1,report,,\n",
       "facts.csv:2:27: error[invalid-value]: found measure 'ranks'; expected 'value', 'rank', 'rank-from-last' or "
       "'units'; did you mean 'rank'?"},
      {"an unknown relation", "KOR,risk,2024,report-2025,value,belo,1,report,,\n",
       "facts.csv:2:33: error[invalid-value]: found relation 'belo'; expected '', 'below' or 'above'; did you mean "
       "'below'?"},
      {"separators", "KOR,risk,2024,report-2025,value,,\"1,5\",report,,\n",
       "facts.csv:2:34: error[not-a-number]: found value '1,5'; expected a decimal number such as 1.33 without "
       "separators between the digits"},
      {"a rank that is not whole", "KOR,risk,2024,report-2025,rank,,1.5,report,,\n",
       "facts.csv:2:33: error[invalid-value]: found rank 1.5; expected a whole number from 1"},
      {"a rank of 0", "KOR,risk,2024,report-2025,rank-from-last,,0,report,,\n",
       "facts.csv:2:43: error[invalid-value]: found rank-from-last 0; expected a whole number from 1"},
      {"no units", ",risk,2024,report-2025,units,,-1,report,,\n",
       "facts.csv:2:31: error[invalid-value]: found units -1; expected a whole number from 1"},
      {"an unknown source", "KOR,risk,2024,report-2025,value,,1,reprot,,\n",
       "facts.csv:2:36: error[unknown-source]: found source 'reprot'; expected 'report'; did you mean 'report'?"},
      {"a value of no unit", ",risk,2024,report-2025,value,,1,report,,\n",
       "facts.csv:2:1: error[invalid-value]: found no unit; expected a unit's code, or measure units"},
      {"a number of units of a unit", "KOR,risk,2024,report-2025,units,,48,report,,\n",
       "facts.csv:2:1: error[invalid-value]: found unit 'KOR' of a number of units; expected no unit with measure "
       "units"},
      {"a row too short", "KOR,risk\n",
       "facts.csv:2:1: error[column-count]: found 2 fields; expected 10, as many as the header has"},
      {"one figure twice", "KOR,risk,2024,report-2025,value,,1,report,,\nKOR,risk,2024,2025,value,above,2,report,x,y\n",
       "facts.csv:3:1: error[duplicate-key]: found a second figure of one source, first at line 2; expected one for "
       "each unit, series, period, edition, measure and source"},
  };
  check_bad_facts(cases, facts);
}

TEST_CASE("all problems of a row of cited figures are said") {
  const std::string problems = problems_of(facts("KOS,riks,soon,never,most,near,many,nobody,,\n"));
  CHECK(std::ranges::count(problems, '\n') == 7);
}

TEST_CASE("a table of cited figures without its columns says which") {
  CHECK(
      problems_of(fact_book_of(
          {{"facts.csv", "unit,series,period,edition,measure,relations,value,source,locator,note,more\n"}})) ==
      "facts.csv:1:1: error[missing-column]: found no column 'relation'; expected a column of that name; did you mean "
      "'relations'?\n"
      "facts.csv:1:36: error[unknown-key]: found column 'relations'; expected 'unit', 'series', 'period', 'edition', "
      "'measure', 'relation', 'value', 'source', 'locator' or 'note'; did you mean 'relation'?\n"
      "facts.csv:1:72: error[unknown-key]: found column 'more'; expected 'unit', 'series', 'period', 'edition', "
      "'measure', 'relation', 'value', 'source', 'locator' or 'note'");
  CHECK(problems_of(fact_book_of({{"facts.csv", ""}})).starts_with("facts.csv: error[empty-file]"));
}

}  // namespace
}  // namespace podium
