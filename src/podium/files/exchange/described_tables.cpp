#include "podium/files/exchange/described_tables.hpp"

#include <algorithm>
#include <cassert>

#include "podium/files/exchange/index_tables.hpp"
#include "podium/files/exchange/sheet_codes.hpp"
#include "podium/files/identifier.hpp"

namespace podium {
namespace {

/// The word and the day of a choice of edition; one of them is empty.
std::pair<std::string, std::string> words_of(const Index& index) {
  if (const auto* named = std::get_if<NamedEdition>(&index.edition)) return {index.editions[at(named->edition)].id, ""};
  if (const auto* as_of = std::get_if<AsOf>(&index.edition)) return {"", to_text(as_of->date)};
  return {"latest", ""};
}

std::pair<std::string, std::string> words_of(const std::optional<Bounds>& bounds) {
  if (!bounds) return {};
  return {shortest(bounds->lower), shortest(bounds->upper)};
}

std::vector<std::string> row_of(const Index& index, Series series, const std::string& id) {
  const SeriesInfo& info = index.info(series);
  const std::string edition = info.edition ? index.editions[at(*info.edition)].id : "";
  if (at(series) >= index.hierarchy.size()) {
    return {id,
            "denominator",
            "",
            "",
            "",
            info.unit_of_measure,
            info.title.en,
            info.title.ko,
            info.description.en,
            info.description.ko,
            "",
            "",
            "",
            "",
            "",
            "",
            edition};
  }
  const NodeSpec& node = index.hierarchy.node(series);
  const bool is_indicator = node.kind == NodeSpec::Kind::Indicator;
  const auto [goalpost_low, goalpost_high] = words_of(node.goalposts);
  const auto [target_low, target_high] = words_of(node.target);
  return {id,
          is_indicator ? "indicator" : "node",
          node.parent,
          node.parent.empty() ? "" : shortest(node.weight),
          is_indicator ? std::to_string(node.direction) : "",
          info.unit_of_measure,
          info.title.en,
          info.title.ko,
          info.description.en,
          info.description.ko,
          node.denominator,
          node.denominator.empty() ? "" : shortest(node.factor),
          goalpost_low,
          goalpost_high,
          target_low,
          target_high,
          edition};
}

}  // namespace

RawTable empty_index_table(std::string_view name) {
  const std::vector<TableInfo>& infos = index_table_infos();
  const auto info = std::ranges::find(infos, name, &TableInfo::name);
  assert(info != infos.end());
  RawTable table{.name = std::string(name)};
  for (const ColumnInfo& column : info->columns) table.columns.emplace_back(column.name);
  return table;
}

RawTable index_table(const Index& index) {
  RawTable table = empty_index_table("index");
  const auto [edition, as_of] = words_of(index);
  table.rows.push_back({index.id, index.title.en, index.title.ko, index.description.en, index.description.ko,
                        to_text(index.periods.front()), to_text(index.periods.back()), edition, as_of,
                        shortest(index.min_coverage)});
  return table;
}

RawTable indicator_table(const Index& index) {
  RawTable table = empty_index_table("indicator");
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  for (const Series series : Positions<Series>(ids.size())) {
    table.rows.push_back(row_of(index, series, ids[at(series)]));
  }
  return table;
}

std::vector<std::string> observation_row(const Index& index, std::span<const std::string> series,
                                         const Observation& observation) {
  return {index.info(observation.unit).code,
          series[at(observation.series)],
          to_text(observation.period),
          index.edition_of(observation).id,
          observation.value ? observation.value->text : "",
          shortest(observation.standard_error),
          std::string(1, static_cast<char>(observation.status)),
          index.source_of(observation).id,
          observation.locator.str(),
          observation.note.str()};
}

bool is_definition_path(std::string_view path) {
  constexpr std::string_view kFolder = "measures/";
  if (path == "podium.toml" || std::ranges::find(kCarriedFiles, path) != kCarriedFiles.end()) return true;
  if (!path.starts_with(kFolder) || !path.ends_with(".sql")) return false;
  return !check_identifier("measure", path.substr(kFolder.size()), {});
}

}  // namespace podium
