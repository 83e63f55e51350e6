#include "podium/cli/audit_tables.hpp"
#include "podium/cli/audit_views.hpp"
#include "podium/cli/ranking_view.hpp"
#include "podium/cli/text_columns.hpp"
#include "podium/cli/texts.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

TextTable places_table(const Index& index, std::span<const IndicatorPlace> places, Language language) {
  const auto say = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  TextTable table{{{say(texts::kRank), Align::Right},
                   {say(texts::kRanked), Align::Right},
                   {say(texts::kIndicator)},
                   {say(texts::kFigure), Align::Right},
                   {say(texts::kMeasure)}},
                  {}};
  for (const IndicatorPlace& place : places) {
    const SeriesInfo& info = index.info(place.indicator);
    table.rows.push_back({shown_rank(place.rank), std::to_string(place.ranked), cut_to(info.title.in(language), 40),
                          shown_figure(place.value), cut_to(info.unit_of_measure, 30)});
  }
  return table;
}

TextTable moves_table(const ComparedRankings& compared, std::span<const std::size_t> order, Language language) {
  const auto say = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  TextTable table{{{say(texts::kUnit)},
                   {say(texts::kName)},
                   {say(texts::kRank), Align::Right},
                   {say(texts::kOtherRank), Align::Right},
                   {say(texts::kChange)},
                   {say(texts::kScore), Align::Right},
                   {say(texts::kOtherScore), Align::Right}},
                  {}};
  for (const std::size_t position : order) {
    const RankMove& move = compared.comparison.moves[position];
    const auto unit = compared.index.find_unit(move.unit);
    const bool in_both = move.first != 0 && move.second != 0;
    table.rows.push_back({move.unit, unit ? cut_to(compared.index.info(*unit).name.in(language), 36) : std::string(),
                          shown_rank(move.first), shown_rank(move.second),
                          change_cell(in_both ? std::optional(move.gain()) : std::nullopt),
                          shown_score(move.first_score), shown_score(move.second_score)});
  }
  return table;
}

}  // namespace

std::string strengths_view(const Index& index, Unit unit, Period period, const Strengths& strengths, Language language,
                           Colour colour) {
  const UnitInfo& info = index.info(unit);
  std::string text =
      styled(printable(info.code + "  " + info.name.in(language) + ", " + to_text(period)), Style::Bold, colour) + "\n";
  const auto add = [&](const Phrase& title, std::span<const IndicatorPlace> places) {
    text += "\n" + styled(std::string(title.in(language)), Style::Bold, colour) + "\n";
    text += places.empty() ? std::string(texts::kNothingOutlying.in(language)) + "\n"
                           : to_text(places_table(index, places, language), colour);
  };
  add(texts::kStrengths, strengths.strengths);
  add(texts::kWeaknesses, strengths.weaknesses);
  return text;
}

std::string comparison_view(const ComparedRankings& compared, Language language, Colour colour) {
  const RankingComparison& comparison = compared.comparison;
  const std::string title = fill(texts::kComparedTitle.in(language),
                                 {compared.index.title.in(language),
                                  to_text(compared.computed.ranking.panel().period(compared.time)), compared.against});
  const std::string summary =
      fill(texts::kComparedSummary.in(language),
           {std::to_string(comparison.common), fixed(comparison.mean_absolute_change, 2),
            std::to_string(comparison.largest_change), fixed(comparison.kendall, 3), fixed(comparison.spearman, 3)});
  std::string text = styled(printable(title), Style::Bold, colour) + "\n" + wrapped(summary, 0) + "\n";
  const std::vector<std::size_t> order = comparison.largest_first();
  if (!order.empty()) text += "\n" + to_text(moves_table(compared, order, language), colour);
  std::size_t unchanged = 0;
  for (const RankMove& move : comparison.moves) unchanged += move.first != 0 && move.first == move.second ? 1 : 0;
  if (unchanged > 0) text += fill(texts::kUnchangedUnits.in(language), {std::to_string(unchanged)}) + "\n";
  return text;
}

}  // namespace podium
