#pragma once

#include "podium/model/compute.hpp"

#include "support/small.hpp"

namespace podium::testing {

/// One pillar with one indicator (divided by people), two units, one period, two editions. Computed by hand:
///   models per person: AAA 8 / 2 = 4, BBB 6 / 3 = 2; minmax: 100 and 0; the pillar and the index take them over.
inline Index tiny_index() {
  NodeSpec models = with_denominator(indicator("models", "pillar"), "people");
  models.goalposts = Bounds{0, 10};
  Hierarchy hierarchy = hierarchy_of({root(), pillar("pillar"), models}, {"people"});
  const std::vector<std::string> codes{"AAA", "BBB"};
  CheckedRecipe recipe = must(check(Recipe{{Denominate{}, Normalise{}, Aggregate{}}}, hierarchy, {.units = codes}));
  const Series models_at = series_of(hierarchy, "models");
  const Series people_at = series_of(hierarchy, "people");

  Index index{.id = "tiny",
              .title = {"Tiny", "작은 지수"},
              .description = {},
              .periods = {Period::year(2024)},
              .hierarchy = std::move(hierarchy),
              .recipe = std::move(recipe),
              .series = {},
              .group_names = {"region"},
              .units = {{"AAA", {"Alpha", "가"}, {"north"}}, {"BBB", {"Beta, \"B\"", ""}, {""}}},
              .sources = {{"table", "A table", "A publisher", Date{2025, 5, 1}, "https://example.org", "CC0-1.0", ""}},
              .editions = {{"ed-2024", "A publisher", Date{2024, 5, 1}, "Report 2024", ""},
                           {"ed-2025", "A publisher", Date{2025, 5, 1}, "Report 2025", "restated"}},
              .observations = {}};
  index.series.resize(index.hierarchy.series_ids().size());
  index.series[at(series_of(index.hierarchy, "index"))].title = index.title;
  index.series[at(series_of(index.hierarchy, "pillar"))].title = {"Pillar", "부문"};
  index.series[at(models_at)] = {{"Models", "모델"}, {}, "models", std::nullopt};
  index.series[at(people_at)] = {{"People", "인구"}, {}, "people", std::nullopt};

  const auto add = [&](Unit unit, Series series, EditionAt edition, const char* value) {
    Observation observation{.unit = unit,
                            .series = series,
                            .period = Period::year(2024),
                            .edition = edition,
                            .source = SourceAt{0},
                            .status = Status::Normal,
                            .value = parse_decimal(value),
                            .locator = "p. 1",
                            .note = {},
                            .place = {}};
    index.observations.push_back(std::move(observation));
  };
  add(Unit{0}, models_at, EditionAt{0}, "7");
  add(Unit{1}, models_at, EditionAt{0}, "6");
  add(Unit{0}, models_at, EditionAt{1}, "8.0");
  add(Unit{1}, models_at, EditionAt{1}, "6");
  add(Unit{0}, people_at, EditionAt{1}, "2");
  add(Unit{1}, people_at, EditionAt{1}, "3");
  sort_observations(index.observations, index.editions);
  return index;
}

}  // namespace podium::testing
