#include "podium/wire/seek.hpp"

#include <algorithm>

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

void write_robust(JsonWriter& json, const SeekAnswer::Robust& robust) {
  json.object("robust", [&] {
    json.field("wanted", robust.wanted);
    json.field("draws", robust.draws);
    json.field("share_now", robust.answer.share_now);
    json.field("share_of_mix", robust.answer.share_of_mix);
    json.field("reached", robust.answer.found.is_reached);
    json.field("share", robust.answer.found.share);
    json.field("multiple", robust.answer.found.multiple);
    json.field("of_rest", robust.answer.found.of_rest);
  });
}

}  // namespace

std::string_view to_word(SeekEffort::Measure measure) {
  switch (measure) {
    case SeekEffort::Measure::Money:
      return "money";
    case SeekEffort::Measure::Cost:
      return "cost";
    case SeekEffort::Measure::Spread:
      break;
  }
  return "spread";
}

bool is_binding(const SeekAnswer& answer, std::size_t indicator) {
  return std::ranges::find(answer.mix.best.binding, indicator) != answer.mix.best.binding.end();
}

std::string seek_json(const SeekAnswer& answer) {
  const Index& index = answer.index;
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    json.field("period", to_text(answer.period));
    write_choice(json, "edition_choice", index, answer.choice);
    json.field("unit", index.info(answer.unit).code);
    write_rank(json, "rank", answer.present);
    write_rank(json, "wanted", answer.setting.rank);
    json.field("possible", answer.mix.is_possible);
    write_rank(json, "best_rank", answer.mix.best.rank);
    json.field("proven", answer.mix.is_proven);
    json.field("effort", answer.mix.effort);
    json.field("effort_measure", to_word(answer.effort.measure));
    if (!answer.effort.currency.empty()) json.field("currency", answer.effort.currency);
    if (answer.robust) write_robust(json, *answer.robust);
    json.array("margins", [&] {
      for (const SeekMargin& margin : answer.margins) {
        json.object([&] {
          json.field("unit", index.info(static_cast<Unit>(margin.unit)).code);
          write_rank(json, "rank", margin.rank);
          json.field("gap", margin.gap);
        });
      }
    });
    json.array("indicators", [&] {
      for (std::size_t i = 0; i < answer.alone.size(); ++i) {
        json.object([&] {
          json.field("id", index.hierarchy.node(answer.indicator(i)).id);
          json.field("figure", answer.figures[i]);
          json.object("alone", [&] {
            json.field("possible", answer.alone[i].is_possible);
            json.field("value", answer.alone[i].value);
            write_rank(json, "best_rank", answer.alone[i].best_rank);
          });
          json.field("mix", answer.mix.values[i]);
          json.field("change", answer.mix.changes[i]);
          json.field("price", answer.prices[i]);
          json.field("binding", is_binding(answer, i));
          if (answer.robust) json.field("robust", answer.robust->answer.found.values[i]);
        });
      }
    });
  });
  return std::move(json).finish();
}

std::string seek_csv(const SeekAnswer& answer) {
  std::string text = "indicator,figure,alone_possible,alone_value,alone_best_rank,mix,change,price,binding,robust\n";
  for (std::size_t i = 0; i < answer.alone.size(); ++i) {
    const SeekAlone& alone = answer.alone[i];
    text += csv_line({answer.index.hierarchy.node(answer.indicator(i)).id, shortest(answer.figures[i]),
                      alone.is_possible ? "true" : "false", shortest(alone.value), std::to_string(alone.best_rank),
                      shortest(answer.mix.values[i]), shortest(answer.mix.changes[i]), shortest(answer.prices[i]),
                      is_binding(answer, i) ? "true" : "false",
                      answer.robust ? shortest(answer.robust->answer.found.values[i]) : std::string()});
  }
  return text;
}

}  // namespace podium
