#include <algorithm>

#include "podium/cli/ranking_view.hpp"
#include "podium/cli/show_views.hpp"
#include "podium/cli/story_words.hpp"
#include "podium/cli/texts.hpp"
#include "podium/core/number_text.hpp"
#include "podium/publish/display_width.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

struct CellPage {
  const Index& index;
  const Computed& computed;
  Language language;
  Colour colour;

  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language)); }
};

/// The figure as printed; empty where the edition has none.
std::string printed(const Observation& observation) {
  return observation.value ? observation.value->text : std::string();
}

std::string editions_table(const CellPage& page, std::span<const CellStory> stories) {
  TextTable table;
  table.columns = {{page.words(texts::kPeriod)},
                   {page.words(texts::kUsed)},
                   {page.words(texts::kEdition)},
                   {page.words(texts::kReleased)},
                   {page.words(texts::kValue), Align::Right},
                   {page.words(texts::kStatus)},
                   {page.words(texts::kSource)},
                   {page.words(texts::kLocator)},
                   {page.words(texts::kNote)}};
  const bool has_errors =
      std::ranges::any_of(stories, [](const CellStory& story) { return has_standard_error(story.editions); });
  if (has_errors) table.columns.insert(table.columns.begin() + 5, {page.words(texts::kStandardError), Align::Right});
  for (const CellStory& story : stories) {
    for (const Observation& observation : story.editions) {
      table.rows.push_back({to_text(story.period), story.chosen == &observation ? "*" : "",
                            page.index.edition_of(observation).id, to_text(page.index.edition_of(observation).released),
                            printed(observation), to_text(observation.status), page.index.source_of(observation).title,
                            observation.locator.str(), observation.note.str()});
      if (!has_errors) continue;
      std::vector<Cell>& row = table.rows.back();
      row.insert(row.begin() + 5, Cell(shortest(observation.standard_error)));
    }
  }
  if (table.rows.empty()) return page.words(texts::kNoFigures) + "\n";
  return to_text(table, page.colour);
}

std::string stages_table(const CellPage& page, const CellStory& story) {
  TextTable table;
  table.columns = {{page.words(texts::kStep), Align::Right},
                   {page.words(texts::kOperation)},
                   {page.words(texts::kValue), Align::Right},
                   {page.words(texts::kHistory)}};
  for (const StoryStage& stage : story.stages) {
    table.rows.push_back({std::to_string(stage.step), stage.title, shortest(stage.value), stage.history});
  }
  return to_text(table, page.colour);
}

/// Only then is a score times its weight a part of the index.
bool is_arithmetic_throughout(const CheckedRecipe& recipe) {
  const auto is_arithmetic = [](const AggregateMethod& method) { return std::holds_alternative<Arithmetic>(method); };
  for (const Step& step : recipe.steps()) {
    const auto* const aggregate = std::get_if<Aggregate>(&step);
    if (aggregate == nullptr) continue;
    const AggregatePlan& plan = aggregate->method;
    return is_arithmetic(plan.otherwise) && std::all_of(plan.by_level.begin(), plan.by_level.end(), is_arithmetic) &&
           std::all_of(plan.by_node.begin(), plan.by_node.end(),
                       [&](const auto& one) { return is_arithmetic(one.second); });
  }
  return false;
}

/// The cell's rank, and how much of the unit's index score it makes up.
std::string outcome(const CellPage& page, const CellStory& story) {
  if (story.rank == 0 || is_denominator(page.index, story.series)) return {};
  const auto time = page.computed.ranking.panel().find_period(story.period);
  if (!time) return {};
  const Ranking& ranking = page.computed.ranking;
  std::string text = story.weight ? weight_line(*story.weight, page.language) : std::string();
  text += fill(texts::kScoreAndRank.in(page.language), {shown_score(story.score), std::to_string(story.rank),
                                                        std::to_string(ranking.ranked(story.series, *time))}) +
          "\n";
  const double index_score = ranking.score(page.index.hierarchy.root(), *time, story.unit);
  const bool is_part = page.index.hierarchy.is_indicator(story.series) && is_arithmetic_throughout(page.index.recipe);
  if (!is_part || is_missing(index_score) || !story.weight) return text;
  return text +
         fill(texts::kContribution.in(page.language),
              {shown_share(story.weight->effective), shown_score(story.weight->effective * story.score),
               shown_score(index_score)}) +
         "\n";
}

std::string heading(const CellPage& page, Unit unit, Series series, std::span<const CellStory> stories) {
  const SeriesInfo& info = page.index.info(series);
  std::string text = page.index.info(unit).name.in(page.language) + " (" + page.index.info(unit).code + "), " +
                     info.title.in(page.language) + " (" + page.computed.selection.panel().id(series) + ")";
  if (stories.size() == 1) text += ", " + to_text(stories.front().period);
  if (!info.unit_of_measure.empty()) text += "; " + info.unit_of_measure;
  return printable(text);
}

}  // namespace

std::string cell_view(const Index& index, const Computed& computed, Unit unit, Series series,
                      std::span<const CellStory> stories, Language language, Colour colour) {
  const CellPage page{index, computed, language, colour};
  std::string text = styled(heading(page, unit, series, stories), Style::Bold, colour) + "\n";
  text += "\n" + styled(page.words(texts::kPrinted), Style::Bold, colour) + "\n" + editions_table(page, stories);
  for (const CellStory& story : stories) {
    if (story.stages.empty()) continue;
    text += "\n" + styled(page.words(texts::kSteps) + ", " + to_text(story.period), Style::Bold, colour) + "\n";
    text += stages_table(page, story);
    for (const StoryStage& stage : story.stages) text += detail_line(stage, index, language);
    text += outcome(page, story);
  }
  return text;
}

}  // namespace podium
