#pragma once

#include <string>
#include <vector>

#include "podium/model/compute.hpp"

#include "support/coinr.hpp"

namespace podium::testing {

/// A table of figures as an index of one edition; directions and denominators as the metadata has them.
inline Index index_of(const Metadata& metadata, const Table& table, std::vector<Step> steps,
                      const std::string& grouping = {}) {
  const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
  std::vector<std::string> codes;
  std::vector<UnitInfo> units;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& code = table.text(row, "uCode");
    UnitInfo unit{code, {code, ""}, {}};
    if (!grouping.empty()) unit.groups.push_back(table.text(row, grouping));
    units.push_back(std::move(unit));
  }
  std::ranges::sort(units, {}, &UnitInfo::code);
  for (const UnitInfo& unit : units) codes.push_back(unit.code);
  Index index{.id = "example",
              .title = {"Example", ""},
              .description = {},
              .periods = {Period::year(2020)},
              .hierarchy = hierarchy,
              .recipe = checked(std::move(steps), hierarchy, codes),
              .series = {},
              .group_names = {},
              .units = std::move(units),
              .sources = {{"s", "Source", "Publisher", {}, "", "", ""}},
              .editions = {{"e", "Publisher", {2021, 1, 1}, "Edition", ""}},
              .observations = {}};
  if (!grouping.empty()) index.group_names.push_back(grouping);
  for (const std::string& id : hierarchy.series_ids()) {
    index.series.push_back({.title = {id, ""}, .description = {}, .unit_of_measure = "", .edition = {}});
    if (!table.has(id)) continue;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::optional<PrintedNumber> value = parse_decimal(table.text(row, id));
      if (!value) continue;
      index.observations.push_back({.unit = *index.find_unit(table.text(row, "uCode")),
                                    .series = *index.find_series(id),
                                    .period = Period::year(2020),
                                    .edition = EditionAt{0},
                                    .source = SourceAt{0},
                                    .status = Status::Normal,
                                    .value = value,
                                    .locator = "",
                                    .note = "",
                                    .place = {}});
    }
  }
  sort_observations(index.observations, index.editions);
  return index;
}

}  // namespace podium::testing
