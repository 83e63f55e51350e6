#include "podium/reason/scenario.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "podium/core/math.hpp"
#include "podium/reason/same_figure.hpp"

namespace podium {
namespace {

class Applier {
 public:
  explicit Applier(Panel panel) : panel_(std::move(panel)) {}

  void apply(const FigureChange& change) {
    const double before = panel_.value(change.series, change.time, change.unit);
    if (change.kind != FigureChange::Kind::Set && is_missing(before)) {
      return report(change, "a change of a gap", "a figure to add to or to scale; or to set one");
    }
    set({.series = change.series,
         .unit = change.unit,
         .time = change.time,
         .before = before,
         .after = value(change, before)},
        change);
  }

  void follow(const Elasticity& elasticity) {
    const std::vector<ChangedFigure> stated = figures_;
    for (const ChangedFigure& cause : stated) {
      if (cause.is_assumed || cause.series != elasticity.cause) continue;
      const FigureChange place{.series = elasticity.effect, .unit = cause.unit, .time = cause.time};
      const double before = panel_.value(place.series, place.time, place.unit);
      if (!(cause.before > 0 && cause.after > 0 && before > 0)) {
        report(place, "an elasticity where a figure is not above 0", "figures above 0");
        continue;
      }
      const double after = before * exponential(elasticity.exponent * natural_logarithm(cause.after / cause.before));
      set({place.series, place.unit, place.time, before, after, true}, place);
    }
  }

  Result<AppliedScenario> finish() && {
    if (!problems_.empty()) return std::move(problems_);
    return AppliedScenario{std::move(panel_), std::move(figures_)};
  }

 private:
  static double value(const FigureChange& change, double before) {
    switch (change.kind) {
      case FigureChange::Kind::Set:
        return change.amount;
      case FigureChange::Kind::Add:
        return before + change.amount;
      case FigureChange::Kind::Scale:
        return before * change.amount;
    }
    return kMissing;
  }

  void set(const ChangedFigure& figure, const FigureChange& change) {
    if (!std::isfinite(figure.after)) return report(change, "a figure that is not finite", "a finite one");
    panel_.set(figure.series, figure.time, figure.unit, figure.after);
    panel_.history(figure.series, figure.time)[at(figure.unit)] = CellHistory{};
    figures_.push_back(figure);
  }

  void report(const FigureChange& change, std::string found, std::string expected) {
    problems_.push_back({.code = Code::InvalidValue,
                         .found = std::move(found),
                         .expected = std::move(expected),
                         .subject = {.node = panel_.id(change.series),
                                     .unit = panel_.code(change.unit),
                                     .period = to_text(panel_.period(change.time))}});
  }

  Panel panel_;
  std::vector<ChangedFigure> figures_{};
  Diagnostics problems_{};
};

}  // namespace

Result<AppliedScenario> apply_scenario(const Scenario& scenario, Panel panel) {
  Applier applier(std::move(panel));
  for (const FigureChange& change : scenario.changes) applier.apply(change);
  for (const Elasticity& elasticity : scenario.elasticities) applier.follow(elasticity);
  return std::move(applier).finish();
}

std::vector<ScenarioMove> rank_moves(const Ranking& before, const Ranking& after, Series node, Time time) {
  std::vector<ScenarioMove> moves;
  for (const Unit unit : all_units(before.panel())) {
    const ScenarioMove move{.unit = unit,
                            .score_before = before.score(node, time, unit),
                            .score_after = after.score(node, time, unit),
                            .before = before.rank(node, time, unit),
                            .after = after.rank(node, time, unit)};
    if (move.before != move.after || !is_same_figure(move.score_before, move.score_after)) moves.push_back(move);
  }
  std::ranges::sort(moves, {},
                    [](const ScenarioMove& move) { return std::tuple(move.after == 0, move.after, at(move.unit)); });
  return moves;
}

}  // namespace podium
