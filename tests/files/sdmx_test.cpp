#include <set>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/form.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/files/sdmx/components.hpp"
#include "podium/files/sdmx/csv.hpp"
#include "podium/files/sdmx/data.hpp"
#include "podium/files/sdmx/figures.hpp"
#include "podium/files/sdmx/ids.hpp"
#include "podium/files/sdmx/json.hpp"
#include "podium/files/sdmx/structure.hpp"

#include "files/exchanged_index.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

IndexTables tables_in(const fs::path& directory) {
  const ReadIndex read = must(read_index(directory));
  return must(tables_of(read.index, directory));
}

IndexTables hostile_tables() {
  const DirectoryOnDisk place(hostile_index());
  return tables_in(place.path());
}

void check_same_tables(const IndexTables& one, const IndexTables& other) {
  REQUIRE(one.tables.size() == other.tables.size());
  for (const TableInfo& info : index_table_infos()) {
    CAPTURE(info.name);
    CHECK(one.table(info.name).columns == other.table(info.name).columns);
    CHECK(one.table(info.name).rows == other.table(info.name).rows);
  }
}

IndexTables through_sdmx_json(const IndexTables& tables) {
  const DirectoryOnDisk place;
  for (const OutputFile& file : must(sdmx_json_of(tables))) place.write(file.path, file.bytes);
  return std::get<IndexTables>(must(read_sdmx_json(place.path())));
}

RawTable from_csv(const std::string& text) {
  return must(read_sdmx_csv(must(read_csv_table(bytes_of(text), "figures.csv", "figures"))));
}

RawTable from_json(const std::string& text) {
  return must(read_sdmx_data(must(parse_json(text, "data.json")), "data.json", "data"));
}

/// The rows of a table with these columns only.
std::vector<std::vector<std::string>> rows_of(const RawTable& table, const std::vector<std::string>& columns) {
  std::vector<std::vector<std::string>> rows;
  for (const std::vector<std::string>& row : table.rows) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (const std::string& column : columns) {
      REQUIRE_MESSAGE(table.find(column).has_value(), column);
      cells.push_back(row[*table.find(column)]);
    }
  }
  return rows;
}

TEST_CASE("an id that SDMX does not allow is written in letters that it allows, and comes back") {
  const struct {
    const char* id;
    SdmxIdKind kind;
    const char* text;
  } cases[] = {
      {"KOR", SdmxIdKind::Code, "KOR"},
      {"ai-index-2025", SdmxIdKind::Name, "ai-index-2025"},
      {"410", SdmxIdKind::Code, "410"},
      {"410", SdmxIdKind::Name, "x-410"},
      {"_a", SdmxIdKind::Name, "x-_a"},
      {"gdp.2020", SdmxIdKind::Code, "x-gdp-d2020"},
      {"a.b-c", SdmxIdKind::Name, "x-a-db--c"},
      {"x-ray", SdmxIdKind::Code, "x-x--ray"},
      {"", SdmxIdKind::Code, "x-"},
      {"@", SdmxIdKind::Code, "x--x40"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.id);
    CHECK(sdmx_id(c.id, c.kind) == c.text);
    CHECK(from_sdmx_id(c.text) == c.id);
  }
  for (const char* const foreign : {"x-a-", "x-a-q", "x--x4", "x--xZZ", "W00", "A@B$C"}) {
    CHECK(from_sdmx_id(foreign) == foreign);
  }
}

TEST_CASE("every id of up to three bytes from a small alphabet has one text of its own") {
  const std::string letters = "xd-._4@";
  std::vector<std::string> ids{""};
  for (std::size_t from = 0, length = 0; length < 3; ++length) {
    const std::size_t end = ids.size();
    for (; from < end; ++from) {
      for (const char letter : letters) ids.push_back(ids[from] + letter);
    }
  }
  for (const SdmxIdKind kind : {SdmxIdKind::Code, SdmxIdKind::Name}) {
    std::set<std::string> texts;
    for (const std::string& id : ids) {
      const std::string text = sdmx_id(id, kind);
      CHECK(texts.insert(text).second);
      CHECK(from_sdmx_id(text) == id);
      CHECK(text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
            std::string::npos);
    }
  }
}

TEST_CASE("an index comes back from SDMX-JSON cell by cell, whatever its texts hold") {
  const IndexTables tables = hostile_tables();
  const IndexTables again = through_sdmx_json(tables);
  check_same_tables(again, tables);
  CHECK(again.table("observation").rows.size() == 12 + 5 + 2 + 3);
}

