#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "podium/model/index.hpp"

#include "support/small.hpp"

namespace podium::testing {

/// One printed figure of a small index; nothing as text for a gap with status M.
struct Figure {
  std::string unit;
  std::string series;
  int year;
  std::string edition;
  std::string value;
};

struct EditionSpec {
  std::string id;
  std::string released;
};

/// Units AUT, BEL, CHE, DNK; periods 2023 and 2024; indicators deals (below money; divided by people) and models, both
/// normalised by minmax after an imputation by the median; the denominator people.
inline Index small_index(std::vector<EditionSpec> editions, const std::vector<Figure>& figures,
                         std::vector<Step> steps = {}) {
  const Hierarchy hierarchy =
      hierarchy_of({root(), pillar("money"), with_denominator(indicator("deals", "money"), "people"),
                    indicator("models", "index", 3)},
                   {"people"});
  const std::vector<std::string> units = {"AUT", "BEL", "CHE", "DNK"};
  if (steps.empty()) steps = {Impute{}, Normalise{}, Aggregate{}};
  Index index{
      .id = "small",
      .title = {"Small", "작은"},
      .description = {},
      .periods = {Period::year(2023), Period::year(2024)},
      .hierarchy = hierarchy,
      .recipe = checked(std::move(steps), hierarchy, units),
      .series = std::vector<SeriesInfo>(hierarchy.series_ids().size()),
      .group_names = {},
      .units = {},
      .sources =
          {{.id = "s", .title = "Source", .publisher = "P", .published = {}, .url = "", .licence = "", .note = ""}},
      .editions = {},
      .observations = {}};
  for (const std::string& code : units) index.units.push_back({code, {code, ""}, {}});
  std::ranges::sort(editions, {}, &EditionSpec::id);
  for (const EditionSpec& edition : editions) {
    index.editions.push_back({edition.id, "P", must(parse_date(edition.released)), edition.id, ""});
  }
  for (const Figure& figure : figures) {
    const auto edition = index.find_edition(figure.edition);
    const auto unit = index.find_unit(figure.unit);
    const auto series = index.find_series(figure.series);
    REQUIRE((edition && unit && series));
    index.observations.push_back({.unit = *unit,
                                  .series = *series,
                                  .period = Period::year(figure.year),
                                  .edition = *edition,
                                  .source = SourceAt{0},
                                  .status = figure.value.empty() ? Status::Missing : Status::Normal,
                                  .value = parse_decimal(figure.value),
                                  .locator = "",
                                  .note = "",
                                  .place = {}});
  }
  sort_observations(index.observations, index.editions);
  return index;
}

/// The same figures for all four units: "1 2 3 4", "-" for none.
inline void add_row(std::vector<Figure>& figures, const std::string& series, int year, const std::string& edition,
                    const std::vector<std::string>& values) {
  const char* const units[] = {"AUT", "BEL", "CHE", "DNK"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != "-") figures.push_back({units[i], series, year, edition, values[i]});
  }
}

}  // namespace podium::testing
