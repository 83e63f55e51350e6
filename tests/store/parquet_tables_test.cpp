#include "podium/store/parquet_tables.hpp"

#include "podium/files/index_directory.hpp"

#include "files/exchanged_index.hpp"
#include "store/asked.hpp"
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

RawTable& table_of(IndexTables& tables, std::string_view name) {
  return *std::ranges::find(tables.tables, name, &RawTable::name);
}

IndexTables through_parquet(const IndexTables& tables) {
  const DirectoryOnDisk place;
  for (const OutputFile& file : must(parquet_of(tables))) place.write(file.path, file.bytes);
  return std::get<IndexTables>(must(parquet_forms().front().read(place.path())));
}

void check_same_tables(const IndexTables& one, const IndexTables& other) {
  for (const TableInfo& info : index_table_infos()) {
    CAPTURE(info.name);
    CHECK(one.table(info.name).columns == other.table(info.name).columns);
    CHECK(one.table(info.name).rows == other.table(info.name).rows);
  }
}

/// Writes what a query finds as Parquet, by another way than the one that is tested.
void write_query(const std::string& sql, const fs::path& path) {
  const Database database = must(Database::open({}, {}));
  const SqlConnection connection = must(database.connect());
  must(connection.execute("COPY (" + sql + ") TO " + sql_quoted(path.string(), '\'') + " (FORMAT parquet)"));
}

std::vector<Fields> described(const fs::path& path) {
  const Database database = must(Database::open({}, {}));
  const SqlConnection connection = must(database.connect());
  SqlRows rows = must(connection.query("DESCRIBE FROM read_parquet(" + sql_quoted(path.string(), '\'') + ")"));
  std::vector<Fields> fields;
  must(rows.for_each([&](std::span<const SqlValue> row) {
    fields.push_back({row[0].text, row[1].text});
    return true;
  }));
  return fields;
}

TEST_CASE("an index comes back from Parquet cell by cell, whatever its texts hold") {
  const IndexTables tables = hostile_tables();
  check_same_tables(through_parquet(tables), tables);
}

TEST_CASE("the shipped indices come back from Parquet in every value") {
  for (const char* const name : {"ai-competitiveness", "ai-vibrancy-2024"}) {
    CAPTURE(name);
    const fs::path directory = source_directory() / "indices" / name;
    const ReadIndex read = must(read_index(directory));
    const IndexTables tables = must(tables_of(read.index, directory));
    const IndexTables again = through_parquet(tables);
    check_same_tables(again, tables);
    check_same(read.index, must(read_index(IndexDirectory::of(must(directory_of(again))))).index);
  }
}

TEST_CASE("the same tables give the same Parquet bytes") {
  const std::vector<OutputFile> one = must(parquet_of(hostile_tables()));
  const std::vector<OutputFile> other = must(parquet_of(hostile_tables()));
  REQUIRE(one.size() == index_table_infos().size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    CAPTURE(one[i].path);
    CHECK(one[i].bytes == other[i].bytes);
  }
}

TEST_CASE("columns have the types of what they hold, and figures stand twice") {
  const DirectoryOnDisk place;
  for (const OutputFile& file : must(parquet_of(hostile_tables()))) place.write(file.path, file.bytes);
  CHECK(described(place.path() / "observation.parquet") == std::vector<Fields>{{"unit", "VARCHAR"},
                                                                               {"indicator", "VARCHAR"},
                                                                               {"period", "VARCHAR"},
                                                                               {"edition", "VARCHAR"},
                                                                               {"printed", "VARCHAR"},
                                                                               {"value", "DOUBLE"},
                                                                               {"standard_error", "DOUBLE"},
                                                                               {"status", "VARCHAR"},
                                                                               {"source", "VARCHAR"},
                                                                               {"locator", "VARCHAR"},
                                                                               {"note", "VARCHAR"}});
  CHECK(described(place.path() / "edition.parquet")[2] == Fields{"released", "DATE"});
  CHECK(described(place.path() / "definition.parquet")[1] == Fields{"line", "BIGINT"});
}

TEST_CASE("a cell that is not of its column's type is not written") {
  const struct {
    const char* table;
    const char* column;
    const char* cell;
  } cases[] = {{"observation", "value", "about 3"},
               {"observation", "standard_error", "1,5"},
               {"edition", "released", "2025-02-30"},
               {"definition", "line", "1.5"}};
  for (const auto& c : cases) {
    CAPTURE(c.cell);
    IndexTables tables = hostile_tables();
    RawTable& table = table_of(tables, c.table);
    table.rows.front()[*table.find(c.column)] = c.cell;
    const auto written = parquet_of(tables);
    REQUIRE_FALSE(written);
    CHECK(written.diagnostics().front().found.find(podium::quoted(c.cell)) == 0);
  }
}

