#include "podium/store/database.hpp"

#include <cmath>

#include <duckdb.h>

#include "podium/store/sql_values.hpp"

namespace podium {

struct DatabaseHandle {
  duckdb_database database = nullptr;
  DatabaseHandle() = default;
  DatabaseHandle(const DatabaseHandle&) = delete;
  DatabaseHandle& operator=(const DatabaseHandle&) = delete;
  ~DatabaseHandle() { duckdb_close(&database); }
};

struct ConnectionHandle {
  std::shared_ptr<DatabaseHandle> database;
  duckdb_connection connection = nullptr;
  explicit ConnectionHandle(std::shared_ptr<DatabaseHandle> owner) : database(std::move(owner)) {}
  ConnectionHandle(const ConnectionHandle&) = delete;
  ConnectionHandle& operator=(const ConnectionHandle&) = delete;
  ~ConnectionHandle() { duckdb_disconnect(&connection); }
};

struct StatementHandle {
  std::shared_ptr<ConnectionHandle> connection;
  duckdb_prepared_statement statement = nullptr;
  explicit StatementHandle(std::shared_ptr<ConnectionHandle> owner) : connection(std::move(owner)) {}
  StatementHandle(const StatementHandle&) = delete;
  StatementHandle& operator=(const StatementHandle&) = delete;
  ~StatementHandle() { duckdb_destroy_prepare(&statement); }
};

struct RowsHandle {
  std::shared_ptr<ConnectionHandle> connection;
  duckdb_result result{};
  explicit RowsHandle(std::shared_ptr<ConnectionHandle> owner) : connection(std::move(owner)) {}
  RowsHandle(const RowsHandle&) = delete;
  RowsHandle& operator=(const RowsHandle&) = delete;
  ~RowsHandle() { duckdb_destroy_result(&result); }
};

namespace {

std::string words_or(const char* words, const char* otherwise) { return words == nullptr ? otherwise : words; }

std::string problem_of(duckdb_appender appender) {
  duckdb_error_data error = duckdb_appender_error_data(appender);
  std::string words = words_or(duckdb_error_data_message(error), "the row was refused");
  duckdb_destroy_error_data(&error);
  return words;
}

}  // namespace

struct AppenderHandle {
  std::shared_ptr<ConnectionHandle> connection;
  duckdb_appender appender = nullptr;
  std::string problem{};
  explicit AppenderHandle(std::shared_ptr<ConnectionHandle> owner) : connection(std::move(owner)) {}
  AppenderHandle(const AppenderHandle&) = delete;
  AppenderHandle& operator=(const AppenderHandle&) = delete;
  ~AppenderHandle() { duckdb_appender_destroy(&appender); }

