#include "podium/model/story.hpp"

#include "podium/core/weight/in_force.hpp"
#include "podium/model/screening.hpp"

namespace podium {
namespace {

/// A cell, and the panel that a step receives.
struct Scene {
  const Index& index;
  const Panel& before;
  Series series;
  Time time;
  Unit unit;

  bool is_indicator() const { return at(series) < index.hierarchy.size() && index.hierarchy.is_indicator(series); }
};

FilledCell filling(const Impute& step, const Scene& scene) {
  return std::visit(
      [&](const auto& method) {
        FilledCell filled{.method = method.doc.name};
        if constexpr (requires { method.group; }) {
          filled.grouping = method.group;
          const UnitGroups groups = groups_of(scene.index.group_names, scene.index.units);
          if (const auto* const grouping = groups.find(method.group)) filled.group = grouping->name_of(at(scene.unit));
        }
        if constexpr (requires { carried_from(method, scene.before, scene.series, scene.time, scene.unit); }) {
          if (const auto from = carried_from(method, scene.before, scene.series, scene.time, scene.unit))
            filled.from = scene.before.period(*from);
        }
        return filled;
      },
      step.method);
}

StageDetail detail_of(const Impute& step, const Scene& scene, const StepContext&, const Panel& after) {
  const bool was_gap = is_missing(scene.before.value(scene.series, scene.time, scene.unit));
  if (!was_gap || is_missing(after.value(scene.series, scene.time, scene.unit))) return {};
  return filling(step, scene);
}

StageDetail detail_of(const Treat& step, const Scene& scene, const StepContext& context, const Panel&) {
  if (!scene.is_indicator() || is_missing(scene.before.value(scene.series, scene.time, scene.unit))) return {};
  Result<std::vector<TreatReport>> reports = treat_report(step, scene.before, context);
  if (!reports) return {};
  for (TreatReport& report : *reports) {
    if (report.indicator != scene.series || (report.time && *report.time != scene.time)) continue;
    std::erase_if(report.cells,
                  [&](const TreatedCell& cell) { return cell.unit != scene.unit || cell.time != scene.time; });
    return std::move(report);
  }
  return {};
}

StageDetail detail_of(const Screen& step, const Scene& scene, const StepContext& context, const Panel&) {
  if (auto unit = decision_against(step, scene.before, context, scene.time, scene.unit)) return *std::move(unit);
  if (auto series = decision_against(step, scene.before, context, scene.time, scene.series)) return *std::move(series);
  return {};
}

template <class Other>
StageDetail detail_of(const Other&, const Scene&, const StepContext&, const Panel&) {
  return {};
}

Result<std::vector<StoryStage>> stages_of(const Index& index, Panel panel, Series series, Time time, Unit unit) {
  const auto stage = [&](std::size_t step, std::string title, const Panel& after) {
    return StoryStage{.step = step,
                      .title = std::move(title),
                      .value = after.value(series, time, unit),
                      .history = history_text(after, index.hierarchy, series, time, unit)};
  };
  const Panel selected = panel;
  std::vector<StoryStage> stages{stage(0, "select", panel)};
  for (std::size_t number = 1; number <= index.recipe.steps().size(); ++number) {
    TRY(Panel after, run_steps(index.recipe, selected, number));
    const Step& step = index.recipe.steps()[number - 1];
    stages.push_back(stage(number, title_of(step), after));
    const Scene scene{index, panel, series, time, unit};
    const StepContext context = index.recipe.context(number);
    stages.back().detail =
        std::visit([&](const auto& chosen) { return detail_of(chosen, scene, context, after); }, step);
    panel = std::move(after);
  }
  return stages;
}

StoryWeight weight_of(const Index& index, const Panel& panel, Series series, Time time) {
  return {.weight = weight_in_force(index.hierarchy, panel, series, time),
          .share = share_in_force(index.hierarchy, panel, series, time),
          .effective = effective_weight_in_force(index.hierarchy, panel, series, time),
          .by_step = !is_missing(panel.given_weight(series, time))};
}

}  // namespace

Result<CellStory> tell_story(const Index& index, const EditionChoice& choice, Unit unit, Series series, Period period) {
  CellStory story{.unit = unit,
                  .series = series,
                  .period = period,
                  .editions = index.observations_of(series, unit, period),
                  .chosen = nullptr,
                  .stages = {},
                  .score = kMissing,
                  .rank = 0,
                  .weight = {}};
  const Selection selection = select(index, choice);
  const std::optional<Time> time = selection.panel().find_period(period);
  if (!time) return story;
  if (const auto origin = selection.origin(series, *time, unit)) story.chosen = &index.observation(*origin);
  TRY(story.stages, stages_of(index, selection.panel(), series, *time, unit));
  TRY(const Ranking ranking, run(index.recipe, selection.panel()));
  if (at(series) < index.hierarchy.size()) {
    story.score = ranking.score(series, *time, unit);
    story.rank = ranking.rank(series, *time, unit);
    story.weight = weight_of(index, ranking.panel(), series, *time);
  }
  return story;
}

}  // namespace podium