TEST_CASE("the shipped indices come back from SDMX-JSON in every value") {
  for (const char* const name : {"ai-competitiveness", "ai-vibrancy-2024"}) {
    CAPTURE(name);
    const fs::path directory = source_directory() / "indices" / name;
    const ReadIndex read = must(read_index(directory));
    const IndexTables tables = must(tables_of(read.index, directory));
    const IndexTables again = through_sdmx_json(tables);
    check_same_tables(again, tables);
    check_same(read.index, must(read_index(IndexDirectory::of(must(directory_of(again))))).index);
  }
}

TEST_CASE("the same index gives the same SDMX bytes, prepared on the day of the newest edition") {
  const std::vector<OutputFile> one = must(sdmx_json_of(hostile_tables()));
  const std::vector<OutputFile> other = must(sdmx_json_of(hostile_tables()));
  REQUIRE(one.size() == 2);
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].bytes == other[i].bytes);
    CHECK(one[i].bytes.find("\"prepared\":\"2025-04-07T00:00:00Z\"") != std::string::npos);
  }
  CHECK(sdmx_csv_of(hostile_tables()) == sdmx_csv_of(hostile_tables()));
}

TEST_CASE("an index without observations comes back from SDMX-JSON") {
  IndexTables tables = hostile_tables();
  for (RawTable& table : tables.tables) {
    if (table.name == "observation") table.rows.clear();
  }
  check_same_tables(through_sdmx_json(tables), tables);
}

TEST_CASE("two figures of one key have no place in a data message") {
  IndexTables tables = hostile_tables();
  for (RawTable& table : tables.tables) {
    if (table.name == "observation") table.rows.push_back(table.rows.front());
  }
  const auto written = sdmx_json_of(tables);
  REQUIRE_FALSE(written);
  CHECK(written.diagnostics().front().code == Code::DuplicateObservation);
}

TEST_CASE("observations come back from SDMX-CSV cell by cell") {
  const IndexTables tables = hostile_tables();
  const RawTable& observations = tables.table("observation");
  const std::string text = sdmx_csv_of(tables);
  CHECK(rows_of(from_csv(text), observations.columns) == observations.rows);
  CHECK(
      text.starts_with("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,EDITION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
                       "STANDARD_ERROR,SOURCE,LOCATOR,NOTE,UNIT_MEASURE,DECIMALS\n"));
  CHECK(text.find("\ndataflow,PODIUM.small:FIGURES(1.0),I,KOR,startups,other_2020,2022-09,-0.00,P,0.001,report,, "
                  "spaces ,firms,2\n") != std::string::npos);
}

TEST_CASE("printed digits become a JSON number where JSON can hold them, and a text otherwise") {
  const struct {
    const char* printed;
    const char* written;
  } cases[] = {{"1.30", "1.30"},   {"-0.36", "-0.36"},   {"0", "0"},
               {"1.2e9", "1.2e9"}, {"00.5", "\"00.5\""}, {"+5", "\"+5\""},
               {"-0", "\"-0\""},   {"007", "\"007\""},   {"18446744073709551616", "18446744073709551616"}};
  IndexTables tables = hostile_tables();
  for (const auto& c : cases) {
    CAPTURE(c.printed);
    for (RawTable& table : tables.tables) {
      if (table.name == "observation") table.rows.front()[*table.find("value")] = c.printed;
    }
    const std::string text = must(sdmx_data_of(tables));
    CHECK(text.find("\"0:0:0:0\":[" + std::string(c.written) + ",") != std::string::npos);
    CHECK(from_json(text).rows.front()[4] == c.printed);
  }
}

TEST_CASE("DECIMALS counts the digits printed after the point") {
  const struct {
    const char* printed;
    const char* decimals;
  } cases[] = {{"40", "0"}, {"1.30", "2"}, {"-0.360", "3"}, {"1.2e9", ""}, {"", ""}, {"about 3", ""}};
  for (const auto& c : cases) CHECK(printed_decimals(c.printed) == c.decimals);
}

