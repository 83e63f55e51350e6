#include "podium/publish/figures/figure_cell.hpp"

#include <algorithm>

namespace podium {

FigureCell figure_cell(const Index& index, const Computed& computed, const SiteFacts& facts, Series indicator,
                       Time time, Unit unit) {
  const Panel& scores = computed.ranking.panel();
  return {.printed = printed_figure(index, computed.selection, indicator, time, unit),
          .compared = compared_figures(computed, facts).value(indicator, time, unit),
          .score = computed.ranking.score(indicator, time, unit),
          .rank = computed.ranking.rank(indicator, time, unit),
          .history = scores.history(indicator, time)[at(unit)],
          .brought_in = brought_in(facts, indicator, time, unit),
          .excluded = scores.is_excluded(time, unit)};
}

bool is_filled_in(const FigureCell& cell) { return cell.history.is_imputed(); }

const Observation* printed_figure(const Index& index, const Selection& selection, Series series, Time time, Unit unit) {
  const std::optional<ObservationAt> origin = selection.origin(series, time, unit);
  return origin ? &index.observation(*origin) : nullptr;
}

bool is_in_use(const Index& index, const Selection& selection, const Observation& observation) {
  const std::optional<Time> time = selection.panel().find_period(observation.period);
  return time && printed_figure(index, selection, observation.series, *time, observation.unit) == &observation;
}

std::size_t available_indicators(const Index& index, const Selection& selection, Time time, Unit unit) {
  return static_cast<std::size_t>(std::ranges::count_if(index.hierarchy.indicators(), [&](Series indicator) {
    return !is_missing(selection.panel().value(indicator, time, unit));
  }));
}

}  // namespace podium
