#include "podium/files/read_labour.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/figure_layout.hpp"
#include "podium/files/labour_gaps.hpp"
#include "podium/files/read_figure.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 9> kColumns{"unit",    "level",  "period",  "item", "value",
                                                   "edition", "source", "locator", "note"};
constexpr std::size_t kLongestLevel = 64;
constexpr std::string_view kAllLevels = "all";  ///< what answers call the sum

/// The position of each column in the file.
struct LabourColumns {
  std::size_t unit = 0;
  std::size_t level = 0;
  std::size_t period = 0;
  std::size_t item = 0;
  std::size_t value = 0;
  std::size_t edition = 0;
  std::size_t source = 0;
  std::optional<std::size_t> locator{};
  std::optional<std::size_t> note{};
};

std::optional<LabourColumns> read_columns(const Header& header, Problems& problems) {
  bool is_sound = true;
  const auto require = [&](std::string_view column) {
    const std::optional<std::size_t> found = header.require(column, problems);
    is_sound = is_sound && found.has_value();
    return found.value_or(0);
  };
  const LabourColumns columns{.unit = require("unit"),
                              .level = require("level"),
                              .period = require("period"),
                              .item = require("item"),
                              .value = require("value"),
                              .edition = require("edition"),
                              .source = require("source"),
                              .locator = header.find("locator"),
                              .note = header.find("note")};
  for (std::size_t i = 0; i < header.columns().size(); ++i) {
    if (std::ranges::find(kColumns, header.columns()[i]) != kColumns.end()) continue;
    Diagnostic problem = not_among(Code::UnknownKey, "column", header.columns()[i], kColumns);
    problem.place = header.place(i);
    problems.add(std::move(problem));
  }
  return is_sound ? std::optional(columns) : std::nullopt;
}

bool is_level(std::string_view text) {
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
  return !text.empty() && text.size() <= kLongestLevel && text.front() != ' ' && text.back() != ' ' &&
         text != kAllLevels && std::ranges::none_of(text, is_control);
}

/// What a figure of an item must be; empty where it is. So many people are nowhere, and all sums stay finite.
std::string_view range_missed(LabourItem item, double value) {
  constexpr double kMostPeople = 1e10;
  if (item == LabourItem::ExitRate) return value >= 0 && value <= 1 ? "" : "a share between 0 and 1";
  if (item == LabourItem::NetMigration) {
    return std::abs(value) <= kMostPeople ? "" : "persons, at most 10 billion either way";
  }
  return value >= 0 && value <= kMostPeople ? "" : "persons, between 0 and 10 billion";
}

class LabourRows {
 public:
  LabourRows(const CsvReader& csv, const LabourColumns& columns, const Vocabulary& vocabulary, Problems& problems)
      : csv_(csv), columns_(columns), vocabulary_(vocabulary), problems_(problems) {
    for (std::size_t i = 0; i < Words<LabourItem>::list.size(); ++i) items_.add(Words<LabourItem>::list[i].first, i);
  }

  void read() {
    if (std::optional<LabourFigure> figure = read_row()) add(*std::move(figure));
  }

  LabourTable table() && {
    table_.kind = kind_.value_or(LabourKind::StockFlow);
    return std::move(table_);
  }

 private:
  std::string_view field(std::size_t column) const { return csv_.fields()[column]; }
  std::string_view field(std::optional<std::size_t> column) const { return column ? field(*column) : ""; }
  auto place_of(std::size_t column) const {
    return [this, column] { return csv_.place(column); };
  }
  void report(Code code, std::size_t column, std::string found, std::string expected) {
    problems_.report([&] {
      return Diagnostic{
          .code = code, .found = std::move(found), .expected = std::move(expected), .place = csv_.place(column)};
    });
  }

  /// Every field is read, so that every problem of the row is reported.
  std::optional<LabourFigure> read_row() {
    const auto unit = read_word(field(columns_.unit), vocabulary_.units, problems_, place_of(columns_.unit));
    const auto level = read_level();
    const auto item_at = read_word(field(columns_.item), items_, problems_, place_of(columns_.item));
    const std::optional<LabourItem> item =
        item_at ? std::optional(Words<LabourItem>::list[*item_at].second) : std::nullopt;
    if (item) check_kind(*item);
    const auto years = read_years(item);
    auto value = read_value(item);
    const auto edition = read_edition_word(field(columns_.edition), vocabulary_, problems_, place_of(columns_.edition));
    const auto source = read_word(field(columns_.source), vocabulary_.sources, problems_, place_of(columns_.source));
    if (!unit || !level || !item || !years || !value || !edition || !source) return std::nullopt;
    return LabourFigure{.unit = static_cast<Unit>(*unit),
                        .level = *level,
                        .years = *years,
                        .item = *item,
                        .value = *std::move(value),
                        .edition = *edition,
                        .source = static_cast<SourceAt>(*source),
                        .locator = field(columns_.locator),
                        .note = field(columns_.note),
                        .place = csv_.place(columns_.value)};
  }

  std::optional<std::size_t> read_level() {
    const std::string_view text = field(columns_.level);
    if (!is_level(text)) {
      report(Code::InvalidValue, columns_.level, "level " + podium::quoted(text),
             text == kAllLevels ? "one level; podium adds them up"
                                : "1 to 64 bytes of text in one line, without spaces around it");
      return std::nullopt;
    }
    const auto found = std::ranges::find(table_.levels, text);
    const auto position = static_cast<std::size_t>(found - table_.levels.begin());
    if (found != table_.levels.end()) return position;
    if (position == kMostLabourLevels) {
      report(Code::TooLarge, columns_.level, "one more level, " + podium::quoted(text),
             "at most " + std::to_string(kMostLabourLevels) + " levels");
      return std::nullopt;
    }
    table_.levels.emplace_back(text);
    return position;
  }

