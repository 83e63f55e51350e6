#include <algorithm>
#include <iostream>
#include <sstream>

#include <doctest/doctest.h>

#include "cli/whole_program.hpp"
#include "support/shared.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

/// What the standard input holds while it lives.
class StandardInput {
 public:
  explicit StandardInput(const std::string& text) : text_(text), before_(std::cin.rdbuf(text_.rdbuf())) {}
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  ~StandardInput() { std::cin.rdbuf(before_); }

 private:
  std::istringstream text_;
  std::streambuf* before_;
};

}  // namespace

TEST_CASE("a query is answered as a table, as CSV and as JSON") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const std::string sql =
      "SELECT u.code, u.name_ko, r.score, r.rank FROM unit u LEFT JOIN result r ON r.unit = u.code "
      "AND r.node = 'index' AND r.period = '2024' ORDER BY u.code";
  const Ran table = run({"sql", "tiny", sql});
  CHECK(table.status == 0);
  CHECK(table.err == "");
  CHECK(table.out ==
        "code  name_ko   score  rank\n"
        "AAA   가         37.5     2\n"
        "BBB   나나     84.375     1\n"
        "CCC   다           25     3\n"
        "DDD   라\n");
  CHECK(run({"sql", "tiny", sql, "--format", "csv"}).out ==
        "code,name_ko,score,rank\nAAA,가,37.5,2\nBBB,나나,84.375,1\nCCC,다,25,3\nDDD,라,,\n");
  CHECK(run({"sql", "tiny", sql + " LIMIT 1 OFFSET 2", "--format", "json"}).out ==
        R"([{"code":"CCC","name_ko":"다","score":25,"rank":3}])"
        "\n");
  CHECK(run({"sql", "tiny", sql + " LIMIT 0", "--format", "json"}).out == "[]\n");
  const std::string kinds =
      "SELECT 'a,\"b\"' AS text, [1, 2] AS list, {'k': 0.1, 'l': NULL} AS part, 10::HUGEINT ** 0 AS n, "
      "123456789012345678901::HUGEINT AS big";
  CHECK(run({"sql", "tiny", kinds, "--format", "json"}).out ==
        R"([{"text":"a,\"b\"","list":[1,2],"part":{"k":0.1,"l":null},"n":1,"big":"123456789012345678901"}])"
        "\n");
  CHECK(run({"sql", "tiny", "SELECT 'a,\"b\"' AS text, [1, 2] AS list", "--format", "csv"}).out ==
        "text,list\n\"a,\"\"b\"\"\",\"[1,2]\"\n");
}

TEST_CASE("what a query finds is what the other commands print") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const std::string ranks = "SELECT period, node, unit, score, rank FROM result WHERE rank IS NOT NULL ORDER BY ALL";
  std::istringstream expected(run_line("rank tiny --all --format csv").out);
  std::vector<std::string> lines;
  for (std::string line; std::getline(expected, line);) {
    if (!line.ends_with(",,")) lines.push_back(line);
  }
  std::sort(lines.begin() + 1, lines.end());
  std::istringstream found(run({"sql", "tiny", ranks, "--format", "csv"}).out);
  std::vector<std::string> rows;
  for (std::string line; std::getline(found, line);) rows.push_back(line);
  std::sort(rows.begin() + 1, rows.end());
  CHECK(rows == lines);
  CHECK(rows.size() > 20);
}

TEST_CASE("a query comes from the command line, a file or the standard input") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("one.sql", "SELECT 1 AS one -- one\n");
  const std::string one = "one\n1\n";
  CHECK(run({"sql", "tiny", "SELECT 1 AS one", "--format", "csv"}).out == one);
  CHECK(run_line("sql tiny --query-file one.sql --format csv").out == one);
  for (const char* const line : {"sql tiny - --format csv", "sql tiny --query-file - --format csv"}) {
    const StandardInput input("SELECT 1 AS one;\n");
    CHECK(run_line(line).out == one);
  }
}

