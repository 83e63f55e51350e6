#include "podium/files/exchange/figure_layout.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "podium/files/read_figure.hpp"

namespace podium {
namespace {

/// Columns of units, the likeliest first, in small letters.
constexpr std::array<std::string_view, 4> kUnitColumns{"unit", "code", "country", "국가"};
/// They only say the same again.
constexpr std::array<std::string_view, 3> kNameColumns{"name", "name.en", "name.ko"};
constexpr std::array<std::string_view, 6> kFactColumns{"period", "edition", "source", "status", "locator", "note"};
constexpr std::array<std::string_view, 3> kTidyColumns{"indicator", "value", "standard_error"};

std::string lower(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return small;
}

template <std::size_t count>
bool is_among(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

class LayoutReader {
 public:
  LayoutReader(const RawTable& table, const FigureSetting& setting, const Vocabulary& vocabulary, Problems& problems)
      : table_(table), setting_(setting), vocabulary_(vocabulary), problems_(problems) {}

  std::optional<TableLayout> read() {
    find_unit();
    const std::optional<std::size_t> indicator = table_.find("indicator");
    const std::optional<std::size_t> value = table_.find("value");
    if (indicator || (value && !vocabulary_.series.find("value"))) {
      layout_.figure =
          TableLayout::Figure{require(indicator, "indicator"), require(value, "value"), table_.find("standard_error")};
    }
    for (std::size_t i = 0; i < table_.columns.size(); ++i) read_column(i);
    read_facts();
    return is_sound_ ? std::optional(std::move(layout_)) : std::nullopt;
  }

 private:
  std::size_t require(std::optional<std::size_t> found, std::string_view column, std::string_view otherwise = {}) {
    if (!found) {
      is_sound_ = false;
      problems_.add(Diagnostic{.code = Code::MissingColumn,
                               .found = "no column " + podium::quoted(column),
                               .expected = "a column of that name" + std::string(otherwise),
                               .nearest = std::string(nearest_word(column, views(table_.columns))),
                               .place = place_of_header(0)});
    }
    return found.value_or(0);
  }

  void find_unit() {
    if (setting_.unit_column) {
      layout_.unit = require(table_.find(*setting_.unit_column), *setting_.unit_column);
      return;
    }
    for (const std::string_view name : kUnitColumns) {
      for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        if (lower(table_.columns[i]) != name) continue;
        layout_.unit = i;
        return;
      }
    }
    require(std::nullopt, "unit", ", 'code' or 'country', or --unit-column NAME");
  }

  /// Reports a column that means nothing; in a wide table finds the indicator that it is.
  void read_column(std::size_t position) {
    const std::string& column = table_.columns[position];
    if (position == layout_.unit || is_among(kFactColumns, column)) return;
    if (is_among(kNameColumns, column) || is_among(kUnitColumns, lower(column))) return;
    if (layout_.figure) {
      if (!is_among(kTidyColumns, column)) report_unknown(position, kTidyColumns);
    } else if (const auto series = vocabulary_.series.find(column)) {
      layout_.series.emplace_back(position, static_cast<Series>(*series));
    } else {
      report_unknown(position, vocabulary_.series.words());
    }
  }

  void report_unknown(std::size_t position, std::span<const std::string_view> words) {
    std::vector<std::string_view> known(words.begin(), words.end());
    if (layout_.figure) known.insert(known.end(), kFactColumns.begin(), kFactColumns.end());
    problems_.report([&] {
      Diagnostic problem = not_among(layout_.figure ? Code::UnknownKey : Code::UnknownIndicator, "column",
                                     table_.columns[position], known);
      problem.place = place_of_header(position);
      return problem;
    });
  }

  void read_facts() {
    const auto nowhere = [] { return Place{}; };
    read_fact(layout_.period, "period", setting_.period, ", or --period P",
              [&](const std::string& word) { return read_period(word, problems_, nowhere); });
    read_fact(layout_.edition, "edition", setting_.edition, ", or --edition ID",
              [&](const std::string& word) { return read_edition_word(word, vocabulary_, problems_, nowhere); });
    read_fact(layout_.source, "source", setting_.source, ", or --source ID", [&](const std::string& word) {
      const auto position = read_word(word, vocabulary_.sources, problems_, nowhere);
      return position ? std::optional(static_cast<SourceAt>(*position)) : std::nullopt;
    });
    layout_.status = {table_.find("status"), Status::Normal};
    layout_.locator = {table_.find("locator"), std::string()};
    layout_.note = table_.find("note");
  }

  template <class Value, class Convert>
  void read_fact(RowFact<Value>& fact, std::string_view name, const std::optional<std::string>& said,
                 std::string_view otherwise, const Convert& convert) {
    fact.column = table_.find(name);
    if (fact.column && said) {
      is_sound_ = false;
      problems_.add(Diagnostic{.code = Code::DuplicateColumn,
                               .found = "--" + std::string(name) + " although there is a column of that name",
                               .expected = "one of the two",
                               .place = place_of_header(*fact.column)});
    }
    if (fact.column) return;
    if (said) fact.constant = convert(*said);
    if (said && !fact.constant) is_sound_ = false;
    if (!said) require(std::nullopt, name, otherwise);
  }

  Place place_of_header(std::size_t column) const {
    return {table_.file, table_.lines.empty() ? 0U : 1U, static_cast<std::uint32_t>(column + 1)};
  }

  const RawTable& table_;
  const FigureSetting& setting_;
  const Vocabulary& vocabulary_;
  Problems& problems_;
  TableLayout layout_;
  bool is_sound_ = true;
};

}  // namespace

FigureVocabulary::FigureVocabulary(const Index& index, Naming naming) : ids_(index.hierarchy.series_ids()) {
  words_.edition_list = index.editions;
  words_.editions = edition_words(index.editions, false);
  for (std::size_t i = 0; i < index.units.size(); ++i) words_.units.add(index.units[i].code, i);
  for (std::size_t i = 0; i < index.sources.size(); ++i) words_.sources.add(index.sources[i].id, i);
  std::vector<std::size_t> with_figures;
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    if (i < index.hierarchy.size() && !index.hierarchy.is_indicator(static_cast<Series>(i))) continue;
    with_figures.push_back(i);
    words_.series.add(ids_[i], i);
  }
  if (naming == Naming::IdsAndTitles) add_titles(index, with_figures);
}

/// Those that only one indicator has.
void FigureVocabulary::add_titles(const Index& index, std::span<const std::size_t> with_figures) {
  std::map<std::string_view, std::size_t> uses;
  for (const std::size_t i : with_figures) {
    const Text& title = index.info(static_cast<Series>(i)).title;
    ++uses[title.en];
    if (title.ko != title.en) ++uses[title.ko];
  }
  for (const std::size_t i : with_figures) {
    const Text& title = index.info(static_cast<Series>(i)).title;
    for (const std::string* const one : {&title.en, &title.ko}) {
      if (!one->empty() && uses[*one] == 1) words_.series.add_alias(*one, i);
    }
  }
}

std::optional<TableLayout> read_figure_layout(const RawTable& table, const FigureSetting& setting,
                                              const Vocabulary& vocabulary, Problems& problems) {
  return LayoutReader(table, setting, vocabulary, problems).read();
}

}  // namespace podium
