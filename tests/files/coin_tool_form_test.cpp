#include "podium/files/exchange/coin_tool_form.hpp"

#include <doctest/doctest.h>

#include "podium/files/exchange/xlsx_reader.hpp"
#include "podium/files/exchange/xlsx_writer.hpp"
#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"

#include "files/directory_on_disk.hpp"
#include "files/small_workbook.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::check_holds;
using testing::FileTexts;
using testing::must;
using Rows = std::vector<std::vector<std::string>>;

SheetIndexOptions options() {
  return {.id = "example",
          .source_title = "Example",
          .publisher = "Office",
          .edition = "example-2024",
          .released = must(parse_date("2024-05-06"))};
}

/// The sheet "Database" as the tool lays it out, from row 7: three indicators in columns E to G, a fourth that is not
/// used in H; sub-pillars and sub-indices are not used.
Rows database() {
  Rows rows(6);
  for (const Rows::value_type& row : Rows{{"", "", "", "Weights", "1", "3", "1", "1"},                       // 7
                                          {"", "", "", "Direction", "1", "-1", "1", "1"},                    // 8
                                          {"", "", "", "", "0", "1", "n/a", ""},                             // 9
                                          {"", "", "", "", "10", "5", "n/a", ""},                            // 10
                                          {"", "", "", "", "Index", "Index", "Index", "Index"},              // 11
                                          {"", "", "", "", "si.01", "si.01", "si.01", "si.01"},              // 12
                                          {"", "", "", "", "p.01", "p.01", "p.02", "p.02"},                  // 13
                                          {"", "", "", "", "sp.01", "sp.01", "sp.01", "sp.01"},              // 14
                                          {"", "", "", "", "Roads", "Noise", "Parks", "--"},                 // 15
                                          {"", "Name", "Code", "", "Ind.01", "Ind.02", "Ind.03", "Ind.04"},  // 16
                                          {"", "Austria", "AUT", "", "1.5", "10", "3", ""},                  // 17
                                          {"", "Chile", "CHL", "", "5.5", "40", "7", ""},                    // 18
                                          {"", "대한민국", "KOR", "", "2.5", "20", "n/a", "n/a"},            // 19
                                          {"", "--", "--", "", "n/a", "", "", ""}}) {  // 20: room for more
    rows.push_back(row);
  }
  return rows;
}

Rows framework() {
  return {{},
          {},
          {},
          {"", "", "Code", "", "Weight", "", "", "Dimension/indicator"},
          {"", "", "Index", "", "1", "", "", "Liveability"},
          {"", "", "si.01", "", "1", "", "", "--"},
          {"", "", "p.01", "", "2", "", "", "Traffic"},
          {"", "", "p.02", "", "1", "", "", "Green"},
          {"", "", "sp.01", "", "1", "", "", "--"},
          {"", "", "Ind.01", "", "1", "", "", "Roads"}};
}

std::string bytes_of_workbook(const Rows& database_rows, const Rows& framework_rows) {
  std::vector<SheetToWrite> sheets;
  for (const auto& [name, rows] : {std::pair("Database", &database_rows), std::pair("Framework", &framework_rows)}) {
    SheetToWrite& sheet = sheets.emplace_back(SheetToWrite{.name = name, .rows = {}});
    for (const std::vector<std::string>& row : *rows) {
      std::vector<CellToWrite>& cells = sheet.rows.emplace_back();
      for (const std::string& cell : row) cells.push_back({CellKind::Printed, cell});
    }
  }
  return must(write_sheets(sheets, Date{2024, 1, 1}));
}

Result<SheetImport> imported(const std::string& bytes, const SheetIndexOptions& settings = options()) {
  const testing::DirectoryOnDisk place;
  place.write("tool.xlsm", bytes);
  return read_coin_tool(place.path() / "tool.xlsm", settings);
}

FileTexts texts_of(const SheetImport& import) {
  FileTexts texts;
  for (const OutputFile& file : import.files) texts[file.path] = file.bytes;
  return texts;
}

