#include "podium/wire/cell_story.hpp"

#include "podium/wire/parts.hpp"

namespace podium {
namespace {

void write_printed(JsonWriter& json, const Index& index, const CellStory& story, const Observation& observation) {
  const Edition& edition = index.edition_of(observation);
  const Source& source = index.source_of(observation);
  json.object([&] {
    json.field("value", observation.value ? observation.value->value : kMissing);
    if (observation.value) json.field("printed", observation.value->text);
    if (!is_missing(observation.standard_error)) json.field("standard_error", observation.standard_error);
    json.field("status", to_text(observation.status));
    json.field("edition", edition.id);
    json.field("released", to_text(edition.released));
    json.field("source", source.id);
    json.field("source_title", source.title);
    json.field("url", source.url);
    json.field("locator", observation.locator);
    json.field("note", observation.note);
    json.field("chosen", story.chosen == &observation);
  });
}

void write_treat_stage(JsonWriter& json, std::string_view key, const std::optional<StageReport>& stage) {
  if (!stage) return;
  json.object(key, [&] {
    json.field("method", stage->method);
    json.field("skewness", stage->skewness);
    json.field("kurtosis", stage->kurtosis);
    json.field("passes", stage->passes);
    json.field("brought_down", stage->brought_down);
    json.field("brought_up", stage->brought_up);
    if (stage->lambda) json.field("lambda", *stage->lambda);
  });
}

void write_detail(JsonWriter&, const Index&, const std::monostate&) {}

void write_detail(JsonWriter& json, const Index&, const FilledCell& filled) {
  json.object("filled", [&] {
    json.field("method", filled.method);
    if (!filled.grouping.empty()) json.field("grouping", filled.grouping);
    if (!filled.grouping.empty()) json.field("group", filled.group);
    if (filled.from) json.field("from", to_text(*filled.from));
  });
}

void write_detail(JsonWriter& json, const Index&, const TreatReport& report) {
  json.object("treated", [&] {
    json.field("over", report.time ? "period" : "panel");
    json.field("skewness", report.skewness);
    json.field("kurtosis", report.kurtosis);
    json.field("passes", report.passes);
    write_treat_stage(json, "first", report.first);
    write_treat_stage(json, "second", report.second);
    for (const TreatedCell& cell : report.cells) {
      json.field("before", cell.before);
      json.field("after", cell.after);
    }
  });
}

void write_detail(JsonWriter& json, const Index& index, const ScreenDecision& decision) {
  json.object("left_out", [&] { write_left_out(json, index, decision); });
}

void write_stage(JsonWriter& json, const Index& index, const StoryStage& stage) {
  json.object([&] {
    json.field("step", stage.step);
    json.field("title", stage.title);
    json.field("value", stage.value);
    json.field("history", stage.history);
    std::visit([&](const auto& detail) { write_detail(json, index, detail); }, stage.detail);
  });
}

void write_story(JsonWriter& json, const Index& index, const CellStory& story) {
  json.object([&] {
    json.field("period", to_text(story.period));
    json.array("editions", [&] {
      for (const Observation& observation : story.editions) write_printed(json, index, story, observation);
    });
    json.array("stages", [&] {
      for (const StoryStage& stage : story.stages) write_stage(json, index, stage);
    });
    json.field("score", story.score);
    write_rank(json, "rank", story.rank);
    if (!story.weight) return;
    json.field("weight", story.weight->weight);
    json.field("share", story.weight->share);
    json.field("effective_weight", story.weight->effective);
    json.field("weight_by_step", story.weight->by_step);
  });
}

}  // namespace

std::string cell_stories_json(const Index& index, Unit unit, Series series, std::span<const CellStory> stories) {
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    json.object("unit", [&] {
      json.field("code", index.info(unit).code);
      write_text(json, "name", index.info(unit).name);
    });
    json.object("indicator", [&] {
      json.field("id", index.hierarchy.series_ids()[at(series)]);
      write_text(json, "title", index.info(series).title);
      json.field("unit_of_measure", index.info(series).unit_of_measure);
    });
    json.array("stories", [&] {
      for (const CellStory& story : stories) write_story(json, index, story);
    });
  });
  return std::move(json).finish();
}

}  // namespace podium
