#include "golden/model_index.hpp"

namespace podium::golden {
namespace {

void add_observations(podium::Index& model, const TableIndex& index) {
  for (const Series series : all_series(index.panel)) {
    const bool is_node = at(series) < index.hierarchy.size() && !index.hierarchy.is_indicator(series);
    if (is_node) continue;
    for (const Unit unit : all_units(index.panel)) {
      for (const Time time : all_periods(index.panel)) {
        const double value = index.panel.value(series, time, unit);
        if (is_missing(value)) continue;
        const auto printed = parse_decimal(shortest(value));
        if (!printed) throw Malformed("the figure " + quoted_number(value) + " cannot be an observation");
        model.observations.push_back({.unit = unit,
                                      .series = series,
                                      .period = index.panel.period(time),
                                      .edition = EditionAt{},
                                      .source = SourceAt{},
                                      .value = printed,
                                      .locator = {},
                                      .note = {},
                                      .place = {}});
      }
    }
  }
  sort_observations(model.observations, model.editions);
}

}  // namespace

podium::Index model_index(const TableIndex& index, const CheckedRecipe& recipe) {
  podium::Index model{.id = "golden",
                      .title = {},
                      .description = {},
                      .periods = {index.panel.periods().begin(), index.panel.periods().end()},
                      .min_coverage = 0,
                      .hierarchy = index.hierarchy,
                      .recipe = recipe,
                      .series = std::vector<SeriesInfo>(index.panel.series().size()),
                      .group_names = index.groups.names,
                      .units = {},
                      .sources = {},
                      .editions = {},
                      .observations = {}};
  for (const Unit unit : all_units(index.panel)) {
    UnitInfo info{.code = index.panel.code(unit), .name = {}, .groups = {}};
    for (const UnitGrouping& grouping : index.groups.values) info.groups.push_back(grouping.name_of(at(unit)));
    model.units.push_back(std::move(info));
  }
  model.editions.push_back({.id = "only", .publisher = {}, .released = {2000, 1, 1}, .title = {}, .note = {}});
  model.sources.push_back(
      {.id = "only", .title = {}, .publisher = {}, .published = {}, .url = {}, .licence = {}, .note = {}});
  add_observations(model, index);
  return model;
}

Computed computed_from_scores(const podium::Index& model, const TableIndex& index) {
  return {LatestEdition{}, select(model, LatestEdition{}), Ranking(index.panel, model.recipe)};
}

}  // namespace podium::golden
