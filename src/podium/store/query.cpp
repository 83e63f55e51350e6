#include "podium/store/query.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "podium/core/number_text.hpp"
#include "podium/files/staging.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

/// Interrupts a connection when its time is over; again and again, because an interruption between two parts of the
/// work is forgotten.
class TimeLimit {
 public:
  TimeLimit(SqlConnection connection, std::chrono::milliseconds time)
      : connection_(std::move(connection)), watch_([this, time](const std::stop_token& stop) { wait(stop, time); }) {}

  bool is_over() const { return is_over_; }

 private:
  void wait(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    ended_.wait_for(lock, stop, time, [] { return false; });
    while (!stop.stop_requested()) {
      is_over_ = true;
      connection_.interrupt();
      ended_.wait_for(lock, stop, std::chrono::milliseconds(20), [] { return false; });
    }
  }

  SqlConnection connection_;
  std::atomic<bool> is_over_ = false;
  std::mutex mutex_;
  std::condition_variable_any ended_;
  std::jthread watch_;  ///< last, so that it ends before what it uses
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char byte : text) {
    if (byte == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += byte;
    }
  }
  return lines;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// DuckDB ends a message with the line in question and a caret below the place:
///   LINE 2: ...FROM nothing WHERE ...
///                   ^
/// The excerpt may be cut at either end. The column is found where the excerpt stands in the line of the query.
Place place_in(const std::string& sql, const std::string& name, const std::vector<std::string>& message) {
  Place place{.file = name};
  const auto is_excerpt = [](const std::string& line) { return line.starts_with("LINE "); };
  const auto found = std::ranges::find_if(message, is_excerpt);
  const std::size_t colon = found == message.end() ? std::string::npos : found->find(": ");
  if (colon == std::string::npos) return place;
  const std::vector<std::string> lines = lines_of(sql);
  const auto number = parse_decimal(found->substr(5, colon - 5));
  if (!number || number->value < 1 || number->value > static_cast<double>(lines.size())) return place;
  place.line = static_cast<std::uint32_t>(number->value);
  const auto below = std::next(found);
  const std::size_t caret = below == message.end() ? std::string::npos : below->find('^');
  std::string excerpt = found->substr(colon + 2);
  if (caret == std::string::npos || caret < colon + 2 || !is_ascii(excerpt)) return place;
  std::size_t within = caret - colon - 2;
  if (excerpt.starts_with("...") && within >= 3) {
    excerpt.erase(0, 3);
    within -= 3;
  }
  if (excerpt.ends_with("...")) excerpt.erase(excerpt.size() - 3);
  const std::size_t start = lines[place.line - 1].find(excerpt);
  if (start != std::string::npos) place.column = static_cast<std::uint32_t>(start + within + 1);
  return place;
}

std::string without(std::string text, const std::string& path, std::string_view instead) {
  for (std::size_t found = text.find(path); !path.empty() && found != std::string::npos; found = text.find(path)) {
    text.replace(found, path.size(), instead);
  }
  return text;
}

/// DuckDB's words in one line, without the excerpt and without where the store stands on this machine.
std::string in_one_line(const std::vector<std::string>& message, const fs::path& store) {
  std::string words;
  for (const std::string& line : message) {
    if (line.starts_with("LINE ")) break;
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string::npos) continue;
    words += (words.empty() ? "" : " ") + line.substr(first);
  }
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(fs::absolute(store), error);
  words = without(std::move(words), whole.string(), store.filename().string());
  return without(std::move(words), store.string(), store.filename().string());
}

struct Asked {
  fs::path store;
  std::string sql;
  std::string name;
  QueryLimits limits;
};

Diagnostics explained(Diagnostics problems, const Asked& asked, bool is_time_over) {
  if (is_time_over) {
    const double seconds = std::chrono::duration<double>(asked.limits.time).count();
    return {{.code = Code::TooLarge,
             .found = "a query that takes longer than " + shortest(seconds) + " s",
             .expected = "a simpler query, or a higher --time-limit"}};
  }
  for (Diagnostic& problem : problems) {
    const std::vector<std::string> message = lines_of(problem.found);
    problem.place = place_in(asked.sql, asked.name, message);
    problem.found = in_one_line(message, asked.store);
    if (!message.front().starts_with("Out of Memory")) continue;
    problem.found = message.front();  // what follows is advice about settings that are locked here
    problem.code = Code::TooLarge;
    problem.expected = "a query that needs at most " + asked.limits.memory + ", or a higher --memory-limit";
  }
  return problems;
}

