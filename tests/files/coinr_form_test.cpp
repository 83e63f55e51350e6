#include "podium/files/exchange/coinr_form.hpp"

#include <algorithm>
#include <memory>

#include <doctest/doctest.h>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/sheet_codes.hpp"
#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"

#include "files/directory_on_disk.hpp"
#include "files/small_workbook.hpp"
#include "support/coinr.hpp"
#include "support/shared.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::check_holds;
using testing::FileTexts;
using testing::must;

RawTable table(const std::string& name, const std::string& csv) {
  return must(read_csv_table(bytes_of(csv), name + ".csv", name));
}

/// Three firms, one pillar of two indicators and one of one; gross profit is divided by staff.
const std::string kData =
    "uName,uCode,Sector,Staff,Gross profit,TBTs,Risk\n"
    "\"Alpha, Inc.\",A 1,x,10,50,1.50,3\n"
    "베타,B,y,20,NA,2.5,2\n"
    "Gamma,C,x,40,80,1e1,1\n";
const std::string kMeta =
    "Level,iCode,iName,Direction,Weight,Unit,Target,Denominator,Parent,Type\n"
    "1,Gross profit,\"Gross \"\"profit\"\"\",1,2,USD,NA,Staff,Money,Indicator\n"
    "1,TBTs,Barriers,1,1,Number,12.5,NA,Money,Indicator\n"
    "1,Risk,NA,-1,1,NA,NA,NA,Other,Indicator\n"
    "2,Money,Money,1,3,Score,NA,NA,All,Aggregate\n"
    "2,Other,Other,1,0.5,Score,NA,NA,All,Aggregate\n"
    "3,All,Firms,1,1,Score,NA,NA,NA,Aggregate\n"
    "NA,Sector,Sector of the firm,NA,NA,NA,NA,NA,NA,Group\n"
    "NA,Staff,Employees,NA,NA,People,NA,NA,NA,Denominator\n";

CoinrTables small_tables() { return {table("iData", kData), table("iMeta", kMeta)}; }

SheetIndexOptions options() {
  return {.id = "firms",
          .title = {"Firms", "기업"},
          .source_title = "Yearbook",
          .publisher = "Office",
          .url = "https://example.org/a\"b",
          .edition = "yearbook-2024",
          .released = must(parse_date("2024-05-06"))};
}

FileTexts texts_of(const SheetImport& import) {
  FileTexts texts;
  for (const OutputFile& file : import.files) texts[file.path] = file.bytes;
  return texts;
}

std::string problems_with(const std::string& data, const std::string& meta) {
  return testing::problems_of(index_of_coinr({table("iData", data), table("iMeta", meta)}, options()));
}

TEST_CASE("two tables of COINr become the directory of an index") {
  const SheetImport import = must(index_of_coinr(small_tables(), options()));
  CHECK(import.warnings.empty());
  const testing::DirectoryOnDisk place(texts_of(import));
  const ReadIndex read = must(read_index(place.path()));
  const Index& index = read.index;
  CHECK(index.id == "firms");
  CHECK(index.title == Text{"Firms", "기업"});
  CHECK(index.periods == std::vector<Period>{Period::year(2024)});
  CHECK(index.hierarchy.series_ids() ==
        std::vector<std::string>{"index", "Money", "Other", "Gross_profit", "TBTs", "Risk", "Staff"});
  const NodeSpec& profit = index.hierarchy.node(*index.find_series("Gross_profit"));
  CHECK(profit.parent == "Money");
  CHECK(profit.weight == 2);
  CHECK(profit.denominator == "Staff");
  CHECK(index.info(*index.find_series("Gross_profit")).title.en == "Gross \"profit\"");
  CHECK(index.hierarchy.node(*index.find_series("Risk")).direction == -1);
  CHECK(index.info(*index.find_series("Risk")).title.en == "Risk");
  CHECK(index.hierarchy.node(*index.find_series("TBTs")).target == Bounds{12.5, 12.5});
  CHECK(index.hierarchy.node(*index.find_series("Other")).weight == 0.5);
  CHECK(index.group_names == std::vector<std::string>{"Sector"});
  REQUIRE(index.units.size() == 3);
  CHECK(index.units[0].code == "A_1");
  CHECK(index.units[0].name.en == "Alpha, Inc.");
  CHECK(index.units[1].groups == std::vector<std::string>{"y"});
  CHECK(index.observations.size() == 11);  // 3 firms times 4 columns less one gap
  CHECK(index.sources[0].url == "https://example.org/a\"b");
  const auto first = index.observations_of(*index.find_series("TBTs"), Unit{0});
  REQUIRE(first.size() == 1);
  CHECK(first[0].value->text == "1.50");
  CHECK(first[0].locator == "row 2, TBTs");
}

