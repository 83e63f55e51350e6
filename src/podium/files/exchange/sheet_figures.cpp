#include "podium/files/exchange/sheet_figures.hpp"

#include <algorithm>
#include <set>

#include "podium/files/exchange/sheet_codes.hpp"
#include "podium/files/read_figure.hpp"

namespace podium {
namespace {

using Kind = SheetEntry::Kind;

class FigureReader {
 public:
  FigureReader(const SheetIndex& sheets, std::span<const CheckedEntry> entries, Problems& problems,
               Diagnostics& warnings)
      : sheets_(sheets), table_(sheets.data), entries_(entries), problems_(problems), warnings_(warnings) {}

  SheetFigures read(Period otherwise) {
    find_columns();
    check_columns();
    for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row, otherwise);
    result_.periods.assign(periods_.begin(), periods_.end());
    if (result_.units.empty()) {
      problems_.add(Diagnostic{.code = Code::EmptyFile,
                               .found = "no unit",
                               .expected = "a row for each unit",
                               .place = {table_.file, 0, 0}});
    }
    return std::move(result_);
  }

 private:
  Place header_place(std::size_t column) const {
    const std::uint32_t first = table_.lines.empty() ? 2 : table_.lines.front();
    return {table_.file, first - 1, static_cast<std::uint32_t>(column + 1)};
  }

  void find_columns() {
    for (const CheckedEntry& entry : entries_) {
      const std::optional<std::size_t> column = table_.find(entry.source.code.text);
      columns_.push_back(entry.is(Kind::Aggregate) ? std::nullopt : column);
      if (column || entry.is(Kind::Aggregate) || is_gap(entry.source.code.text)) continue;
      problems_.add(Diagnostic{.code = Code::MissingColumn,
                               .found = "no column " + podium::quoted(entry.source.code.text) + " in " + table_.file,
                               .expected = "a column for every indicator, denominator and group",
                               .nearest = std::string(nearest_word(entry.source.code.text, views(table_.columns))),
                               .place = entry.source.code.place});
    }
  }

  void check_columns() {
    std::set<std::size_t> known(sheets_.other_columns.begin(), sheets_.other_columns.end());
    known.insert(sheets_.code_column);
    if (sheets_.name_column) known.insert(*sheets_.name_column);
    if (sheets_.period_column) known.insert(*sheets_.period_column);
    for (const auto& column : columns_) {
      if (column) known.insert(*column);
    }
    std::vector<std::string_view> codes;
    for (const CheckedEntry& entry : entries_) {
      if (!entry.is(Kind::Aggregate)) codes.push_back(entry.source.code.text);
    }
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      if (known.contains(column)) continue;
      Diagnostic problem = not_among(Code::UnknownIndicator, "column", table_.columns[column], codes);
      problem.place = header_place(column);
      problems_.add(std::move(problem));
    }
  }

  std::string_view field(std::size_t row, std::size_t column) const { return table_.rows[row][column]; }

