#include "podium/wire/parts.hpp"

#include <algorithm>

namespace podium {
namespace {

void sort_without_repeats(std::vector<EditionAt>& editions) {
  std::sort(editions.begin(), editions.end());
  editions.erase(std::unique(editions.begin(), editions.end()), editions.end());
}

}  // namespace

void write_text(JsonWriter& json, std::string_view key, const Text& text) {
  json.object(key, [&] {
    json.field("en", text.in(Language::English));
    json.field("ko", text.in(Language::Korean));
  });
}

void write_choice(JsonWriter& json, std::string_view key, const Index& index, const EditionChoice& choice) {
  json.object(key, [&] {
    if (const auto* named = std::get_if<NamedEdition>(&choice)) {
      json.field("choice", "edition");
      json.field("id", index.editions[at(named->edition)].id);
    } else if (const auto* as_of = std::get_if<AsOf>(&choice)) {
      json.field("choice", "as_of");
      json.field("date", to_text(as_of->date));
    } else {
      json.field("choice", "latest");
    }
  });
}

void write_edition(JsonWriter& json, const Edition& edition) {
  json.object([&] {
    json.field("id", edition.id);
    json.field("publisher", edition.publisher);
    json.field("released", to_text(edition.released));
    json.field("title", edition.title);
    if (!edition.note.empty()) json.field("note", edition.note);
  });
}

void write_editions(JsonWriter& json, std::string_view key, const Index& index, std::span<const EditionAt> editions) {
  json.array(key, [&] {
    for (const EditionAt edition : editions) write_edition(json, index.editions[at(edition)]);
  });
}

void write_source(JsonWriter& json, const Source& source) {
  json.object([&] {
    json.field("id", source.id);
    json.field("title", source.title);
    json.field("publisher", source.publisher);
    if (source.published) json.field("published", to_text(*source.published));
    json.field("url", source.url);
    json.field("licence", source.licence);
    if (!source.note.empty()) json.field("note", source.note);
  });
}

void write_observation(JsonWriter& json, const Index& index, const Observation& observation) {
  json.object([&] {
    json.field("unit", index.info(observation.unit).code);
    json.field("period", to_text(observation.period));
    json.field("edition", index.edition_of(observation).id);
    json.field("released", to_text(index.edition_of(observation).released));
    json.field("value", observation.value ? observation.value->value : kMissing);
    if (observation.value) json.field("printed", observation.value->text);
    if (!is_missing(observation.standard_error)) json.field("standard_error", observation.standard_error);
    json.field("status", to_text(observation.status));
    json.field("source", index.source_of(observation).id);
    json.field("locator", observation.locator);
    json.field("note", observation.note);
  });
}

void write_index(JsonWriter& json, const Index& index) {
  json.object("index", [&] {
    json.field("id", index.id);
    write_text(json, "title", index.title);
  });
}

void write_rank(JsonWriter& json, std::string_view key, Rank rank) {
  if (rank == 0) {
    json.field(key, nullptr);
  } else {
    json.field(key, rank);
  }
}

void write_left_out(JsonWriter& json, const Index& index, const ScreenDecision& decision) {
  const FigureCount& figures = decision.node ? decision.node->figures : decision.figures;
  json.field("subject", std::holds_alternative<Unit>(decision.subject) ? "unit" : "indicator");
  json.field("reason", to_word(decision.reason));
  json.field("available", figures.available);
  json.field("nonzero", figures.nonzero);
  json.field("possible", figures.possible);
  if (decision.node) json.field("node", index.hierarchy.node(decision.node->node).id);
}

std::vector<EditionAt> editions_used(const Index& index, const Selection& selection, Series node, Time time) {
  std::vector<EditionAt> used;
  const auto add = [&](Series series) {
    if (const auto edition = selection.edition(series, time)) used.push_back(*edition);
  };
  for (const Series indicator : index.hierarchy.indicators_below(node)) {
    add(indicator);
    if (const auto denominator = index.hierarchy.denominator_of(indicator)) add(*denominator);
  }
  sort_without_repeats(used);
  return used;
}

std::vector<EditionAt> editions_of(const Index& index, std::span<const Observation> observations) {
  std::vector<EditionAt> editions;
  for (const Observation& observation : observations) editions.push_back(observation.edition);
  sort_without_repeats(editions);
  std::stable_sort(editions.begin(), editions.end(), [&](EditionAt a, EditionAt b) {
    return index.editions[at(a)].released < index.editions[at(b)].released;
  });
  return editions;
}

bool has_standard_error(std::span<const Observation> observations) {
  return std::any_of(observations.begin(), observations.end(),
                     [](const Observation& each) { return !is_missing(each.standard_error); });
}

std::string to_text(Status status) { return {static_cast<char>(status)}; }

bool is_denominator(const Index& index, Series series) { return at(series) >= index.hierarchy.size(); }

}  // namespace podium