TEST_CASE("the way back gives the same codes, names, figures and order of the entries") {
  const CoinrTables tables = small_tables();
  const testing::DirectoryOnDisk place(texts_of(must(index_of_coinr(tables, options()))));
  const ReadIndex read = must(read_index(place.path()));
  const CoinrExport back = must(coinr_of(read.index, place.path(), read.index.periods));
  CHECK(back.warnings.empty());
  CHECK(back.tables.meta.columns == tables.meta.columns);
  std::vector<std::vector<std::string>> meta = tables.meta.rows;
  meta[2][2] = "Risk";  // an indicator without a name has its code for one
  CHECK(back.tables.meta.rows == meta);
  CHECK(back.tables.data.columns ==
        std::vector<std::string>{"uName", "uCode", "Sector", "Time", "Staff", "Gross profit", "TBTs", "Risk"});
  CHECK(back.tables.data.rows[0] ==
        std::vector<std::string>{"Alpha, Inc.", "A 1", "x", "2024", "10", "50", "1.50", "3"});
  CHECK(back.tables.data.rows[1] == std::vector<std::string>{"베타", "B", "y", "2024", "20", "NA", "2.5", "2"});
  const testing::DirectoryOnDisk again(texts_of(must(index_of_coinr(back.tables, options()))));
  CHECK(again.read("podium.toml") == place.read("podium.toml"));
  CHECK(again.read("units.csv") == place.read("units.csv"));
  CHECK(again.read("exchange_codes.csv") == place.read("exchange_codes.csv"));
  CHECK(must(coinr_of(must(read_index(again.path())).index, again.path(), read.index.periods)).tables.data.rows ==
        back.tables.data.rows);
}

TEST_CASE("the two tables as sheets of one workbook are the same index") {
  const testing::DirectoryOnDisk place(texts_of(must(index_of_coinr(small_tables(), options()))));
  place.write("book.xlsx", must(coinr_workbook(small_tables(), Date{2024, 5, 6})));
  const CoinrTables read = must(read_coinr(place.path() / "book.xlsx"));
  CHECK(read.data.columns == small_tables().data.columns);
  CHECK(read.data.rows[1] == std::vector<std::string>{"베타", "B", "y", "20", "", "2.5", "2"});
  const testing::DirectoryOnDisk again(texts_of(must(index_of_coinr(read, options()))));
  for (const char* file : {"podium.toml", "units.csv", "exchange_codes.csv"})
    CHECK(again.read(file) == place.read(file));
  // The same numbers, without their printed digits.
  check_holds(place.read("observations/figures.csv"), "A_1,TBTs,2024,yearbook-2024,1.50,A");
  check_holds(again.read("observations/figures.csv"), "A_1,TBTs,2024,yearbook-2024,1.5,A");
  place.write("other.xlsx", testing::zipped(testing::workbook_of("")));
  check_holds(testing::problems_of(read_coinr(place.path() / "other.xlsx")), "found no sheet 'iMeta'");
}

TEST_CASE("goalposts stand in columns behind the type") {
  std::string meta = kMeta;
  std::string text;
  std::size_t row = 0;
  for (std::size_t from = 0, end = 0; from < meta.size(); from = end + 1, ++row) {
    end = meta.find('\n', from);
    text += meta.substr(from, end - from);
    text += row == 0 ? ",goalpost_lower,goalpost_upper,goalpost_scale,goalpost_trunc2posts\n"
                     : (row == 3 ? ",0.5,10,100,TRUE\n" : ",NA,NA,NA,NA\n");
  }
  const CoinrTables tables{table("iData", kData), table("iMeta", text)};
  const testing::DirectoryOnDisk place(texts_of(must(index_of_coinr(tables, options()))));
  const ReadIndex read = must(read_index(place.path()));
  CHECK(read.index.hierarchy.node(*read.index.find_series("Risk")).goalposts == Bounds{0.5, 10});
  const CoinrExport back = must(coinr_of(read.index, place.path(), read.index.periods));
  CHECK(back.tables.meta.columns == tables.meta.columns);
  CHECK(back.tables.meta.rows[2].back() == "TRUE");
  const std::string uncut = testing::replaced(text, "100,TRUE", "1,FALSE");
  const SheetImport import = must(index_of_coinr({table("iData", kData), table("iMeta", uncut)}, options()));
  CHECK(import.warnings.size() == 2);
}

