#include <chrono>

#include <unistd.h>

#include "files/small_index.hpp"
#include "store/asked.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

/// The first problem of a query that must have one.
Diagnostic problem_of(const fs::path& store, const std::string& sql, const QueryLimits& limits = {}) {
  auto rows = query_store(store, sql, "query", limits);
  if (!rows) return rows.diagnostics().front();
  const auto read = rows->for_each([](std::span<const SqlValue>) { return true; });
  REQUIRE_MESSAGE(!read, sql);
  return read.diagnostics().front();
}

TEST_CASE("values are printed so that they read back") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  const struct {
    const char* sql;
    const char* text;
  } cases[] = {
      {"NULL", ""},
      {"''", ""},
      {"true", "true"},
      {"(-128)::TINYINT", "-128"},
      {"18446744073709551615::UBIGINT", "18446744073709551615"},
      {"170141183460469231731687303715884105727::HUGEINT", "170141183460469231731687303715884105727"},
      {"(-170141183460469231731687303715884105727 - 1)::HUGEINT", "-170141183460469231731687303715884105728"},
      {"340282366920938463463374607431768211455::UHUGEINT", "340282366920938463463374607431768211455"},
      {"0.1::DOUBLE + 0.2::DOUBLE", "0.30000000000000004"},
      {"0.1::FLOAT", "0.1"},
      {"1.50::DECIMAL(4, 2)", "1.5"},
      {"-0.05::DECIMAL(4, 2)", "-0.05"},
      {"100.00::DECIMAL(9, 2)", "100"},
      {"12345678901234567890.123::DECIMAL(30, 3)", "12345678901234567890.123"},
      {"'inf'::DOUBLE", "inf"},
      {"'nan'::DOUBLE", "nan"},
      {"'한국'", "한국"},
      {"'a longer text than twelve bytes'", "a longer text than twelve bytes"},
      {"DATE '2024-02-29'", "2024-02-29"},
      {"DATE '0044-03-15 (BC)'", "-0043-03-15"},
      {"TIME '09:05:07.25'", "09:05:07.25"},
      {"TIMESTAMP '1969-12-31 23:59:59'", "1969-12-31 23:59:59"},
      {"'b'::ENUM('a', 'b')", "b"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.sql);
    CHECK(asked(store, std::string("SELECT ") + one.sql) == one.text);
  }
  CHECK(rows_of(store, "SELECT range FROM range(5000)").size() == 5000);
}

TEST_CASE("lists and structs keep their parts") {
  const DirectoryOnDisk place(small_index());
  SqlRows rows = must(query_store(must(update_store(place.path())),
                                  "SELECT [1, NULL, 3], {'a': 'x', 'b': [true]}, MAP {'k': 2}", "query", {}));
  std::vector<SqlValue> row;
  must(rows.for_each(
      [&row](std::span<const SqlValue> values) { return row.assign(values.begin(), values.end()), true; }));
  REQUIRE(row.size() == 3);
  REQUIRE(row[0].items.size() == 3);
  CHECK(row[0].items[2].text == "3");
  CHECK(row[0].items[1].kind == SqlValue::Kind::Null);
  CHECK(row[1].keys == std::vector<std::string>{"a", "b"});
  CHECK(row[1].items[1].items[0].text == "true");
  CHECK(row[2].items[0].items[1].text == "2");
}

TEST_CASE("a column that cannot be printed is a problem that says what to do") {
  const DirectoryOnDisk place(small_index());
  SqlRows rows = must(query_store(must(update_store(place.path())), "SELECT INTERVAL 1 DAY AS i", "query", {}));
  const auto read = rows.for_each([](std::span<const SqlValue>) { return true; });
  REQUIRE(!read);
  CHECK(read.diagnostics().front().found.find("'i'") != std::string::npos);
}

TEST_CASE("bad SQL is answered in DuckDB's words, with the place and without the machine's paths") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  const struct {
    const char* sql;
    std::uint32_t line, column;
    const char* word;
  } cases[] = {
      {"selec 1", 1, 1, "selec"},
      {"SELECT nam FROM unit", 1, 8, "nam"},
      {"SELECT code,\n   nam\nFROM unit", 2, 4, "nam"},
      {"SELECT *\nFROM nothing", 2, 6, "nothing"},
      {"SELECT code, code, code, code, code, code, code, code, code, code, code, code, code, code, code, code, code, "
       "code, code, code, nam, code, code, code, code, code, code, code, code, code, code, code, code FROM unit",
       1, 128, "nam"},
      {"SELECT '한국', nam FROM unit", 1, 0, "nam"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.sql);
    const Diagnostic problem = problem_of(store, one.sql);
    CHECK(problem.place == Place{"query", one.line, one.column});
    CHECK(problem.found.find(one.word) != std::string::npos);
    CHECK(problem.found.find('\n') == std::string::npos);
    CHECK(to_text(problem).find(place.path().string()) == std::string::npos);
  }
  // What is wrong may show only while the query runs.
  CHECK(problem_of(store, "SELECT code::INTEGER FROM unit").found.find("Conversion Error") == 0);
}

