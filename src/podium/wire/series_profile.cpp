#include "podium/wire/series_profile.hpp"

#include <algorithm>

#include "podium/core/weight/in_force.hpp"
#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

std::string_view kind_of(const Index& index, Series series) {
  if (is_denominator(index, series)) return "denominator";
  return index.hierarchy.is_indicator(series) ? "indicator" : "node";
}

/// Weights are those of the newest period.
void write_place(JsonWriter& json, const Hierarchy& hierarchy, const Panel& panel, Series series) {
  const Time newest = static_cast<Time>(panel.periods().size() - 1);
  if (hierarchy.parent(series)) json.field("parent", hierarchy.node(series).parent);
  json.field("weight", weight_in_force(hierarchy, panel, series, newest));
  json.field("share", share_in_force(hierarchy, panel, series, newest));
  json.field("effective_weight", effective_weight_in_force(hierarchy, panel, series, newest));
}

void write_indicator(JsonWriter& json, const NodeSpec& spec) {
  json.field("direction", spec.direction);
  if (spec.goalposts) {
    json.array("goalposts", [&] {
      json.value(spec.goalposts->lower);
      json.value(spec.goalposts->upper);
    });
  }
  if (spec.target) {
    json.array("target", [&] {
      json.value(spec.target->lower);
      json.value(spec.target->upper);
    });
  }
  if (!spec.denominator.empty()) {
    json.field("denominator", spec.denominator);
    json.field("factor", spec.factor);
  }
}

void write_figures(JsonWriter& json, const Index& index, const Selection& selection, Series series) {
  const std::span<const Observation> observations = index.observations_of(series);
  json.array("coverage", [&] {
    for (const SeriesCoverage& coverage : coverage_of(selection, series)) {
      json.object([&] {
        json.field("period", to_text(selection.panel().period(coverage.time)));
        if (coverage.edition) json.field("edition", index.editions[at(*coverage.edition)].id);
        json.field("units", coverage.units);
      });
    }
  });
  write_editions(json, "editions", index, editions_of(index, observations));

  std::vector<SourceAt> sources;
  for (const Observation& observation : observations) sources.push_back(observation.source);
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  json.array("sources", [&] {
    for (const SourceAt source : sources) write_source(json, index.sources[at(source)]);
  });
  json.array("observations", [&] {
    for (const Observation& observation : observations) write_observation(json, index, observation);
  });
}

}  // namespace

std::vector<SeriesCoverage> coverage_of(const Selection& selection, Series series) {
  std::vector<SeriesCoverage> all;
  for (const Time time : all_periods(selection.panel())) {
    const std::span<const double> values = selection.panel().values(series, time);
    const auto gaps = std::count_if(values.begin(), values.end(), is_missing);
    all.push_back({time, selection.edition(series, time), values.size() - static_cast<std::size_t>(gaps)});
  }
  return all;
}

std::string series_profile_json(const Index& index, const Computed& computed, Series series) {
  const SeriesInfo& info = index.info(series);
  const bool has_place = !is_denominator(index, series);
  const bool is_node = has_place && !index.hierarchy.is_indicator(series);
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    json.field("id", computed.selection.panel().id(series));
    json.field("kind", kind_of(index, series));
    write_text(json, "title", info.title);
    write_text(json, "description", info.description);
    if (!info.unit_of_measure.empty()) json.field("unit_of_measure", info.unit_of_measure);
    if (has_place) write_place(json, index.hierarchy, computed.ranking.panel(), series);
    if (has_place && !is_node) write_indicator(json, index.hierarchy.node(series));
    if (is_node) {
      json.array("children", [&] {
        for (const Series child : index.hierarchy.children(series)) json.value(index.hierarchy.node(child).id);
      });
    } else {
      write_figures(json, index, computed.selection, series);
    }
  });
  return std::move(json).finish();
}

std::string observations_csv(const Index& index, std::span<const Observation> observations) {
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  std::vector<std::string> columns{"unit",   "indicator", "period",  "edition", "value",
                                   "status", "source",    "locator", "note"};
  const bool has_errors = has_standard_error(observations);
  if (has_errors) columns.emplace_back("standard_error");
  std::string text = csv_line(columns);
  for (const Observation& observation : observations) {
    std::vector<std::string> fields{index.info(observation.unit).code,
                                    ids[at(observation.series)],
                                    to_text(observation.period),
                                    index.edition_of(observation).id,
                                    observation.value ? observation.value->text : std::string(),
                                    to_text(observation.status),
                                    index.source_of(observation).id,
                                    observation.locator.str(),
                                    observation.note.str()};
    if (has_errors) fields.push_back(shortest(observation.standard_error));
    text += csv_line(fields);
  }
  return text;
}

}  // namespace podium
