#include "podium/store/query.hpp"

#include <algorithm>
#include <memory>

#include "podium/files/staging.hpp"
#include "podium/store/asked_query.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

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
  for (Diagnostic& problem : problems) problem.found = in_one_line(problem.found, store);
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
  TRY([[maybe_unused]] const bool is_locked, lock_out(connection));
  // Both live as long as the rows do.
  const auto limit = std::make_shared<TimeLimit>(connection, limits.time);
  const auto explain = [limit, asked = AskedQuery{store, sql, name, limits}](Diagnostics problems) {
    return explained(std::move(problems), asked, limit->is_over());
  };
  Result<SqlRows> rows = run(connection, sql);
  if (!rows) return explain(std::move(rows).diagnostics());
  rows->set_explain(explain);
  return rows;
}

Result<bool> lock_out(const SqlConnection& connection, const fs::path& but) {
  if (!but.empty()) {
    const std::string allowed = "SET allowed_paths = [" + sql_quoted(but.string(), '\'') + "]";
    TRY([[maybe_unused]] const bool is_allowed, connection.execute(allowed));
  }
  return connection.execute(kLock);
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
  const Database::Setting settings[] = {{"memory_limit", limits.memory},
                                        {"threads", std::to_string(std::max<std::size_t>(1, limits.threads))}};
  TRY(const Database database, Database::open({}, settings));
  TRY(const SqlConnection connection, database.connect());
  TRY([[maybe_unused]] const bool spills_nothing, connection.execute("SET temp_directory = ''"));
  TRY([[maybe_unused]] const bool is_written, copy_rows(connection, rows, staging.path()));
  return staging.replace_file();
}

}  // namespace podium
