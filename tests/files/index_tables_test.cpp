#include "podium/files/exchange/data_package.hpp"
#include "podium/files/exchange/definition_text.hpp"
#include "podium/files/exchange/form.hpp"
#include "podium/files/index_directory.hpp"

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

ReadIndex read_files(const std::vector<OutputFile>& files) { return must(read_index(IndexDirectory::of(files))); }

std::vector<OutputFile> written(std::string_view form, const Index& index, const IndexTables& tables) {
  for (const ExchangeForm& one : text_forms()) {
    Diagnostics warnings;
    if (one.name == form) return must(one.write({index, {}, tables, Time{0}, Language::English, warnings}));
  }
  FAIL("no such form");
  return {};
}

/// Through the form and back.
IndexTables through(std::string_view form, const Index& index, const IndexTables& tables) {
  const DirectoryOnDisk place;
  for (const OutputFile& file : written(form, index, tables)) place.write(file.path, file.bytes);
  for (const ExchangeForm& one : text_forms()) {
    if (one.name != form) continue;
    return std::get<IndexTables>(must(one.read(one.is_directory() ? place.path() : place.path() / "index.json")));
  }
  FAIL("no such form");
  return {};
}

std::string bytes_in(const std::vector<OutputFile>& files, std::string_view path) {
  for (const OutputFile& file : files) {
    if (file.path == path) return file.bytes;
  }
  FAIL("no file " << path);
  return {};
}

TEST_CASE("an index comes back from its tables in every value, whatever its texts hold") {
  const DirectoryOnDisk place(hostile_index());
  const ReadIndex read = must(read_index(place.path()));
  CHECK(read.index.observations.size() == 12 + 5 + 2 + 3);
  const std::vector<OutputFile> files = must(directory_of(tables_in(place.path())));
  check_same(read.index, read_files(files).index);
  CHECK(bytes_in(files, "aliases.toml") == place.read("aliases.toml"));
  CHECK(bytes_in(files, "facts.csv") == place.read("facts.csv"));
  CHECK(bytes_in(files, "measures/count.sql") == place.read("measures/count.sql"));
}

TEST_CASE("the shipped indices come back from their tables in every value") {
  for (const char* const name : {"ai-competitiveness", "ai-vibrancy-2024"}) {
    CAPTURE(name);
    const fs::path directory = source_directory() / "indices" / name;
    const ReadIndex read = must(read_index(directory));
    const std::vector<OutputFile> files = must(directory_of(must(tables_of(read.index, directory))));
    check_same(read.index, read_files(files).index);
    CHECK(bytes_in(files, "podium.toml") == must(must(IndexDirectory::open(directory)).read_text("podium.toml")));
  }
}

TEST_CASE("an index comes back through every form that holds all of it, cell by cell") {
  const DirectoryOnDisk place(hostile_index());
  const ReadIndex read = must(read_index(place.path()));
  const IndexTables tables = must(tables_of(read.index, place.path()));
  for (const char* const form : {"datapackage", "json"}) {
    CAPTURE(form);
    const IndexTables again = through(form, read.index, tables);
    for (const TableInfo& info : index_table_infos()) {
      CAPTURE(info.name);
      CHECK(again.table(info.name).columns == tables.table(info.name).columns);
      CHECK(again.table(info.name).rows == tables.table(info.name).rows);
    }
    check_same(read.index, read_files(must(directory_of(again))).index);
  }
}

TEST_CASE("the same index gives the same bytes") {
  const DirectoryOnDisk place(hostile_index());
  const ReadIndex read = must(read_index(place.path()));
  const IndexTables tables = must(tables_of(read.index, place.path()));
  for (const char* const form : {"datapackage", "json", "csv", "wide"}) {
    const std::vector<OutputFile> one = written(form, read.index, tables);
    const std::vector<OutputFile> other = written(form, read.index, tables_in(place.path()));
    REQUIRE(one.size() == other.size());
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(one[i].bytes == other[i].bytes);
  }
}

