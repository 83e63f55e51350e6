#include "podium/store/measures/bind_input.hpp"

#include <algorithm>
#include <array>

#include "podium/core/number_text.hpp"
#include "podium/files/header.hpp"

namespace podium {
namespace {

std::string literal(std::string_view text) { return sql_quoted(text, '\''); }
std::string name_in_sql(std::string_view text) { return sql_quoted(text, '"'); }

constexpr std::array<std::string_view, 5> kSqlTypes{"VARCHAR", "BIGINT", "DOUBLE", "DATE", "BOOLEAN"};
std::string sql_type(ColumnType type) { return std::string(kSqlTypes[static_cast<std::size_t>(type)]); }

constexpr std::array<std::string_view, 5> kExpected{"a text", "a whole number", "a number such as 1.33",
                                                    "a date such as 2025-04-08", "true or false"};
std::string expected(ColumnType type) { return std::string(kExpected[static_cast<std::size_t>(type)]); }

/// A text as a value of the type; null if it is none. DuckDB's own casts take more: 1_000, 2024-1-5, 1.5 as a whole 2.
std::string parsed(const std::string& text, ColumnType type) {
  const auto if_it_is = [&](std::string_view pattern, const std::string& value) {
    return "CASE WHEN regexp_full_match(" + text + ", " + literal(pattern) + ") THEN " + value + " END";
  };
  const std::string cast = "TRY_CAST(" + text + " AS " + sql_type(type) + ")";
  switch (type) {
    case ColumnType::Text:
      return text;
    case ColumnType::Integer:
      return if_it_is("[+-]?[0-9]+", cast);
    case ColumnType::Number:
      return if_it_is(R"([+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)",
                      "CASE WHEN isfinite(" + cast + ") THEN " + cast + " END");
    case ColumnType::Date:
      return if_it_is("[0-9]{4}-[0-9]{2}-[0-9]{2}", cast);
    case ColumnType::Boolean:
      return if_it_is("true|false|TRUE|FALSE|True|False", cast);
  }
  return text;
}

/// One column of a file, as SQL sees it before its type is known to fit.
struct RawColumn {
  const InputColumn* column;
  std::string raw;    ///< the text that stands there; null for none
  std::string value;  ///< of the type, or null
};

std::string names_of(const InputColumn& column) {
  std::string words;
  for (const std::string& name : column.named) words += (words.empty() ? "" : " or ") + podium::quoted(name);
  return words;
}

Diagnostic missing_column(const InputTable& input, const InputColumn& column, const Place& place,
                          std::span<const std::string> there) {
  return {.code = Code::MissingColumn,
          .found = "no column " + names_of(column) + " for the input " + podium::quoted(input.name),
          .expected = "a column of that name, with " + expected(column.type) + " in each row",
          .nearest = std::string(nearest_word(column.named.front(), views(there))),
          .place = place};
}

Diagnostic wrong_value(const InputColumn& column, std::string_view text, Place place) {
  return {.code = Code::WrongType,
          .found = podium::quoted(text) + " in the column " + podium::quoted(column.name),
          .expected = expected(column.type),
          .place = std::move(place)};
}

/// The first of the names that the file has.
std::optional<std::size_t> find_column(const InputColumn& column, std::span<const std::string> there) {
  for (const std::string& name : column.named) {
    const auto found = std::ranges::find(there, name);
    if (found != there.end()) return static_cast<std::size_t>(found - there.begin());
  }
  return std::nullopt;
}

/// "CREATE TABLE input AS SELECT ...": a row with a text that does not fit ends it.
std::string create_table(const InputTable& input, std::span<const RawColumn> columns, const std::string& from) {
  std::string list;
  for (const InputColumn& column : input.columns) {
    const auto raw = std::ranges::find(columns, &column, &RawColumn::column);
    std::string value = "NULL::" + sql_type(column.type);
    if (raw != columns.end()) {
      value = "CASE WHEN " + raw->raw + " IS NOT NULL THEN coalesce(" + raw->value +
              ", error('a value of another type')) END";
    }
    list += (list.empty() ? "" : ", ") + value + " AS " + name_in_sql(column.name);
  }
  return "CREATE TABLE " + name_in_sql(input.name) + " AS SELECT " + list + " FROM " + from;
}

struct Misfit {
  std::size_t row;  ///< from 1, the header not counted
  std::string text;
};

/// The first row with a text that is no value of the column's type.
Result<std::optional<Misfit>> first_misfit(const SqlConnection& connection, const RawColumn& column,
                                           const std::string& from) {
  TRY(SqlRows rows, connection.query("SELECT n, raw FROM (SELECT row_number() OVER () AS n, " + column.raw +
                                     " AS raw, " + column.value + " AS value FROM " + from +
                                     ") WHERE raw IS NOT NULL AND value IS NULL ORDER BY n LIMIT 1"));
  std::optional<Misfit> misfit;
  TRY([[maybe_unused]] const bool is_read, rows.for_each([&](std::span<const SqlValue> row) {
    if (const auto number = parse_decimal(row[0].text)) {
      misfit = Misfit{static_cast<std::size_t>(number->value), row[1].text};
    }
    return true;
  }));
  return misfit;
}

/// DuckDB on a file that is not what its suffix says: the first line of its words, and the line of the file if it names
/// one.
Diagnostics unreadable(const Diagnostics& problems, const InputFile& file, std::string_view form) {
  const std::string& words = problems.front().found;
  constexpr std::string_view kOnLine = " on Line: ";
  Place place{file.name(), 0, 0};
  const std::size_t at = words.find(kOnLine);
  if (at != std::string::npos) {
    const std::size_t begin = at + kOnLine.size();
    const auto line = parse_decimal(words.substr(begin, words.find_first_not_of("0123456789", begin) - begin));
    if (line) place.line = static_cast<std::uint32_t>(line->value);
  }
  if (words.starts_with("Out of Memory") || words.starts_with("INTERRUPT")) return problems;
  std::string first = words.substr(0, words.find('\n'));
  const std::string path = file.path_for_sql();
  for (std::size_t found = first.find(path); found != std::string::npos; found = first.find(path)) {
    first.replace(found, path.size(), file.name());
  }
  return {{.code = Code::Syntax,
           .found = "a file that cannot be read (" + first + ")",
           .expected = std::string(form),
           .place = std::move(place)}};
}

/// Makes the table; if that fails, says which text of which column does not fit. `place_of` finds a row in the file.
template <class PlaceOf>
Result<bool> fill_table(const SqlConnection& connection, const InputTable& input, std::span<const RawColumn> columns,
                        const std::string& from, const InputFile& file, std::string_view form,
                        const PlaceOf& place_of) {
  const Result<bool> is_made = connection.execute(create_table(input, columns, from));
  if (is_made) return true;
  Diagnostics problems;
  for (const RawColumn& column : columns) {
    const auto misfit = first_misfit(connection, column, from);
    if (!misfit) return unreadable(is_made.diagnostics(), file, form);
    if (*misfit) problems.push_back(wrong_value(*column.column, (*misfit)->text, place_of(column, **misfit)));
  }
  if (problems.empty()) return unreadable(is_made.diagnostics(), file, form);
  sort_by_place(problems);
  return problems;
}

constexpr std::string_view kCsvForm = "comma-separated UTF-8 text, each row with as many fields as the header";

Result<std::vector<std::string>> csv_header(const InputFile& file) {
  CsvReader csv(file.name(), file.bytes());
  Problems problems;
  const std::optional<Header> header = Header::read(csv, problems);
  if (!header) return std::move(problems).sorted();
  return header->columns();
}

/// Where a field stands, as podium's own reader of tables counts lines; only the file where that reader does not get so
/// far.
Place place_in_csv(const InputFile& file, std::size_t column, const Misfit& misfit) {
  CsvReader csv(file.name(), file.bytes());
  for (std::size_t row = 0; csv.next(); ++row) {
    if (row < misfit.row) continue;
    return column < csv.fields().size() && csv.fields()[column] == misfit.text ? csv.place(column) : csv.place();
  }
  return {file.name(), 0, 0};
}

Result<bool> bind_csv(const SqlConnection& connection, const InputTable& input, const InputFile& file) {
  TRY(const std::vector<std::string> there, csv_header(file));
  Diagnostics problems;
  std::vector<RawColumn> columns;
  std::vector<std::size_t> positions;
  for (const InputColumn& column : input.columns) {
    const std::optional<std::size_t> position = find_column(column, there);
    if (!position && column.is_required) problems.push_back(missing_column(input, column, {file.name(), 1, 1}, there));
    if (!position) continue;
    const std::string raw = name_in_sql("c" + std::to_string(*position));
    columns.push_back({&column, raw, parsed(raw, column.type)});
    positions.push_back(*position);
  }
  if (!problems.empty()) return problems;
  std::string all;
  for (std::size_t i = 0; i < there.size(); ++i) all += (i == 0 ? "'c" : ", 'c") + std::to_string(i) + "': 'VARCHAR'";
  const std::string from =
      "read_csv(" + literal(file.path_for_sql()) +
      R"(, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', compression = 'none', )"
      "max_line_size = " +
      std::to_string(kMostLineBytes) + ", columns = {" + all + "})";
  return fill_table(connection, input, columns, from, file, kCsvForm,
                    [&](const RawColumn& column, const Misfit& misfit) {
                      return place_in_csv(file, positions[static_cast<std::size_t>(&column - columns.data())], misfit);
                    });
}

/// A text for a text, a number for a number: what JSON says of a value's type must fit too.
RawColumn json_column(const InputColumn& column, const std::string& name) {
  constexpr std::array<std::string_view, 5> kJsonTypes{"'VARCHAR'", "'BIGINT', 'UBIGINT'",
                                                       "'BIGINT', 'UBIGINT', 'DOUBLE'", "'VARCHAR'", "'BOOLEAN'"};
  const std::string json = name_in_sql(name);
  const std::string text = "(" + json + " ->> '$')";
  return {&column, "CASE WHEN json_type(" + json + ") <> 'NULL' AND " + text + " <> '' THEN " + text + " END",
          "CASE WHEN json_type(" + json + ") IN (" + std::string(kJsonTypes[static_cast<std::size_t>(column.type)]) +
              ") THEN " + parsed(text, column.type) + " END"};
}

constexpr std::string_view kJsonForm = "an array of objects, or an object on each line";

Result<std::vector<std::string>> strings_of(const SqlConnection& connection, const std::string& sql) {
  TRY(SqlRows rows, connection.query(sql));
  std::vector<std::string> texts;
  TRY([[maybe_unused]] const bool is_read, rows.for_each([&texts](std::span<const SqlValue> row) {
    texts.push_back(row[0].text);
    return true;
  }));
  return texts;
}

Result<bool> bind_json(const SqlConnection& connection, const InputTable& input, const InputFile& file) {
  // Only what the objects have is known to be there: every name that the header accepts is asked for.
  std::vector<std::string> asked;
  std::string all;
  std::string counts;
  for (const InputColumn& column : input.columns) {
    for (const std::string& name : column.named) {
      if (std::ranges::find(asked, name) != asked.end()) continue;
      asked.push_back(name);
      all += (all.empty() ? "" : ", ") + literal(name) + ": 'JSON'";
      counts += (counts.empty() ? "" : ", ") + ("count(" + name_in_sql(name) + ") > 0");
    }
  }
  const std::string from =
      "read_json(" + literal(file.path_for_sql()) +
      ", auto_detect = false, format = 'auto', compression = 'uncompressed', maximum_object_size = " +
      std::to_string(kMostLineBytes) + ", columns = {" + all + "})";
  const auto found = strings_of(connection, "SELECT unnest([" + counts + "]) FROM " + from);
  if (!found) return unreadable(found.diagnostics(), file, kJsonForm);
  std::vector<std::string> there;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if ((*found)[i] == "true") there.push_back(asked[i]);
  }
  Diagnostics problems;
  std::vector<RawColumn> columns;
  for (const InputColumn& column : input.columns) {
    const std::optional<std::size_t> position = find_column(column, there);
    if (!position && column.is_required) problems.push_back(missing_column(input, column, {file.name(), 0, 0}, there));
    if (position) columns.push_back(json_column(column, there[*position]));
  }
  if (!problems.empty()) return problems;
  return fill_table(connection, input, columns, from, file, kJsonForm, [&](const RawColumn&, const Misfit& misfit) {
    return Place{file.name() + ", record " + std::to_string(misfit.row), 0, 0};
  });
}

/// Whether a column of this type of DuckDB holds nothing but values of the type.
bool fits(std::string_view type, ColumnType wanted) {
  constexpr std::array<std::string_view, 7> kWhole{"TINYINT",  "SMALLINT",  "INTEGER", "BIGINT",
                                                   "UTINYINT", "USMALLINT", "UINTEGER"};
  const bool is_whole = std::ranges::find(kWhole, type) != kWhole.end();
  switch (wanted) {
    case ColumnType::Text:
      return type == "VARCHAR" || type.starts_with("ENUM(");
    case ColumnType::Integer:
      return is_whole;
    case ColumnType::Number:
      return is_whole || type == "FLOAT" || type == "DOUBLE" || type.starts_with("DECIMAL(");
    case ColumnType::Date:
      return type == "DATE";
    case ColumnType::Boolean:
      return type == "BOOLEAN";
  }
  return false;
}

Result<bool> bind_parquet(const SqlConnection& connection, const InputTable& input, const InputFile& file) {
  const std::string from = "read_parquet(" + literal(file.path_for_sql()) + ")";
  const std::string describe = "FROM (DESCRIBE FROM " + from + ")";
  const auto names = strings_of(connection, "SELECT column_name " + describe);
  if (!names) return unreadable(names.diagnostics(), file, "a Parquet file");
  TRY(const std::vector<std::string> types, strings_of(connection, "SELECT column_type " + describe));
  Diagnostics problems;
  std::string list;
  for (const InputColumn& column : input.columns) {
    const std::optional<std::size_t> position = find_column(column, *names);
    std::string value = "NULL";
    if (position && !fits(types[*position], column.type)) {
      problems.push_back(
          {.code = Code::WrongType,
           .found = "the type " + types[*position] + " of the column " + podium::quoted((*names)[*position]),
           .expected = expected(column.type) + " in each row",
           .place = {file.name(), 0, 0}});
    } else if (position) {
      value = name_in_sql((*names)[*position]);
    } else if (column.is_required) {
      problems.push_back(missing_column(input, column, {file.name(), 0, 0}, *names));
    }
    list += (list.empty() ? "" : ", ") + value + "::" + sql_type(column.type) + " AS " + name_in_sql(column.name);
  }
  if (!problems.empty()) return problems;
  return connection.execute("CREATE VIEW " + name_in_sql(input.name) + " AS SELECT " + list + " FROM " + from);
}

}  // namespace

Result<bool> bind_input(const SqlConnection& connection, const InputTable& input, const InputFile& file) {
  switch (file.form()) {
    case InputFile::Form::Csv:
      return bind_csv(connection, input, file);
    case InputFile::Form::Json:
      return bind_json(connection, input, file);
    case InputFile::Form::Parquet:
      return bind_parquet(connection, input, file);
  }
  return true;
}

}  // namespace podium
