#include "podium/wire/explanation.hpp"

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

double figure_in(const ExplainedState& state, const ChangeFactor& factor, Unit unit) {
  return factor.series ? state.selection.panel().value(*factor.series, state.time, unit) : kMissing;
}

std::string id_of(const Explanation& explanation, const std::optional<Series>& series) {
  return series ? explanation.after.selection.panel().id(*series) : std::string();
}

void write_state(JsonWriter& json, std::string_view key, const Explanation& explanation, const ExplainedState& state,
                 double score, Rank rank) {
  json.object(key, [&] {
    json.field("period", to_text(state.period()));
    write_choice(json, "edition_choice", explanation.index, state.choice);
    if (!state.recipe.empty()) json.field("recipe", state.recipe);
    json.field("score", score);
    write_rank(json, "rank", rank);
  });
}

void write_factor(JsonWriter& json, const Explanation& explanation, const ChangeFactor& factor) {
  const auto id = [&](std::string_view key, const std::optional<Series>& series) {
    series ? json.field(key, id_of(explanation, series)) : json.field(key, nullptr);
  };
  json.object([&] {
    json.field("kind", to_word(factor.kind));
    id("series", factor.series);
    id("pillar", factor.pillar);
    json.field("figure_before", figure_before(explanation, factor));
    json.field("figure_after", figure_after(explanation, factor));
    json.field("score", factor.score.value);
    json.field("score_error", factor.score.standard_error);
    json.field("places", factor.places.value);
    json.field("places_error", factor.places.standard_error);
  });
}

void write_overtakings(JsonWriter& json, std::string_view key, const Index& index,
                       std::span<const Overtaking> overtakings) {
  json.array(key, [&] {
    for (const Overtaking& one : overtakings) {
      json.object([&] {
        json.field("unit", index.info(one.unit).code);
        write_rank(json, "before", one.before);
        write_rank(json, "after", one.after);
      });
    }
  });
}

void write_filled(JsonWriter& json, const Index& index, const FilledEffect& effect) {
  json.object([&] {
    json.field("pillar", index.hierarchy.node(effect.pillar).id);
    json.field("filled", effect.filled);
    json.field("filled_of_all", effect.filled_of_all);
    write_rank(json, "rank", effect.rank);
    write_rank(json, "rank_with_gaps", effect.rank_with_gaps);
    write_rank(json, "rank_at_lowest", effect.rank_at_lowest);
    write_rank(json, "rank_at_lowest_alone", effect.rank_at_lowest_alone);
  });
}

}  // namespace

std::string state_text(const Explanation& explanation, const ExplainedState& state) {
  const std::string recipe = state.recipe.empty() ? std::string() : " (" + state.recipe + ")";
  const std::string period = to_text(state.period());
  if (explanation.before.choice == explanation.after.choice) return period + recipe;
  if (const auto* named = std::get_if<NamedEdition>(&state.choice)) {
    return period + "@" + explanation.index.editions[at(named->edition)].id + recipe;
  }
  if (const auto* as_of = std::get_if<AsOf>(&state.choice)) return period + "@" + to_text(as_of->date) + recipe;
  return period + "@latest" + recipe;
}

std::string_view to_word(ChangeFactor::Kind kind) {
  using enum ChangeFactor::Kind;
  switch (kind) {
    case Revision:
      return "revision";
    case Recipe:
      return "recipe";
    case Frame:
      return "frame";
    case Own:
      return "own";
    case Others:
      return "others";
    case JoinedLeft:
      return "joined-left";
  }
  return {};
}

double figure_before(const Explanation& explanation, const ChangeFactor& factor) {
  return figure_in(explanation.before, factor, explanation.unit);
}

double figure_after(const Explanation& explanation, const ChangeFactor& factor) {
  return figure_in(explanation.after, factor, explanation.unit);
}

std::string explanation_json(const Explanation& explanation) {
  const Index& index = explanation.index;
  const ExplainedChange& change = explanation.change;
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    json.object("unit", [&] {
      json.field("code", index.info(explanation.unit).code);
      write_text(json, "name", index.info(explanation.unit).name);
    });
    json.object("node", [&] {
      json.field("id", index.hierarchy.node(explanation.node).id);
      write_text(json, "title", index.info(explanation.node).title);
    });
    write_state(json, "before", explanation, explanation.before, change.score_before, change.rank_before);
    write_state(json, "after", explanation, explanation.after, change.score_after, change.rank_after);
    json.array("factors", [&] {
      for (const ChangeFactor& factor : change.factors) write_factor(json, explanation, factor);
    });
    write_overtakings(json, "passed_us", index, change.ledger.passed_us);
    write_overtakings(json, "we_passed", index, change.ledger.we_passed);
    json.array("filled", [&] {
      for (const FilledEffect& effect : explanation.filled) write_filled(json, index, effect);
    });
    json.array("ratios", [&] {
      for (const ExplainedRatio& ratio : explanation.ratios) write_ratio(json, index.hierarchy, ratio);
    });
    json.field("exact", change.is_exact);
    json.field("worlds", change.worlds);
  });
  return std::move(json).finish();
}

std::string explanation_csv(const Explanation& explanation) {
  std::string text = "kind,series,pillar,figure_before,figure_after,score,score_error,places,places_error\n";
  for (const ChangeFactor& factor : explanation.change.factors) {
    text += csv_line({to_word(factor.kind), id_of(explanation, factor.series), id_of(explanation, factor.pillar),
                      shortest(figure_before(explanation, factor)), shortest(figure_after(explanation, factor)),
                      shortest(factor.score.value), shortest(factor.score.standard_error),
                      shortest(factor.places.value), shortest(factor.places.standard_error)});
  }
  return text;
}

}  // namespace podium