TEST_CASE("SDMX-CSV 1.0 and 2.0 of others are read, with ids alone or with names behind them") {
  const std::vector<std::vector<std::string>> expected{{"KOR", "2024", "1.30"}, {"USA", "2024-Q3", ""}};
  const std::vector<std::string> columns{"unit", "period", "value"};
  for (const char* const text :
       {"DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nOECD:AI(1.0),KOR,2024,1.30\nOECD:AI(1.0),USA,2024-Q3,NaN\n",
        "DATAFLOW,REF_AREA: Country,TIME_PERIOD: Time,OBS_VALUE: Value\n"
        "OECD:AI(1.0): AI,KOR: Korea,2024,1.30\nOECD:AI(1.0): AI,USA: United States,2024-Q3,\n",
        "STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\n"
        "dataflow,OECD:AI(1.0),I,A,KOR,2024-A1,1.30\ndataflow,OECD:AI(1.0),A,A,USA,2024-Q3,\n"}) {
    CAPTURE(text);
    const RawTable table = from_csv(text);
    CHECK(table.columns == columns);
    CHECK(rows_of(table, columns) == expected);
    CHECK(table.lines == std::vector<std::uint32_t>{2, 3});
  }
  CHECK(from_csv("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nA:B(1.0),KOR,2024-M09,3\n").rows.front()[1] == "2024-09");
}

TEST_CASE("a component that tells figures apart is kept, one that does not is left out") {
  const RawTable table = from_csv(
      "DATAFLOW,SEX,AGE,REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS\nA:B(1.0),F,Y15,KOR,2024,1,0\n"
      "A:B(1.0),M,Y15,KOR,2024,2,1\n");
  CHECK(table.columns == std::vector<std::string>{"SEX", "unit", "period", "value"});
}

TEST_CASE("SDMX-CSV that would be read wrongly is refused") {
  const struct {
    const char* name;
    const char* text;
    const char* found;
  } cases[] = {
      {"two structures", "DATAFLOW,REF_AREA\nA:B(1.0),KOR\nA:C(1.0),KOR\n", "a second structure 'A:C(1.0)'"},
      {"a deletion", "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA\ndataflow,A:B(1.0),D,KOR\n",
       "a row that deletes (ACTION D)"},
      {"millions", "DATAFLOW,REF_AREA,OBS_VALUE,UNIT_MULT\nA:B(1.0),KOR,3,6\n",
       "figures in multiples of ten to the power of '6'"},
      {"semicolons", "DATAFLOW;REF_AREA\nA:B(1.0);KOR\n", "semicolons between the fields"},
      {"a component twice", "DATAFLOW,REF_AREA,REF_AREA: Country\nA:B(1.0),KOR,KOR: Korea\n",
       "a second column for 'unit'"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto read = read_sdmx_csv(must(read_csv_table(bytes_of(c.text), "figures.csv", "figures")));
    REQUIRE_FALSE(read);
    CHECK(read.diagnostics().front().found == c.found);
  }
}

constexpr const char* kSeries = R"({"meta":{"id":"a","prepared":"2025-01-01T00:00:00Z","sender":{"id":"ECB"}},"data":{
"structures":[{"dimensions":{
  "dataSet":[{"id":"FREQ","keyPosition":0,"values":[{"id":"A","name":"Annual"}]}],
  "series":[{"id":"REF_AREA","keyPosition":1,"values":[{"id":"KOR","name":"Korea"},{"id":"USA","name":"US"}]},
            {"id":"INDICATOR","keyPosition":2,"values":[{"id":"gdp","name":"GDP"}]}],
  "observation":[{"id":"TIME_PERIOD","keyPosition":3,"values":[{"id":"2023","name":"2023"},{"value":"2024"}]}]},
 "measures":{"observation":[{"id":"OBS_VALUE"}]},
 "attributes":{"series":[{"id":"SOURCE","relationship":{"dimensions":["REF_AREA"]},"values":[{"id":"wb","name":"WB"}]}],
  "observation":[{"id":"OBS_STATUS","relationship":{"observation":{}},"default":"A",
                  "values":[{"id":"A","name":"Normal"},{"id":"E","name":"Estimate"}]},
                 {"id":"NOTE","relationship":{"observation":{}}}]}}],
"dataSets":[{"structure":0,"links":[],"series":{
  "0:0":{"attributes":[0],"observations":{"0":[1.50,1,{"ko":"메모","en":"a note"}],"1":[2]}},
  "1:0":{"observations":{"1":[null,null,"b"]}}}}]}})";

TEST_CASE("a data message in series is read as the flat one is") {
  const RawTable table = from_json(kSeries);
  CHECK(rows_of(table, {"unit", "indicator", "period", "value", "status", "source", "note"}) ==
        std::vector<std::vector<std::string>>{{"KOR", "gdp", "2023", "1.50", "E", "wb", "a note"},
                                              {"KOR", "gdp", "2024", "2", "A", "wb", ""},
                                              {"USA", "gdp", "2024", "", "A", "", "b"}});
  CHECK_FALSE(table.find("FREQ").has_value());
}