TEST_CASE("all problems of both tables are reported at once, each at its cell") {
  std::string meta = testing::replaced(kMeta, "Money,Indicator\n1,TBTs", "Mony,Indicator\n1,TBTs");
  meta = testing::replaced(meta, "1,Risk,NA,-1,1", "1,Risk,NA,2,x");
  meta = testing::replaced(meta, "2,Other,Other", "3,Other,Other");
  meta = testing::replaced(meta, "NA,NA,Group", "NA,NA,Grup");
  meta +=
      "1,TBTs,Again,1,1,NA,NA,Stuff,Money,Indicator\n2,Empty,Empty,-1,-1,NA,NA,NA,All,Aggregate\n"
      "2,Second,Second,1,1,NA,NA,NA,NA,Aggregate\n1,Gross_profit,G,1,1,NA,NA,NA,Second,Indicator\n";
  std::string data = testing::replaced(kData, "NA,2.5", "n.d.,2.5");
  data = testing::replaced(data, "uName,uCode,Sector", "uName,uCode,Sektor");
  data += "Gamma,C,x,1,1,1,1\n";
  const std::string problems = problems_with(data, meta);
  for (const char* words :
       {"iData.csv:1:3: error[unknown-indicator]: found column 'Sektor'", "did you mean 'Sector'?",
        "iData.csv:3:5: error[not-a-number]",
        "iData.csv:5:2: error[duplicate-observation]: found a second row of unit 'C'",
        "iMeta.csv:2:9: error[unknown-node]: found parent 'Mony'", "did you mean 'Money'?",
        "iMeta.csv:4:4: error[invalid-value]: found direction '2'", "iMeta.csv:4:5: error[not-a-number]",
        "iMeta.csv:6:1: error[invalid-value]: found level 3 below 'All' of level 3",
        "iMeta.csv:8:10: error[invalid-value]: found type 'Grup'", "did you mean 'Group'?",
        "iMeta.csv:8:2: error[missing-column]: found no column 'Sector'",
        "iMeta.csv:10:2: error[duplicate-id]: found a second entry with code 'TBTs', first at row 3",
        "iMeta.csv:10:8: error[unknown-indicator]: found denominator 'Stuff'",
        "iMeta.csv:11:2: error[empty-hierarchy]: found nothing below the aggregate 'Empty'",
        "iMeta.csv:11:4: error[invalid-value]: found direction -1 of an aggregate",
        "iMeta.csv:11:5: error[negative-weight]",
        "iMeta.csv:12:9: error[hierarchy-orphan]: found no parent of 'Second'",
        "iMeta.csv:13:2: error[duplicate-id]: found codes 'Gross profit' and 'Gross_profit', which both become"}) {
    check_holds(problems, words);
  }
}

TEST_CASE("columns that must be there are asked for by name") {
  const std::string problems =
      problems_with(testing::replaced(kData, "uCode", "ucode"), testing::replaced(kMeta, "Direction", "Richtung"));
  check_holds(problems, "iData.csv:1:1: error[missing-column]: found no column 'uCode'");
  check_holds(problems, "did you mean 'ucode'?");
  check_holds(problems, "iMeta.csv:1:1: error[missing-column]: found no column 'Direction'");
  check_holds(problems_with(kData, testing::replaced(kMeta, "TBTs", "Time")),
              "found code 'Time'; expected another code");
}

TEST_CASE("names and groups that change in time keep their newest, with a warning") {
  const std::string data =
      "uCode,uName,Time,Sector,Staff,Gross profit,TBTs,Risk\n"
      "B,New,2024,y,1,1,1,1\nB,Old,2023,x,1,1,1,1\nC,C,2023,,1,1,1,2\n";
  const SheetImport import = must(index_of_coinr({table("iData", data), table("iMeta", kMeta)}, options()));
  REQUIRE(import.warnings.size() == 1);
  CHECK(texts_of(import)["units.csv"] == "code,name.en,Sector\nB,New,y\nC,C,\n");
  check_holds(texts_of(import)["podium.toml"], "periods = [2023, 2024]");
}

TEST_CASE("columns of the type Other are left out with a warning") {
  const SheetImport import = must(index_of_coinr({table("iData", testing::replaced(kData, "uName,", "Note,")),
                                                  table("iMeta", kMeta + "NA,Note,Note,NA,NA,NA,NA,NA,NA,Other\n")},
                                                 options()));
  REQUIRE(import.warnings.size() == 1);
  check_holds(to_text(import.warnings[0]), "iMeta.csv:10:2: warning[invalid-value]: found the column 'Note'");
}