TEST_CASE("only one statement, and only a query, is run") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  const auto files = place.files();
  for (const char* const sql : {"",
                                ";",
                                "-- nothing",
                                "SELECT 1; SELECT 2",
                                "SELECT ?",
                                "SELECT $name",
                                "INSERT INTO unit VALUES ('a', 'b', 'c')",
                                "UPDATE unit SET code = 'X'",
                                "DELETE FROM unit",
                                "DROP TABLE unit",
                                "CREATE TABLE mine(i INTEGER)",
                                "CREATE TEMP TABLE mine(i INTEGER)",
                                "CREATE VIEW mine AS SELECT 1",
                                "CREATE MACRO mine() AS 1",
                                "ALTER TABLE unit ADD COLUMN x INTEGER",
                                "TRUNCATE unit",
                                "BEGIN",
                                "COMMIT",
                                "CHECKPOINT",
                                "VACUUM",
                                "ANALYZE",
                                "SET threads = 9",
                                "RESET threads",
                                "SET VARIABLE a = 1",
                                "PREPARE p AS SELECT 1",
                                "CALL pragma_version()",
                                "USE memory",
                                "EXPLAIN SELECT 1",
                                "PRAGMA enable_profiling",
                                "PRAGMA memory_limit='9GB'",
                                "PRAGMA disable_checkpoint_on_shutdown",
                                "WITH x AS (DELETE FROM unit RETURNING *) SELECT * FROM x"}) {
    CAPTURE(sql);
    CHECK(problem_of(store, sql).code == Code::InvalidUsage);
  }
  CHECK(problem_of(store, std::string("SELECT 1\0; DROP TABLE unit", 26)).found == "a NUL byte in the SQL");
  for (const char* const sql : {"SELECT 1", "WITH a AS (SELECT 1) FROM a", "VALUES (1)", "FROM unit", "DESCRIBE unit",
                                "SHOW TABLES", "SUMMARIZE unit", "SELECT 1;", "SELECT 1 -- one", "TABLE unit"}) {
    CAPTURE(sql);
    CHECK(!rows_of(store, sql).empty());
  }
  CHECK(place.files() == files);
}

TEST_CASE("a query reaches no file, no network, no extension and no setting") {
  const DirectoryOnDisk place(small_index());
  place.write("secret.csv", "secret\n4711\n");
  place.write("schema.sql", "CREATE TABLE mine(i INTEGER);");
  place.write("load.sql", "");
  const fs::path store = must(update_store(place.path()));
  const auto files = place.files();
  const std::string here = place.path().string();
  const std::string csv = "'" + here + "/secret.csv'";
  const std::string out = "'" + here + "/out'";
  const std::string hostile[] = {
      "FROM read_csv(" + csv + ")",
      "FROM read_csv_auto([" + csv + "])",
      "FROM " + csv,
      "SELECT (SELECT content FROM read_text(" + csv + "))",
      "FROM read_blob(" + csv + ")",
      "FROM read_json(" + csv + ")",
      "FROM read_ndjson_objects(" + csv + ")",
      "FROM read_parquet(" + csv + ")",
      "FROM parquet_scan(" + csv + ")",
      "FROM parquet_metadata(" + csv + ")",
      "FROM sniff_csv(" + csv + ")",
      "FROM glob('" + here + "/*')",
      "FROM glob('/etc/*')",
      "FROM query('FROM read_text(''" + here + "/secret.csv'')')",
      "COPY unit TO " + out,
      "COPY (SELECT 1) TO " + out + " (FORMAT parquet)",
      "COPY unit FROM " + csv,
      "EXPLAIN ANALYZE COPY unit TO " + out,
      "FROM query('COPY unit TO ''" + here + "/out''')",
      "EXPORT DATABASE " + out,
      "IMPORT DATABASE '" + here + "'",
      "ATTACH " + out,
      "ATTACH '" + store.string() + "' AS other (READ_WRITE)",
      "INSTALL httpfs",
      "LOAD httpfs",
      "LOAD '" + here + "/secret.csv'",
      "FROM 'https://example.org/a.csv'",
      "FROM read_csv('https://example.org/a.csv')",
      "FROM read_parquet('s3://bucket/a.parquet')",
      "SELECT getenv('HOME')",
      "PRAGMA temp_directory='/tmp'",
      "SET enable_external_access = true",
      "SET lock_configuration = false",
      "CREATE SECRET (TYPE s3)",
      "FROM sqlite_scan('a', 'b')",
      "FROM duckdb_extensions() WHERE install_path <> ''",
  };
  for (const std::string& sql : hostile) {
    CAPTURE(sql);
    const Diagnostic problem = problem_of(store, sql);
    CHECK(problem.code == Code::InvalidUsage);
    CHECK(problem.found.find("4711") == std::string::npos);
  }
  // Logging is a function that a query may call; its file is out of reach as well.
  rows_of(store,
          "WITH a AS MATERIALIZED (FROM enable_logging(level = 'trace', storage = 'file', storage_path = " + out +
              ")) SELECT count(write_log('x' || range::VARCHAR, level := 'error', scope := 'database')) FROM a, "
              "range(100000)");
  CHECK(place.files() == files);
  const auto paths = rows_of(store,
                             "SELECT value FROM duckdb_settings() WHERE name IN ('secret_directory', "
                             "'home_directory', 'extension_directory', 'temp_directory')");
  for (const Fields& path : paths) CHECK((path[0].empty() || path[0] == "/"));
}

