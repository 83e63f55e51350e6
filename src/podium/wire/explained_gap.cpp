#include "podium/wire/explained_gap.hpp"

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

double figure(const GapExplanation& explanation, const GapPart& part, Unit unit) {
  return explanation.state.selection.panel().value(part.indicator, explanation.state.time, unit);
}

const std::string& id_of(const GapExplanation& explanation, Series series) {
  return explanation.index.hierarchy.node(series).id;
}

}  // namespace

double figure_of(const GapExplanation& explanation, const GapPart& part) {
  return figure(explanation, part, explanation.unit);
}

double figure_of_other(const GapExplanation& explanation, const GapPart& part) {
  return figure(explanation, part, explanation.other);
}

std::string gap_json(const GapExplanation& explanation) {
  const Index& index = explanation.index;
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    json.field("period", to_text(explanation.state.period()));
    write_choice(json, "edition_choice", index, explanation.state.choice);
    json.field("unit", index.info(explanation.unit).code);
    json.field("other", index.info(explanation.other).code);
    json.field("node", id_of(explanation, explanation.node));
    json.field("score", explanation.gap.score);
    json.field("score_of_other", explanation.gap.score_of_other);
    json.array("parts", [&] {
      for (const GapPart& part : explanation.gap.parts) {
        json.object([&] {
          json.field("indicator", id_of(explanation, part.indicator));
          json.field("pillar", id_of(explanation, part.pillar));
          json.field("figure", figure_of(explanation, part));
          json.field("figure_of_other", figure_of_other(explanation, part));
          json.field("score", part.score.value);
          json.field("score_error", part.score.standard_error);
        });
      }
    });
    json.field("exact", explanation.gap.is_exact);
  });
  return std::move(json).finish();
}

std::string gap_csv(const GapExplanation& explanation) {
  std::string text = "indicator,pillar,figure,figure_of_other,score,score_error\n";
  for (const GapPart& part : explanation.gap.parts) {
    text += csv_line({id_of(explanation, part.indicator), id_of(explanation, part.pillar),
                      shortest(figure_of(explanation, part)), shortest(figure_of_other(explanation, part)),
                      shortest(part.score.value), shortest(part.score.standard_error)});
  }
  return text;
}

}  // namespace podium
