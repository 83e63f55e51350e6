#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "podium/core/result.hpp"

/// DuckDB, behind values. Its C interface is known to database.cpp, sql_values.cpp and sql_table_function.cpp alone.
/// What DuckDB reports becomes a diagnostic with DuckDB's own words.
namespace podium {

struct DatabaseHandle;
struct ConnectionHandle;
struct StatementHandle;
struct RowsHandle;
struct AppenderHandle;

/// A value of a result. `text` is what a file of text holds: a number in the shortest form that reads back, a day as
/// 2025-04-08, "true" or "false"; empty for null.
struct SqlValue {
  enum class Kind : std::uint8_t { Null, Boolean, Number, Text, List, Record };

  Kind kind = Kind::Null;
  std::string text{};
  std::vector<SqlValue> items{};    ///< of a list or a record
  std::vector<std::string> keys{};  ///< of a record, one for each item
};

struct SqlColumn {
  std::string name;
  std::string type;  ///< in SQL: "DOUBLE", "STRUCT(\"a\" VARCHAR[])"; empty for one that podium does not print
  bool is_number;
};

/// A name ('"') or a text ('\'') as SQL writes it: quotes around it, and doubled in it.
std::string sql_quoted(std::string_view text, char quote);

/// What a query finds, while it finds it: rows come as they are made, so a long result takes little memory.
class SqlRows {
 public:
  /// What becomes of the problems that show only while rows are made.
  using Explain = std::function<Diagnostics(Diagnostics)>;
  void set_explain(Explain explain) { explain_ = std::move(explain); }

  std::vector<SqlColumn> columns() const;
  /// A column of a type that podium does not print (intervals, bit strings ...) is a problem.
  Result<bool> check_types() const;
  /// Returns whether to go on.
  using Visit = std::function<bool(std::span<const SqlValue>)>;
  /// Calls visit(values) for each row in order. Can be gone through once. All types are checked before the first row.
  Result<bool> for_each(const Visit& visit);

 private:
  friend class SqlConnection;
  friend class SqlStatement;
  friend class SqlAppender;
  explicit SqlRows(std::shared_ptr<RowsHandle> handle) : handle_(std::move(handle)) {}
  /// Calls visit(chunk), a duckdb_data_chunk, for each, as long as it returns true.
  Result<bool> for_each_chunk(const std::function<bool(void*)>& visit) const;

  std::shared_ptr<RowsHandle> handle_;
  Explain explain_{};
};

/// A query that has been understood.
class SqlStatement {
 public:
  /// Begins with it; the rows come with for_each.
  Result<SqlRows> execute() const;

 private:
  friend class SqlConnection;
  explicit SqlStatement(std::shared_ptr<StatementHandle> handle) : handle_(std::move(handle)) {}

  std::shared_ptr<StatementHandle> handle_;
};

class SqlTableFunction;

class SqlConnection {
 public:
  /// Statements of podium's own; what they return is dropped.
  Result<bool> execute(const std::string& sql) const;
  /// One statement of podium's own, with a text for each "?".
  Result<SqlRows> query(const std::string& sql, std::span<const std::string> parameters = {}) const;
  /// A text from outside: exactly one statement, and that a query (SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW,
  /// SUMMARIZE). Nothing has run yet.
  Result<SqlStatement> prepare_query(const std::string& sql) const;
  /// Stops what runs on this connection; from any thread.
  void interrupt() const;

 private:
  friend class Database;
  friend class SqlAppender;
  friend class SqlTableFunction;
  explicit SqlConnection(std::shared_ptr<ConnectionHandle> handle) : handle_(std::move(handle)) {}
  /// A duckdb_connection.
  void* native() const;

  std::shared_ptr<ConnectionHandle> handle_;
};

/// A file of DuckDB, or a database in memory. Closed with its last connection.
class Database {
 public:
  using Setting = std::pair<std::string, std::string>;

  /// An empty path: in memory. Settings are DuckDB's; no extension is ever loaded or looked for.
  static Result<Database> open(const std::filesystem::path& path, std::span<const Setting> settings);
  Result<SqlConnection> connect() const;

 private:
  explicit Database(std::shared_ptr<DatabaseHandle> handle) : handle_(std::move(handle)) {}

  std::shared_ptr<DatabaseHandle> handle_;
};

/// Writes rows behind those of a table, much faster than statements do. A problem is kept and reported by close().
class SqlAppender {
 public:
  static Result<SqlAppender> open(const SqlConnection& connection, const std::string& table);

  SqlAppender& add(std::string_view text);
  SqlAppender& add(const char* text) { return add(std::string_view(text)); }
  /// NaN is null.
  SqlAppender& add(double value);
  SqlAppender& add(std::int64_t value);
  SqlAppender& add_null();
  void end_row();
  /// All rows of a result whose columns have the table's types.
  Result<bool> add_rows(const SqlRows& rows);
  /// Must be called at the end: the rows are in the table once it returns true.
  Result<bool> close();

 private:
  explicit SqlAppender(std::shared_ptr<AppenderHandle> handle) : handle_(std::move(handle)) {}

  std::shared_ptr<AppenderHandle> handle_;
};

}  // namespace podium
