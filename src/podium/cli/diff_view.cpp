#include "podium/cli/diff_view.hpp"

#include <algorithm>
#include <cmath>

#include "podium/cli/audit_texts.hpp"
#include "podium/cli/diff_tables.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/text_columns.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

using PrintedBy = SeriesChanges::PrintedBy;

struct DiffPage {
  DiffWords words;
  std::size_t limit;
  TextForm form;
  Colour colour;

  const EditionDiff& diff() const { return words.diff; }
  /// In Markdown a paragraph brings its empty line along.
  std::string gap() const { return form == TextForm::Markdown ? "" : "\n"; }
  std::string heading(const std::string& title) const { return gap() + heading_line(title, form, colour); }
  std::string heading(const Phrase& title) const { return heading(words.say(title)); }
  std::string paragraph(const std::string& text) const {
    return form == TextForm::Markdown ? text + "\n\n" : wrapped(text, 0) + "\n";
  }

  /// A table, `entries` entries long, of which the lines up to `shown` are shown.
  std::string table(TextTable all, std::size_t entries, std::size_t shown, DiffSection section) const {
    all.rows.erase(all.rows.begin() + static_cast<std::ptrdiff_t>(shown), all.rows.end());
    std::string text = shown_table(all, form, colour);
    if (form == TextForm::Markdown) text += "\n";
    if (entries <= limit) return text;
    return text +
           paragraph(fill(texts::kMoreLines.in(words.language), {std::to_string(entries - limit), to_word(section)}));
  }
  std::string table(TextTable all, DiffSection section) const {
    const std::size_t rows = all.rows.size();
    return table(std::move(all), rows, std::min(rows, limit), section);
  }
};

std::string summary(const DiffPage& page) {
  const std::size_t in_both = page.diff().changes.count(PrintedBy::Both);
  if (in_both == 0) return page.paragraph(page.words.say(texts::kNothingInBoth));
  const ChangeCounts total = page.diff().changes.total();
  const auto text = [](std::size_t number) { return std::to_string(number); };
  return page.paragraph(
      fill(texts::kDiffSummary.in(page.words.language),
           {text(total.dropped + total.restated + total.kept), page.diff().first().id, page.diff().second().id,
            text(total.restated), text(total.kept), text(total.dropped), text(total.added), text(in_both)}));
}

/// The series that one edition alone prints; empty if there are none.
std::string only_in(const DiffPage& page, PrintedBy printed_by, const Edition& edition) {
  std::string list;
  for (const SeriesChanges& series : page.diff().changes.series) {
    if (series.printed_by != printed_by) continue;
    if (!list.empty()) list += ", ";
    list += fill(texts::kSeriesWithFigures.in(page.words.language),
                 {page.words.title(series.series, 60), std::to_string(series.first_figures + series.second_figures)});
  }
  if (list.empty()) return list;
  return page.paragraph(fill(texts::kOnlyIn.in(page.words.language), {edition.id, list}));
}

std::string by_indicator(const DiffPage& page) {
  TextTable table = changes_by_indicator(page.words);
  std::string text;
  if (!table.rows.empty()) {
    text += page.heading(texts::kChangesByIndicator) + page.table(std::move(table), DiffSection::Indicators);
  }
  const std::string only =
      only_in(page, PrintedBy::First, page.diff().first()) + only_in(page, PrintedBy::Second, page.diff().second());
  if (!only.empty() && text.empty()) text += page.gap();
  return text + only;
}

std::string restated(const DiffPage& page) {
  TextTable figures = restated_figures(page.words);
  if (figures.rows.empty()) return {};
  return page.heading(texts::kRestatedFigures) + page.table(std::move(figures), DiffSection::Cells) +
         page.paragraph(page.words.say(texts::kLastDigitsNote)) + page.heading(texts::kChangesByUnit) +
         page.table(changes_by_unit(page.words), DiffSection::Units);
}

