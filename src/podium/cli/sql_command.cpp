#include "podium/cli/sql_command.hpp"

#include <fstream>
#include <iostream>
#include <memory>

#include "podium/cli/common_options.hpp"
#include "podium/cli/sql_view.hpp"
#include "podium/store/query.hpp"
#include "podium/store/store.hpp"

namespace podium {
namespace {

struct SqlOptions {
  std::string directory;
  std::vector<std::string> sql;
  std::optional<std::string> query_file;
  std::string format = "table";
  std::optional<std::string> out;
  std::string memory_limit = "1GB";
  std::optional<std::size_t> time_limit;
  std::optional<std::size_t> threads;
};

constexpr std::size_t kMostSqlBytes = std::size_t{1} << 20U;
constexpr std::size_t kSecondsByDefault = 60;

/// A query and what to call it in messages.
struct Query {
  std::string sql;
  std::string name;
};

Result<Query> read_query(std::istream& stream, const std::string& name) {
  std::string sql(kMostSqlBytes + 1, '\0');
  stream.read(sql.data(), static_cast<std::streamsize>(sql.size()));
  const auto size = static_cast<std::size_t>(stream.gcount());
  if (size > kMostSqlBytes) {
    return Diagnostic{.code = Code::TooLarge,
                      .found = "more than 1 MiB of SQL",
                      .expected = "one query of at most 1 MiB",
                      .place = {name, 0, 0}};
  }
  sql.resize(size);
  return Query{std::move(sql), name};
}

Result<Query> query_of(const SqlOptions& options) {
  if (options.sql.empty() == !options.query_file) {
    return bad_usage(options.sql.empty() ? "no query" : "a query and --query-file",
                     "either a query or --query-file FILE");
  }
  if (!options.query_file) {
    return options.sql.front() == "-" ? read_query(std::cin, "-") : Query{options.sql.front(), "query"};
  }
  if (*options.query_file == "-") return read_query(std::cin, "-");
  std::ifstream file(*options.query_file, std::ios::binary);
  if (!file || file.peek() == std::ifstream::traits_type::eof()) {
    return Diagnostic{.code = Code::MissingFile,
                      .found = "no query in " + podium::quoted(*options.query_file),
                      .expected = "a file with one query"};
  }
  return read_query(file, *options.query_file);
}

std::optional<Diagnostic> problem_of_output(const SqlOptions& options) {
  const bool is_parquet = options.format == "parquet";
  if (is_parquet && !options.out) return bad_usage("--format parquet without a file", "-o FILE with it");
  if (!is_parquet && options.out) {
    return bad_usage("-o with --format " + options.format, "-o with --format parquet, or '> FILE'");
  }
  return std::nullopt;
}

Result<std::string> text_of(const SqlOptions& options, SqlRows& rows, const QueryLimits& limits, Colour colour) {
  if (options.format == "csv") return rows_as_csv(rows);
  if (options.format == "json") return rows_as_json(rows);
  if (options.format == "table") return rows_as_table(rows, colour);
  TRY([[maybe_unused]] const bool are_names_sound, check_names(rows));
  TRY([[maybe_unused]] const bool are_types_sound, rows.check_types());
  TRY([[maybe_unused]] const auto path, write_parquet(rows, *options.out, limits));
  return *options.out + "\n";
}

Result<Report> query(const SqlOptions& options, const Surroundings& surroundings) {
  if (auto problem = problem_of_output(options)) return *std::move(problem);
  TRY(const Query asked, query_of(options));
  TRY(const std::filesystem::path store, update_store(options.directory));
  const QueryLimits limits{.memory = options.memory_limit,
                           .time = std::chrono::seconds(options.time_limit.value_or(kSecondsByDefault)),
                           .threads = options.threads.value_or(surroundings.threads)};
  TRY(SqlRows rows, query_store(store, asked.sql, asked.name, limits));
  TRY(std::string text, text_of(options, rows, limits, surroundings.colour));
  return Report{std::move(text)};
}

}  // namespace

Command sql_command() {
  const auto options = std::make_shared<SqlOptions>();
  return {
      .name = "sql",
      .purpose = {"answers a query in SQL from all that podium knows of an index",
                  "지수에 관한 모든 내용을 SQL로 조회합니다"},
      .options =
          {directory_word(options->directory),
           {"SQL",
            {},
            {"one query, or - to read it from the standard input", "질의 하나. -이면 표준 입력에서 읽습니다"},
            &options->sql},
           {"--query-file", "FILE", {"read the query from a file", "파일에서 질의를 읽습니다"}, &options->query_file},
           format_option(options->format, {"table", "csv", "json", "parquet"}),
           {.name = "--out",
            .value = "FILE",
            .help = {"the file of --format parquet", "--format parquet로 쓸 파일"},
            .target = &options->out,
            .letter = "-o"},
           {"--memory-limit",
            "SIZE",
            {"memory for the query (default: 1GB)", "질의에 쓸 메모리 (기본값: 1GB)"},
            &options->memory_limit},
           {"--time-limit",
            "SECONDS",
            {"time for the query (default: 60)", "질의에 쓸 시간(초) (기본값: 60)"},
            &options->time_limit},
           {"--threads",
            "N",
            {"at most so many threads (default: all)", "스레드 수 (기본값: 전부)"},
            &options->threads}},
      .examples = {{"podium sql my-index \"select * from result where rank <= 3\"",
                    {"first to third of every node and period", "모든 항목과 기간의 1~3위"}},
                   {"podium sql my-index \"show tables\"", {"what there is to ask", "조회할 수 있는 표"}},
                   {"podium sql my-index \"from observation\" --format parquet -o figures.parquet",
                    {"every figure of every edition as one file", "모든 판의 모든 수치를 한 파일로"}}},
      .run = [options](const Surroundings& surroundings) { return query(*options, surroundings); },
      .more =
          {"Tables: unit, unit_group, indicator, source, edition, observation, cell_history, result, input. They are "
           "made from the files of the index whenever these change, and kept in DIR/.podium, which may be deleted. "
           "The SQL is that of DuckDB. A query reads these tables and nothing else: no file, no network, no setting.",
           "표: unit, unit_group, indicator, source, edition, observation, cell_history, result, input. 지수의 파일이 "
           "바뀌면 다시 만들어 DIR/.podium에 둡니다. 지워도 됩니다. SQL 문법은 DuckDB를 따릅니다. 질의는 이 표만 읽을 "
           "수 "
           "있고 파일, 네트워크, 설정에는 접근할 수 없습니다."},
  };
}

}  // namespace podium