TEST_CASE("a workbook of the COIN Tool becomes an index with its hierarchy, weights, directions and goalposts") {
  const SheetImport import = must(imported(bytes_of_workbook(database(), framework())));
  CHECK(import.warnings.empty());
  const testing::DirectoryOnDisk place(texts_of(import));
  const Index index = must(read_index(place.path())).index;
  CHECK(index.title.en == "Liveability");
  CHECK(index.hierarchy.series_ids() ==
        std::vector<std::string>{"index", "p.01", "p.02", "Ind.01", "Ind.02", "Ind.03"});
  CHECK(index.hierarchy.node(*index.find_series("Ind.02")).parent == "p.01");
  CHECK(index.hierarchy.node(*index.find_series("Ind.02")).direction == -1);
  CHECK(index.hierarchy.node(*index.find_series("Ind.02")).weight == 3);
  CHECK(index.hierarchy.node(*index.find_series("p.01")).weight == 2);
  CHECK(index.hierarchy.node(*index.find_series("Ind.01")).goalposts == Bounds{0, 10});
  CHECK_FALSE(index.hierarchy.node(*index.find_series("Ind.03")).goalposts);
  CHECK(index.info(*index.find_series("p.02")).title.en == "Green");
  CHECK(index.units.size() == 3);
  CHECK(index.units[2].name.en == "대한민국");
  CHECK(index.observations.size() == 8);
  CHECK(index.observations_of(*index.find_series("Ind.01"), *index.find_unit("AUT"))[0].locator == "row 17, Ind.01");

  // Roads 1.5, 2.5, 5.5 become 0, 25, 100; noise 10, 20, 40, less is better, 100, 66 2/3, 0; so traffic is 75, 56 1/4,
  // 25. Parks 3, 7 with the gap filled by their mean 5: 0, 50, 100. The index is (2 traffic + parks) / 3.
  const Computed computed = must(compute(index, index.edition));
  const auto score = [&](const char* unit, const char* series) {
    return computed.ranking.panel().value(*index.find_series(series), Time{0}, *index.find_unit(unit));
  };
  CHECK(score("AUT", "p.01") == doctest::Approx(75));
  CHECK(score("KOR", "p.01") == doctest::Approx(56.25));
  CHECK(score("CHL", "p.01") == doctest::Approx(25));
  CHECK(score("AUT", "index") == doctest::Approx(50));
  CHECK(score("KOR", "index") == doctest::Approx(162.5 / 3));
  CHECK(score("CHL", "index") == doctest::Approx(50));
}

TEST_CASE("the way there and back keeps everything that the workbook has a place for") {
  const testing::DirectoryOnDisk place(texts_of(must(imported(bytes_of_workbook(database(), framework())))));
  const Index index = must(read_index(place.path())).index;
  const CoinToolExport first = must(coin_tool_workbook(index, place.path(), Period::year(2024)));
  CHECK(first.warnings.empty());
  const testing::DirectoryOnDisk again(texts_of(must(imported(first.bytes))));
  for (const char* file : {"podium.toml", "units.csv", "sources.toml", "editions.toml"}) {
    CAPTURE(file);
    CHECK(again.read(file) == place.read(file));
  }
  const Index same = must(read_index(again.path())).index;
  REQUIRE(same.observations.size() == index.observations.size());
  for (std::size_t i = 0; i < index.observations.size(); ++i) {
    CHECK(same.observations[i].value->text == index.observations[i].value->text);
  }
  CHECK(must(coin_tool_workbook(same, again.path(), Period::year(2024))).bytes == first.bytes);

  const std::vector<Sheet> sheets = must(read_sheets(first.bytes, "tool.xlsx"));
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0].cell(12, 6) == "p.02");  // G13
  CHECK(sheets[0].cell(13, 6) == "--");    // G14
  CHECK(sheets[0].cell(18, 6) == "n/a");   // G19
  CHECK(sheets[0].cell(16, 2) == "AUT");   // C17
  CHECK(sheets[1].cell(3, 7) == "Dimension/indicator");
}

