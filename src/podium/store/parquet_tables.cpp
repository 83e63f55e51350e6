#include "podium/store/parquet_tables.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/text_check.hpp"
#include "podium/store/query.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrinted = "printed";
constexpr std::string_view kValue = "value";
constexpr std::string_view kSuffix = ".parquet";

Diagnostic wrong(Code code, std::string found, std::string expected, Place place) {
  return {.code = code, .found = std::move(found), .expected = std::move(expected), .place = std::move(place)};
}

/// A directory that nobody else can enter, removed with this object: DuckDB writes to places on the disk only.
class PrivateDirectory {
 public:
  static Result<PrivateDirectory> create() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "podium-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) {
      return wrong(Code::WriteFailed, "no place for temporary files", "one that can be written to, or TMPDIR", {});
    }
    return PrivateDirectory(std::move(name));
  }
  PrivateDirectory(PrivateDirectory&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  PrivateDirectory& operator=(PrivateDirectory&&) = delete;
  ~PrivateDirectory() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  const fs::path& path() const { return path_; }

 private:
  explicit PrivateDirectory(fs::path path) : path_(std::move(path)) {}
  fs::path path_;
};

// Writing

bool is_figure(const RawTable& table, std::string_view column) {
  return table.name == "observation" && column == kValue;
}

ColumnKind kind_of(const TableInfo& info, std::string_view column) {
  const auto found = std::ranges::find(info.columns, column, &ColumnInfo::name);
  return found != info.columns.end() ? found->kind : ColumnKind::Text;
}

std::string_view type_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::Number:
      return "DOUBLE";
    case ColumnKind::Integer:
      return "BIGINT";
    case ColumnKind::Date:
      return "DATE";
    case ColumnKind::Text:
      break;
  }
  return "VARCHAR";
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// False for a text that is none of this kind.
bool add_cell(SqlAppender& rows, ColumnKind kind, const std::string& text) {
  if (text.empty()) {
    rows.add_null();
  } else if (kind == ColumnKind::Number) {
    const std::optional<PrintedNumber> number = parse_decimal(text);
    if (!number) return false;
    rows.add(number->value);
  } else if (kind == ColumnKind::Integer) {
    const std::optional<std::int64_t> number = whole_number(text);
    if (!number) return false;
    rows.add(*number);
  } else {
    if (kind == ColumnKind::Date && !parse_date(text)) return false;
    rows.add(text);
  }
  return true;
}

Result<bool> fill(const SqlConnection& connection, const TableInfo& info, const RawTable& table) {
  TRY(SqlAppender rows, SqlAppender::open(connection, "rows"));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string& cell = table.rows[row][i];
      if (is_figure(table, table.columns[i])) add_cell(rows, ColumnKind::Text, cell);
      if (add_cell(rows, kind_of(info, table.columns[i]), cell)) continue;
      return wrong(Code::InvalidValue, podium::quoted(cell) + " in column " + podium::quoted(table.columns[i]),
                   "a value of its type, " + std::string(type_of(kind_of(info, table.columns[i]))),
                   table.place(row, i));
    }
    rows.end_row();
  }
  return rows.close();
}

std::string columns_of(const TableInfo& info, const RawTable& table) {
  std::string columns;
  for (const std::string& column : table.columns) {
    if (!columns.empty()) columns += ", ";
    if (is_figure(table, column)) columns += std::string(kPrinted) + " VARCHAR, ";
    columns += sql_quoted(column, '"') + " " + std::string(type_of(kind_of(info, column)));
  }
  return columns;
}

Result<OutputFile> file_of(const TableInfo& info, const RawTable& table, const fs::path& directory) {
  const fs::path path = directory / (table.name + std::string(kSuffix));
  const Database::Setting settings[] = {{"threads", "1"}};
  TRY(const Database database, Database::open({}, settings));
  TRY(const SqlConnection connection, database.connect());
  TRY([[maybe_unused]] const bool is_made, connection.execute("CREATE TABLE rows(" + columns_of(info, table) + ")"));
  TRY([[maybe_unused]] const bool is_filled, fill(connection, info, table));
  TRY(const SqlStatement all, connection.prepare_query("FROM rows"));
  TRY(const SqlRows rows, all.execute());
  TRY([[maybe_unused]] const fs::path written, write_parquet(rows, path, QueryLimits{}));
  TRY(const ByteSource source, open_named_file(path));
  TRY(std::string bytes, read_all(source, kMostTableBytes, path.filename().string()));
  return OutputFile{path.filename().string(), std::move(bytes)};
}

// Reading

/// What DuckDB would take for a pattern.
std::optional<Diagnostic> find_pattern(const fs::path& path) {
  if (path.string().find_first_of("*?[") == std::string::npos) return std::nullopt;
  return wrong(Code::InvalidUsage, "a path with '*', '?' or '['", "one without these characters",
               {path.generic_string(), 0, 0});
}

class TableReader {
 public:
  explicit TableReader(std::string file) { table_.file = std::move(file); }

  Result<RawTable> read(SqlRows rows, std::string name) && {
    table_.name = std::move(name);
    if (std::optional<Diagnostic> problem = read_columns(rows.columns())) return *std::move(problem);
    TRY([[maybe_unused]] const bool is_read, rows.for_each([this](std::span<const SqlValue> row) { return add(row); }));
    if (problem_) return *std::move(problem_);
    return std::move(table_);
  }

 private:
  Place place_of(std::size_t row) const { return {table_.file, static_cast<std::uint32_t>(row), 0}; }