/// Without files to spill to, memory is what the limit says; nothing tells whose machine this is; and what is forbidden
/// cannot be allowed again.
constexpr const char* kLock =
    "SET temp_directory = ''; SET allow_persistent_secrets = false; SET secret_directory = ''; "
    "SET home_directory = '/'; SET extension_directory = '/'; SET enable_external_access = false; "
    "SET lock_configuration = true";

Result<Database> open_store(const fs::path& store, const QueryLimits& limits) {
  const Database::Setting settings[] = {
      {"access_mode", "READ_ONLY"},
      {"memory_limit", limits.memory},
      {"threads", std::to_string(std::max<std::size_t>(1, limits.threads))},
  };
  Result<Database> database = Database::open(store, settings);
  if (database) return database;
  Diagnostics problems = std::move(database).diagnostics();
  for (Diagnostic& problem : problems) problem.found = in_one_line(lines_of(problem.found), store);
  return problems;
}

Result<SqlRows> run(const SqlConnection& connection, const std::string& sql) {
  TRY(const SqlStatement statement, connection.prepare_query(sql));
  return statement.execute();
}

/// A table with the columns of the rows, in a database of its own: only its name and that of the file reach SQL.
Result<bool> copy_rows(const SqlConnection& connection, const SqlRows& rows, const fs::path& path) {
  std::string columns;
  for (const SqlColumn& column : rows.columns()) {
    columns += (columns.empty() ? "" : ", ") + sql_quoted(column.name, '"') + " " + column.type;
  }
  TRY([[maybe_unused]] const bool is_created, connection.execute("CREATE TABLE rows(" + columns + ")"));
  TRY(SqlAppender table, SqlAppender::open(connection, "rows"));
  TRY([[maybe_unused]] const bool is_read, table.add_rows(rows));
  TRY([[maybe_unused]] const bool is_filled, table.close());
  return connection.execute("COPY rows TO " + sql_quoted(path.string(), '\'') + " (FORMAT parquet, COMPRESSION zstd)");
}

}  // namespace

Result<SqlRows> query_store(const fs::path& store, const std::string& sql, const std::string& name,
                            const QueryLimits& limits) {
  TRY(const Database database, open_store(store, limits));
  TRY(const SqlConnection connection, database.connect());
  TRY([[maybe_unused]] const bool is_locked, connection.execute(kLock));
  // Both live as long as the rows do.
  const auto limit = std::make_shared<TimeLimit>(connection, limits.time);
  const auto explain = [limit, asked = Asked{store, sql, name, limits}](Diagnostics problems) {
    return explained(std::move(problems), asked, limit->is_over());
  };
  Result<SqlRows> rows = run(connection, sql);
  if (!rows) return explain(std::move(rows).diagnostics());
  rows->set_explain(explain);
  return rows;
}

Result<fs::path> write_parquet(const SqlRows& rows, const fs::path& path, const QueryLimits& limits) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(fs::absolute(path), error);
  if (error || !target.has_filename() || (fs::exists(target, error) && !fs::is_regular_file(target, error))) {
    return Diagnostic{.code = Code::WriteFailed,
                      .found = podium::quoted(path.string()) + ", which cannot be written to",
                      .expected = "a file, or a path that is free"};
  }
  TRY(Staging staging, Staging::beside(target));
  const Database::Setting settings[] = {{"memory_limit", limits.memory}};
  TRY(const Database database, Database::open({}, settings));
  TRY(const SqlConnection connection, database.connect());
  TRY([[maybe_unused]] const bool spills_nothing, connection.execute("SET temp_directory = ''"));
  TRY([[maybe_unused]] const bool is_written, copy_rows(connection, rows, staging.path()));
  return staging.replace_file();
}

}  // namespace podium
