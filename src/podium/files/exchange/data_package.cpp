#include "podium/files/exchange/data_package.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/json_document.hpp"
#include "podium/wire/json_writer.hpp"

namespace podium {
namespace {

struct Licence {
  std::string_view stated;  ///< as sources state it, word for word
  std::string_view name;    ///< its id at opendefinition.org
  std::string_view path;
};

constexpr std::array<Licence, 5> kLicences{{
    {"CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"},
    {"CC-BY-4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"},
    {"CC BY-SA 4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"},
    {"CC0 1.0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
    {"CC0-1.0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
}};

std::string_view type_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::Text:
      return "string";
    case ColumnKind::Number:
      return "number";
    case ColumnKind::Integer:
      return "integer";
    case ColumnKind::Date:
      return "date";
  }
  return "string";
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

void write_field(JsonWriter& json, const ColumnInfo& column) {
  json.object([&] {
    json.field("name", column.name);
    json.field("type", type_of(column.kind));
    json.field("description", column.meaning);
    if (column.required) json.object("constraints", [&] { json.field("required", true); });
  });
}

void write_foreign_key(JsonWriter& json, const TableInfo& info, const ColumnInfo& column) {
  const std::size_t dot = column.refers_to.find('.');
  const std::string_view table = column.refers_to.substr(0, dot);
  json.object([&] {
    json.field("fields", column.name);
    json.object("reference", [&] {
      json.field("resource", table == info.name ? std::string_view() : table);
      json.field("fields", column.refers_to.substr(dot + 1));
    });
  });
}

void write_schema(JsonWriter& json, const TableInfo& info, const RawTable& table) {
  json.object("schema", [&] {
    json.array("fields", [&] {
      for (const ColumnInfo& column : info.columns) write_field(json, column);
      for (std::size_t i = info.columns.size(); i < table.columns.size(); ++i) {
        json.object([&] {
          json.field("name", std::string_view(table.columns[i]));
          json.field("type", std::string_view("string"));
          json.field("description", std::string_view("A group of units."));
        });
      }
    });
    json.array("missingValues", [&] { json.value(std::string_view()); });
    json.array("primaryKey", [&] {
      for (const std::string_view column : info.key) json.value(column);
    });
    if (std::ranges::all_of(info.columns, [](const ColumnInfo& column) { return column.refers_to.empty(); })) return;
    json.array("foreignKeys", [&] {
      for (const ColumnInfo& column : info.columns) {
        if (!column.refers_to.empty()) write_foreign_key(json, info, column);
      }
    });
  });
}

/// Without it readers guess the delimiter, and may guess wrong where texts hold more semicolons than commas.
void write_dialect(JsonWriter& json) {
  json.object("dialect", [&] {
    json.field("delimiter", std::string_view(","));
    json.field("lineTerminator", std::string_view("\n"));
    json.field("quoteChar", std::string_view("\""));
    json.field("doubleQuote", true);
    json.field("skipInitialSpace", false);
    json.field("header", true);
  });
}

void write_resource(JsonWriter& json, const TableInfo& info, const RawTable& table) {
  json.object([&] {
    json.field("profile", std::string_view("tabular-data-resource"));
    json.field("name", info.name);
    json.field("path", std::string_view(std::string(info.name) + ".csv"));
    json.field("description", info.meaning);
    json.field("format", std::string_view("csv"));
    json.field("mediatype", std::string_view("text/csv"));
    json.field("encoding", std::string_view("utf-8"));
    write_dialect(json);
    write_schema(json, info, table);
  });
}

bool is_address(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

/// Of the table `source`: title, address, and as further properties publisher, day and licence.
void write_sources(JsonWriter& json, const RawTable& sources) {
  const auto cell = [&](const std::vector<std::string>& row, std::string_view column) {
    return std::string_view(row[*sources.find(column)]);
  };
  json.array("sources", [&] {
    for (const std::vector<std::string>& row : sources.rows) {
      json.object([&] {
        json.field("title", cell(row, "title"));
        if (is_address(cell(row, "url"))) json.field("path", cell(row, "url"));
        for (const std::string_view column : {"publisher", "published", "licence"}) {
          if (!cell(row, column).empty()) json.field(column, cell(row, column));
        }
      });
    }
  });
}

const Licence* find_licence(std::string_view stated) {
  const auto found = std::ranges::find(kLicences, stated, &Licence::stated);
  return found != kLicences.end() ? &*found : nullptr;
}

/// Licences of the package as a whole, which only holds what its sources allow: nothing is said unless each of them
/// states a licence that has a name at opendefinition.org. What a source states always stands at the source.
void write_licences(JsonWriter& json, const RawTable& sources) {
  std::set<std::string_view> names;
  for (const std::vector<std::string>& row : sources.rows) {
    const Licence* const licence = find_licence(row[*sources.find("licence")]);
    if (licence == nullptr) return;
    names.insert(licence->name);
  }
  if (names.empty()) return;
  json.array("licenses", [&] {
    for (const Licence& licence : kLicences) {
      if (names.erase(licence.name) == 0) continue;
      json.object([&] {
        json.field("name", licence.name);
        json.field("path", licence.path);
      });
    }
  });
}

std::string descriptor(const IndexTables& tables) {
  const RawTable& index = tables.table("index");
  const auto about = [&](std::string_view column) {
    return index.rows.empty() ? std::string() : index.rows.front()[*index.find(column)];
  };
  JsonWriter json;
  json.object([&] {
    json.field("profile", std::string_view("tabular-data-package"));
    json.field("name", std::string_view(lower(about("id"))));
    json.field("title", std::string_view(about("title.en").empty() ? about("title.ko") : about("title.en")));
    const std::string description = about("description.en").empty() ? about("description.ko") : about("description.en");
    if (!description.empty()) json.field("description", std::string_view(description));
    write_licences(json, tables.table("source"));
    if (!tables.table("source").rows.empty()) write_sources(json, tables.table("source"));
    json.array("resources", [&] {
      for (const TableInfo& info : index_table_infos()) write_resource(json, info, tables.table(info.name));
    });
  });
  return std::move(json).finish();
}

// Reading

Diagnostic refused(Code code, std::string found, std::string expected) {
  return {.code = code,
          .found = std::move(found),
          .expected = std::move(expected),
          .place = {std::string(kDataPackage), 0, 0}};
}

/// The one path of a resource.
Result<std::string> path_of(const JsonValue& resource) {
  const JsonValue* value = resource.find("path");
  if (value != nullptr && value->list() != nullptr && value->list()->size() == 1) value = &value->list()->front();
  if (value == nullptr || value->text() == nullptr) {
    return refused(Code::MissingKey, "a resource without a path of its own",
                   R"("path": "table.csv"; data within datapackage.json and tables in several files are not read)");
  }
  if (value->text()->find("://") != std::string::npos) {
    return refused(Code::PathOutside, "path " + podium::quoted(*value->text()),
                   "a file beside datapackage.json; an address is not fetched");
  }
  return *value->text();
}

Result<RawTable> read_resource(const JsonValue& resource, const IndexDirectory& directory) {
  TRY(const std::string path, path_of(resource));
  const JsonValue* const dialect = resource.find("dialect");
  const std::string* const delimiter = dialect != nullptr ? dialect->text_of("delimiter") : nullptr;
  if (delimiter != nullptr && *delimiter != ",") {
    return refused(Code::InvalidValue, "delimiter " + podium::quoted(*delimiter) + " of " + podium::quoted(path),
                   "tables whose fields are divided by commas");
  }
  Result<ByteSource> source = directory.open_file(path);
  if (!source) {
    Diagnostics problems = std::move(source).diagnostics();
    for (Diagnostic& problem : problems) problem.place = {std::string(kDataPackage), 0, 0};
    return problems;
  }
  const std::string* const name = resource.text_of("name");
  return read_csv_table(*std::move(source), path,
                        name != nullptr ? *name : std::filesystem::path(path).stem().string());
}

}  // namespace

std::vector<OutputFile> data_package_of(const IndexTables& tables) {
  std::vector<OutputFile> files{{std::string(kDataPackage), descriptor(tables)}};
  for (const RawTable& table : tables.tables) files.push_back({table.name + ".csv", csv_text(table)});
  return files;
}

Result<ReadTables> read_data_package(const std::filesystem::path& directory) {
  TRY(const IndexDirectory opened, IndexDirectory::open(directory));
  Result<std::string> text = opened.read_text(kDataPackage);
  if (!text) {
    const Diagnostic& problem = text.diagnostics().front();
    return refused(problem.code, problem.found, problem.expected);
  }
  TRY(const JsonValue document, parse_json(*text, std::string(kDataPackage)));
  const JsonValue* const resources = document.find("resources");
  if (resources == nullptr || resources->list() == nullptr || resources->list()->empty()) {
    return refused(Code::MissingKey, "no resources", "a list of tables");
  }
  std::vector<RawTable> tables;
  Diagnostics problems;
  for (const JsonValue& resource : *resources->list()) {
    Result<RawTable> table = read_resource(resource, opened);
    if (table) {
      tables.push_back(*std::move(table));
    } else {
      append(problems, std::move(table).diagnostics());
    }
  }
  if (!problems.empty()) return problems;
  return sort_tables(std::move(tables));
}

}  // namespace podium