TEST_CASE("what cannot be answered ends with status 2 and says where and why") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  write_file("bad.sql", "SELECT code\nFROM units\n");
  write_file("empty.sql", "");
  write_file("long.sql", std::string((std::size_t{1} << 20U) + 1, ' '));
  const struct {
    std::vector<std::string> words;
    const char* message;
  } cases[] = {
      {{"sql", "tiny"}, "found no query; expected either a query or --query-file FILE"},
      {{"sql", "tiny", "SELECT 1", "--query-file", "bad.sql"}, "found a query and --query-file"},
      {{"sql", "tiny", "SELECT 1", "SELECT 2"}, "expected nothing more after sql"},
      {{"sql", "tiny", "--query-file", "bad.sql"},
       "bad.sql:2:6: error[invalid-usage]: found Catalog Error: Table with"},
      {{"sql", "tiny", "--query-file", "none.sql"}, "error[missing-file]: found no query in 'none.sql'"},
      {{"sql", "tiny", "--query-file", "empty.sql"}, "error[missing-file]: found no query in 'empty.sql'"},
      {{"sql", "tiny", "--query-file", "tiny"}, "error[missing-file]: found no query in 'tiny'"},
      {{"sql", "tiny", "--query-file", "long.sql"}, "long.sql: error[too-large]: found more than 1 MiB of SQL"},
      {{"sql", "tiny", "SELECT nothing"}, "query:1:8: error[invalid-usage]: found Binder Error"},
      {{"sql", "tiny", "DROP TABLE unit"}, "found a statement that is not a query"},
      {{"sql", "tiny", "FROM 'bad.sql'"}, "error[invalid-usage]: found"},
      {{"sql", "tiny", "SELECT INTERVAL 1 DAY"}, "of a type without a form here"},
      {{"sql", "tiny", "SELECT 1 AS a, 2 AS A", "--format", "json"}, "found two columns 'A'"},
      {{"sql", "tiny", "SELECT 1", "--format", "parquet"}, "found --format parquet without a file"},
      {{"sql", "tiny", "SELECT 1", "-o", "x"}, "found -o with --format table"},
      {{"sql", "tiny", "SELECT 1", "--memory-limit", "much"}, "found 'much' for memory_limit"},
      {{"sql", "tiny", "SELECT 1", "--time-limit", "0"}, "found '0' for --time-limit; expected a whole number from 1"},
      {{"sql", "tiny", "SELECT sum(a.range * b.range) FROM range(100000000) a, range(1000000) b", "--time-limit", "1"},
       "error[too-large]: found a query that takes longer than 1 s"},
      {{"sql", "tiny", "SELECT repeat('x', 1000) FROM range(1000000)", "--format", "csv"},
       "found a result of more than 256 MiB of text"},
      {{"sql", "nowhere", "SELECT 1"}, "error[missing-file]: found no directory 'nowhere'"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.message);
    const Ran ran = run(one.words);
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    CHECK_MESSAGE(ran.err.find(one.message) != std::string::npos, ran.err);
    CHECK(ran.err.find(std::filesystem::current_path().string()) == std::string::npos);
  }
}

TEST_CASE("the queries in the documentation give the answers that stand below them") {
  const std::filesystem::path indices = source_directory() / "indices";
  std::istringstream document(read_file(source_directory() / "docs" / "query-an-index.md"));
  const ScratchPlace here;
  std::filesystem::copy(indices / "ai-competitiveness", "index", std::filesystem::copy_options::recursive);
  std::size_t queries = 0;
  std::string query;
  std::string* block = nullptr;  // the one that the lines belong to
  std::string answer;
  for (std::string line; std::getline(document, line);) {
    if (line == "```sql") {
      block = &query;
    } else if (line == "```" && block == &query) {
      block = nullptr;
    } else if (line == "```" && block == &answer) {
      CAPTURE(query);
      CHECK(run({"sql", "index", query}).out == answer);
      ++queries;
      block = nullptr;
      query.clear();
      answer.clear();
    } else if (line == "```" && !query.empty()) {
      block = &answer;
    } else if (block != nullptr) {
      *block += line + "\n";
    }
  }
  CHECK(queries == 10);
}

TEST_CASE("text from the index cannot write to the reader's terminal") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  CHECK(run({"sql", "tiny", "SELECT 'a' || chr(27) || '[31m' AS t"}).out.find('\x1b') == std::string::npos);
}

TEST_CASE("the store stays out of the way of the other commands") {
  const ScratchPlace here;
  write_tiny_index("tiny");
  const std::string validated = run_line("validate tiny").out;
  REQUIRE(run_line("sql tiny \"FROM result\" --format parquet -o ranks.parquet").status == 0);
  CHECK(read_file("ranks.parquet").starts_with("PAR1"));
  CHECK(std::filesystem::exists("tiny/.podium/store.duckdb"));
  CHECK(run_line("validate tiny").out == validated);
  CHECK(run_line("build tiny -o site --no-stress").status == 0);
  CHECK(tree("site").count(".podium/store.duckdb") == 0);
}
