#include "podium/files/read_labour.hpp"

#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"

#include "files/small_index.hpp"
#include "support/random.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

const std::string kHeader = "unit,level,period,item,value,edition,source,locator,note\n";
const std::string kNewPeople = kHeader +
                               "KOR,others,2023-2027,new_demand,37500,report-2024,report,p. 12,\n"
                               "KOR,others,2023-2027,new_supply,41300,report-2024,report,p. 12,\n"
                               "KOR,advanced,2023-2027,new_demand,28600,report-2024,report,p. 13,\"sum, rounded\"\n"
                               "KOR,advanced,2023-2027,new_supply,12000,report-2025,report,p. 13,\n";
const std::string kStockFlow = kHeader +
                               "KOR,basic,2023,stock,1000,report-2025,report,,\n"
                               "KOR,basic,2024,demand,800,report-2025,report,,\n"
                               "KOR,basic,2024,exit_rate,0.25,report-2025,report,,\n"
                               "KOR,basic,2025,demand,650,report-2025,report,,\n"
                               "KOR,basic,2025,net_migration,-70,report-2025,report,,\n";

const Index& index() {
  static const ReadIndex read = must(read_index(DirectoryOnDisk(small_index()).path()));
  return read.index;
}

Result<LabourTable> read(const std::string& bytes) {
  CsvReader csv("labour.csv", bytes_of(bytes));
  return read_labour(csv, index());
}

std::string problems_in(const std::string& bytes) { return problems_of(read(bytes)); }

/// The table with the first `from` replaced.
std::string new_people(std::string_view from, std::string_view to) { return replaced(kNewPeople, from, to); }
std::string stock_flow(std::string_view from, std::string_view to) { return replaced(kStockFlow, from, to); }

TEST_CASE("a table of new people keeps each figure with its edition and its place in the source") {
  const LabourTable table = must(read(kNewPeople));
  CHECK(table.kind == LabourKind::NewPeople);
  CHECK(table.levels == std::vector<std::string>{"others", "advanced"});
  REQUIRE(table.figures.size() == 4);
  const LabourFigure& third = table.figures[2];
  CHECK(index().info(third.unit).code == "KOR");
  CHECK(third.level == 1);
  CHECK(third.years == YearSpan{2023, 2027});
  CHECK(third.item == LabourItem::NewDemand);
  CHECK(third.value.text == "28600");
  CHECK(index().editions[at(third.edition)].id == "report-2024");
  CHECK(index().sources[at(third.source)].id == "report");
  CHECK(third.locator == "p. 13");
  CHECK(third.note == "sum, rounded");
  CHECK(third.place == Place{"labour.csv", 4, 35});
  CHECK(index().editions[at(table.figures[3].edition)].id == "report-2025");
}

TEST_CASE("a table of stocks and flows may leave flows out, and locator and note") {
  const LabourTable table =
      must(read("item,value,unit,level,period,edition,source\n"
                "stock,5,KOR,고급,2023,report-2025,report\n"
                "demand,7.5,KOR,고급,2024,2025,report\n"));
  CHECK(table.kind == LabourKind::StockFlow);
  CHECK(table.levels == std::vector<std::string>{"고급"});
  REQUIRE(table.figures.size() == 2);
  CHECK(table.figures[1].value.value == 7.5);
  CHECK(index().editions[at(table.figures[1].edition)].id == "report-2025");
}

TEST_CASE("levels are in the order in which they first appear, of whatever unit") {
  const LabourTable table = must(
      read(kHeader +
           "USA,middle,2023,new_demand,1,report-2025,report,,\nUSA,middle,2023,new_supply,1,report-2025,report,,\n"
           "KOR,high,2023,new_demand,1,report-2025,report,,\nKOR,high,2023,new_supply,1,report-2025,report,,\n"
           "KOR,middle,2023,new_demand,1,report-2025,report,,\nKOR,middle,2023,new_supply,1,report-2025,report,,\n"));
  CHECK(table.levels == std::vector<std::string>{"middle", "high"});
  CHECK(levels_of(table, *index().find_unit("KOR")) == std::vector<std::size_t>{0, 1});
  CHECK(levels_of(table, *index().find_unit("USA")) == std::vector<std::size_t>{0});
  CHECK(levels_of(table, *index().find_unit("CHN")).empty());
}

