#include "podium/files/sdmx/csv.hpp"

#include <algorithm>

#include "podium/files/sdmx/components.hpp"
#include "podium/files/sdmx/figures.hpp"
#include "podium/files/sdmx/ids.hpp"
#include "podium/wire/csv_writer.hpp"

namespace podium {
namespace {

constexpr std::string_view kStructure = "STRUCTURE";
constexpr std::string_view kStructureId = "STRUCTURE_ID";
constexpr std::string_view kStructureName = "STRUCTURE_NAME";
constexpr std::string_view kAction = "ACTION";
constexpr std::string_view kDataflow = "DATAFLOW";  ///< of 1.0

/// Between an id and its name.
constexpr std::string_view kLabel = ": ";

std::string before_label(const std::string& text) { return text.substr(0, text.find(kLabel)); }

std::string cell_of(const IndexTables& tables, const SdmxComponent& component, const std::vector<std::string>& row) {
  const RawTable& table = tables.table("observation");
  const auto cell = [&](std::string_view column) -> const std::string& { return row[*table.find(column)]; };
  if (component.id == "UNIT_MEASURE") return std::string(unit_of_measure_in(tables, cell("indicator")));
  if (component.id == "DECIMALS") return printed_decimals(cell("value"));
  const std::string& text = cell(component.column);
  if (component.codelist.empty()) return text;
  return sdmx_id(text, component.id == "INDICATOR" ? SdmxIdKind::Name : SdmxIdKind::Code);
}

/// Columns that say what a row is about, not what it holds.
bool is_about_rows(std::string_view column) {
  return column == kStructure || column == kStructureId || column == kStructureName || column == kAction ||
         column == kDataflow || column == "SERIES_KEY" || column == "OBS_KEY";
}

Diagnostic wrong(const Place& place, std::string found, std::string expected) {
  return {.code = Code::InvalidValue, .found = std::move(found), .expected = std::move(expected), .place = place};
}

/// All rows belong to one structure, and none deletes.
std::optional<Diagnostic> find_unreadable_row(const RawTable& table) {
  const std::size_t structure = table.find(kStructureId).value_or(0);
  const std::optional<std::size_t> action = table.find(kAction);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const std::string& name = table.rows[i][structure];
    if (name != table.rows.front()[structure]) {
      return wrong(table.place(i, structure), "a second structure " + podium::quoted(name),
                   "figures of " + podium::quoted(table.rows.front()[structure]) + " only, one file for each");
    }
    if (action && table.rows[i][*action] == "D") {
      return wrong(table.place(i, *action), "a row that deletes (ACTION D)", "rows that state figures");
    }
  }
  return std::nullopt;
}

}  // namespace

std::string sdmx_csv_of(const IndexTables& tables) {
  std::vector<std::string> fields{std::string(kStructure), std::string(kStructureId), std::string(kAction)};
  for (const SdmxComponent& component : kSdmxComponents) fields.emplace_back(component.id);
  std::string text = csv_line(fields);
  const std::string flow = sdmx_reference(tables, kSdmxFlow);
  for (const std::vector<std::string>& row : tables.table("observation").rows) {
    fields = {"dataflow", flow, "I"};
    for (const SdmxComponent& component : kSdmxComponents) fields.push_back(cell_of(tables, component, row));
    text += csv_line(fields);
  }
  return text;
}

bool is_sdmx_csv(const RawTable& table) {
  if (table.columns.empty()) return false;
  const std::string& first = table.columns.front();
  return first == kDataflow || first == kStructure || first.starts_with("STRUCTURE[") ||
         first.starts_with("STRUCTURE;") || first.starts_with("DATAFLOW;");
}

Result<RawTable> read_sdmx_csv(const RawTable& table) {
  if (table.columns.front().find(';') != std::string::npos && table.columns.size() == 1) {
    return wrong({table.file, 1, 1}, "semicolons between the fields", "commas (RFC 4180)");
  }
  if (std::optional<Diagnostic> problem = find_unreadable_row(table)) return *std::move(problem);
  RawTable held{.name = table.name, .file = table.file, .lines = table.lines};
  held.rows.resize(table.rows.size());
  for (std::size_t i = 1; i < table.columns.size(); ++i) {
    std::string id = before_label(table.columns[i]);
    if (is_about_rows(id)) continue;
    const SdmxComponent* const component = find_sdmx_component(id);
    const bool is_labelled = id != table.columns[i] && component != nullptr && !component->codelist.empty();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::string& cell = table.rows[row][i];
      held.rows[row].push_back(is_labelled ? before_label(cell) : cell);
    }
    held.columns.push_back(std::move(id));
  }
  return figures_from_sdmx(held);
}

}  // namespace podium
