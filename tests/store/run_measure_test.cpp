#include "podium/store/measures/run_measure.hpp"

#include <chrono>

#include "podium/files/read_index.hpp"
#include "podium/store/file_hash.hpp"
#include "podium/store/measures/measured_figures.hpp"

#include "files/small_index.hpp"
#include "store/measured.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

constexpr const char* kColumns = "unit = { type = \"text\", country = true }\nvalue = \"number\"";

struct Rows {
  DirectoryOnDisk place;
  fs::path path = place.path() / "rows.csv";
  explicit Rows(const std::string& text = "unit,value\nSouth Korea,3\nUSA,1.5\n") { place.write("rows.csv", text); }

  Result<Measured> measure(const std::string& query, const std::string& more = "",
                           const QueryLimits& limits = {}) const {
    TRY(const Measure measure, read_measure(measure_text(kColumns, query, more), "measures/m.sql"));
    return run_on(measure, {path}, limits);
  }
};

TEST_CASE("parameters are values of one row") {
  const Rows rows;
  const std::string parameters =
      "[parameters]\nyear = { value = 2024, meaning = { en = \"Y\" } }\n"
      "name = { value = \"x'; DROP TABLE rows; --\", meaning = { en = \"N\" } }\n";
  const Measured measured = must(
      rows.measure("SELECT unit, year AS period, value, name AS note FROM rows, parameter ORDER BY unit", parameters));
  CHECK(lines_of(measured, true) ==
        "South Korea 2024 3 [x'; DROP TABLE rows; --]\nUSA 2024 1.5 [x'; DROP TABLE rows; --]\n");
}

TEST_CASE("names of countries have their codes in a table; groups and unknown names are told apart") {
  const Rows rows("unit,value\nKorea (Republic of),1\nWorld,2\nAtlantis,3\nkr,4\n대한민국,5\n,6\n");
  const Measured measured =
      must(rows.measure("SELECT coalesce(code, kind) AS unit, 2024 AS period, sum(rows.value) AS value FROM rows JOIN "
                        "country_name ON name = unit "
                        "GROUP BY 1 ORDER BY 1"));
  CHECK(lines_of(measured) == "KOR 2024 10\ngroup 2024 2\nunknown 2024 3\n");
  REQUIRE(measured.remarks.size() == 2);
  CHECK(measured.remarks[0].found == "names of no known country: 'Atlantis'");
  CHECK(measured.remarks[1].found == "groups of countries: 'World'");
  CHECK(measured.remarks[0].severity == Severity::Warning);
}

