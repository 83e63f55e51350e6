#include "podium/files/exchange/read_figures.hpp"

#include <algorithm>

#include "podium/files/exchange/figure_layout.hpp"
#include "podium/files/exchange/unit_finder.hpp"
#include "podium/files/read_figure.hpp"
#include "podium/files/read_observations.hpp"

namespace podium {
namespace {

/// A text of a column of units that nobody knows.
struct UnknownName {
  Place first;
  std::string nearest;
  std::size_t rows = 0;
};

class FigureReader {
 public:
  FigureReader(const Index& index, const FigureSetting& setting)
      : index_(index), setting_(setting), names_(index), units_(index) {}

  void read(const RawTable& table) {
    const std::optional<TableLayout> layout = read_figure_layout(table, setting_, names_.words(), problems_);
    if (!layout) return;
    for (std::size_t row = 0; row < table.rows.size(); ++row) read_row(table, *layout, row);
  }

  Result<ReadFigures> finish() && {
    for (const auto& [name, unknown] : unknown_) {
      problems_.add(Diagnostic{.code = Code::UnknownUnit,
                               .found = "unit " + podium::quoted(name) +
                                        (unknown.rows > 1 ? " in " + std::to_string(unknown.rows) + " rows" : ""),
                               .expected = "a unit's code or name, or the name of a country",
                               .nearest = unknown.nearest,
                               .place = unknown.first});
    }
    const std::vector<std::string> ids = index_.hierarchy.series_ids();
    std::vector<Observation> sorted = read_.figures;
    sort_observations(sorted, index_.editions);
    report_duplicates(sorted, {ids, index_.units, index_.editions}, problems_);
    if (!problems_.empty()) return std::move(problems_).sorted();
    return std::move(read_);
  }

 private:
  struct Row {
    const RawTable& table;
    const TableLayout& layout;
    std::size_t at;

    const std::string& field(std::size_t column) const { return table.rows[at][column]; }
    auto place(std::size_t column) const {
      return [this, column] { return table.place(at, column); };
    }
  };

  void read_row(const RawTable& table, const TableLayout& layout, std::size_t at) {
    const Row row{table, layout, at};
    const std::optional<Unit> unit = read_unit(row);
    if (!unit) return;
    Observation shared = facts_of(row, *unit);
    if (!is_row_sound_) return;
    if (layout.figure) {
      const auto series = read_word(row.field(layout.figure->indicator), names_.words().series, problems_,
                                    row.place(layout.figure->indicator));
      if (series) read_value(row, layout.figure->value, static_cast<Series>(*series), std::move(shared));
      return;
    }
    for (const auto& [column, series] : layout.series) {
      if (!row.field(column).empty()) read_value(row, column, series, shared);
    }
  }

  std::optional<Unit> read_unit(const Row& row) {
    const std::string& text = row.field(row.layout.unit);
    const FoundUnit& found = units_.find(text);
    switch (found.kind) {
      case FoundUnit::Kind::Unit:
        return found.unit;
      case FoundUnit::Kind::Group:
        ++read_.groups[text];
        break;
      case FoundUnit::Kind::Country:
        ++read_.countries[text];
        break;
      case FoundUnit::Kind::Unknown: {
        UnknownName& unknown = unknown_[text];
        if (++unknown.rows == 1) {
          unknown.first = row.table.place(row.at, row.layout.unit);
          unknown.nearest = found.nearest;
        }
        break;
      }
    }
    return std::nullopt;
  }

  /// What all figures of a row share. Every field is read, so that every problem of the row is reported.
  Observation facts_of(const Row& row, Unit unit) {
    is_row_sound_ = true;
    const TableLayout& layout = row.layout;
    const Vocabulary& words = names_.words();
    Observation shared{.unit = unit,
                       .series = {},
                       .period = Period::year(1000),
                       .edition = {},
                       .source = {},
                       .value = {},
                       .locator = {},
                       .note = {},
                       .place = {}};
    fill(shared.period, row, layout.period,
         [&](const std::string& text, const auto& place) { return read_period(text, problems_, place); });
    fill(shared.edition, row, layout.edition,
         [&](const std::string& text, const auto& place) { return read_edition_word(text, words, problems_, place); });
    fill(shared.source, row, layout.source, [&](const std::string& text, const auto& place) {
      const auto position = read_word(text, words.sources, problems_, place);
      return position ? std::optional(static_cast<SourceAt>(*position)) : std::nullopt;
    });
    fill(shared.status, row, layout.status,
         [&](const std::string& text, const auto& place) { return read_status(text, problems_, place); });
    if (layout.locator.column) shared.locator = row.field(*layout.locator.column);
    if (layout.note) shared.note = row.field(*layout.note);
    return shared;
  }

  template <class Value, class Convert>
  void fill(Value& value, const Row& row, const RowFact<Value>& fact, const Convert& convert) {
    const std::optional<Value> found =
        fact.column ? convert(row.field(*fact.column), row.place(*fact.column)) : fact.constant;
    is_row_sound_ = is_row_sound_ && found.has_value();
    if (found) value = *found;
  }

  void read_value(const Row& row, std::size_t column, Series series, Observation figure) {
    figure.series = series;
    figure.place = row.table.place(row.at, column);
    const std::string& text = row.field(column);
    const std::optional<std::size_t> error_column =
        row.layout.figure ? row.layout.figure->standard_error : std::nullopt;
    if (error_column) {
      const auto error = read_standard_error(row.field(*error_column), problems_, row.place(*error_column));
      if (!error) return;
      figure.standard_error = *error;
    }
    if (text.empty()) {
      if (!row.layout.status.column) return;
      if (figure.status != Status::Missing || !is_missing(figure.standard_error)) {
        return report_invalid(figure.place, "an empty value", "a number, or status M for a missing figure");
      }
    } else {
      figure.value = read_number(text, problems_, row.place(column));
      if (!figure.value) return;
      if (figure.status == Status::Missing) {
        return report_invalid(figure.place, "value " + podium::quoted(text) + " with status M",
                              "no value, or another status");
      }
    }
    read_.figures.push_back(std::move(figure));
  }

  void report_invalid(const Place& place, std::string found, std::string expected) {
    problems_.add(Diagnostic{
        .code = Code::InvalidValue, .found = std::move(found), .expected = std::move(expected), .place = place});
  }

  const Index& index_;
  const FigureSetting& setting_;
  FigureVocabulary names_;
  UnitFinder units_;
  ReadFigures read_;
  std::map<std::string, UnknownName> unknown_;
  Problems problems_;
  bool is_row_sound_ = true;
};

}  // namespace

Result<ReadFigures> read_figures(std::span<const RawTable> tables, const Index& index, const FigureSetting& setting) {
  FigureReader reader(index, setting);
  for (const RawTable& table : tables) reader.read(table);
  return std::move(reader).finish();
}

}  // namespace podium
