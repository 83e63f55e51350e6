#include "podium/files/table_layout.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

#include "podium/files/read_figure.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 10> kTidyColumns{"unit",           "indicator", "period", "edition", "value",
                                                        "standard_error", "status",    "source", "locator", "note"};
constexpr std::array<std::string_view, 8> kWideColumns{"unit",   "code",   "period",  "edition",
                                                       "status", "source", "locator", "note"};

class LayoutReader {
 public:
  LayoutReader(const Header& header, const TableEntry* entry, const Vocabulary& vocabulary, Problems& problems)
      : header_(header), entry_(entry), vocabulary_(vocabulary), problems_(problems) {}

  std::optional<TableLayout> read() {
    const bool is_tidy = header_.find("indicator").has_value() ||
                         (header_.find("value").has_value() && !vocabulary_.series.lists("value"));
    is_tidy ? read_tidy() : read_wide();
    read_row_facts();
    return is_sound_ ? std::optional(std::move(layout_)) : std::nullopt;
  }

 private:
  std::size_t require(std::string_view column, std::string_view otherwise = {}) {
    const std::optional<std::size_t> found = header_.require(column, problems_, otherwise);
    is_sound_ = is_sound_ && found.has_value();
    return found.value_or(0);
  }

  void read_tidy() {
    layout_.unit = require("unit");
    layout_.figure = TableLayout::Figure{require("indicator"), require("value"), header_.find("standard_error")};
    for (std::size_t i = 0; i < header_.columns().size(); ++i) {
      const std::string& column = header_.columns()[i];
      if (std::ranges::find(kTidyColumns, column) != kTidyColumns.end()) continue;
      report(i, not_among(Code::UnknownKey, "column", column, kTidyColumns));
    }
  }

  void read_wide() {
    const std::optional<std::size_t> code = header_.find("code");
    const std::optional<std::size_t> unit = header_.find("unit");
    if (code && unit) {
      report(*code, {.code = Code::DuplicateColumn,
                     .found = "both a column 'unit' and a column 'code'",
                     .expected = "one of the two"});
      is_sound_ = false;
    }
    layout_.unit = code && !unit ? *code : require("unit", ", or 'code'");
    for (std::size_t i = 0; i < header_.columns().size(); ++i) {
      const std::string& column = header_.columns()[i];
      if (std::ranges::find(kWideColumns, column) != kWideColumns.end()) continue;
      if (const auto series = vocabulary_.series.find(column)) {
        layout_.series.emplace_back(i, static_cast<Series>(*series));
      } else {
        report_wide_column(i, column);
      }
    }
  }

  /// A column of a wide table that is no indicator may also be one of the other columns misspelt.
  void report_wide_column(std::size_t position, const std::string& column) {
    problems_.report([&] {
      Diagnostic problem = vocabulary_.series.unknown(column);
      problem.found = "column " + podium::quoted(column);
      if (problem.nearest.empty()) problem.nearest = nearest_word(column, kWideColumns);
      problem.place = header_.place(position);
      return problem;
    });
  }

  void read_row_facts() {
    read_fact(layout_.period, "period", entry_ != nullptr ? &entry_->period : nullptr,
              [&](const PlacedWord& word) { return read_period(word.text, problems_, [&] { return word.place; }); });
    read_fact(layout_.edition, "edition", entry_ != nullptr ? &entry_->edition : nullptr, [&](const PlacedWord& word) {
      return read_edition_word(word.text, vocabulary_, problems_, [&] { return word.place; });
    });
    read_fact(layout_.source, "source", entry_ != nullptr ? &entry_->source : nullptr, [&](const PlacedWord& word) {
      const auto position = read_word(word.text, vocabulary_.sources, problems_, [&] { return word.place; });
      return position ? std::optional(static_cast<SourceAt>(*position)) : std::nullopt;
    });
    read_fact(
        layout_.status, "status", entry_ != nullptr ? &entry_->status : nullptr,
        [&](const PlacedWord& word) { return read_status(word.text, problems_, [&] { return word.place; }); },
        Status::Normal);
    read_fact(
        layout_.locator, "locator", entry_ != nullptr ? &entry_->locator : nullptr,
        [&](const PlacedWord& word) { return std::optional(word.text); }, std::string());
    layout_.note = header_.find("note");
  }

  /// A fact without a default must be given.
  template <class Value, class Convert>
  void read_fact(RowFact<Value>& fact, std::string_view name, const std::optional<PlacedWord>* said,
                 const Convert& convert, std::type_identity_t<std::optional<Value>> otherwise = std::nullopt) {
    fact.column = header_.find(name);
    const bool is_said = said != nullptr && said->has_value();
    if (fact.column && is_said) {
      problems_.add(Diagnostic{
          .code = Code::DuplicateColumn,
          .found = podium::quoted(name) + " although " + header_.place(0).file.str() + " has a column of that name",
          .expected = "one of the two",
          .place = (*said)->place});
    }
    if (fact.column) return;
    if (is_said) {
      fact.constant = convert(**said);
    } else if (otherwise) {
      fact.constant = std::move(otherwise);
    } else {
      is_sound_ = false;
      header_.require(name, problems_, ", or " + std::string(name) + " = \"...\" in a section [[table]] for this file");
    }
  }

  void report(std::size_t column, Diagnostic problem) {
    problem.place = header_.place(column);
    problems_.add(std::move(problem));
  }

  const Header& header_;
  const TableEntry* entry_;
  const Vocabulary& vocabulary_;
  Problems& problems_;
  TableLayout layout_;
  bool is_sound_ = true;
};

}  // namespace

std::optional<TableLayout> read_layout(const Header& header, const TableEntry* entry, const Vocabulary& vocabulary,
                                       Problems& problems) {
  return LayoutReader(header, entry, vocabulary, problems).read();
}

}  // namespace podium
