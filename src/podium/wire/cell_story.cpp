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

void write_stage(JsonWriter& json, const StoryStage& stage) {
  json.object([&] {
    json.field("step", stage.step);
    json.field("title", stage.title);
    json.field("value", stage.value);
    json.field("history", stage.history);
  });
}

void write_story(JsonWriter& json, const Index& index, const CellStory& story) {
  json.object([&] {
    json.field("period", to_text(story.period));
    json.array("editions", [&] {
      for (const Observation& observation : story.editions) write_printed(json, index, story, observation);
    });
    json.array("stages", [&] {
      for (const StoryStage& stage : story.stages) write_stage(json, stage);
    });
    json.field("score", story.score);
    write_rank(json, "rank", story.rank);
    json.field("effective_weight", story.effective_weight);
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