TEST_CASE("an index of podium's own goes into the tool with prefixed codes, and comes back with its ids") {
  for (const std::string& level : {std::string("index"), std::string("area"), std::string("field")}) {
    CAPTURE(level);  // none, one, two levels between pillars and the index
    std::string nodes;
    if (level != "index")
      nodes += "[[node]]\nid = \"area\"\nparent = \"index\"\nweight = 1\ntitle = { en = \"Area\" }\n";
    if (level == "field")
      nodes += "[[node]]\nid = \"field\"\nparent = \"area\"\nweight = 1\ntitle = { en = \"Field\" }\n";
    std::string indicators;
    for (const char* id : {"b", "a"}) {
      nodes.append("[[node]]\nid = \"of_").append(id).append("\"\nparent = \"").append(level);
      nodes += "\"\ntitle = { en = \"Of\" }\n";
      indicators.append("[[indicator]]\nid = \"").append(id).append("\"\nparent = \"of_").append(id);
      indicators += "\"\ndirection = 1\nunit_of_measure = \"kg\"\ntitle = { en = \"T\" }\n";
    }
    std::string recipe = "[index]\nid = \"own\"\ntitle = { en = \"Own\" }\nperiods = [2024, 2024]\n";
    recipe.append(nodes)
        .append(indicators)
        .append(
            "[[step]]\nop = \"normalise\"\nmethod = \"minmax\"\n[[step]]\nop = \"aggregate\"\nmethod = "
            "\"arithmetic\"\n");
    const testing::DirectoryOnDisk place(
        {{"podium.toml", recipe},
         {"units.csv", "code,size\nX,big\nY,small\n"},
         {"sources.toml", "[s]\ntitle = \"S\"\npublisher = \"P\"\n"},
         {"editions.toml", "[e]\npublisher = \"P\"\nreleased = 2024-01-01\ntitle = \"E\"\n"},
         {"observations/f.csv",
          "unit,indicator,period,edition,value,status,source,locator,note\n"
          "X,a,2024,e,1,A,s,,\nY,a,2024,e,2,A,s,,\nX,b,2024,e,3,A,s,,\nY,b,2024,e,1,A,s,,\n"}});
    const Index index = must(read_index(place.path())).index;
    const CoinToolExport tool = must(coin_tool_workbook(index, place.path(), Period::year(2024)));
    CHECK(tool.warnings.size() == 1);  // the group
    const std::vector<Sheet> sheets = must(read_sheets(tool.bytes, "tool.xlsx"));
    const std::size_t pillars = level == "field" ? 13 : 12;
    CHECK(sheets[0].cell(pillars, 4) == (level == "field" ? "sp.of_b" : "p.of_b"));
    const testing::DirectoryOnDisk again(texts_of(must(imported(tool.bytes))));
    const Index back = must(read_index(again.path())).index;
    CHECK(back.hierarchy.series_ids() == index.hierarchy.series_ids());
    for (std::size_t i = 0; i < index.hierarchy.size(); ++i) {
      const auto series = static_cast<Series>(i);
      CHECK(back.hierarchy.node(series).parent == index.hierarchy.node(series).parent);
      CHECK(back.hierarchy.node(series).weight == index.hierarchy.node(series).weight);
    }
  }
}

TEST_CASE("all problems of the workbook are reported at once, each at its cell") {
  Rows data = database();
  data[7][4] = "2";      // E8: direction
  data[12][5] = "p.03";  // F13: not in the framework
  data[10][6] = "";      // G11: no index
  data[16][4] = "many";  // E17
  data[18][2] = "CHL";   // C19: a second CHL
  Rows frame = framework();
  frame[7][4] = "x";  // E8: weight of p.02
  const std::string problems = testing::problems_of(imported(bytes_of_workbook(data, frame)));
  for (const char* words :
       {"sheet Database:8:5: error[invalid-value]: found direction '2'",
        "sheet Database:13:6: error[unknown-node]: found 'p.03', which the sheet Framework does not name",
        "sheet Database:11:7: error[hierarchy-orphan]", "sheet Database:17:5: error[not-a-number]",
        "sheet Database:19:3: error[duplicate-observation]", "sheet Framework:8:5: error[not-a-number]"}) {
    check_holds(problems, words);
  }
}

TEST_CASE("a pillar that stands in two places is a problem") {
  Rows data = database();
  Rows frame = framework();
  frame[5][7] = "One";
  frame.push_back({"", "", "si.02", "", "1", "", "", "Two"});
  data[11][5] = "si.02";  // F12
  check_holds(testing::problems_of(imported(bytes_of_workbook(data, frame))),
              "sheet Database:12:6: error[invalid-value]: found 'p.01' below 'si.02', but below 'si.01' in column 5");
}

TEST_CASE("an indicator with a name and without figures is left out with a warning") {
  Rows data = database();
  data[14][7] = "Lakes";
  const SheetImport import = must(imported(bytes_of_workbook(data, framework())));
  REQUIRE(import.warnings.size() == 1);
  check_holds(to_text(import.warnings[0]), "sheet Database:15:8: warning[empty-indicator]: found 'Lakes'");
}

TEST_CASE("other workbooks are told apart, and empty ones") {
  check_holds(testing::problems_of(imported(testing::zipped(testing::workbook_of("")))), "found no sheet 'Database'");
  check_holds(testing::problems_of(imported(bytes_of_workbook({{"x"}}, framework()))), "error[empty-file]");
}

}  // namespace
}  // namespace podium
