#include "podium/store/measures/bind_input.hpp"

#include "store/measured.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

constexpr const char* kColumns =
    "unit = \"text\"\nyear = \"integer\"\namount = \"number\"\nday = \"date\"\nflag = \"boolean\"";
constexpr const char* kQuery =
    "SELECT unit, year AS period, amount AS value, concat_ws('|', day, flag) AS note FROM rows ORDER BY ALL";

std::string measured_lines(const fs::path& path) {
  return lines_of(must(run_on(measure_of(measure_text(kColumns, kQuery)), {path})), true);
}

std::string problems_with(const DirectoryOnDisk& place, const std::string& name, const std::string& bytes) {
  place.write(name, bytes);
  std::string problems = problems_of(run_on(measure_of(measure_text(kColumns, kQuery)), {place.path() / name}));
  const std::string folder = place.path().generic_string() + "/";
  for (std::size_t at = problems.find(folder); at != std::string::npos; at = problems.find(folder)) {
    problems.erase(at, folder.size());
  }
  return problems;
}

/// Writes what a query finds as Parquet.
void write_parquet_of(const std::string& sql, const fs::path& path) {
  const Database database = must(Database::open({}, {}));
  must(must(database.connect())
           .execute("COPY (" + sql + ") TO " + sql_quoted(path.string(), '\'') + " (FORMAT parquet)"));
}

TEST_CASE("CSV, JSON and Parquet of the same rows are the same input") {
  const DirectoryOnDisk place;
  // A column more, another order, a quoted line end, an empty cell, a byte order mark, CRLF.
  place.write("a.csv",
              "\xef\xbb\xbfother,flag,day,amount,year,unit\r\n\"x\r\ny\",true,2024-02-29,1.5,2024,\"A \"\"b\"\"\"\r\n"
              ",,,-2e3,2023,B\r\n");
  place.write("a.json", R"([{"unit":"A \"b\"","year":2024,"amount":1.5,"day":"2024-02-29","flag":true,"other":[1]},)"
                        R"({"unit":"B","year":2023,"amount":-2e3,"day":null,"flag":null}])");
  place.write("a.jsonl",
              "{\"unit\":\"A \\\"b\\\"\",\"year\":2024,\"amount\":1.5,\"day\":\"2024-02-29\",\"flag\":true}\n"
              "{\"unit\":\"B\",\"year\":2023,\"amount\":-2000}\n");
  write_parquet_of(
      "SELECT 'A \"b\"' AS unit, 2024::SMALLINT AS year, 1.5::DECIMAL(4, 1) AS amount, DATE '2024-02-29' AS day, "
      "true AS flag UNION ALL SELECT 'B', 2023, -2000, NULL, NULL",
      place.path() / "it's [a] *.parquet");
  const std::string expected = "A \"b\" 2024 1.5 [2024-02-29|true]\nB 2023 -2000 []\n";
  for (const char* const name : {"a.csv", "a.json", "a.jsonl", "it's [a] *.parquet"}) {
    CAPTURE(name);
    CHECK(measured_lines(place.path() / name) == expected);
  }
}

TEST_CASE("a column that is missing is named, with the nearest one there is") {
  const DirectoryOnDisk place;
  const std::string problems = problems_with(place, "a.csv", "unit,yaer,amount,flag\nA,2024,1,true\n");
  CHECK(problems.find(
            "a.csv:1:1: error[missing-column]: found no column 'year' for the input 'rows'; expected a column of "
            "that name, with a whole number in each row; did you mean 'yaer'?") != std::string::npos);
  CHECK(problems.find("found no column 'day'") != std::string::npos);
  CHECK(problems_with(place, "a.json", R"([{"unit":"A","year":1,"amount":1,"day":"2024-01-01"}])")
            .find("a.json: error[missing-column]: found no column 'flag'") == 0);
  write_parquet_of("SELECT 'A' AS unit", place.path() / "a.parquet");
  CHECK(run_on(measure_of(measure_text(kColumns, kQuery)), {place.path() / "a.parquet"}).diagnostics().size() == 4);
  // A column that need not be there is null.
  place.write("b.csv", "unit,year\nA,2024\n");
  const Measure measure =
      measure_of(measure_text("unit = \"text\"\nyear = \"integer\"\nextra = { type = \"number\", required = false }",
                              "SELECT unit, year AS period, coalesce(extra, 7) AS value FROM rows"));
  CHECK(lines_of(must(run_on(measure, {place.path() / "b.csv"}))) == "A 2024 7\n");
}