TEST_CASE("the files of a recipe are carried line by line, without the sections that only explain tables") {
  const DirectoryOnDisk place(hostile_index());
  const std::string carried = must(without_table_sections(place.read("podium.toml"), "podium.toml"));
  CHECK(carried.starts_with("# A comment with [[table]] in it\n\n[index]\n"));
  CHECK(carried.find("op = \"denominate\"\n# before\n# behind\n[[step]]\nop = \"impute\"") != std::string::npos);
  const struct {
    const char* text;
    const char* rest;
  } cases[] = {
      {"[[table]]\nfile = \"a\"", ""},
      {"[[table]]\n", ""},
      {"table = [{ file = \"a\" },\n  { file = \"]\" }] # both\n[index]\nid = \"x\"\n", "[index]\nid = \"x\"\n"},
      {"[a]\nx = 1\n  [[table]]   # one\n file = \"a\"\n\n[[table]]\nfile = \"b\" # two\n# three\n[b]\n",
       "[a]\nx = 1\n\n# three\n[b]\n"},
      {"[a]\r\n[[table]]\r\nfile = \"[a]\"\r\n[b]\r\n", "[a]\r\n[b]\r\n"},
      {"title = \"[[table]]\"\n", "title = \"[[table]]\"\n"},
      {"[[table]]\nperiod = 2024\nnames = [\n 1,\n # ]\n 2\n]\n[c]\n", "[c]\n"},
      {"[[table]]\nfile = \"가\" # 나\n[c]\n", "[c]\n"},
      {"a = nan\n[[table]]\nat = 07:32:00\n[c]\nat = 07:32:00\n", "a = nan\n[c]\nat = 07:32:00\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(must(without_table_sections(c.text, "podium.toml")) == c.rest);
  }
}

TEST_CASE("tables that are no index are refused where they are wrong") {
  const DirectoryOnDisk place(hostile_index());
  const IndexTables sound = tables_in(place.path());
  const auto refusal = [&](std::string_view table, auto change) {
    IndexTables tables = sound;
    for (RawTable& one : tables.tables) {
      one.file = one.name + ".csv";
      one.lines.clear();
      for (std::size_t row = 0; row < one.rows.size(); ++row)
        one.lines.push_back(static_cast<std::uint32_t>(100 + row));
      if (one.name == table) change(one);
    }
    const auto files = directory_of(tables);
    REQUIRE(!files);
    return "\n" + text_of(files.diagnostics());
  };
  CHECK(refusal("observation", [](RawTable& t) {
          t.rows[3][1] = "nothing";
        }).find("\nobservation.csv:103: error[unknown-indicator]") != std::string::npos);
  CHECK(refusal("unit", [](RawTable& t) { t.rows[2][0] = "KOR"; }).find("\nunit.csv:102: error[duplicate-id]") !=
        std::string::npos);
  CHECK(refusal("source", [](RawTable& t) {
          t.rows[1][3] = "2025-02-30";
        }).find("\nsource.csv:101:4: error[invalid-value]") != std::string::npos);
  CHECK(refusal("source", [](RawTable& t) { t.rows[1][0] = "a b"; }).find("\nsource.csv:101: error[invalid-value]") !=
        std::string::npos);
  CHECK(refusal("edition", [](RawTable& t) {
          t.rows[0][2] = "soon\ntitle = \"x\"";
        }).find("\nedition.csv:100:3: error") != std::string::npos);
  CHECK(refusal("definition", [](RawTable& t) {
          t.rows[0][0] = "../../etc/passwd";
        }).find("\ndefinition.csv:100:1: error[path-outside]") != std::string::npos);
  CHECK(refusal("definition", [](RawTable& t) {
          t.rows[0][0] = "observations/figures.csv";
        }).find("\ndefinition.csv:100:1: error[path-outside]") != std::string::npos);
  CHECK(refusal("definition", [](RawTable& t) {
          t.rows[4][1] = "7";
        }).find("\ndefinition.csv:104:2: error[invalid-value]") != std::string::npos);
  CHECK(refusal("definition", [](RawTable& t) { t.rows.clear(); }).find("\ndefinition.csv: error[missing-file]") !=
        std::string::npos);
  CHECK(
      refusal("indicator", [](RawTable& t) { t.rows[2][3] = "9"; }) ==
      "\nindicator.csv:102:4: error[invalid-value]: found weight '9' of 'investment'; expected '1', as podium.toml in "
      "the table 'definition' says");
  CHECK(refusal("index", [](RawTable& t) { t.rows[0][0] = "larger"; }).find("\nindex.csv:100:1: error[unknown-node]") !=
        std::string::npos);
}

TEST_CASE("a column that an index must have is missed by name") {
  const DirectoryOnDisk place(hostile_index());
  IndexTables tables = tables_in(place.path());
  for (RawTable& table : tables.tables) {
    if (table.name == "edition") table.columns[2] = "realeased";
  }
  const auto sorted = sort_tables(tables.tables);
  REQUIRE(!sorted);
  CHECK(sorted.diagnostics()[0].found == "no column 'released'");
  CHECK(sorted.diagnostics()[1].nearest == "released");
}

}  // namespace
}  // namespace podium
