#include "podium/cli/diff_tables.hpp"

#include <algorithm>
#include <cmath>

#include "podium/cli/audit_tables.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

constexpr std::size_t kWideTitle = 32;
constexpr std::size_t kNarrowTitle = 26;
/// A figure printed with more characters is shown in five digits.
constexpr std::size_t kLongestPrint = 9;

std::string count(std::size_t number) { return std::to_string(number); }

std::string shown_print(const PrintedNumber& number) {
  return number.text.size() <= kLongestPrint ? number.text : shown_figure(number.value);
}

std::string with_sign(double value, const std::string& text) { return value > 0 ? "+" + text : text; }

/// Whole numbers without decimals, others in five digits.
std::string shown_difference(double difference) {
  const bool is_whole = std::abs(difference) < 1e15 && difference == std::round(difference);
  return with_sign(difference, is_whole ? grouped(difference, 0) : shown_figure(difference));
}

std::string shown_change(double relative) {
  return is_missing(relative) ? std::string() : with_sign(relative, shown_share(relative));
}

void add_count_columns(TextTable& table, const DiffWords& words) {
  for (const Phrase& phrase : {texts::kAdded, texts::kDropped, texts::kKept, texts::kRestated, texts::kWithinRounding,
                               texts::kMedianChange, texts::kLargestRelative}) {
    table.columns.push_back({words.say(phrase), Align::Right});
  }
}

void add_count_cells(std::vector<Cell>& row, const DiffWords& words, const ChangeCounts& counts) {
  for (const std::size_t number :
       {counts.added, counts.dropped, counts.kept, counts.restated, counts.within_rounding}) {
    row.emplace_back(count(number));
  }
  row.emplace_back(is_missing(counts.median_relative) ? std::string() : shown_share(counts.median_relative));
  row.emplace_back(shown_change(words.diff.changes.largest_relative(counts)));
}

/// Sorted by size, the unknown last, equals in the index's order.
template <class Entry, class Size>
std::vector<const Entry*> largest_first(std::vector<const Entry*> entries, Size size) {
  std::ranges::stable_sort(entries, std::greater{}, [&](const Entry* entry) {
    const double value = size(*entry);
    return is_missing(value) ? -1 : value;
  });
  return entries;
}

std::vector<const CellChange*> restated_cells(const EditionDiff& diff) {
  std::vector<const CellChange*> cells;
  for (const CellChange& cell : diff.changes.cells) {
    if (cell.kind() == CellChange::Kind::Restated) cells.push_back(&cell);
  }
  return largest_first(std::move(cells), [](const CellChange& cell) { return std::abs(cell.restatement().relative); });
}

void add_growth_rows(TextTable& table, const DiffWords& words, const CellGrowth& cell) {
  const std::vector<GrowthRate> rates = cell.rates();
  for (const GrowthRate& rate : rates) {
    const double restatement = cell.restatement(rate);
    table.rows.push_back(
        {words.title(cell.series, kNarrowTitle), words.diff.code(cell.unit), to_text(cell.period),
         words.diff.index.edition_of(*rate.now).id, words.diff.index.edition_of(*rate.before).id,
         shown_share(rate.rate()),
         is_missing(restatement) ? std::string() : with_sign(restatement, fixed(100 * restatement, 1))});
  }
}

}  // namespace

std::string DiffWords::title(Series series, std::size_t width) const {
  const std::string& title = diff.index.info(series).title.in(language);
  if (!title.empty()) return cut_to(printable(title), width);
  const std::vector<std::string> ids = diff.index.hierarchy.series_ids();
  return cut_to(ids[at(series)], width);
}

TextTable changes_by_indicator(const DiffWords& words) {
  TextTable table{{{words.say(texts::kIndicator)}}, {}};
  add_count_columns(table, words);
  for (const SeriesChanges& series : words.diff.changes.series) {
    if (series.printed_by != SeriesChanges::PrintedBy::Both) continue;
    table.rows.push_back({words.title(series.series, kWideTitle)});
    add_count_cells(table.rows.back(), words, series.counts);
  }
  return table;
}