TEST_CASE("a Parquet file of others becomes a table of texts") {
  const DirectoryOnDisk place;
  const fs::path path = place.path() / "others.parquet";
  write_query(
      "SELECT 'KOR' AS unit, 2024::SMALLINT AS period, 0.1::DOUBLE AS v, 0.1::DECIMAL(5, 2) AS d, true AS b, "
      "DATE '2025-04-08' AS released, NULL::VARCHAR AS n",
      path);
  const RawTable table = must(read_parquet_table(path));
  CHECK(table.name == "others");
  CHECK(table.columns == std::vector<std::string>{"unit", "period", "v", "d", "b", "released", "n"});
  CHECK(table.rows == std::vector<Fields>{{"KOR", "2024", "0.1", "0.1", "true", "2025-04-08", ""}});
}

TEST_CASE("Parquet that would be read wrongly or reaches terminals is refused with what was found") {
  const DirectoryOnDisk place;
  const fs::path path = place.path() / "bad.parquet";
  const struct {
    const char* sql;
    Code code;
    const char* found;
  } cases[] = {
      {"SELECT '1.30' printed, 2.5::DOUBLE AS value", Code::InvalidValue, "printed '1.30' beside the value '2.5'"},
      {"SELECT NULL::VARCHAR printed, 2.5::DOUBLE AS value", Code::InvalidValue, "printed '' beside the value '2.5'"},
      {"SELECT [1, 2] a", Code::WrongType, "column 'a' of type INTEGER[]"},
      {"SELECT 'x'::BLOB a", Code::WrongType, "column 'a'"},
      {"SELECT chr(27) || '[31m' a", Code::Syntax, "the control character 0x1b"},
      {"SELECT 'a' || chr(0) a", Code::InvalidUtf8, "a NUL byte"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.sql);
    write_query(c.sql, path);
    const auto read = read_parquet_table(path);
    REQUIRE_FALSE(read);
    CAPTURE(to_text(read.diagnostics().front()));
    CHECK(read.diagnostics().front().code == c.code);
    CHECK(read.diagnostics().front().found.starts_with(c.found));
    CHECK(read.diagnostics().front().place.file == path.generic_string());
  }
}

TEST_CASE("what is no Parquet file, not there, no file or named like a pattern is a diagnostic") {
  const DirectoryOnDisk place;
  const std::string whole = must(parquet_of(hostile_tables())).front().bytes;
  place.write("empty.parquet", "");
  place.write("text.parquet", "unit,value\nKOR,1\n");
  place.write("half.parquet", whole.substr(0, whole.size() / 2));
  place.write("PAR1.parquet", "PAR1PAR1");
  place.write("folder.parquet/a", "");
  place.write("a*.parquet", whole);
  place.write("a[1].parquet", whole);
  for (const char* const name : {"empty.parquet", "text.parquet", "half.parquet", "PAR1.parquet", "folder.parquet",
                                 "none.parquet", "a*.parquet", "a[1].parquet"}) {
    CAPTURE(name);
    const auto read = read_parquet_table(place.path() / name);
    REQUIRE_FALSE(read);
    CHECK(read.diagnostics().front().place.file == (place.path() / name).generic_string());
    CHECK_FALSE(read.diagnostics().front().expected.empty());
  }
}

TEST_CASE("every single byte of a small Parquet file may be wrong without a fall") {
  IndexTables tables = hostile_tables();
  for (const OutputFile& file : must(parquet_of(tables))) {
    if (file.path != "edition.parquet") continue;
    const DirectoryOnDisk place;
    for (std::size_t at = 0; at < file.bytes.size(); at += 5) {
      std::string bytes = file.bytes;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
      place.write("edition.parquet", bytes);
      const auto read = read_parquet_table(place.path() / "edition.parquet");
      if (read) CHECK(read->rows.size() <= kMostParquetRows);
    }
  }
}

TEST_CASE("a connection that is locked out reaches one file and no other") {
  const DirectoryOnDisk place;
  write_query("SELECT 1 a", place.path() / "one.parquet");
  write_query("SELECT 2 a", place.path() / "two.parquet");
  const Database database = must(Database::open({}, {}));
  const SqlConnection connection = must(database.connect());
  must(lock_out(connection, place.path() / "one.parquet"));
  const auto from = [&](const std::string& name) {
    return connection.query("FROM read_parquet(" + sql_quoted((place.path() / name).string(), '\'') + ")").has_value();
  };
  CHECK(from("one.parquet"));
  CHECK_FALSE(from("two.parquet"));
  CHECK_FALSE(from("*.parquet"));
  CHECK_FALSE(connection.execute("SET allowed_paths = ['/']").has_value());
}

}  // namespace
}  // namespace podium