  std::optional<Diagnostic> read_columns(const std::vector<SqlColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const SqlColumn& column = columns[i];
      const bool is_known =
          column.is_number || column.type == "VARCHAR" || column.type == "DATE" || column.type == "BOOLEAN";
      if (!is_known) {
        return wrong(Code::WrongType,
                     "column " + podium::quoted(column.name) +
                         (column.type.empty() ? " of another type" : " of type " + column.type),
                     "numbers, texts, truth values or days", place_of(0));
      }
      if (column.name == kPrinted) printed_ = i;
      if (column.name == kValue) value_ = i;
    }
    if (!printed_ || !value_) printed_.reset();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i != printed_) table_.columns.push_back(columns[i].name);
    }
    return std::nullopt;
  }

  bool refuse(Diagnostic problem) {
    problem_ = std::move(problem);
    return false;
  }

  bool check(const std::string& text) {
    bytes_ += text.size() + 1;
    if (bytes_ > kMostTableBytes) {
      return refuse(wrong(Code::TooLarge, "more than " + std::to_string(kMostTableBytes >> 20U) + " MiB of texts",
                          "a smaller table", place_of(0)));
    }
    const std::optional<BadByte> bad = first_bad_byte(text);
    return !bad || refuse(wrong(bad->code, bad->found, bad->expected, place_of(table_.rows.size() + 1)));
  }

  /// The digits that were printed, which must be those of the number beside them.
  bool agrees(const SqlValue& printed, const SqlValue& value) {
    const std::optional<PrintedNumber> digits = parse_decimal(printed.text);
    const std::optional<PrintedNumber> number = parse_decimal(value.text);
    if (digits && number ? digits->value == number->value : printed.text.empty() && value.text.empty()) return true;
    return refuse(wrong(Code::InvalidValue,
                        "printed " + podium::quoted(printed.text) + " beside the value " + podium::quoted(value.text),
                        "the same number in both", place_of(table_.rows.size() + 1)));
  }

  bool add(std::span<const SqlValue> row) {
    if (table_.rows.size() == kMostParquetRows) {
      return refuse(
          wrong(Code::TooLarge, "more than " + std::to_string(kMostParquetRows) + " rows", "fewer rows", place_of(0)));
    }
    if (printed_ && !agrees(row[*printed_], row[*value_])) return false;
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == printed_) continue;
      const std::string& text = printed_ && i == value_ ? row[*printed_].text : row[i].text;
      if (!check(text)) return false;
      cells.push_back(text);
    }
    table_.rows.push_back(std::move(cells));
    table_.lines.push_back(static_cast<std::uint32_t>(table_.rows.size()));
    return true;
  }

  RawTable table_{};
  std::optional<std::size_t> printed_;  ///< where both columns are, otherwise nothing
  std::optional<std::size_t> value_;
  std::size_t bytes_ = 0;
  std::optional<Diagnostic> problem_;
};

Result<RawTable> read_locked(const fs::path& path) {
  const QueryLimits limits;
  const Database::Setting settings[] = {{"memory_limit", limits.memory}, {"threads", "1"}};
  TRY(const Database database, Database::open({}, settings));
  TRY(const SqlConnection connection, database.connect());
  TRY([[maybe_unused]] const bool is_locked, lock_out(connection, path));
  TRY(const SqlStatement all, connection.prepare_query("FROM read_parquet(" + sql_quoted(path.string(), '\'') +
                                                       ", hive_partitioning = false)"));
  TRY(SqlRows rows, all.execute());
  return TableReader(path.generic_string()).read(std::move(rows), path.stem().string());
}

Result<ReadTables> read_directory(const fs::path& directory) {
  std::vector<RawTable> tables;
  for (const TableInfo& info : index_table_infos()) {
    const fs::path path = directory / (std::string(info.name) + std::string(kSuffix));
    std::error_code error;
    if (!fs::exists(path, error)) continue;
    TRY(RawTable table, read_parquet_table(path));
    tables.push_back(std::move(table));
  }
  return sort_tables(std::move(tables));
}

}  // namespace

Result<std::vector<OutputFile>> parquet_of(const IndexTables& tables) {
  TRY(const PrivateDirectory directory, PrivateDirectory::create());
  std::vector<OutputFile> files;
  for (const TableInfo& info : index_table_infos()) {
    TRY(OutputFile file, file_of(info, tables.table(info.name), directory.path()));
    files.push_back(std::move(file));
  }
  return files;
}

Result<RawTable> read_parquet_table(const fs::path& path) {
  if (std::optional<Diagnostic> problem = find_pattern(path)) return *std::move(problem);
  // Refuses what is no regular file before DuckDB opens it.
  TRY([[maybe_unused]] const ByteSource source, open_named_file(path));
  Result<RawTable> table = read_locked(path);
  if (table) return table;
  Diagnostics problems = std::move(table).diagnostics();
  for (Diagnostic& problem : problems) {
    if (!problem.place.file.empty()) continue;
    problem.code = Code::Syntax;
    problem.found = problem.found.substr(0, problem.found.find('\n'));
    problem.expected = "a Parquet file";
    problem.place = {path.generic_string(), 0, 0};
  }
  return problems;
}

std::vector<ExchangeForm> parquet_forms() {
  return {{.name = "parquet",
           .marker = kParquetDefinition,
           .write = [](const ExportedIndex& exported) { return parquet_of(exported.tables); },
           .read = read_directory},
          {.name = "parquet", .suffix = kSuffix, .read = [](const fs::path& path) -> Result<ReadTables> {
             TRY(RawTable table, read_parquet_table(path));
             return ReadTables(std::vector<RawTable>{std::move(table)});
           }}};
}

}  // namespace podium
