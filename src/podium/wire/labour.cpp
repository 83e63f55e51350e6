#include "podium/wire/labour.hpp"

#include <algorithm>

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

void write_words(JsonWriter& json, std::string_view key, std::span<const std::string> words) {
  json.array(key, [&] {
    for (const std::string& word : words) json.value(std::string_view(word));
  });
}

void write_levels(JsonWriter& json, const LabourAnswer& answer, std::size_t period) {
  json.array("levels", [&] {
    for (std::size_t level = 0; level < answer.levels.size(); ++level) {
      json.object([&] {
        json.field("level", answer.levels[level]);
        json.field("demand", answer.demand[level][period]);
        json.field("supply", answer.supply[level][period]);
        json.field("shortage", answer.balances[period].shortage[level]);
      });
    }
  });
}

void write_period(JsonWriter& json, const LabourAnswer& answer, std::size_t period) {
  const LabourBalance& balance = answer.balances[period];
  json.object([&] {
    json.field("period", to_text(answer.periods[period]));
    json.field("demand", balance.demand);
    json.field("supply", balance.supply);
    json.field("shortage_alone", balance.shortage_alone);
    json.field("surplus_alone", balance.surplus_alone);
    json.field("shortage_substituted", balance.shortage_substituted);
    json.field("surplus_substituted", balance.surplus_substituted);
    write_levels(json, answer, period);
    json.array("substituted", [&] {
      for (const Substituted& one : balance.substituted) {
        json.object([&] {
          json.field("from", answer.levels[one.as.from]);
          json.field("to", answer.levels[one.as.to]);
          json.field("persons", one.persons);
        });
      }
    });
  });
}

void write_figure(JsonWriter& json, const LabourAnswer& answer, const LabourFigure& figure) {
  json.object([&] {
    json.field("level", answer.levels[figure.level]);
    json.field("period", to_text(figure.years));
    json.field("item", to_word(figure.item));
    json.field("value", figure.value.value);
    json.field("printed", figure.value.text);
    json.field("edition", answer.index.editions[at(figure.edition)].id);
    json.field("source", answer.index.sources[at(figure.source)].id);
    json.field("locator", figure.locator.view());
    json.field("note", figure.note.view());
  });
}

}  // namespace

std::string labour_json(const LabourAnswer& answer) {
  JsonWriter json;
  json.object([&] {
    write_index(json, answer.index);
    json.field("unit", answer.index.info(answer.unit).code);
    json.field("kind", to_word(answer.kind));
    json.field("substitution", to_word(answer.rule));
    write_words(json, "levels", answer.levels);
    json.field("first_year", answer.years.first);
    json.field("last_year", answer.years.last);
    json.array("start_stocks", [&] {
      for (const double stock : answer.start_stocks) json.value(stock);
    });
    json.array("periods", [&] {
      for (std::size_t period = 0; period < answer.periods.size(); ++period) write_period(json, answer, period);
    });
    json.field("yearly_shortage_alone", answer.yearly_shortage_alone);
    json.field("yearly_shortage_substituted", answer.yearly_shortage_substituted);
    json.array("counted_as_zero", [&] {
      for (const LabourItem item : answer.counted_as_zero) json.value(to_word(item));
    });
    json.array("editions", [&] {
      for (const EditionAt edition : answer.editions) json.value(answer.index.editions[at(edition)].id);
    });
    json.array("sources", [&] {
      for (const SourceAt source : answer.sources) json.value(answer.index.sources[at(source)].id);
    });
    json.array("figures", [&] {
      for (const LabourFigure& figure : answer.figures) write_figure(json, answer, figure);
    });
  });
  return std::move(json).finish();
}

std::string labour_csv(const LabourAnswer& answer) {
  std::string text =
      csv_line({"period", "level", "demand", "supply", "shortage", "shortage_alone", "shortage_substituted"});
  for (std::size_t period = 0; period < answer.periods.size(); ++period) {
    const LabourBalance& balance = answer.balances[period];
    const std::string when = to_text(answer.periods[period]);
    for (std::size_t level = 0; level < answer.levels.size(); ++level) {
      text += csv_line({when, answer.levels[level], shortest(answer.demand[level][period]),
                        shortest(answer.supply[level][period]), shortest(balance.shortage[level]),
                        shortest(std::max(0.0, balance.shortage[level])), shortest(shortage_left(balance, level))});
    }
    text += csv_line({when, "all", shortest(balance.demand), shortest(balance.supply),
                      shortest(balance.demand - balance.supply), shortest(balance.shortage_alone),
                      shortest(balance.shortage_substituted)});
  }
  return text;
}

}  // namespace podium
