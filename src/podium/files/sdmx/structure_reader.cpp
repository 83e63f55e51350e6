#include <algorithm>

#include "podium/files/exchange/described_tables.hpp"
#include "podium/files/sdmx/ids.hpp"
#include "podium/files/sdmx/items.hpp"
#include "podium/files/sdmx/structure.hpp"

namespace podium {
namespace {

const JsonList& list_of(const JsonValue* value, std::string_view key) {
  static const JsonList kNone;
  const JsonValue* const list = value != nullptr ? value->find(key) : nullptr;
  return list != nullptr && list->list() != nullptr ? *list->list() : kNone;
}

const JsonValue* find_by_id(const JsonList& list, std::string_view id) {
  for (const JsonValue& value : list) {
    const std::string* const text = value.text_of("id");
    if (text != nullptr && *text == id) return &value;
  }
  return nullptr;
}

std::string text_or_empty(const JsonValue& value, std::string_view key) {
  const std::string* const text = value.text_of(key);
  return text != nullptr ? *text : std::string();
}

class StructureReader {
 public:
  StructureReader(const JsonValue& document, const std::string& file) : data_(document.find("data")), file_(file) {}

  Result<std::vector<RawTable>> read() const {
    std::vector<RawTable> tables;
    for (const SdmxItemColumns& columns : kSdmxItems) {
      TRY(RawTable table, columns.codelist.empty() ? read_dataflow(columns) : read_codelist(columns));
      tables.push_back(std::move(table));
    }
    TRY(RawTable definition, read_definition());
    tables.push_back(std::move(definition));
    return tables;
  }

 private:
  Diagnostic wrong(Code code, std::string found, std::string expected) const {
    return {.code = code, .found = std::move(found), .expected = std::move(expected), .place = {file_, 0, 0}};
  }

  RawTable empty_table(std::string_view name) const {
    RawTable table = empty_index_table(name);
    table.file = file_;
    return table;
  }

  Result<RawTable> read_codelist(const SdmxItemColumns& columns) const {
    RawTable table = empty_table(columns.table);
    const JsonValue* const codelist = find_by_id(list_of(data_, "codelists"), columns.codelist);
    if (codelist == nullptr) {
      return wrong(Code::MissingKey, "no codelist " + podium::quoted(columns.codelist),
                   "what 'podium export --form sdmx-json' writes");
    }
    for (const JsonValue& annotation : list_of(codelist, "annotations")) {
      if (text_or_empty(annotation, "type") != kGroupAnnotation) continue;
      const std::string column = text_or_empty(annotation, "id");
      if (table.find(column)) {
        return wrong(Code::DuplicateColumn, "a second column " + podium::quoted(column), "each column once");
      }
      table.columns.push_back(column);
    }
    for (const JsonValue& code : list_of(codelist, "codes")) {
      TRY(std::vector<std::string> row, read_item(columns, table, code));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  Result<RawTable> read_dataflow(const SdmxItemColumns& columns) const {
    RawTable table = empty_table(columns.table);
    const JsonList& flows = list_of(data_, "dataflows");
    if (flows.empty() || list_of(&flows.front(), "annotations").empty()) return table;
    TRY(std::vector<std::string> row, read_item(columns, table, flows.front()));
    table.rows.push_back(std::move(row));
    return table;
  }

  Result<std::vector<std::string>> read_item(const SdmxItemColumns& columns, const RawTable& table,
                                             const JsonValue& item) const {
    const std::string* const id = item.text_of("id");
    if (id == nullptr) return wrong(Code::MissingKey, "a code without a text 'id'", "a code with one");
    std::vector<std::string> row(table.columns.size());
    const auto set = [&](std::string_view column, std::string text) {
      if (!column.empty()) row[*table.find(column)] = std::move(text);
    };
    set(columns.id, from_sdmx_id(*id));
    set(columns.name, text_or_empty(item, "name"));
    set(columns.parent, from_sdmx_id(text_or_empty(item, "parent")));
    const auto set_both = [&](std::string_view one, std::string_view many, std::string_view english,
                              std::string_view korean, std::string_view instead) {
      const JsonValue* const names = item.find(many);
      const std::string best = text_or_empty(item, one);
      set(english, names != nullptr ? text_or_empty(*names, "en") : best == instead ? std::string() : best);
      set(korean, names != nullptr ? text_or_empty(*names, "ko") : std::string());
    };
    set_both("name", "names", columns.name_english, columns.name_korean, from_sdmx_id(*id));
    set_both("description", "descriptions", columns.description_english, columns.description_korean, {});
    for (const JsonValue& annotation : list_of(&item, "annotations")) {
      if (text_or_empty(annotation, "type") != kCellAnnotation) continue;
      const std::string column = text_or_empty(annotation, "id");
      if (!table.find(column) || columns.holds(column)) {
        Diagnostic problem = not_among(Code::UnknownKey, "column", column, views(table.columns));
        problem.place = {file_, 0, 0};
        return problem;
      }
      set(column, text_or_empty(annotation, "value"));
    }
    return row;
  }

  Result<RawTable> read_definition() const {
    RawTable table = empty_table("definition");
    for (const JsonValue& structure : list_of(data_, "dataStructures")) {
      for (const JsonValue& line : list_of(&structure, "annotations")) {
        if (text_or_empty(line, "type") != kLineAnnotation) continue;
        table.rows.push_back({text_or_empty(line, "id"), text_or_empty(line, "title"), text_or_empty(line, "value")});
      }
    }
    if (!table.rows.empty()) return table;
    return wrong(Code::MissingKey, "an SDMX structure that does not say how an index is computed",
                 "what 'podium export --form sdmx-json' writes; figures of others are read from their data message");
  }

  const JsonValue* data_;
  const std::string& file_;
};

}  // namespace

Result<std::vector<RawTable>> read_sdmx_structure(const JsonValue& document, const std::string& file) {
  return StructureReader(document, file).read();
}

}  // namespace podium
