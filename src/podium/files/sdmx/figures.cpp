#include "podium/files/sdmx/figures.hpp"

#include <algorithm>

#include "podium/files/sdmx/components.hpp"
#include "podium/files/sdmx/ids.hpp"

namespace podium {
namespace {

constexpr std::string_view kMultiplier = "UNIT_MULT";

/// A column of the figures, and where it stands in the table.
struct Taken {
  std::size_t from;
  std::string name;
  const SdmxComponent* component;  ///< null: another's
};

bool is_constant(const RawTable& table, std::size_t column) {
  return std::ranges::all_of(table.rows, [&](const auto& row) { return row[column] == table.rows.front()[column]; });
}

std::vector<Taken> taken_columns(const RawTable& table) {
  std::vector<Taken> taken;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const SdmxComponent* const component = find_sdmx_component(table.columns[i]);
    if (component != nullptr) {
      if (!component->column.empty()) taken.push_back({i, std::string(component->column), component});
    } else if (!is_constant(table, i)) {
      taken.push_back({i, table.columns[i], nullptr});
    }
  }
  return taken;
}

std::string period_from(const std::string& text) {
  if (text.size() == 7 && text.ends_with("-A1")) return text.substr(0, 4);
  const bool is_month = text.size() == 8 && text.compare(4, 2, "-M") == 0;
  return is_month ? text.substr(0, 5) + text.substr(6) : text;
}

std::string cell_from(const std::string& text, const SdmxComponent* component) {
  if (component == nullptr) return text;
  if (component->role == SdmxComponent::Role::TimeDimension) return period_from(text);
  if (component->role == SdmxComponent::Role::Measure) return text == "NaN" ? std::string() : text;
  return component->codelist.empty() ? text : from_sdmx_id(text);
}

std::optional<Diagnostic> find_multiplier(const RawTable& table) {
  const std::optional<std::size_t> column = table.find(kMultiplier);
  for (std::size_t row = 0; column && row < table.rows.size(); ++row) {
    const std::string& power = table.rows[row][*column];
    if (power.empty() || power == "0") continue;
    return Diagnostic{.code = Code::InvalidValue,
                      .found = "figures in multiples of ten to the power of " + podium::quoted(power),
                      .expected = "figures as they are, with UNIT_MULT 0",
                      .place = {table.file, table.place(row, *column).line, 0}};
  }
  return std::nullopt;
}

}  // namespace

Result<RawTable> figures_from_sdmx(const RawTable& table) {
  if (std::optional<Diagnostic> problem = find_multiplier(table)) return *std::move(problem);
  const std::vector<Taken> taken = taken_columns(table);
  RawTable figures{.name = table.name, .file = table.file, .lines = table.lines};
  for (const Taken& column : taken) {
    if (figures.find(column.name)) {
      return Diagnostic{.code = Code::DuplicateColumn,
                        .found = "a second column for " + podium::quoted(column.name),
                        .expected = "each component once",
                        .place = {table.file, 0, 0}};
    }
    figures.columns.push_back(column.name);
  }
  for (const std::vector<std::string>& row : table.rows) {
    std::vector<std::string>& cells = figures.rows.emplace_back();
    for (const Taken& column : taken) cells.push_back(cell_from(row[column.from], column.component));
  }
  return figures;
}

}  // namespace podium