TEST_CASE("the first text of another type is named with its line") {
  const DirectoryOnDisk place;
  const std::string good = "unit,year,amount,day,flag\nA,2024,1,2024-01-01,true\n\"B\nb\",2024,1,2024-01-01,true\n";
  const struct {
    const char* row;
    const char* problem;
  } cases[] = {
      {"C,2024.5,1,2024-01-01,true",
       "a.csv:5:3: error[wrong-type]: found '2024.5' in the column 'year'; expected a whole number"},
      {"C,1_000,1,2024-01-01,true", "found '1_000' in the column 'year'"},
      {"C,99999999999999999999,1,2024-01-01,true", "found '99999999999999999999' in the column 'year'"},
      {"C,2024,\"1,5\",2024-01-01,true",
       "a.csv:5:8: error[wrong-type]: found '1,5' in the column 'amount'; expected a number"},
      {"C,2024,n/a,2024-01-01,true", "found 'n/a' in the column 'amount'"},
      {"C,2024,nan,2024-01-01,true", "found 'nan' in the column 'amount'"},
      {"C,2024,1e999,2024-01-01,true", "found '1e999' in the column 'amount'"},
      {"C,2024,1,2024-02-30,true", "a.csv:5:10: error[wrong-type]: found '2024-02-30' in the column 'day'"},
      {"C,2024,1,2024-1-1,true", "found '2024-1-1' in the column 'day'"},
      {"C,2024,1,2024-01-01 10:00,true", "found '2024-01-01 10:00' in the column 'day'"},
      {"C,2024,1,2024-01-01,yes", "found 'yes' in the column 'flag'; expected true or false"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.row);
    const std::string problems = problems_with(place, "a.csv", good + one.row + "\nD,x,x,x,x\n");
    CAPTURE(problems);
    CHECK(problems.find(one.problem) != std::string::npos);
  }
  // Every column is told of once, by its first text.
  CHECK(std::ranges::count(problems_with(place, "a.csv", good + "D,x,y,z,w\nE,p,q,r,s\n"), '\n') == 3);
}

TEST_CASE("JSON and Parquet must have the types too") {
  const DirectoryOnDisk place;
  const std::string row = R"({"unit":"A","year":2024,"amount":1,"day":"2024-01-01","flag":true})";
  for (const auto& [from, to, problem] :
       {std::array<const char*, 3>{"2024,", "\"2024\",", "found '2024' in the column 'year'"},
        {"\"A\"", "5", "found '5' in the column 'unit'; expected a text"},
        {"2024,", "2024.0,", "in the column 'year'; expected a whole number"},
        {"true", "\"true\"", "found 'true' in the column 'flag'; expected true or false"},
        {"\"2024-01-01\"", "20240101", "found '20240101' in the column 'day'"}}) {
    CAPTURE(to);
    const std::string problems = problems_with(place, "a.json", "[" + row + "," + replaced(row, from, to) + "]");
    CAPTURE(problems);
    CHECK(problems.find("a.json, record 2: error[wrong-type]") == 0);
    CHECK(problems.find(problem) != std::string::npos);
  }
  write_parquet_of(
      "SELECT 'A' AS unit, 2024.0::DOUBLE AS year, '1' AS amount, TIMESTAMP '2024-01-01 00:00:00' AS day, 1 AS flag",
      place.path() / "a.parquet");
  const auto refused = run_on(measure_of(measure_text(kColumns, kQuery)), {place.path() / "a.parquet"});
  CHECK(problems_of(refused).find("found the type DOUBLE of the column 'year'; expected a whole number in each row") !=
        std::string::npos);
  CHECK(refused.diagnostics().size() == 4);
}

TEST_CASE("a file that is not what its suffix says is refused") {
  const DirectoryOnDisk place;
  const std::string header = "unit,year,amount,day,flag\n";
  CHECK(problems_with(place, "a.txt", "")
            .find("a.txt: error[invalid-value]: found suffix '.txt'; expected '.csv', '.json'") == 0);
  CHECK(problems_with(place, "a.csv", "").find("error[empty-file]") != std::string::npos);
  CHECK(problems_with(place, "a.csv", "unit,unit\n").find("error[duplicate-column]") != std::string::npos);
  CHECK(problems_with(place, "a.csv", header + "A,2024\n").find("a.csv:2: error[syntax]") == 0);
  CHECK(problems_with(place, "a.csv", header + "A,2024,1,2024-01-01,true,6\n").find("error[syntax]") !=
        std::string::npos);
  CHECK(problems_with(place, "a.csv", header + "\"A,2024,1,2024-01-01,true\n").find("error[syntax]") !=
        std::string::npos);
  CHECK(problems_with(place, "a.csv", header + "A\xff,2024,1,2024-01-01,true\n").find("error[syntax]") !=
        std::string::npos);
  CHECK(problems_with(place, "a.csv", header + std::string(3U << 20U, 'A') + ",2024,1,2024-01-01,true\n")
            .find("error[syntax]") != std::string::npos);
  CHECK(problems_with(place, "a.csv", std::string(3U << 20U, 'A')).find("error[line-too-long]") != std::string::npos);
  CHECK(problems_with(place, "a.parquet", header).find("a.parquet: error[syntax]") == 0);
  CHECK(problems_with(place, "a.json", "{\"unit\": ").find("a.json: error[syntax]") == 0);
  CHECK(problems_of(InputFile::open(place.path() / "absent.csv")).find("error[missing-file]") != std::string::npos);
  fs::create_directory(place.path() / "folder.csv");
  CHECK(problems_of(InputFile::open(place.path() / "folder.csv")).find("it is not a regular file") !=
        std::string::npos);
}

}  // namespace
}  // namespace podium
