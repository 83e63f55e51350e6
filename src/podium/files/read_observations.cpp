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

/// What the last text of a column said. Most rows repeat the edition, source or indicator of the row before; nothing is
/// remembered of a text with a problem, which is reported again.
template <class Value>
class LastSaid {
 public:
  template <class Convert>
  std::optional<Value> operator()(std::string_view text, const Convert& convert) {
    if (value_ && text == text_) return value_;
    value_ = convert(text);
    text_ = text;
    return value_;
  }

 private:
  std::string text_;
  std::optional<Value> value_;
};

/// Holds the text of each row that repeats it once.
class LastText {
 public:
  const SharedText& operator()(std::string_view text) {
    if (text != text_.view()) text_ = text;
    return text_;
  }

 private:
  SharedText text_;
};

using Take = std::function<void(Observation&&)>;

class TableRows {
 public:
  TableRows(const CsvReader& csv, const TableLayout& layout, const Vocabulary& vocabulary, Problems& problems)
      : csv_(csv), layout_(layout), vocabulary_(vocabulary), problems_(problems) {}

  void read(const Take& take) {
    const std::optional<Row> row = read_row();
    if (layout_.figure) {
      read_tidy(row, take);
    } else {
      read_wide(row, take);
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
    const auto period = fact(layout_.period, last_period_, [&](std::string_view text, const auto& place) {
      return read_period(text, problems_, place);
    });
    const auto edition = fact(layout_.edition, last_edition_, [&](std::string_view text, const auto& place) {
      return read_edition_word(text, vocabulary_, problems_, place);
    });
    const auto source = fact(layout_.source, last_source_, [&](std::string_view text, const auto& place) {
      const auto position = read_word(text, vocabulary_.sources, problems_, place);
      return position ? std::optional(static_cast<SourceAt>(*position)) : std::nullopt;
    });
    const auto status = fact(layout_.status, last_status_, [&](std::string_view text, const auto& place) {
      return read_status(text, problems_, place);
    });
    if (!unit || !period || !edition || !source || !status) return std::nullopt;
    return Row{static_cast<Unit>(*unit), *period, *edition, *source, *status};
  }

  template <class Value, class Convert>
  std::optional<Value> fact(const RowFact<Value>& fact, LastSaid<Value>& last, const Convert& convert) const {
    if (!fact.column) return fact.constant;
    return last(field(*fact.column), [&](std::string_view text) { return convert(text, place_of(*fact.column)); });
  }

  void read_tidy(const std::optional<Row>& row, const Take& take) {
    const auto [indicator, value, error_column] = *layout_.figure;
    const auto series = last_series_(field(indicator), [&](std::string_view word) {
      return read_word(word, vocabulary_.series, problems_, place_of(indicator));
    });
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
      return add(*row, static_cast<Series>(*series), std::nullopt, kMissing, value, take);
    }
    std::optional<PrintedNumber> number = read_value(row, value);
    if (!row || !series || !number || !error) return;
    add(*row, static_cast<Series>(*series), std::move(number), *error, value, take);
  }

  /// An empty field of a wide table says nothing.
  void read_wide(const std::optional<Row>& row, const Take& take) {
    for (const auto& [column, series] : layout_.series) {
      if (field(column).empty()) continue;
      std::optional<PrintedNumber> number = read_value(row, column);
      if (row && number) add(*row, series, std::move(number), kMissing, column, take);
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
           std::size_t column, const Take& take) {
    take({.unit = row.unit,
          .series = series,
          .period = row.period,
          .edition = row.edition,
          .source = row.source,
          .status = row.status,
          .value = std::move(number),
          .standard_error = standard_error,
          .locator = last_locator_(layout_.locator.column ? field(*layout_.locator.column) : *layout_.locator.constant),
          .note = layout_.note ? last_note_(field(*layout_.note)) : SharedText(),
          .place = csv_.place(column)});
  }

  const CsvReader& csv_;
  const TableLayout& layout_;
  const Vocabulary& vocabulary_;
  Problems& problems_;
  LastSaid<Period> last_period_{};
  LastSaid<EditionAt> last_edition_{};
  LastSaid<SourceAt> last_source_{};
  LastSaid<Status> last_status_{};
  LastSaid<std::size_t> last_series_{};
  LastText last_locator_{};
  LastText last_note_{};
};

auto cell_of(const Observation& o) { return std::tuple(o.series, o.unit, o.period, o.edition); }

auto position_of(const Observation& o) { return std::tuple(o.place.file.view(), o.place.line, o.place.column); }

}  // namespace

void read_observations(CsvReader& csv, const TableEntry* entry, const Vocabulary& vocabulary,
                       std::vector<Observation>& observations, Problems& problems) {
  const auto keep = [&](Observation&& one) { observations.push_back(std::move(one)); };
  read_observations(csv, entry, vocabulary, Take(keep), problems);
}

void read_observations(CsvReader& csv, const TableEntry* entry, const Vocabulary& vocabulary, const Take& take,
                       Problems& problems) {
  const std::optional<Header> header = Header::read(csv, problems);
  if (!header) return;
  const std::optional<TableLayout> layout = read_layout(*header, entry, vocabulary, problems);
  std::optional<TableRows> rows;
  if (layout) rows.emplace(csv, *layout, vocabulary, problems);
  while (csv.next()) {
    if (header->fits(csv, problems) && rows) rows->read(take);
  }
  if (csv.problem()) problems.add(*csv.problem());
}

Diagnostic second_figure(const Observation& again, const Place& first, const ObservationNames& names) {
  return {.code = Code::DuplicateObservation,
          .found = "a second figure in edition " + podium::quoted(names.editions[at(again.edition)].id) +
                   ", first at " + first.file.str() + ":" + std::to_string(first.line),
          .expected = "one figure for each unit, indicator, period and edition",
          .place = again.place,
          .subject = {.node = names.series[at(again.series)],
                      .unit = names.units[at(again.unit)].code,
                      .period = to_text(again.period)}};
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