TextTable changes_by_unit(const DiffWords& words) {
  TextTable table{{{words.say(texts::kUnit)}, {words.say(texts::kName)}}, {}};
  add_count_columns(table, words);
  std::vector<const UnitChanges*> units;
  for (const UnitChanges& unit : words.diff.changes.units) {
    if (unit.counts.restated > 0) units.push_back(&unit);
  }
  std::ranges::stable_sort(units, std::greater{}, [](const UnitChanges* unit) { return unit->counts.restated; });
  for (const UnitChanges* const unit : units) {
    const UnitInfo& info = words.diff.index.info(unit->unit);
    table.rows.push_back({info.code, cut_to(printable(info.name.in(words.language)), kNarrowTitle)});
    add_count_cells(table.rows.back(), words, unit->counts);
  }
  return table;
}

TextTable restated_figures(const DiffWords& words) {
  TextTable table{{{words.say(texts::kIndicator)},
                   {words.say(texts::kUnit)},
                   {words.say(texts::kPeriod)},
                   {words.diff.first().id, Align::Right},
                   {words.diff.second().id, Align::Right},
                   {words.say(texts::kDifference), Align::Right},
                   {words.say(texts::kRelativeChange), Align::Right},
                   {words.say(texts::kLastDigits), Align::Right}},
                  {}};
  for (const CellChange* const cell : restated_cells(words.diff)) {
    const Restatement restatement = cell->restatement();
    const int decimals = std::abs(restatement.steps) < 10 ? 1 : 0;
    table.rows.push_back({words.title(cell->series, kNarrowTitle), words.diff.code(cell->unit), to_text(cell->period),
                          shown_print(*cell->first->value), shown_print(*cell->second->value),
                          shown_difference(restatement.absolute), shown_change(restatement.relative),
                          with_sign(restatement.steps, grouped(restatement.steps, decimals))});
  }
  return table;
}

TextTable moved_units(const DiffWords& words) {
  const auto titled = [&](const Phrase& phrase, const Edition& edition) {
    return Column{fill(phrase.in(words.language), {edition.id}), Align::Right};
  };
  TextTable table{{{words.say(texts::kUnit)},
                   {words.say(texts::kName)},
                   titled(texts::kRankIn, words.diff.first()),
                   titled(texts::kRankIn, words.diff.second()),
                   {words.say(texts::kChange)},
                   titled(texts::kScoreIn, words.diff.first()),
                   titled(texts::kScoreIn, words.diff.second())},
                  {}};
  const RankingComparison& comparison = words.diff.effect->comparison;
  const std::vector<std::size_t> order = comparison.largest_first();
  for (const std::size_t position : order) {
    const RankMove& move = comparison.moves[position];
    const auto unit = words.diff.index.find_unit(move.unit);
    const bool in_both = move.first != 0 && move.second != 0;
    table.rows.push_back(
        {move.unit,
         unit ? cut_to(printable(words.diff.index.info(*unit).name.in(words.language)), kNarrowTitle) : std::string(),
         shown_rank(move.first), shown_rank(move.second),
         change_cell(in_both ? std::optional(move.gain()) : std::nullopt), shown_score(move.first_score),
         shown_score(move.second_score)});
  }
  return table;
}

GrowthTable growth_table(const DiffWords& words) {
  GrowthTable growth{{{{words.say(texts::kIndicator)},
                       {words.say(texts::kUnit)},
                       {words.say(texts::kPeriod)},
                       {words.say(texts::kFigureFrom)},
                       {words.say(texts::kBaseFrom)},
                       {words.say(texts::kGrowth), Align::Right},
                       {words.say(texts::kRestatementPart), Align::Right}},
                      {}},
                     {}};
  std::vector<const CellGrowth*> cells;
  for (const CellGrowth& cell : words.diff.growth.cells) cells.push_back(&cell);
  cells = largest_first(std::move(cells), [](const CellGrowth& cell) { return cell.largest_restatement(); });
  for (const CellGrowth* const cell : cells) {
    add_growth_rows(growth.table, words, *cell);
    growth.ends.push_back(growth.table.rows.size());
  }
  return growth;
}

}  // namespace podium