TEST_CASE("a field with a problem is named with its place and the nearest word") {
  const struct {
    const char* name;
    std::string table;
    std::string expected;
  } cases[] = {
      {"unit", new_people("KOR,others", "KRO,others"),
       "labour.csv:2:1: error[unknown-unit]: found unit 'KRO'; expected 'CHN', 'KOR' or 'USA'; did you mean 'KOR'?"},
      {"no level", new_people("KOR,others", "KOR,"),
       "labour.csv:2:5: error[invalid-value]: found level ''; expected 1 to 64 bytes of text in one line, without "
       "spaces "
       "around it"},
      {"a row of sums", new_people("KOR,others", "KOR,all"),
       "labour.csv:2:5: error[invalid-value]: found level 'all'; expected one level; podium adds them up"},
      {"period", new_people("2023-2027", "2023-Q1"),
       "labour.csv:2:12: error[invalid-value]: found period '2023-Q1'; expected a year such as 2023, or a span such as "
       "2023-2027"},
      {"a span that ends before it begins", new_people("2023-2027", "2027-2023"),
       "labour.csv:2:12: error[invalid-value]: found period '2027-2023'; expected a year such as 2023, or a span such "
       "as 2023-2027"},
      {"another span", replaced(kNewPeople, "others,2023-2027,new_supply", "others,2024-2027,new_supply"),
       "labour.csv:3:12: error[invalid-value]: found period '2024-2027' beside 2023-2027; expected the same span in "
       "every row"},
      {"a span among years",
       kHeader + "KOR,a,2023,new_demand,1,report-2025,report,,\nKOR,a,2023-2024,new_supply,1,report-2025,report,,\n",
       "labour.csv:3:7: error[invalid-value]: found period '2023-2024' beside 2023; expected single years throughout, "
       "or one span"},
      {"a span of stocks", stock_flow("2024,demand", "2024-2025,demand"),
       "labour.csv:3:11: error[invalid-value]: found period '2024-2025'; expected a year such as 2023"},
      {"item", stock_flow("exit_rate", "exit_rat"),
       "labour.csv:4:16: error[invalid-value]: found item 'exit_rat'; expected 'stock', 'demand', 'exit_rate', "
       "'training', 'graduates', 'net_migration', 'new_demand' or 'new_supply'; did you mean 'exit_rate'?"},
      {"both kinds", stock_flow("2025,demand", "2025,new_demand"),
       "labour.csv:5:16: error[invalid-value]: found 'new_demand' beside 'stock'; expected stock, demand and flows "
       "alone"},
      {"no number", new_people("37500", "\"37,500\""),
       "labour.csv:2:33: error[not-a-number]: found value '37,500'; expected a decimal number such as 66100 or 0.05, "
       "without separators; no row for what is not known"},
      {"an empty value", new_people("37500", ""),
       "labour.csv:2:33: error[not-a-number]: found value ''; expected a decimal number such as 66100 or 0.05, without "
       "separators; no row for what is not known"},
      {"fewer than nobody", new_people("37500", "-1"),
       "labour.csv:2:33: error[invalid-value]: found new_demand -1; expected persons, between 0 and 10 billion"},
      {"more than all people", new_people("37500", "1e300"),
       "labour.csv:2:33: error[invalid-value]: found new_demand 1e300; expected persons, between 0 and 10 billion"},
      {"more than all emigrate", stock_flow("-70", "-1e11"),
       "labour.csv:6:30: error[invalid-value]: found net_migration -1e11; expected persons, at most 10 billion either "
       "way"},
      {"more leave than are there", stock_flow("0.25", "1.5"),
       "labour.csv:4:26: error[invalid-value]: found exit_rate 1.5; expected a share between 0 and 1"},
      {"edition", new_people("report-2024", "repotr-2024"),
       "labour.csv:2:39: error[unknown-edition]: found edition 'repotr-2024'; expected 'report-2024' or 'report-2025'; "
       "did you mean 'report-2024'?"},
      {"source", new_people("2024,report", "2024,repot"),
       "labour.csv:2:51: error[unknown-source]: found source 'repot'; expected 'report'; did you mean 'report'?"},
      {"too few fields", new_people("p. 12,\n", "p. 12\n"),
       "labour.csv:2:1: error[column-count]: found 8 fields; expected 9, as many as the header has"},
      {"a second figure", stock_flow("2025,demand", "2024,demand"),
       "labour.csv:5:23: error[duplicate-observation]: unit KOR, period 2024: found a second demand of level 'basic', "
       "first at line 3; expected one figure for each unit, level, period and item"},
      {"a column that is missing, as another is misspelt", new_people("item", "itme"),
       "labour.csv:1:1: error[missing-column]: found no column 'item'; expected a column of that name; did you mean "
       "'itme'?\n"
       "labour.csv:1:19: error[unknown-key]: found column 'itme'; expected 'unit', 'level', 'period', 'item', 'value', "
       "'edition', 'source', 'locator' or 'note'; did you mean 'item'?"},
      {"rows of other units too",
       new_people("KOR,others,2023-2027,new_demand,37500", "USA,others,2023-2027,new_demand,x"),
       "labour.csv:2:33: error[not-a-number]: found value 'x'; expected a decimal number such as 66100 or 0.05, "
       "without "
       "separators; no row for what is not known"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_in(c.table) == c.expected);
  }
}

