#include "podium/files/exchange/json_tables.hpp"

#include <map>

#include "podium/wire/json_writer.hpp"

namespace podium {
namespace {

constexpr std::string_view kForm = "podium";
constexpr int kVersion = 1;

void write_table(JsonWriter& json, const RawTable& table) {
  json.object([&] {
    json.field("name", std::string_view(table.name));
    json.array("columns", [&] {
      for (const std::string& column : table.columns) json.value(std::string_view(column));
    });
    json.array("rows", [&] {
      for (const std::vector<std::string>& row : table.rows) {
        json.array([&] {
          for (const std::string& cell : row) cell.empty() ? json.value(nullptr) : json.value(std::string_view(cell));
        });
      }
    });
  });
}

/// What a cell holds, as a text; nothing for a list or an object.
std::optional<std::string> cell_of(const JsonValue& value) {
  if (const std::string* text = value.text()) return *text;
  if (const auto* number = std::get_if<JsonNumber>(&value.data)) return number->text;
  if (const auto* flag = std::get_if<bool>(&value.data)) return *flag ? "true" : "false";
  if (std::holds_alternative<JsonNull>(value.data)) return "";
  return std::nullopt;
}

Diagnostic wrong(const std::string& file, std::string found, std::string expected) {
  return {.code = Code::WrongType, .found = std::move(found), .expected = std::move(expected), .place = {file, 0, 0}};
}

Result<RawTable> read_table(const JsonValue& value, const std::string& file) {
  const std::string* const name = value.text_of("name");
  const JsonValue* const columns = value.find("columns");
  const JsonValue* const rows = value.find("rows");
  if (name == nullptr || columns == nullptr || !columns->list() || rows == nullptr || !rows->list()) {
    return wrong(file, "a table without name, columns or rows", R"({"name": ..., "columns": [...], "rows": [...]})");
  }
  RawTable table{.name = *name, .file = file + ", table " + *name};
  for (const JsonValue& column : *columns->list()) {
    const std::string* const text = column.text();
    if (text == nullptr) return wrong(table.file, "a column whose name is no text", "texts");
    if (table.find(*text)) return wrong(table.file, "a second column " + podium::quoted(*text), "each column once");
    table.columns.push_back(*text);
  }
  for (const JsonValue& row : *rows->list()) {
    const JsonList* const cells = row.list();
    if (cells == nullptr || cells->size() != table.columns.size()) {
      return wrong(table.file, "row " + std::to_string(table.rows.size() + 1) + " of another length than the columns",
                   std::to_string(table.columns.size()) + " cells");
    }
    std::vector<std::string>& fields = table.rows.emplace_back();
    for (const JsonValue& cell : *cells) {
      std::optional<std::string> text = cell_of(cell);
      if (!text) return wrong(table.file, "a list or an object in a cell", "a text, a number or null");
      fields.push_back(*std::move(text));
    }
  }
  return table;
}

Result<RawTable> read_objects(const JsonList& objects, const std::string& file, const std::string& name) {
  RawTable table{.name = name, .file = file};
  std::map<std::string, std::size_t, std::less<>> columns;
  for (const JsonValue& object : objects) {
    const JsonMembers* const members = object.members();
    if (members == nullptr) return wrong(file, "an item that is no object", "a list of objects");
    std::vector<std::string>& row = table.rows.emplace_back(table.columns.size());
    for (const auto& [key, value] : *members) {
      const auto [column, is_new] = columns.emplace(key, columns.size());
      if (is_new) table.columns.push_back(key);
      if (column->second >= row.size()) row.resize(column->second + 1);
      std::optional<std::string> text = cell_of(value);
      if (!text) return wrong(file, "a list or an object for " + podium::quoted(key), "a text, a number or null");
      row[column->second] = *std::move(text);
    }
  }
  for (std::vector<std::string>& row : table.rows) row.resize(table.columns.size());
  return table;
}

}  // namespace

Result<std::string> json_text(const IndexTables& tables) {
  JsonWriter json;
  json.object([&] {
    json.field("form", kForm);
    json.field("version", kVersion);
    json.array("tables", [&] {
      for (const RawTable& table : tables.tables) write_table(json, table);
    });
  });
  std::string text = std::move(json).finish();
  if (text.size() <= kMostJsonBytes) return text;
  return Diagnostic{.code = Code::TooLarge,
                    .found = "more than " + std::to_string(kMostJsonBytes >> 20U) + " MiB of JSON",
                    .expected = "another form, such as datapackage"};
}

Result<ReadTables> read_json_tables(const JsonValue& document, const std::string& file, const std::string& name) {
  if (const JsonList* const objects = document.list()) {
    TRY(RawTable table, read_objects(*objects, file, name));
    return ReadTables(std::vector<RawTable>{std::move(table)});
  }
  const JsonValue* const tables = document.find("tables");
  if (tables == nullptr || tables->list() == nullptr) {
    return wrong(file, "JSON of another form", "what 'podium export --form json' writes, or a list of flat objects");
  }
  std::vector<RawTable> all;
  for (const JsonValue& value : *tables->list()) {
    TRY(RawTable table, read_table(value, file));
    all.push_back(std::move(table));
  }
  return sort_tables(std::move(all));
}

}  // namespace podium