  void check(duckdb_state state) {
    if (state == DuckDBSuccess || !problem.empty()) return;
    problem = problem_of(appender);
  }
};

namespace {

/// The settings of a query before it is run.
struct Config {
  duckdb_config config = nullptr;
  Config() { duckdb_create_config(&config); }
  Config(const Config&) = delete;
  Config& operator=(const Config&) = delete;
  ~Config() { duckdb_destroy_config(&config); }
};

struct Chunk {
  duckdb_data_chunk chunk;
  explicit Chunk(duckdb_data_chunk fetched) : chunk(fetched) {}
  Chunk(const Chunk&) = delete;
  Chunk& operator=(const Chunk&) = delete;
  ~Chunk() {
    if (chunk != nullptr) duckdb_destroy_data_chunk(&chunk);
  }
};

struct Extracted {
  duckdb_extracted_statements statements = nullptr;
  Extracted() = default;
  Extracted(const Extracted&) = delete;
  Extracted& operator=(const Extracted&) = delete;
  ~Extracted() { duckdb_destroy_extracted(&statements); }
};

Diagnostic refused(std::string words) {
  return {.code = Code::InvalidUsage, .found = std::move(words), .expected = "SQL that DuckDB understands"};
}

Diagnostic not_one_query(std::string found) {
  return {.code = Code::InvalidUsage,
          .found = std::move(found),
          .expected = "one query: SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW or SUMMARIZE"};
}

using Run = duckdb_state (*)(duckdb_prepared_statement, duckdb_result*);

/// Runs what is prepared: duckdb_execute_prepared makes all rows at once, in memory that no limit holds for;
/// duckdb_execute_prepared_streaming makes them while they are fetched.
Result<std::shared_ptr<RowsHandle>> run(const StatementHandle& statement, Run how) {
  auto rows = std::make_shared<RowsHandle>(statement.connection);
  if (how(statement.statement, &rows->result) != DuckDBSuccess) {
    return refused(words_or(duckdb_result_error(&rows->result), "the query failed"));
  }
  return rows;
}

}  // namespace

std::string sql_quoted(std::string_view text, char quote) {
  std::string all(1, quote);
  for (const char byte : text) all += byte == quote ? std::string(2, quote) : std::string(1, byte);
  return all + quote;
}

Result<Database> Database::open(const std::filesystem::path& path, std::span<const Setting> settings) {
  const Config config;
  const Setting always[] = {{"autoinstall_known_extensions", "false"}, {"autoload_known_extensions", "false"}};
  for (const auto& list : {std::span<const Setting>(always), settings}) {
    for (const auto& [name, value] : list) {
      if (duckdb_set_config(config.config, name.c_str(), value.c_str()) != DuckDBSuccess) {
        return Diagnostic{.code = Code::InvalidUsage,
                          .found = podium::quoted(value) + " for " + name,
                          .expected = "what DuckDB takes for it; sizes as 500MB or 2GB"};
      }
    }
  }
  auto handle = std::make_shared<DatabaseHandle>();
  char* words = nullptr;
  const char* const place = path.empty() ? nullptr : path.c_str();
  if (duckdb_open_ext(place, &handle->database, config.config, &words) != DuckDBSuccess) {
    Diagnostic problem = refused(words_or(words, "the database cannot be opened"));
    duckdb_free(words);
    return problem;
  }
  return Database(std::move(handle));
}

Result<SqlConnection> Database::connect() const {
  auto handle = std::make_shared<ConnectionHandle>(handle_);
  if (duckdb_connect(handle_->database, &handle->connection) != DuckDBSuccess) {
    return refused("no connection to the database");
  }
  return SqlConnection(std::move(handle));
}

Result<bool> SqlConnection::execute(const std::string& sql) const {
  RowsHandle rows(handle_);
  if (duckdb_query(handle_->connection, sql.c_str(), &rows.result) != DuckDBSuccess) {
    return refused(words_or(duckdb_result_error(&rows.result), "the statement failed"));
  }
  return true;
}

Result<SqlRows> SqlConnection::query(const std::string& sql, std::span<const std::string> parameters) const {
  StatementHandle statement(handle_);
  if (duckdb_prepare(handle_->connection, sql.c_str(), &statement.statement) != DuckDBSuccess) {
    return refused(words_or(duckdb_prepare_error(statement.statement), "the statement failed"));
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (duckdb_bind_varchar_length(statement.statement, i + 1, parameters[i].data(), parameters[i].size()) !=
        DuckDBSuccess) {
      return refused("the parameter " + podium::quoted(parameters[i]));
    }
  }
  TRY(auto rows, run(statement, duckdb_execute_prepared));
  return SqlRows(std::move(rows));
}

Result<SqlStatement> SqlConnection::prepare_query(const std::string& sql) const {
  if (sql.find('\0') != std::string::npos) return not_one_query("a NUL byte in the SQL");
  Extracted extracted;
  const idx_t count = duckdb_extract_statements(handle_->connection, sql.c_str(), &extracted.statements);
  if (count == 0) {
    const char* const words = duckdb_extract_statements_error(extracted.statements);
    return words == nullptr ? not_one_query("no statement") : refused(words);
  }
  if (count > 1) return not_one_query(std::to_string(count) + " statements");
  auto statement = std::make_shared<StatementHandle>(handle_);
  if (duckdb_prepare_extracted_statement(handle_->connection, extracted.statements, 0, &statement->statement) !=
      DuckDBSuccess) {
    return refused(words_or(duckdb_prepare_error(statement->statement), "the query failed"));
  }
  if (duckdb_prepared_statement_type(statement->statement) != DUCKDB_STATEMENT_TYPE_SELECT) {
    return not_one_query("a statement that is not a query");
  }
  if (duckdb_nparams(statement->statement) != 0) return not_one_query("a parameter that nothing is given for");
  return SqlStatement(std::move(statement));
}

void* SqlConnection::native() const { return handle_->connection; }

void SqlConnection::interrupt() const { duckdb_interrupt(handle_->connection); }

Result<SqlRows> SqlStatement::execute() const {
  TRY(auto rows, run(*handle_, duckdb_execute_prepared_streaming));
  return SqlRows(std::move(rows));
}

std::vector<SqlColumn> SqlRows::columns() const {
  std::vector<SqlColumn> columns;
  for (idx_t i = 0; i < duckdb_column_count(&handle_->result); ++i) {
    const SqlType type(duckdb_column_logical_type(&handle_->result, i));
    columns.push_back({duckdb_column_name(&handle_->result, i), type.sql(), type.is_number()});
  }
  return columns;
}

Result<bool> SqlRows::check_types() const {
  for (const SqlColumn& column : columns()) {
    if (!column.type.empty()) continue;
    return Diagnostic{
        .code = Code::InvalidUsage,
        .found = "column " + podium::quoted(column.name) + " of a type without a form here",
        .expected = "a number, a text, a day, a time, a list or a struct; CAST(... AS VARCHAR) makes a text of it"};
  }
  return true;
}

Result<bool> SqlRows::for_each(const Visit& visit) {
  TRY([[maybe_unused]] const bool is_printable, check_types());
  const idx_t columns = duckdb_column_count(&handle_->result);
  std::vector<SqlValue> row(columns);
  return for_each_chunk([&](void* chunk) {
    const auto values = static_cast<duckdb_data_chunk>(chunk);
    std::vector<SqlVector> vectors;
    for (idx_t i = 0; i < columns; ++i) vectors.emplace_back(duckdb_data_chunk_get_vector(values, i));
    for (idx_t at = 0; at < duckdb_data_chunk_get_size(values); ++at) {
      for (idx_t i = 0; i < columns; ++i) row[i] = vectors[i].value(at);
      if (!visit(row)) return false;
    }
    return true;
  });
}

Result<bool> SqlRows::for_each_chunk(const std::function<bool(void*)>& visit) const {
  while (true) {
    const Chunk chunk(duckdb_fetch_chunk(handle_->result));
    if (chunk.chunk == nullptr) break;
    if (!visit(chunk.chunk)) return true;
  }
  const char* const words = duckdb_result_error(&handle_->result);
  if (words == nullptr || *words == '\0') return true;
  Diagnostics problems{refused(words)};
  return explain_ ? explain_(std::move(problems)) : problems;
}

Result<SqlAppender> SqlAppender::open(const SqlConnection& connection, const std::string& table) {
  auto handle = std::make_shared<AppenderHandle>(connection.handle_);
  if (duckdb_appender_create(connection.handle_->connection, nullptr, table.c_str(), &handle->appender) !=
      DuckDBSuccess) {
    return refused(problem_of(handle->appender));
  }
  return SqlAppender(std::move(handle));
}

SqlAppender& SqlAppender::add(std::string_view text) {
  handle_->check(duckdb_append_varchar_length(handle_->appender, text.data(), text.size()));
  return *this;
}

SqlAppender& SqlAppender::add(double value) {
  if (std::isnan(value)) return add_null();
  handle_->check(duckdb_append_double(handle_->appender, value));
  return *this;
}

SqlAppender& SqlAppender::add(std::int64_t value) {
  handle_->check(duckdb_append_int64(handle_->appender, value));
  return *this;
}

SqlAppender& SqlAppender::add_null() {
  handle_->check(duckdb_append_null(handle_->appender));
  return *this;
}

void SqlAppender::end_row() { handle_->check(duckdb_appender_end_row(handle_->appender)); }

Result<bool> SqlAppender::add_rows(const SqlRows& rows) {
  return rows.for_each_chunk([this](void* chunk) {
    handle_->check(duckdb_append_data_chunk(handle_->appender, static_cast<duckdb_data_chunk>(chunk)));
    return handle_->problem.empty();
  });
}

Result<bool> SqlAppender::close() {
  handle_->check(duckdb_appender_close(handle_->appender));
  if (!handle_->problem.empty()) return refused(handle_->problem);
  return true;
}

}  // namespace podium
