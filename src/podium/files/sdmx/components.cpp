#include "podium/files/sdmx/components.hpp"

#include <algorithm>

#include "podium/core/number_text.hpp"
#include "podium/files/sdmx/ids.hpp"

namespace podium {
namespace {

constexpr std::string_view kAgency = "PODIUM";

}  // namespace

const SdmxComponent* find_sdmx_component(std::string_view id) {
  const auto found = std::ranges::find(kSdmxComponents, id, &SdmxComponent::id);
  return found != kSdmxComponents.end() ? &*found : nullptr;
}

std::string sdmx_agency(const IndexTables& tables) {
  const RawTable& index = tables.table("index");
  if (index.rows.empty()) return std::string(kAgency);
  return std::string(kAgency) + "." + sdmx_id(index.rows.front()[*index.find("id")], SdmxIdKind::Name);
}

std::string sdmx_reference(const IndexTables& tables, std::string_view artefact) {
  return sdmx_agency(tables) + ":" + std::string(artefact) + "(" + std::string(kSdmxVersion) + ")";
}

std::string sdmx_urn(const IndexTables& tables, std::string_view kind, std::string_view artefact) {
  return "urn:sdmx:org.sdmx.infomodel." + std::string(kind) + "=" + sdmx_reference(tables, artefact);
}

std::string sdmx_prepared(const IndexTables& tables) {
  Date newest{1970, 1, 1};
  const RawTable& editions = tables.table("edition");
  for (const std::vector<std::string>& row : editions.rows) {
    const Result<Date> released = parse_date(row[*editions.find("released")]);
    if (released) newest = std::max(newest, *released);
  }
  return to_text(newest) + "T00:00:00Z";
}

std::string_view unit_of_measure_in(const IndexTables& tables, std::string_view indicator) {
  const RawTable& indicators = tables.table("indicator");
  const std::size_t id = *indicators.find("id");
  for (const std::vector<std::string>& row : indicators.rows) {
    if (row[id] == indicator) return row[*indicators.find("unit_of_measure")];
  }
  return {};
}

std::string printed_decimals(std::string_view value) {
  if (!parse_decimal(value) || value.find_first_of("eE") != std::string_view::npos) return {};
  const std::size_t point = value.find('.');
  return std::to_string(point == std::string_view::npos ? 0 : value.size() - point - 1);
}

}  // namespace podium