TEST_CASE("the locator holds the hashes of the measure and of the files") {
  const Rows rows("unit,value\nKOR,1\n");
  const std::string text = measure_text(kColumns, "SELECT unit, 2024 AS period, value FROM rows",
                                        "[parameters.p]\nvalue = 1\nmeaning = { en = \"P\" }\n");
  Measure measure = measure_of(text);
  const std::string hashes[] = {hash_of(text), hash_of("unit,value\nKOR,1\n")};
  CHECK(must(run_on(measure, {rows.path})).locator == "measure:m@" + hashes[0] + " inputs:rows=" + hashes[1]);
  must(set_parameter(measure, "p", "2"));
  CHECK(must(run_on(measure, {rows.path})).locator == "measure:m@" + hashes[0] + " set:p=2 inputs:rows=" + hashes[1]);
  // XXH3 of 128 bits of nothing, from the algorithm's own documentation.
  CHECK(hash_of("") == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("a result of another shape is refused, with all that is wrong with it") {
  const Rows rows;
  const struct {
    const char* query;
    const char* problem;
  } cases[] = {
      {"SELECT unit, 2024 AS period FROM rows",
       "found no column 'value' in the result; expected numbers under that name"},
      {"SELECT unit, 2024 AS period, value, 1 AS vlaue FROM rows", "found column of the result 'vlaue'"},
      {"SELECT unit, 2024 AS period, value::VARCHAR AS value FROM rows",
       "found a column 'value' of type VARCHAR; expected numbers"},
      {"SELECT 1 AS unit, 2024 AS period, value FROM rows", "found a column 'unit' of type INTEGER; expected texts"},
      {"SELECT unit, DATE '2024-01-01' AS period, value FROM rows", "found a column 'period' of type DATE"},
      {"SELECT unit, 2024.5 AS period, value FROM rows", "found a column 'period' of type DECIMAL"},
      {"SELECT unit, 2024 AS period, value, 'startups' AS indicator FROM rows",
       "found a column 'indicator' and the key of that name"},
      {"SELECT unit, 2024 AS period, value, value FROM rows", "found two columns 'value'"},
      {"SELECT unit, 2024 AS period, valu FROM rows", "measures/m.sql:13:30: error[invalid-usage]: found Binder Error"},
      {"SELECT 1; SELECT 2", "found 2 statements"},
      {"DROP TABLE rows", "found a statement that is not a query"},
      {"SELECT unit, 2024 AS period, error('no ' || unit) AS value FROM rows",
       "found Invalid Input Error: no South Korea"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.query);
    const std::string problems = problems_of(rows.measure(one.query));
    CAPTURE(problems);
    CHECK(problems.find(one.problem) != std::string::npos);
  }
}

TEST_CASE("the query of a measure reaches no file but its inputs, no network and no setting") {
  const Rows rows;
  rows.place.write("secret.csv", "secret\n4711\n");
  const auto files = rows.place.files();
  const std::string here = rows.place.path().string();
  const std::string hostile[] = {
      "FROM read_csv('" + here + "/secret.csv')",
      "FROM read_text('/etc/passwd')",
      "FROM read_text('/proc/self/environ')",
      "FROM read_blob('/proc/self/fd/0')",
      "FROM read_parquet('" + here + "/secret.csv')",
      "FROM glob('" + here + "/*')",
      "FROM '" + here + "/secret.csv'",
      "FROM 'https://example.org/a.csv'",
      "COPY rows TO '" + here + "/out.csv'",
      "ATTACH '" + here + "/other.duckdb'",
      "INSTALL httpfs",
      "LOAD httpfs",
      "SET enable_external_access = true",
      "SET memory_limit = '9GB'",
      "CREATE TABLE mine(i INTEGER)",
      "INSERT INTO rows VALUES ('A', 1)",
      "SELECT getenv('HOME') AS unit",
      "PRAGMA temp_directory='/tmp'",
  };
  for (const std::string& sql : hostile) {
    CAPTURE(sql);
    const auto measured = rows.measure(sql);
    REQUIRE(!measured);
    CHECK(problems_of(measured).find("4711") == std::string::npos);
    CHECK(measured.diagnostics().front().code == Code::InvalidUsage);
  }
  CHECK(rows.place.files() == files);
}

TEST_CASE("with Parquet in reach other files are not") {
  const DirectoryOnDisk place;
  place.write("secret.csv", "secret\n4711\n");
  const Database database = must(Database::open({}, {}));
  const fs::path path = place.path() / "rows.parquet";
  must(must(database.connect())
           .execute("COPY (SELECT 'KOR' AS unit, 2.5::DOUBLE AS value) TO '" + path.string() + "' (FORMAT parquet)"));
  const auto measured = [&path](const std::string& sql) {
    return run_on(measure_of(measure_text(kColumns, sql)), {path});
  };
  CHECK(lines_of(must(measured("SELECT unit, 2024 AS period, value FROM rows"))) == "KOR 2024 2.5\n");
  for (const std::string& sql :
       {"FROM read_csv('" + place.path().string() + "/secret.csv')", "FROM glob('" + place.path().string() + "/*')",
        std::string("FROM read_text('/proc/self/environ')"),
        std::string("FROM read_text('/proc/self/fd/../environ')")}) {
    CAPTURE(sql);
    const auto refused = measured(sql);
    REQUIRE(!refused);
    CHECK(problems_of(refused).find("Permission Error") != std::string::npos);
  }
  // What a measure can find out about the machine: nothing of where the file stands.
  const Measured views =
      must(measured("SELECT sql AS unit, 2024 AS period, 1 AS value FROM duckdb_views() WHERE view_name = 'rows'"));
  REQUIRE(views.rows.size() == 1);
  CHECK(views.rows[0].unit.find(place.path().string()) == std::string::npos);
}

TEST_CASE("time and memory end a query") {
  const Rows rows;
  const auto begin = std::chrono::steady_clock::now();
  const auto slow = rows.measure(
      "SELECT 'A' AS unit, 2024 AS period, sum(a.range * b.range) AS value FROM range(100000000) a, "
      "range(1000000) b",
      "", {.time = std::chrono::milliseconds(300)});
  CHECK(problems_of(slow).find("found a query that takes longer than 0.3 s") != std::string::npos);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
  const auto large = rows.measure("SELECT 'A' AS unit, 2024 AS period, len(list(range)) AS value FROM range(100000000)",
                                  "", {.memory = "60MB"});
  CHECK(problems_of(large).find("Out of Memory") != std::string::npos);
  // Sorting goes to the disk instead.
  CHECK(lines_of(must(
            rows.measure("SELECT 'A' AS unit, 2024 AS period, count(*) AS value FROM (SELECT range, row_number() OVER "
                         "(ORDER BY hash(range)) AS n FROM range(3000000)) WHERE n > 0",
                         "", {.memory = "120MB"}))) == "A 2024 3000000\n");
}

TEST_CASE("what a killed run has left goes with the next run") {
  const Rows rows;
  const DirectoryOnDisk index;
  index.write(".podium/measure.abcdef/inputs.duckdb", "left");
  index.write(".podium/store.duckdb", "kept");
  std::vector<InputFile> files;
  files.push_back(must(InputFile::open(rows.path)));
  const Measure measure = measure_of(measure_text(kColumns, "SELECT unit, 2024 AS period, value FROM rows"));
  must(run_measure(measure, files, {index.path() / ".podium", {}}));
  CHECK(index.files() == FileTexts{{".podium/store.duckdb", "kept"}});
}

TEST_CASE("rows become figures of the index, and what it does not rank is left out with a remark") {
  const DirectoryOnDisk place(small_index());
  const Index index = must(read_index(place.path())).index;
  const Edition& edition = index.editions[0];
  const Rows rows("unit,value\nSouth Korea,3\nUSA,1.5\nJapan,7\nWorld,8\nAtlantis,9\n중국,\n");
  const Measure measure = measure_of(measure_text(kColumns, "SELECT unit, 2024 AS period, value FROM rows"));
  const Measured measured = must(run_on(measure, {rows.path}));
  const MeasuredFigures figures = must(figures_of(measured, measure, index, edition, index.sources[0]));
  std::string lines;
  for (const FigureRow& row : figures.rows)
    lines += row.unit + " " + row.value + " " + row.status + " " + row.edition + "\n";
  CHECK(lines == "CHN  M report-2024\nKOR 3 A report-2024\nUSA 1.5 A report-2024\n");
  const std::string remarks = text_of(figures.remarks);
  CAPTURE(remarks);
  CHECK(remarks.find("found units that the index does not rank: JPN; expected units of units.csv") !=
        std::string::npos);
  CHECK(remarks.find("groups of countries: 'World'") != std::string::npos);
  CHECK(remarks.find("names of no known country: 'Atlantis'") != std::string::npos);
}

TEST_CASE("a row that is no figure is a problem") {
  const DirectoryOnDisk place(small_index());
  const Index index = must(read_index(place.path())).index;
  const struct {
    MeasuredRow row;
    const char* problem;
  } cases[] = {
      {{"KOR", "startups", "20x4", "1", "", "", ""}, "found period '20x4'"},
      {{"KOR", "startup", "2024", "1", "", "", ""}, "found indicator 'startup'"},
      {{"KOR", "startups", "2024", "inf", "", "", ""}, "row of KOR 2024: error[not-a-number]"},
      {{"KOR", "startups", "2024", "1", "", "X", ""}, "found status 'X'"},
      {{"KOR", "startups", "2024", "1", "", "M", ""}, "found a value with the status M"},
      {{"KOR", "startups", "2024", "", "", "A", ""}, "found no value with the status A"},
      {{"KOR", "startups", "2024", "1", "-1", "", ""}, "standard error"},
      {{"대한민국", "startups", "2024", "2", "", "", ""}, "found a second row for 'KOR', 'startups', '2024'"},
  };
  const Measure measure = measure_of(measure_text(kColumns, "SELECT 1"));
  for (const auto& one : cases) {
    CAPTURE(one.problem);
    Measured measured;
    measured.rows = {{"KOR", "startups", "2024", "1", "", "", ""}, one.row};
    if (one.row.unit == "KOR") measured.rows.erase(measured.rows.begin());
    const std::string problems = problems_of(figures_of(measured, measure, index, index.editions[0], index.sources[0]));
    CAPTURE(problems);
    CHECK(problems.find(one.problem) != std::string::npos);
  }
}

}  // namespace
}  // namespace podium