TEST_CASE("a query ends when its time is over") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  const auto begin = std::chrono::steady_clock::now();
  const Diagnostic problem =
      problem_of(store, "SELECT sum(a.range * b.range) FROM range(100000000) a, range(1000000) b",
                 {.time = std::chrono::milliseconds(200)});
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  CHECK(problem.code == Code::TooLarge);
  CHECK(problem.found == "a query that takes longer than 0.2 s");
  CHECK(taken.count() > 0.2);
  CHECK(taken.count() < 20);  // on a machine that others use
}

TEST_CASE("a query takes no more memory than it may, and does not go to the disk instead") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  const QueryLimits limits{.memory = "50MB"};
  for (const char* const sql :
       {"SELECT list(range) FROM range(100000000)", "SELECT range, range::VARCHAR AS t FROM range(20000000) ORDER BY t",
        "SELECT count(*) FROM (SELECT DISTINCT repeat('x', 1000) || range FROM range(1000000))"}) {
    CAPTURE(sql);
    const Diagnostic problem = problem_of(store, sql, limits);
    CHECK(problem.code == Code::TooLarge);
    CHECK(problem.found.starts_with("Out of Memory Error"));
    CHECK(problem.expected == "a query that needs at most 50MB, or a higher --memory-limit");
  }
  CHECK(names_in(store.parent_path()) == std::vector<std::string>{"store.duckdb"});
  CHECK(problem_of(store, "SELECT 1", {.memory = "lots"}).found == "'lots' for memory_limit");
}

TEST_CASE("a long result is handed over as it is made, whatever the memory") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  SqlRows rows =
      must(query_store(store, "SELECT repeat('x', 1000) || range FROM range(200000)", "query", {.memory = "50MB"}));
  std::size_t bytes = 0;
  must(rows.for_each([&bytes](std::span<const SqlValue> row) {
    bytes += row[0].text.size();
    return true;
  }));
  CHECK(bytes > 200'000'000);
  // The time runs while rows are read.
  SqlRows endless = must(query_store(store, "SELECT a.range FROM range(100000000) a, range(1000000)", "query",
                                     {.time = std::chrono::milliseconds(300)}));
  const auto read = endless.for_each([](std::span<const SqlValue>) { return true; });
  REQUIRE(!read);
  CHECK(read.diagnostics().front().found == "a query that takes longer than 0.3 s");
  // Whoever has seen enough stops.
  SqlRows some = must(query_store(store, "FROM range(100000000)", "query", {}));
  std::size_t seen = 0;
  must(some.for_each([&seen](std::span<const SqlValue>) { return ++seen < 10; }));
  CHECK(seen == 10);
}

TEST_CASE("Parquet holds the values, the types and the names") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  const fs::path file = place.path() / "it's a \"name\".parquet";
  const std::string sql =
      "SELECT o.*, [1.5, NULL] AS list, {'a \"b': DATE '2024-01-02'} AS struct, 'x'::ENUM('x', 'y''s') AS word, "
      "1.25::DECIMAL(9, 3) AS exact FROM observation o ORDER BY rowid";
  must(write_parquet(must(query_store(store, sql, "query", {})), file, {}));

  // Read back without the lock: by a database of the test's own.
  const SqlConnection connection = must(must(Database::open({}, {})).connect());
  const auto texts = [](SqlRows rows) {
    std::vector<Fields> all;
    must(rows.for_each([&all](std::span<const SqlValue> row) {
      Fields& fields = all.emplace_back();
      for (const SqlValue& value : row) fields.push_back(value.text);
      return true;
    }));
    return all;
  };
  const std::string from = " FROM read_parquet(" + sql_quoted(file.string(), '\'') + ")";
  const std::string columns = "SELECT * EXCLUDE (list, struct), list::VARCHAR, struct::VARCHAR";
  CHECK(texts(must(connection.query(columns + from))) == rows_of(store, columns + " FROM (" + sql + ")"));
  CHECK(texts(must(
            connection.query("SELECT typeof(value), typeof(line), typeof(list), typeof(exact)" + from + " LIMIT 1"))) ==
        std::vector<Fields>{{"DOUBLE", "INTEGER", "DECIMAL(2,1)[]", "DECIMAL(9,3)"}});
  CHECK(!write_parquet(must(query_store(store, "SELECT 1", "query", {})), place.path(), {}));
}

}  // namespace
}  // namespace podium
