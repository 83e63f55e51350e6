#include "podium/reason/world_of_two.hpp"

#include <algorithm>

#include "podium/reason/same_figure.hpp"
#include "podium/stress/one_period.hpp"

namespace podium {
namespace {

/// The step with its numbers given, or as it is where it has none to give.
Normalise with_frames(Normalise step, const NodeFrames& frames) {
  if (frames.empty()) return step;
  step.frozen = frames;
  step.base.reset();
  return step;
}

/// Whether a step from number `first` on needs other periods than the one asked for; those with frames do not.
bool looks_across_from(const CheckedRecipe& recipe, const std::vector<NodeFrames>& frames, std::size_t first) {
  for (std::size_t i = first; i < recipe.steps().size(); ++i) {
    if (frames[i].empty() && looks_across_periods(recipe.steps()[i])) return true;
  }
  return false;
}

/// All steps, each normalise step with the frames of its number. The result has the one period alone as soon as no step
/// needs the others: a frame of this period would not fit them.
Result<Panel> run_with_frames(const CheckedRecipe& recipe, Panel panel, Time time,
                              const std::vector<NodeFrames>& frames) {
  for (std::size_t i = 0; i < recipe.steps().size(); ++i) {
    if (panel.periods().size() > 1 && !looks_across_from(recipe, frames, i)) panel = panel.only(time);
    const auto* const normalise = std::get_if<Normalise>(&recipe.steps()[i]);
    const bool is_framed = normalise != nullptr && !frames[i].empty();
    Result<Panel> next = is_framed ? apply(with_frames(*normalise, frames[i]), std::move(panel), recipe.context(i + 1))
                                   : run_steps(recipe, std::move(panel), i, i + 1);
    if (!next) return next;
    panel = *std::move(next);
  }
  return panel;
}

/// What each normalise step of a recipe takes from a panel; nothing where it has no numbers, or more than two.
Result<std::vector<NodeFrames>> frames_along(const CheckedRecipe& recipe, Panel panel, Time time) {
  std::vector<NodeFrames> frames(recipe.steps().size());
  for (std::size_t i = 0; i < recipe.steps().size(); ++i) {
    const auto* const normalise = std::get_if<Normalise>(&recipe.steps()[i]);
    if (normalise != nullptr && !normalise->stretch) {
      if (Result<NodeFrames> found = frames_of(*normalise, panel, recipe.context(i + 1), time)) {
        frames[i] = *std::move(found);
      }
    }
    TRY(panel, run_steps(recipe, std::move(panel), i, i + 1));
  }
  return frames;
}

bool looks_across_periods(const CheckedRecipe& recipe) {
  return std::ranges::any_of(recipe.steps(), [](const Step& step) { return podium::looks_across_periods(step); });
}

void copy_cell(Panel& to, Time to_time, const Panel& from, Time from_time, Series series, Unit unit) {
  to.set(series, to_time, unit, from.value(series, from_time, unit));
  to.history(series, to_time)[at(unit)] = from.history(series, from_time)[at(unit)];
}

Diagnostic no_score(const ChangeQuestion& question) {
  return {
      .code = Code::TooFewFigures,
      .found = "no score once a part of the figures has changed",
      .expected = "enough figures in both periods, of the same indicators",
      .subject = {.node = question.after.panel.id(question.node), .unit = question.after.panel.code(question.unit)}};
}

}  // namespace

Result<WorldOfTwo> WorldOfTwo::between(const ChangeQuestion& question) {
  WorldOfTwo world(question);
  const auto& [before, after, unit, node] = question;
  const std::optional<Time> revised = after.panel.find_period(before.panel.period(before.time));
  if (!revised) {
    return Diagnostic{.code = Code::UnknownPeriod,
                      .found = "no figures of " + to_text(before.panel.period(before.time)) + " in the newer state",
                      .expected = "a state that still has the older period"};
  }
  world.revised_ = *revised;
  for (const auto& [panel, time] : {std::pair(&before.panel, before.time), std::pair(&after.panel, *revised),
                                    std::pair(&after.panel, after.time)}) {
    TRY(Backdrop made, world.backdrop(*panel, time));
    world.backdrops_.push_back(std::move(made));
  }
  return world;
}

Result<WorldOfTwo::Backdrop> WorldOfTwo::backdrop(const Panel& panel, Time time) const {
  const bool needs_all = looks_across_periods(recipe(0)) || looks_across_periods(recipe(1));
  Backdrop made{.panel = needs_all ? panel : panel.only(time), .time = needs_all ? time : Time{0}};
  for (std::size_t number = 0; number < made.frames.size(); ++number) {
    TRY(made.frames[number], frames_along(recipe(number), made.panel, made.time));
  }
  return made;
}

bool WorldOfTwo::has_other_frame() const {
  const Backdrop& newer = backdrops_[Newer];
  const bool sees_other_periods = newer.panel.periods().size() > 1;
  return sees_other_periods || backdrops_[Older].frames != newer.frames || backdrops_[Revised].frames != newer.frames;
}

bool WorldOfTwo::has_changed_since(Series series, Unit unit) const {
  const Panel& panel = question_->after.panel;
  return !is_same_figure(panel.value(series, revised_, unit), panel.value(series, question_->after.time, unit));
}

Panel WorldOfTwo::mixture(const WorldChanges& changes, Origin backdrop) const {
  Panel panel = backdrops_[backdrop].panel;
  const Time time = backdrops_[backdrop].time;
  const Origin unchanged = changes.is_revised ? Revised : Older;
  for (const Unit unit : all_units(panel)) {
    const bool is_other_changed =
        changes.joined_or_left[at(unit)] != 0 ? changes.have_some_joined_or_left : changes.have_others_changed;
    for (const Series series : all_series(panel)) {
      const bool is_newer = unit == question_->unit ? changes.own[at(series)] != 0 : is_other_changed;
      const Origin origin = is_newer && has_changed_since(series, unit) ? Newer : unchanged;
      if (origin == backdrop) continue;
      copy_cell(panel, time, backdrops_[origin].panel, backdrops_[origin].time, series, unit);
    }
  }
  return panel;
}

Result<Standing> WorldOfTwo::standing(const WorldChanges& changes) const {
  const Origin backdrop = changes.has_new_frame ? Newer : changes.is_revised ? Revised : Older;
  const std::size_t number = changes.has_new_recipe ? 1 : 0;
  TRY(const Panel scored, run_with_frames(recipe(number), mixture(changes, backdrop), backdrops_[backdrop].time,
                                          backdrops_[backdrop].frames[number]));
  const Time time = scored.periods().size() > 1 ? backdrops_[backdrop].time : Time{0};
  const std::span<const double> scores = scored.values(question_->node, time);
  const double score = scores[at(question_->unit)];
  if (is_missing(score)) return no_score(*question_);
  return Standing{score, competition_ranks(scores, recipe(number).ties())[at(question_->unit)]};
}

}  // namespace podium
