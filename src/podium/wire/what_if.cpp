#include "podium/wire/what_if.hpp"

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"
#include "podium/wire/stress_parts.hpp"

namespace podium {

std::string reason_of(const WhatIf& what_if, std::size_t figure) {
  return figure < what_if.reasons.size() ? what_if.reasons[figure] : std::string();
}

std::string what_if_json(const WhatIf& what_if) {
  const Index& index = what_if.index;
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    json.field("period", to_text(what_if.period));
    write_choice(json, "edition_choice", index, what_if.choice);
    json.field("node", index.hierarchy.node(what_if.node).id);
    if (!what_if.title.in(Language::English).empty()) write_text(json, "title", what_if.title);
    json.array("settings", [&] {
      for (const std::string& setting : what_if.other_settings) json.value(std::string_view(setting));
    });
    json.array("figures", [&] {
      for (std::size_t i = 0; i < what_if.figures.size(); ++i) {
        const ChangedFigure& figure = what_if.figures[i];
        json.object([&] {
          json.field("unit", index.info(figure.unit).code);
          json.field("series", ids[at(figure.series)]);
          json.field("period", to_text(what_if.periods[at(figure.time)]));
          json.field("before", figure.before);
          json.field("after", figure.after);
          json.field("assumed", figure.is_assumed);
          if (const std::string why = reason_of(what_if, i); !why.empty()) json.field("why", why);
        });
      }
    });
    json.array("moves", [&] {
      for (const ScenarioMove& move : what_if.moves) {
        json.object([&] {
          json.field("unit", index.info(move.unit).code);
          json.field("score_before", move.score_before);
          json.field("score_after", move.score_after);
          write_rank(json, "rank_before", move.before);
          write_rank(json, "rank_after", move.after);
        });
      }
    });
  });
  return std::move(json).finish();
}

std::string what_if_csv(const WhatIf& what_if) {
  std::string text = "unit,score_before,score_after,rank_before,rank_after\n";
  for (const ScenarioMove& move : what_if.moves) {
    text += csv_line({what_if.index.info(move.unit).code, shortest(move.score_before), shortest(move.score_after),
                      rank_field(move.before), rank_field(move.after)});
  }
  return text;
}

}  // namespace podium
