#include "podium/model/story.hpp"

namespace podium {
namespace {

Result<std::vector<StoryStage>> stages_of(const Index& index, const Panel& panel, Series series, Time time, Unit unit) {
  std::vector<StoryStage> stages;
  for (std::size_t count = 0; count <= index.recipe.steps().size(); ++count) {
    TRY(const Panel after, run_steps(index.recipe, panel, count));
    stages.push_back({.step = count,
                      .title = count == 0 ? "select" : title_of(index.recipe.steps()[count - 1]),
                      .value = after.value(series, time, unit),
                      .history = history_text(after, index.hierarchy, series, time, unit)});
  }
  return stages;
}

}  // namespace

Result<CellStory> tell_story(const Index& index, const EditionChoice& choice, Unit unit, Series series, Period period) {
  const bool is_node = at(series) < index.hierarchy.size();
  CellStory story{.unit = unit,
                  .series = series,
                  .period = period,
                  .editions = index.observations_of(series, unit, period),
                  .chosen = nullptr,
                  .stages = {},
                  .score = kMissing,
                  .rank = 0,
                  .effective_weight = is_node ? index.hierarchy.effective_weight(series) : 0};
  const Selection selection = select(index, choice);
  const std::optional<Time> time = selection.panel().find_period(period);
  if (!time) return story;
  if (const auto origin = selection.origin(series, *time, unit)) story.chosen = &index.observation(*origin);
  TRY(story.stages, stages_of(index, selection.panel(), series, *time, unit));
  TRY(const Ranking ranking, run(index.recipe, selection.panel()));
  if (is_node) {
    story.score = ranking.score(series, *time, unit);
    story.rank = ranking.rank(series, *time, unit);
  }
  return story;
}

}  // namespace podium