  void read_row(std::size_t row, Period otherwise) {
    const std::optional<std::size_t> unit = read_unit(row);
    const std::optional<Period> period = read_period_of(row, otherwise);
    if (unit && period) {
      periods_.insert(*period);
      check_new(row, *unit, *period);
      describe(row, *unit, *period);
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!columns_[i] || entries_[i].is(Kind::Group)) continue;
      const std::string_view text = field(row, *columns_[i]);
      if (is_gap(text)) continue;
      const Place place = table_.place(row, *columns_[i]);
      const auto number = read_number(text, problems_, [&] { return place; });
      if (!number || !unit || !period) continue;
      result_.figures.push_back({*unit, i, *period, std::string(text), place});
    }
  }

  std::optional<std::size_t> read_unit(std::size_t row) {
    const std::string code(field(row, sheets_.code_column));
    const std::string id = identifier_from(code);
    if (is_gap(code) || id.empty()) {
      problems_.add(Diagnostic{.code = Code::InvalidValue,
                               .found = is_gap(code) ? "a row without a code" : "code " + podium::quoted(code),
                               .expected = "the code of a unit, with letters a-z or digits",
                               .place = table_.place(row, sheets_.code_column)});
      return std::nullopt;
    }
    const auto [found, is_new] = units_.emplace(id, result_.units.size());
    if (is_new) result_.units.push_back({.id = id, .code = code, .name = {}, .groups = {}});
    if (result_.units[found->second].code != code) {
      problems_.add(Diagnostic{.code = Code::DuplicateId,
                               .found = "codes " + podium::quoted(result_.units[found->second].code) + " and " +
                                        podium::quoted(code) + ", which both become " + podium::quoted(id),
                               .expected = "codes that differ in letters, digits, '_', '-' or '.'",
                               .place = table_.place(row, sheets_.code_column)});
    }
    return found->second;
  }

  std::optional<Period> read_period_of(std::size_t row, Period otherwise) {
    if (!sheets_.period_column) return otherwise;
    const std::string_view text = field(row, *sheets_.period_column);
    const Place place = table_.place(row, *sheets_.period_column);
    const auto period = read_period(text, problems_, [&] { return place; });
    if (!period || period->kind() == Period::Kind::Year) return period;
    problems_.add(Diagnostic{.code = Code::InvalidValue,
                             .found = "period " + podium::quoted(text),
                             .expected = "a year such as 2024",
                             .place = place});
    return std::nullopt;
  }

  void check_new(std::size_t row, std::size_t unit, Period period) {
    const auto [first, is_new] = rows_.emplace(std::pair(unit, period), row);
    if (is_new) return;
    problems_.add(Diagnostic{.code = Code::DuplicateObservation,
                             .found = "a second row of unit " + podium::quoted(result_.units[unit].code) + " in " +
                                      to_text(period) + ", first at row " +
                                      std::to_string(table_.place(first->second, 0).line),
                             .expected = "one row for each unit and period",
                             .place = table_.place(row, sheets_.code_column)});
  }

  /// Name and groups of the newest row count; the index has one of each for all periods.
  void describe(std::size_t row, std::size_t position, Period period) {
    SheetUnit now = result_.units[position];
    now.name = sheets_.name_column ? std::string(field(row, *sheets_.name_column)) : now.code;
    now.groups.clear();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!entries_[i].is(Kind::Group) || !columns_[i]) continue;
      const std::string_view text = field(row, *columns_[i]);
      now.groups.emplace_back(is_gap(text) ? std::string_view() : text);
    }
    const auto [newest, is_new] = newest_.emplace(position, period);
    SheetUnit& unit = result_.units[position];
    const bool differs = !is_new && (unit.name != now.name || unit.groups != now.groups);
    if (differs && changing_.insert(position).second) {
      warnings_.push_back({.code = Code::InvalidValue,
                           .found = "a name or a group of " + podium::quoted(unit.code) + " that changes in time",
                           .expected = "one for all periods; that of the newest is kept",
                           .place = table_.place(row, sheets_.code_column),
                           .severity = Severity::Warning});
    }
    if (is_new || period > newest->second) {
      unit = std::move(now);
      newest->second = period;
    }
  }

  const SheetIndex& sheets_;
  const RawTable& table_;
  std::span<const CheckedEntry> entries_;
  Problems& problems_;
  Diagnostics& warnings_;
  std::vector<std::optional<std::size_t>> columns_;  ///< of the entries
  std::map<std::string, std::size_t, std::less<>> units_;
  std::map<std::pair<std::size_t, Period>, std::size_t> rows_;
  std::map<std::size_t, Period> newest_;
  std::set<std::size_t> changing_;
  std::set<Period> periods_;
  SheetFigures result_;
};

}  // namespace

SheetFigures read_sheet_figures(const SheetIndex& sheets, std::span<const CheckedEntry> entries, Period otherwise,
                                Problems& problems, Diagnostics& warnings) {
  return FigureReader(sheets, entries, problems, warnings).read(otherwise);
}

}  // namespace podium