  void check_kind(LabourItem item) {
    if (!kind_) {
      kind_ = kind_of(item);
      first_item_ = item;
    }
    if (kind_ == kind_of(item)) return;
    report(Code::InvalidValue, columns_.item,
           podium::quoted(to_word(item)) + " beside " + podium::quoted(to_word(first_item_)),
           kind_ == LabourKind::StockFlow ? "stock, demand and flows alone" : "new_demand and new_supply alone");
  }

  std::optional<YearSpan> read_years(std::optional<LabourItem> item) {
    const std::string_view text = field(columns_.period);
    const std::optional<YearSpan> years = year_span_from(text);
    const bool may_be_span = !item || kind_of(*item) == LabourKind::NewPeople;
    if (!years || (years->count() > 1 && !may_be_span)) {
      report(Code::InvalidValue, columns_.period, "period " + podium::quoted(text),
             may_be_span ? "a year such as 2023, or a span such as 2023-2027" : "a year such as 2023");
      return std::nullopt;
    }
    if (item && kind_of(*item) == LabourKind::NewPeople) check_span(*years);
    return years;
  }

  /// Spans that overlap cannot be added up.
  void check_span(YearSpan years) {
    if (!first_years_) first_years_ = years;
    if (years == *first_years_ || (years.count() == 1 && first_years_->count() == 1)) return;
    report(Code::InvalidValue, columns_.period,
           "period " + podium::quoted(field(columns_.period)) + " beside " + to_text(*first_years_),
           first_years_->count() == 1 ? "single years throughout, or one span" : "the same span in every row");
  }

  std::optional<PrintedNumber> read_value(std::optional<LabourItem> item) {
    const std::string_view text = field(columns_.value);
    std::optional<PrintedNumber> number = parse_decimal(text);
    if (!number) {
      report(Code::NotANumber, columns_.value, "value " + podium::quoted(text),
             "a decimal number such as 66100 or 0.05, without separators; no row for what is not known");
      return std::nullopt;
    }
    const std::string_view expected = item ? range_missed(*item, number->value) : std::string_view();
    if (expected.empty()) return number;
    report(Code::InvalidValue, columns_.value, std::string(to_word(*item)) + " " + std::string(text),
           std::string(expected));
    return std::nullopt;
  }

  void add(LabourFigure figure) {
    const auto [first, is_new] = lines_.emplace(
        std::tuple(figure.unit, figure.level, figure.years.first, figure.years.last, figure.item), figure.place.line);
    if (is_new) {
      table_.figures.push_back(std::move(figure));
      return;
    }
    problems_.report([&] {
      return Diagnostic{.code = Code::DuplicateObservation,
                        .found = "a second " + std::string(to_word(figure.item)) + " of level " +
                                 podium::quoted(table_.levels[figure.level]) + ", first at line " +
                                 std::to_string(first->second),
                        .expected = "one figure for each unit, level, period and item",
                        .place = figure.place,
                        .subject = {.unit = std::string(field(columns_.unit)), .period = to_text(figure.years)}};
    });
  }

  const CsvReader& csv_;
  const LabourColumns& columns_;
  const Vocabulary& vocabulary_;
  Problems& problems_;
  WordList items_{Code::InvalidValue, "item", false};
  std::optional<LabourKind> kind_{};
  LabourItem first_item_{};
  std::optional<YearSpan> first_years_{};
  std::map<std::tuple<Unit, std::size_t, int, int, LabourItem>, std::uint32_t> lines_{};
  LabourTable table_{};
};

LabourTable read_rows(CsvReader& csv, const Header& header, const LabourColumns& columns, const Index& index,
                      Problems& problems) {
  const FigureVocabulary names(index, Naming::Ids);
  LabourRows rows(csv, columns, names.words(), problems);
  for (std::size_t count = 0; csv.next(); ++count) {
    if (count == kMostLabourRows) {
      problems.add(Diagnostic{.code = Code::TooLarge,
                              .found = "more than " + std::to_string(kMostLabourRows) + " rows",
                              .expected = "at most as many",
                              .place = csv.place()});
      break;
    }
    if (header.fits(csv, problems)) rows.read();
  }
  if (csv.problem()) problems.add(*csv.problem());
  return std::move(rows).table();
}

}  // namespace

Result<LabourTable> read_labour(CsvReader& csv, const Index& index) {
  Problems problems;
  LabourTable table;
  const std::optional<Header> header = Header::read(csv, problems);
  const std::optional<LabourColumns> columns = header ? read_columns(*header, problems) : std::nullopt;
  if (columns) table = read_rows(csv, *header, *columns, index, problems);
  if (problems.empty() && table.figures.empty()) {
    problems.add(Diagnostic{.code = Code::TooFewFigures,
                            .found = "no row",
                            .expected = "one row for each figure",
                            .place = {csv.file(), 0, 0}});
  }
  if (problems.empty()) report_labour_gaps(table, index, problems);
  if (problems.empty()) return table;
  return std::move(problems).sorted();
}

Result<LabourTable> read_labour(const std::filesystem::path& file, const Index& index) {
  TRY(ByteSource source, open_named_file(file));
  CsvReader csv(file.generic_string(), std::move(source));
  return read_labour(csv, index);
}

}  // namespace podium