std::string choice_text(const DiffPage& page, const EditionChoice& choice) {
  const Language language = page.words.language;
  if (const auto* named = std::get_if<NamedEdition>(&choice)) {
    return fill(texts::kFiguresOfEdition.in(language), {page.diff().index.editions[at(named->edition)].id});
  }
  if (const auto* as_of = std::get_if<AsOf>(&choice)) {
    return fill(texts::kFiguresAsOf.in(language), {to_text(as_of->date)});
  }
  return page.words.say(texts::kLatestFigures);
}

/// How many scores differ, and the one that differs most; empty if none does.
std::string moved_scores(const DiffPage& page, const RankingComparison& comparison) {
  std::size_t moved = 0;
  double largest = 0;
  const RankMove* farthest = nullptr;
  for (const RankMove& move : comparison.moves) {
    const double change = move.second_score - move.first_score;
    if (is_missing(change) || change == 0) continue;
    ++moved;
    if (std::abs(change) <= std::abs(largest)) continue;
    largest = change;
    farthest = &move;
  }
  if (farthest == nullptr) return {};
  return page.paragraph(fill(texts::kScoresMoved.in(page.words.language),
                             {std::to_string(moved), (largest > 0 ? "+" : "") + shown_score(largest), farthest->unit}));
}

std::string effect(const DiffPage& page) {
  const EditionEffect* const found = page.diff().effect;
  if (found == nullptr) return page.gap() + page.paragraph(page.words.say(texts::kNoEffect));
  const Language language = page.words.language;
  std::string text =
      page.heading(fill(texts::kEffectOnRanks.in(language), {to_text(found->period)})) +
      page.paragraph(fill(texts::kEffectRule.in(language),
                          {page.diff().first().id, page.diff().second().id, choice_text(page, found->others)}));
  text += moved_scores(page, found->comparison);
  TextTable moved = moved_units(page.words);
  if (moved.rows.empty()) return text + page.paragraph(page.words.say(texts::kNoUnitMoves));
  text += page.table(std::move(moved), DiffSection::Ranks);
  const auto unchanged = std::ranges::count_if(
      found->comparison.moves, [](const RankMove& move) { return move.first != 0 && move.first == move.second; });
  return text + page.paragraph(fill(texts::kUnchangedUnits.in(language), {std::to_string(unchanged)}));
}

std::string growth(const DiffPage& page) {
  if (page.diff().changes.count(PrintedBy::Both) == 0) return {};
  std::string text = page.heading(texts::kGrowthTitle);
  GrowthTable found = growth_table(page.words);
  const std::size_t cells = found.ends.size();
  if (cells == 0) {
    text += page.paragraph(page.words.say(texts::kNoGrowth));
  } else {
    const std::size_t shown = found.ends[std::min(cells, page.limit) - 1];
    text += page.paragraph(page.words.say(texts::kGrowthRule)) +
            page.table(std::move(found.table), cells, shown, DiffSection::Growth);
  }
  std::string left_out;
  for (const Series series : page.diff().growth.left_out) {
    left_out += (left_out.empty() ? "" : ", ") + page.words.title(series, 60);
  }
  if (left_out.empty()) return text;
  return text + page.paragraph(fill(texts::kNoRates.in(page.words.language), {left_out}));
}

}  // namespace

std::string edition_diff_view(const EditionDiff& diff, std::size_t limit, TextForm form, Language language,
                              Colour colour) {
  const DiffPage page{{diff, language}, limit, form, colour};
  const std::string title =
      fill(texts::kDiffTitle.in(language), {diff.index.title.in(language), diff.first().id, diff.second().id});
  std::string editions = edition_text(diff.first()) + "\n";
  if (diff.changes.first != diff.changes.second) editions += edition_text(diff.second()) + "\n";
  std::string text = heading_line(printable(title), form, colour) + summary(page) + shown_lines(editions, form);
  if (form == TextForm::Markdown) text += "\n";
  text += by_indicator(page) + restated(page) + effect(page) + growth(page);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace podium
