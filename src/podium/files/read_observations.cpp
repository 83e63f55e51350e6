#include "podium/files/read_observations.hpp"

#include <algorithm>
#include <tuple>

#include "podium/files/read_figure.hpp"
#include "podium/files/table_layout.hpp"

namespace podium {
namespace {

/// What all figures of a row share.
struct Row {
  Unit unit;
  Period period;
  EditionAt edition;
  SourceAt source;
  Status status;
};

class RowReader {
 public:
  RowReader(const CsvReader& csv, const TableLayout& layout, const Vocabulary& vocabulary, Problems& problems)
      : csv_(csv), layout_(layout), vocabulary_(vocabulary), problems_(problems) {}

  void read(std::vector<Observation>& observations) {
    const std::optional<Row> row = read_row();
    if (layout_.figure) {
      read_tidy(row, observations);
    } else {
      read_wide(row, observations);
    }
  }

 private:
  std::string_view field(std::size_t column) const { return csv_.fields()[column]; }
  auto place_of(std::size_t column) const {
    return [this, column] { return csv_.place(column); };
  }

  /// Every field is read, so that every problem of the row is reported.
  std::optional<Row> read_row() {
    const auto unit = read_word(field(layout_.unit), vocabulary_.units, problems_, place_of(layout_.unit));
    const auto period = fact(
        layout_.period, [&](std::string_view text, const auto& place) { return read_period(text, problems_, place); });
    const auto edition = fact(layout_.edition, [&](std::string_view text, const auto& place) {
      return read_edition_word(text, vocabulary_, problems_, place);
    });
    const auto source = fact(layout_.source, [&](std::string_view text, const auto& place) {
      const auto position = read_word(text, vocabulary_.sources, problems_, place);
      return position ? std::optional(static_cast<SourceAt>(*position)) : std::nullopt;
    });
    const auto status = fact(
        layout_.status, [&](std::string_view text, const auto& place) { return read_status(text, problems_, place); });
    if (!unit || !period || !edition || !source || !status) return std::nullopt;
    return Row{static_cast<Unit>(*unit), *period, *edition, *source, *status};
  }

  template <class Value, class Convert>
  std::optional<Value> fact(const RowFact<Value>& fact, const Convert& convert) const {
    if (!fact.column) return fact.constant;
    return convert(field(*fact.column), place_of(*fact.column));
  }

  void read_tidy(const std::optional<Row>& row, std::vector<Observation>& observations) {
    const auto [indicator, value, error_column] = *layout_.figure;
    const auto series = read_word(field(indicator), vocabulary_.series, problems_, place_of(indicator));
    const std::string_view text = field(value);
    const auto error = error_column ? read_standard_error(field(*error_column), problems_, place_of(*error_column))
                                    : std::optional(kMissing);
    if (text.empty()) {
      if (error && !is_missing(*error)) {
        report_invalid(*error_column, "standard error " + podium::quoted(field(*error_column)) + " without a value",
                       "nothing, or the figure that it belongs to");
      }
      if (!row || !series) return;
      if (row->status != Status::Missing)
        return report_invalid(value, "an empty value", "a number, or status M for a missing figure");
      return add(*row, static_cast<Series>(*series), std::nullopt, kMissing, value, observations);
    }
    std::optional<PrintedNumber> number = read_value(row, value);
    if (!row || !series || !number || !error) return;
    add(*row, static_cast<Series>(*series), std::move(number), *error, value, observations);
  }

  /// An empty field of a wide table says nothing.
  void read_wide(const std::optional<Row>& row, std::vector<Observation>& observations) {
    for (const auto& [column, series] : layout_.series) {
      if (field(column).empty()) continue;
      std::optional<PrintedNumber> number = read_value(row, column);
      if (row && number) add(*row, series, std::move(number), kMissing, column, observations);
    }
  }

  std::optional<PrintedNumber> read_value(const std::optional<Row>& row, std::size_t column) {
    std::optional<PrintedNumber> number = read_number(field(column), problems_, place_of(column));
    if (number && row && row->status == Status::Missing) {
      report_invalid(column, "value " + podium::quoted(field(column)) + " with status M",
                     "no value, or another status");
      return std::nullopt;
    }
    return number;
  }

  void report_invalid(std::size_t column, std::string found, std::string expected) {
    problems_.add(Diagnostic{.code = Code::InvalidValue,
                             .found = std::move(found),
                             .expected = std::move(expected),
                             .place = csv_.place(column)});
  }

  void add(const Row& row, Series series, std::optional<PrintedNumber> number, double standard_error,
           std::size_t column, std::vector<Observation>& observations) const {
    observations.push_back(
        {.unit = row.unit,
         .series = series,
         .period = row.period,
         .edition = row.edition,
         .source = row.source,
         .status = row.status,
         .value = std::move(number),
         .standard_error = standard_error,
         .locator = layout_.locator.column ? std::string(field(*layout_.locator.column)) : *layout_.locator.constant,
         .note = layout_.note ? std::string(field(*layout_.note)) : std::string(),
         .place = csv_.place(column)});
  }

  const CsvReader& csv_;
  const TableLayout& layout_;
  const Vocabulary& vocabulary_;
  Problems& problems_;
};

auto cell_of(const Observation& o) { return std::tuple(o.series, o.unit, o.period, o.edition); }

auto position_of(const Observation& o) {
  return std::tuple(std::string_view(o.place.file), o.place.line, o.place.column);
}

Diagnostic second_figure(const Observation& again, const Place& first, const ObservationNames& names) {
  return {.code = Code::DuplicateObservation,
          .found = "a second figure in edition " + podium::quoted(names.editions[at(again.edition)].id) +
                   ", first at " + first.file + ":" + std::to_string(first.line),
          .expected = "one figure for each unit, indicator, period and edition",
          .place = again.place,
          .subject = {.node = names.series[at(again.series)],
                      .unit = names.units[at(again.unit)].code,
                      .period = to_text(again.period)}};
}

}  // namespace

void read_observations(CsvReader& csv, const TableEntry* entry, const Vocabulary& vocabulary,
                       std::vector<Observation>& observations, Problems& problems) {
  const std::optional<Header> header = Header::read(csv, problems);
  if (!header) return;
  const std::optional<TableLayout> layout = read_layout(*header, entry, vocabulary, problems);
  while (csv.next()) {
    if (header->fits(csv, problems) && layout) RowReader(csv, *layout, vocabulary, problems).read(observations);
  }
  if (csv.problem()) problems.add(*csv.problem());
}

void report_duplicates(std::span<const Observation> sorted, const ObservationNames& names, Problems& problems) {
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    while (end < sorted.size() && cell_of(sorted[end]) == cell_of(sorted[begin])) ++end;
    const auto group = sorted.subspan(begin, end - begin);
    begin = end;
    if (group.size() == 1) continue;
    const Observation& first = *std::ranges::min_element(group, {}, position_of);
    for (const Observation& again : group) {
      if (&again != &first) problems.report([&] { return second_figure(again, first.place, names); });
    }
  }
}

}  // namespace podium