TEST_CASE("codes become ids") {
  CHECK(identifier_from("TBTs") == "TBTs");
  CHECK(identifier_from("GDP per capita (USD)") == "GDP_per_capita_USD");
  CHECK(identifier_from("-x.y") == "x.y");
  CHECK(identifier_from("CO₂") == "CO");
  CHECK(identifier_from("특허") == "");
  CHECK(identifier_from(std::string(70, 'a')).size() == 64);
}

TEST_CASE("what the form has no place for is left out with a warning, or refused") {
  const testing::DirectoryOnDisk place(texts_of(must(index_of_coinr(small_tables(), options()))));
  const std::string definition = place.read("podium.toml");
  place.write("podium.toml", testing::replaced(definition, "denominator = \"Staff\"\n",
                                               "denominator = \"Staff\"\nfactor = 1000\ntarget = [1, 2]\n"));
  const ReadIndex read = must(read_index(place.path()));
  CHECK(must(coinr_of(read.index, place.path(), read.index.periods)).warnings.size() == 2);
  place.write("podium.toml", testing::replaced(definition, "parent = \"Other\"", "parent = \"index\""));
  place.write("podium.toml",
              testing::replaced(
                  place.read("podium.toml"),
                  "\n[[node]]\nid = \"Other\"\nparent = \"index\"\nweight = 0.5\ntitle = { en = \"Other\" }\n", ""));
  const ReadIndex uneven = must(read_index(place.path()));
  check_holds(testing::problems_of(coinr_of(uneven.index, place.path(), uneven.index.periods)),
              "found 'Risk' of level 1 directly below 'index' of level 3");
}

struct Asem {
  explicit Asem(const std::filesystem::path& shared, const char* data)
      : tables(must(read_coinr(shared / "golden/coinr/data" / data, shared / "golden/coinr/data/ASEM_iMeta.csv"))) {
    settings.impute_group = "EurAsia_group";
    settings.title = {};
    place = std::make_unique<testing::DirectoryOnDisk>(texts_of(must(index_of_coinr(tables, settings))));
  }
  CoinrTables tables;
  SheetIndexOptions settings = options();
  std::unique_ptr<testing::DirectoryOnDisk> place;
};

TEST_CASE("COINr's own example is imported in one call, and its default build has COINr's scores and ranks") {
  REQUIRE_SHARED(shared);
  const Asem asem(shared, "ASEM_iData.csv");
  const ReadIndex read = must(read_index(asem.place->path()));
  const Index& index = read.index;
  CHECK(index.units.size() == 51);
  CHECK(index.hierarchy.indicators().size() == 49);
  const Computed computed = must(compute(index, index.edition));
  const testing::Coinr coinr(shared);
  // Their "Index" is the root, which is called "index" here; the scores of all others carry their codes.
  coinr.check_same("pipeline-default", "aggregated", computed.ranking.panel());
  coinr.check_ranks("pipeline-default", computed.ranking, index.hierarchy);
  const testing::Table expected = coinr.table("pipeline-default", "aggregated");
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const Unit unit = *index.find_unit(expected.text(row, "uCode"));
    CHECK(computed.ranking.panel().value(index.hierarchy.root(), Time{0}, unit) ==
          doctest::Approx(expected.number(row, "Index")).epsilon(1e-9));
  }
}

TEST_CASE("COINr's example goes there and back: every cell of both tables is the same") {
  REQUIRE_SHARED(shared);
  for (const char* file : {"ASEM_iData.csv", "ASEM_iData_p.csv"}) {
    CAPTURE(file);
    const Asem asem(shared, file);
    const ReadIndex read = must(read_index(asem.place->path()));
    CHECK(read.index.periods.size() == (std::string(file) == "ASEM_iData.csv" ? 1 : 5));
    const CoinrTables back = must(coinr_of(read.index, asem.place->path(), read.index.periods)).tables;
    CHECK(back.meta.columns == asem.tables.meta.columns);
    REQUIRE(back.meta.rows.size() == asem.tables.meta.rows.size());
    for (std::size_t row = 0; row < back.meta.rows.size(); ++row) {
      for (std::size_t column = 0; column < back.meta.columns.size(); ++column) {
        CAPTURE(row);
        CHECK(back.meta.rows[row][column] == asem.tables.meta.rows[row][column]);
      }
    }
    CHECK(back.data.columns == asem.tables.data.columns);
    auto expected = asem.tables.data.rows;
    auto actual = back.data.rows;
    std::ranges::sort(expected);
    std::ranges::sort(actual);
    CHECK(actual == expected);
    CHECK(must(compute(read.index, read.index.edition)).ranking.panel().periods().size() == read.index.periods.size());
  }
}

}  // namespace
}  // namespace podium