TEST_CASE("a data message of SDMX-JSON 1.0 is read, whose one structure describes no measure") {
  const RawTable table = from_json(
      R"({"data":{"structure":{"dimensions":{"observation":[{"id":"REF_AREA","values":[{"id":"KOR","name":"Korea"}]},)"
      R"({"id":"TIME_PERIOD","values":[{"id":"2024","name":"2024"}]}]}},)"
      R"("dataSets":[{"observations":{"0:0":[7.0]}}]}})");
  CHECK(rows_of(table, {"unit", "period", "value"}) == std::vector<std::vector<std::string>>{{"KOR", "2024", "7.0"}});
}

TEST_CASE("a data message that contradicts itself is a diagnostic that says what was found and expected") {
  const struct {
    const char* from;
    const char* to;
    const char* found;
  } cases[] = {
      {"\"1:0\":", "\"2:0\":", "position '2' of 'REF_AREA'"},
      {"\"1:0\":", "\"1\":", "position '' of 'INDICATOR'"},
      {"\"1:0\":", "\"1:0:0\":", "key '1:0:0'"},
      {"\"1:0\":", "\"-1:0\":", "position '-1' of 'REF_AREA'"},
      {"[1.50,1,", "[1.50,2,", "position '2' of 'OBS_STATUS'"},
      {"[1.50,1,", "[1.50,1.5,", "position '1.5' of 'OBS_STATUS'"},
      {"[1.50,1,", "[[1],1,", "a list for 'OBS_VALUE'"},
      {"{\"id\":\"OBS_VALUE\"}", "{\"id\":7}", "a component without a text 'id'"},
      {"\"structure\":0", "\"structure\":1", "a data set without a structure"},
      {"\"structure\":0", "\"structure\":\"x\"", "a data set without a structure"},
      {"\"structure\":0", "\"structure\":0,\"action\":\"Delete\"", "a data set that deletes"},
      {"\"1\":[2]", "\"1\":2", "observation '1', no list"},
      {"\"series\":{\n", "\"series\":7,\"x\":{\n", "'series' that are no object"},
      {"[{\"id\":\"A\",\"name\":\"Annual\"}]", "[]", "dimension 'FREQ'"},
      {"{\"id\":\"NOTE\"", "{\"id\":\"UNIT_MULT\",\"default\":\"6\"",
       "figures in multiples of ten to the power of 'a note'"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.to);
    const std::string text = replaced(kSeries, c.from, c.to);
    const auto read = read_sdmx_data(must(parse_json(text, "data.json")), "data.json", "data");
    REQUIRE_FALSE(read);
    CHECK(read.diagnostics().front().found == c.found);
    CHECK_FALSE(read.diagnostics().front().expected.empty());
    CHECK(read.diagnostics().front().place.file == "data.json");
  }
}

TEST_CASE("every end of a message and every missing part is a diagnostic or a table, never a fall") {
  const std::vector<OutputFile> files = must(sdmx_json_of(hostile_tables()));
  for (const OutputFile& file : files) {
    for (std::size_t end = 0; end + 1 < file.bytes.size(); end += 97) {
      CHECK_FALSE(parse_json(file.bytes.substr(0, end), file.path));
    }
  }
  for (const char* const text : {"null", "[]", "{}", "{\"data\":null}", "{\"data\":{}}", "{\"data\":{\"dataSets\":7}}",
                                 "{\"data\":{\"dataSets\":[null]}}", "{\"data\":{\"dataSets\":[{}]}}"}) {
    CAPTURE(text);
    const JsonValue document = must(parse_json(text, "a.json"));
    CHECK_FALSE(read_sdmx_data(document, "a.json", "a"));
    CHECK_FALSE(read_sdmx_structure(document, "a.json"));
  }
}

TEST_CASE("a structure message of another origin is refused, since it does not say how an index is computed") {
  const std::string text = replaced(sdmx_structure_of(hostile_tables()), "PODIUM_DEFINITION", "OTHER");
  std::string other = text;
  for (std::size_t at = other.find("PODIUM_DEFINITION"); at != std::string::npos;
       at = other.find("PODIUM_DEFINITION")) {
    other.replace(at, 17, "OTHER");
  }
  const auto read = read_sdmx_structure(must(parse_json(other, "structure.json")), "structure.json");
  REQUIRE_FALSE(read);
  CHECK(read.diagnostics().front().code == Code::MissingKey);
  const auto unknown = read_sdmx_structure(
      must(parse_json(replaced(text, "\"id\":\"weight\"", "\"id\":\"wieght\""), "structure.json")), "structure.json");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.diagnostics().front().nearest == "weight");
}

}  // namespace
}  // namespace podium
