#include "podium/wire/unit_strengths.hpp"

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

void write_places(JsonWriter& json, std::string_view key, const Index& index, std::span<const IndicatorPlace> places) {
  json.array(key, [&] {
    for (const IndicatorPlace& place : places) {
      json.object([&] {
        json.field("indicator", index.hierarchy.node(place.indicator).id);
        write_rank(json, "rank", place.rank);
        json.field("ranked", place.ranked);
        json.field("value", place.value);
      });
    }
  });
}

}  // namespace

std::string unit_strengths_json(const Index& index, const Computed& computed, Time time, Unit unit,
                                const Strengths& strengths) {
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    write_choice(json, "edition_choice", index, computed.choice);
    json.field("period", to_text(computed.ranking.panel().period(time)));
    json.object("unit", [&] {
      json.field("code", index.info(unit).code);
      write_text(json, "name", index.info(unit).name);
    });
    write_places(json, "strengths", index, strengths.strengths);
    write_places(json, "weaknesses", index, strengths.weaknesses);
  });
  return std::move(json).finish();
}

std::string unit_strengths_csv(const Index& index, const Computed& computed, Time time, Unit unit,
                               const Strengths& strengths) {
  std::string text = csv_line({"period", "unit", "kind", "indicator", "rank", "ranked", "value"});
  const auto add = [&](std::string_view kind, std::span<const IndicatorPlace> places) {
    for (const IndicatorPlace& place : places) {
      text += csv_line({to_text(computed.ranking.panel().period(time)), index.info(unit).code, kind,
                        index.hierarchy.node(place.indicator).id, std::to_string(place.rank),
                        std::to_string(place.ranked), shortest(place.value)});
    }
  };
  add("strength", strengths.strengths);
  add("weakness", strengths.weaknesses);
  return text;
}

}  // namespace podium
