#include "podium/cli/sql_view.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "podium/cli/command.hpp"
#include "podium/core/number_text.hpp"
#include "podium/publish/display_width.hpp"
#include "podium/wire/csv_writer.hpp"
#include "podium/wire/json_writer.hpp"

namespace podium {
namespace {

/// As a number if JSON's readers will find the same one.
void write_number(JsonWriter& json, const std::string& text) {
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error == std::errc() && end == text.data() + text.size()) return json.value(whole);
  const auto number = parse_decimal(text);
  if (number && shortest(number->value) == text) return json.value(number->value);
  if (text == "nan" || text.ends_with("inf")) return json.value(nullptr);
  json.value(text);
}

void write_value(JsonWriter& json, const SqlValue& value) {
  switch (value.kind) {
    case SqlValue::Kind::Null:
      return json.value(nullptr);
    case SqlValue::Kind::Boolean:
      return json.value(value.text == "true");
    case SqlValue::Kind::Number:
      return write_number(json, value.text);
    case SqlValue::Kind::Text:
      return json.value(value.text);
    case SqlValue::Kind::List:
      return json.array([&] {
        for (const SqlValue& item : value.items) write_value(json, item);
      });
    case SqlValue::Kind::Record:
      return json.object([&] {
        for (std::size_t i = 0; i < value.items.size(); ++i) {
          json.key(value.keys[i]);
          write_value(json, value.items[i]);
        }
      });
  }
}

std::string text_of(const SqlValue& value) {
  if (value.kind != SqlValue::Kind::List && value.kind != SqlValue::Kind::Record) return value.text;
  JsonWriter json;
  write_value(json, value);
  std::string text = std::move(json).finish();
  text.pop_back();
  return text;
}

constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

/// About how long its text is.
std::size_t size_of(const SqlValue& value) {
  std::size_t size = value.text.size() + 1;
  for (const std::string& key : value.keys) size += key.size() + 3;
  for (const SqlValue& item : value.items) size += size_of(item);
  return size;
}

/// Calls visit(row) until the texts take too much memory.
Result<bool> for_each_row(SqlRows& rows, const std::function<void(std::span<const SqlValue>)>& visit) {
  std::size_t bytes = 0;
  TRY([[maybe_unused]] const bool is_read, rows.for_each([&](std::span<const SqlValue> row) {
    for (const SqlValue& value : row) bytes += size_of(value);
    if (bytes <= kMostBytes) visit(row);
    return bytes <= kMostBytes;
  }));
  if (bytes <= kMostBytes) return true;
  return Diagnostic{.code = Code::TooLarge,
                    .found = "a result of more than 256 MiB of text",
                    .expected = "a smaller one, or --format parquet"};
}

std::string in_lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; });
  return text;
}

}  // namespace

Result<std::string> rows_as_table(SqlRows& rows, Colour colour) {
  TextTable table;
  for (const SqlColumn& column : rows.columns()) {
    table.columns.push_back({printable(column.name), column.is_number ? Align::Right : Align::Left});
  }
  TRY([[maybe_unused]] const bool is_read, for_each_row(rows, [&table](std::span<const SqlValue> row) {
        std::vector<Cell>& cells = table.rows.emplace_back();
        for (const SqlValue& value : row) cells.emplace_back(printable(text_of(value)));
      }));
  return to_text(table, colour);
}

Result<std::string> rows_as_csv(SqlRows& rows) {
  std::vector<std::string> fields;
  for (const SqlColumn& column : rows.columns()) fields.push_back(column.name);
  std::string text = csv_line(fields);
  TRY([[maybe_unused]] const bool is_read, for_each_row(rows, [&](std::span<const SqlValue> row) {
        std::ranges::transform(row, fields.begin(), text_of);
        text += csv_line(fields);
      }));
  return text;
}

Result<std::string> rows_as_json(SqlRows& rows) {
  TRY([[maybe_unused]] const bool are_sound, check_names(rows));
  const std::vector<SqlColumn> columns = rows.columns();
  JsonWriter json;
  Result<bool> is_read = true;
  json.array([&] {
    is_read = for_each_row(rows, [&](std::span<const SqlValue> row) {
      json.object([&] {
        for (std::size_t i = 0; i < row.size(); ++i) {
          json.key(columns[i].name);
          write_value(json, row[i]);
        }
      });
    });
  });
  if (!is_read) return std::move(is_read).diagnostics();
  return std::move(json).finish();
}

Result<bool> check_names(const SqlRows& rows) {
  std::set<std::string> names;
  for (const SqlColumn& column : rows.columns()) {
    if (names.insert(in_lower_case(column.name)).second) continue;
    return bad_usage("two columns " + podium::quoted(column.name), "names that differ; AS gives a column another name");
  }
  return true;
}

}  // namespace podium