TEST_CASE("all problems of the rows are told at once") {
  CHECK(
      problems_in(kHeader + "KRO,a,2023,new_demand,1 000,report-2025,repot,,\n"
                            "KOR,a,23,new_supply,5,report-2023,report,,\n") ==
      "labour.csv:2:1: error[unknown-unit]: found unit 'KRO'; expected 'CHN', 'KOR' or 'USA'; did you mean 'KOR'?\n"
      "labour.csv:2:23: error[not-a-number]: found value '1 000'; expected a decimal number such as 66100 or 0.05, "
      "without separators; no row for what is not known\n"
      "labour.csv:2:41: error[unknown-source]: found source 'repot'; expected 'report'; did you mean 'report'?\n"
      "labour.csv:3:7: error[invalid-value]: found period '23'; expected a year such as 2023, or a span such as "
      "2023-2027\n"
      "labour.csv:3:23: error[unknown-edition]: found edition 'report-2023'; expected 'report-2024' or 'report-2025'; "
      "did you mean 'report-2024'?");
}

TEST_CASE("what is missing is told at the unit's first row") {
  const struct {
    const char* name;
    std::string table;
    std::string expected;
  } cases[] = {
      {"no supply", new_people("KOR,others,2023-2027,new_supply,41300,report-2024,report,p. 12,\n", ""),
       "labour.csv:2:1: error[too-few-figures]: unit KOR, period 2023-2027: found no new_supply of level 'others'; "
       "expected a row for it"},
      {"a stock of another year", stock_flow("2023,stock", "2022,stock"),
       "labour.csv:2:1: error[too-few-figures]: unit KOR, period 2023: found no stock of level 'basic'; expected a row "
       "for it\n"
       "labour.csv:2:22: error[invalid-value]: unit KOR: found a stock of 2022; expected one of 2023, the year before "
       "the first with flows"},
      {"a year between", stock_flow("2025,demand", "2026,demand"),
       "labour.csv:2:1: error[too-few-figures]: unit KOR, period 2025: found no demand of level 'basic'; expected a "
       "row "
       "for it"},
      {"a level in some years only", stock_flow("basic,2025,demand", "high,2025,demand"),
       "labour.csv:2:1: error[too-few-figures]: unit KOR, period 2025: found no demand of level 'basic'; expected a "
       "row "
       "for it\n"
       "labour.csv:2:1: error[too-few-figures]: unit KOR, period 2023: found no stock of level 'high'; expected a row "
       "for it\n"
       "labour.csv:2:1: error[too-few-figures]: unit KOR, period 2024: found no demand of level 'high'; expected a row "
       "for it"},
      {"stocks alone", kHeader + "KOR,a,2023,stock,1,report-2025,report,,\n",
       "labour.csv:2:1: error[too-few-figures]: unit KOR: found stocks alone; expected demand for each level and year, "
       "and what moves the stocks"},
      {"no row", kHeader, "labour.csv: error[too-few-figures]: found no row; expected one row for each figure"},
      {"nothing", "", "labour.csv: error[empty-file]: found no row; expected a header with the names of the columns"},
      {"more years than a person tells", stock_flow("2025,demand", "9999,demand"),
       "labour.csv:2:1: error[too-large]: unit KOR: found 7976 years, 2024-9999; expected at most 100"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(problems_in(c.table) == c.expected);
  }
}

TEST_CASE("more levels and rows than a person writes are refused") {
  std::string levels = kHeader;
  for (std::size_t i = 0; i <= kMostLabourLevels; ++i) {
    levels += "KOR,level " + std::to_string(i) + ",2023,new_demand,1,report-2025,report,,\n";
  }
  CHECK(problems_in(levels) ==
        "labour.csv:52:5: error[too-large]: found one more level, 'level 50'; expected at most 50 levels");
  std::string rows = kHeader;
  for (std::size_t i = 0; i <= kMostLabourRows; ++i) {
    const std::string year = std::to_string(1000 + i % 5000);
    rows += "KOR,level " + std::to_string(i / 5000) + "," + year + ",new_demand,1,report-2025,report,,\n";
  }
  CHECK(problems_in(rows) ==
        "labour.csv:100002:1: error[too-large]: found more than 100000 rows; expected at most as many");
}

TEST_CASE("bytes that are no text are refused at their place") {
  CHECK(problems_in(new_people("p. 12", "p\xff")) ==
        "labour.csv:2:59: error[invalid-utf8]: found the byte 0xff; expected text in UTF-8");
  CHECK(problems_in(new_people("others", "\x1b[31m")) ==
        "labour.csv:2:5: error[syntax]: found the control character 0x1b; expected text without control characters");
  CHECK(
      problems_in(new_people("KOR,others", "KOR,\"two\nlines\"")) ==
      "labour.csv:2:5: error[invalid-value]: found level 'two\\x0alines'; expected 1 to 64 bytes of text in one line, "
      "without spaces around it");
  CHECK(problems_in(new_people("others", std::string(std::size_t{2} << 20U, 'x'))) ==
        "labour.csv:2: error[line-too-long]: found a line longer than 1 MiB; expected lines of at most 1 MiB");
}

TEST_CASE("whatever bytes change, the answer is a sound table or problems with places") {
  Random random(93);
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes = random.below(2) == 0 ? kNewPeople : kStockFlow;
    for (std::size_t change = 0; change <= random.below(4); ++change) {
      bytes[random.below(bytes.size())] =
          random.below(2) == 0 ? ",\n\"-0129\0\xff"[random.below(11)] : bytes[random.below(bytes.size())];
    }
    const Result<LabourTable> table = read(bytes);
    if (!table) {
      for (const Diagnostic& problem : table.diagnostics()) CHECK(problem.place.file == "labour.csv");
      continue;
    }
    CHECK(!table->figures.empty());
    for (const LabourFigure& figure : table->figures) {
      CHECK(figure.level < table->levels.size());
      CHECK(figure.years.count() >= 1);
      CHECK(kind_of(figure.item) == table->kind);
    }
  }
}

TEST_CASE("a file that is not there is named") {
  const DirectoryOnDisk directory(FileTexts{{"labour.csv", kNewPeople}});
  CHECK(must(read_labour(directory.path() / "labour.csv", index())).figures.size() == 4);
  const std::string absent = (directory.path() / "absent.csv").string();
  CHECK(problems_of(read_labour(absent, index())).starts_with(absent + ": error[missing-file]"));
}

}  // namespace
}  // namespace podium
