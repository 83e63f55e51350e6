#include "podium/files/read_cited_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "podium/files/read_figure.hpp"
#include "podium/files/row_fields.hpp"

namespace podium {
namespace {

using Measure = CitedFigure::Measure;
using Relation = CitedFigure::Relation;

constexpr std::array<std::string_view, 10> kColumns{"unit",     "series", "period", "edition", "measure",
                                                    "relation", "value",  "source", "locator", "note"};
enum Column : std::size_t {
  UnitCode,
  SeriesId,
  Years,
  EditionId,
  MeasureWord,
  RelationWord,
  Value,
  SourceId,
  Locator,
  Note
};

/// In the order of Measure.
constexpr std::array<std::string_view, 4> kMeasures{"value", "rank", "rank-from-last", "units"};
/// In the order of Relation.
constexpr std::array<std::string_view, 3> kRelations{"", "below", "above"};

template <std::size_t kWords>
WordList closed_list(std::string what, const std::array<std::string_view, kWords>& words) {
  WordList list(Code::InvalidValue, std::move(what), false);
  for (std::size_t i = 0; i < kWords; ++i) list.add(words[i], i);
  return list;
}

/// What makes a figure the same statement of the same source.
auto key_of(const CitedFigure& figure) {
  return std::tie(figure.series, figure.unit, figure.first_year, figure.last_year, figure.edition, figure.measure,
                  figure.source);
}

class CitedFigureReader {
 public:
  CitedFigureReader(CsvReader& csv, const Vocabulary& words, Problems& problems)
      : words_(words), problems_(problems), fields_(csv, kColumns, problems) {}

  std::vector<CitedFigure> read() && {
    fields_.each_row([&] { read_row(); });
    std::ranges::stable_sort(figures_, {}, key_of);
    report_duplicates();
    return std::move(figures_);
  }

 private:
  std::string text(Column column) const { return std::string(fields_[column]); }

  std::optional<std::size_t> word(Column column, const WordList& words) {
    return read_word(fields_[column], words, problems_, fields_.place(column));
  }

  /// Every field is read, so that every problem of the row is reported.
  void read_row() {
    const auto series = word(SeriesId, words_.series);
    const auto years = read_years();
    const auto edition = read_edition_word(fields_[EditionId], words_, problems_, fields_.place(EditionId));
    const auto measure = word(MeasureWord, measures_);
    const bool has_unit = check_unit(measure);
    const auto relation = word(RelationWord, relations_);
    auto value = read_value(measure);
    const auto source = word(SourceId, words_.sources);
    if (!series || !years || !edition || !measure || !has_unit || !relation || !value || !source) return;
    figures_.push_back({.unit = text(UnitCode),
                        .series = text(SeriesId),
                        .first_year = years->first,
                        .last_year = years->last,
                        .edition = *edition,
                        .measure = static_cast<Measure>(*measure),
                        .relation = static_cast<Relation>(*relation),
                        .value = *std::move(value),
                        .source = static_cast<SourceAt>(*source),
                        .locator = text(Locator),
                        .note = text(Note),
                        .place = fields_.row_place()});
  }

  static bool is(std::optional<std::size_t> measure, Measure wanted) {
    return measure == static_cast<std::size_t>(wanted);
  }

  bool check_unit(std::optional<std::size_t> measure) {
    const bool is_empty = fields_[UnitCode].empty();
    if (is(measure, Measure::Units) && !is_empty) {
      fields_.refuse(UnitCode, "unit " + podium::quoted(fields_[UnitCode]) + " of a number of units",
                     "no unit with measure units");
      return false;
    }
    if (!is_empty) return word(UnitCode, words_.units).has_value();
    if (!measure || is(measure, Measure::Units)) return true;
    fields_.refuse(UnitCode, "no unit", "a unit's code, or measure units");
    return false;
  }

  std::optional<YearSpan> read_years() {
    const std::optional<YearSpan> years = year_span_from(fields_[Years]);
    if (!years) {
      fields_.refuse(Years, "period " + podium::quoted(fields_[Years]),
                     "a year such as 2024, or a span such as 2023-2027");
    }
    return years;
  }

  std::optional<PrintedNumber> read_value(std::optional<std::size_t> measure) {
    auto value = read_number(fields_[Value], problems_, fields_.place(Value));
    if (!value || !measure || is(measure, Measure::Value)) return value;
    if (value->value >= 1 && value->value == std::floor(value->value)) return value;
    fields_.refuse(Value, std::string(fields_[MeasureWord]) + " " + text(Value), "a whole number from 1");
    return std::nullopt;
  }

  void report_duplicates() {
    for (std::size_t i = 1; i < figures_.size(); ++i) {
      if (key_of(figures_[i - 1]) != key_of(figures_[i])) continue;
      problems_.report([&] {
        return Diagnostic{
            .code = Code::DuplicateKey,
            .found = "a second figure of one source, first at line " + std::to_string(figures_[i - 1].place.line),
            .expected = "one for each unit, series, period, edition, measure and source",
            .place = figures_[i].place};
      });
    }
  }

  const Vocabulary& words_;
  Problems& problems_;
  RowFields fields_;
  WordList measures_ = closed_list("measure", kMeasures);
  WordList relations_ = closed_list("relation", kRelations);
  std::vector<CitedFigure> figures_;
};

}  // namespace

std::vector<CitedFigure> read_cited_figures(CsvReader& csv, const Vocabulary& words, Problems& problems) {
  return CitedFigureReader(csv, words, problems).read();
}

}  // namespace podium
