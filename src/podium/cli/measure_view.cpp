#include "podium/cli/measure_view.hpp"

#include <algorithm>
#include <array>

#include "podium/cli/phrase.hpp"
#include "podium/cli/texts.hpp"
#include "podium/wire/csv_writer.hpp"
#include "podium/wire/json_writer.hpp"

namespace podium {
namespace {

constexpr Phrase kMeasureId{"measure", "측정"};
constexpr Phrase kFrom{"from", "출처"};
constexpr Phrase kOwn{"this index", "이 지수"};
constexpr Phrase kShipped{"podium", "podium"};
constexpr Phrase kInputs{"inputs", "입력"};
constexpr Phrase kTitle{"title", "제목"};

struct FigureColumn {
  std::string_view name;
  Phrase title;
  std::string FigureRow::* member;
  bool is_number;
};
constexpr std::array<FigureColumn, 10> kColumns{{
    {"unit", texts::kUnit, &FigureRow::unit, false},
    {"indicator", texts::kIndicator, &FigureRow::indicator, false},
    {"period", texts::kPeriod, &FigureRow::period, false},
    {"edition", texts::kEdition, &FigureRow::edition, false},
    {"value", texts::kValue, &FigureRow::value, true},
    {"standard_error", texts::kStandardError, &FigureRow::standard_error, true},
    {"status", texts::kStatus, &FigureRow::status, false},
    {"source", texts::kSource, &FigureRow::source, false},
    {"locator", texts::kLocator, &FigureRow::locator, false},
    {"note", texts::kNote, &FigureRow::note, false},
}};

/// Whether people are shown a column: it is the figure, says something of it, or tells rows apart.
bool is_shown(const FigureColumn& column, std::span<const FigureRow> rows) {
  if (column.name == "unit" || column.name == "period" || column.name == "value") return true;
  const bool is_about_value = column.name == "standard_error" || column.name == "note";
  return std::ranges::any_of(rows, [&](const FigureRow& row) {
    return is_about_value ? !(row.*column.member).empty() : row.*column.member != rows[0].*column.member;
  });
}

std::string names_of_inputs(const Measure& measure) {
  std::string names;
  for (const InputTable& input : measure.inputs) names += (names.empty() ? "" : ", ") + input.name;
  return names;
}

std::string indicator_of(const Measure& measure) { return measure.indicator.empty() ? "*" : measure.indicator; }

}  // namespace

std::string figures_as_csv(std::span<const FigureRow> rows) {
  std::vector<std::string> fields;
  for (const FigureColumn& column : kColumns) fields.emplace_back(column.name);
  std::string text = csv_line(fields);
  for (const FigureRow& row : rows) {
    std::ranges::transform(kColumns, fields.begin(), [&row](const FigureColumn& column) { return row.*column.member; });
    text += csv_line(fields);
  }
  return text;
}

std::string figures_as_table(std::span<const FigureRow> rows, Language language, Colour colour) {
  TextTable table;
  std::vector<const FigureColumn*> shown;
  for (const FigureColumn& column : kColumns) {
    if (!is_shown(column, rows)) continue;
    shown.push_back(&column);
    table.columns.push_back({std::string(column.title.in(language)), column.is_number ? Align::Right : Align::Left});
  }
  for (const FigureRow& row : rows) {
    std::vector<Cell>& cells = table.rows.emplace_back();
    for (const FigureColumn* column : shown) cells.emplace_back(row.*(column->member));
  }
  return to_text(table, colour);
}

std::string figures_as_json(std::span<const FigureRow> rows) {
  JsonWriter json;
  json.array([&] {
    for (const FigureRow& row : rows) {
      json.object([&] {
        for (const FigureColumn& column : kColumns) {
          const std::string& text = row.*column.member;
          json.key(column.name);
          const auto number = column.is_number ? parse_decimal(text) : std::nullopt;
          if (number) {
            json.value(number->value);
          } else if (text.empty()) {
            json.value(nullptr);
          } else {
            json.value(text);
          }
        }
      });
    }
  });
  return std::move(json).finish();
}

std::string measures_as_table(std::span<const FoundMeasure> measures, Language language, Colour colour) {
  const auto words = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  TextTable table;
  for (const Phrase& title : {kMeasureId, kFrom, texts::kIndicator, kInputs, kTitle}) {
    table.columns.push_back({words(title)});
  }
  for (const FoundMeasure& found : measures) {
    const Measure& measure = found.measure;
    table.rows.push_back({measure.id, words(found.is_shipped ? kShipped : kOwn), indicator_of(measure),
                          names_of_inputs(measure), std::string(measure.title.in(language))});
  }
  return to_text(table, colour);
}

std::string measures_as_csv(std::span<const FoundMeasure> measures) {
  std::string text = csv_line({"measure", "shipped", "indicator", "unit_of_measure", "inputs", "title.en", "title.ko"});
  for (const FoundMeasure& found : measures) {
    const Measure& measure = found.measure;
    text += csv_line({measure.id, found.is_shipped ? "true" : "false", measure.indicator, measure.unit_of_measure,
                      names_of_inputs(measure), measure.title.en, measure.title.ko});
  }
  return text;
}

std::string measures_as_json(std::span<const FoundMeasure> measures) {
  JsonWriter json;
  const auto write_text = [&json](std::string_view key, const std::string& text) {
    json.key(key);
    json.value(text);
  };
  json.array([&] {
    for (const FoundMeasure& found : measures) {
      const Measure& measure = found.measure;
      json.object([&] {
        write_text("measure", measure.id);
        json.key("shipped");
        json.value(found.is_shipped);
        write_text("indicator", measure.indicator);
        write_text("unit_of_measure", measure.unit_of_measure);
        write_text("rule", measure.rule.en);
        json.key("inputs");
        json.array([&] {
          for (const InputTable& input : measure.inputs) json.value(input.name);
        });
        json.key("parameters");
        json.object([&] {
          for (const MeasureParameter& parameter : measure.parameters)
            write_text(parameter.name, text_of(parameter.value));
        });
        write_text("title", measure.title.en);
      });
    }
  });
  return std::move(json).finish();
}

}  // namespace podium
