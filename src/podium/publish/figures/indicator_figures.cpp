#include "podium/publish/figures/indicator_figures.hpp"

#include <algorithm>
#include <map>

#include "podium/wire/parts.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostLeaders = 5;

/// The newest period with a reported figure, else the newest.
Time newest_reported(const std::vector<IndicatorCoverage>& coverage) {
  const auto found = std::find_if(coverage.rbegin(), coverage.rend(), [](const auto& row) { return row.reported > 0; });
  return found == coverage.rend() ? coverage.back().time : found->time;
}

std::vector<Unit> leaders_in(const Index& index, const Computed& computed, const SiteFacts& facts, Series indicator,
                             Time time) {
  std::vector<Unit> leaders;
  for (const Unit unit : computed.ranking.order(indicator, time)) {
    if (leaders.size() == kMostLeaders) break;
    const FigureCell cell = figure_cell(index, computed, facts, indicator, time, unit);
    if (cell.printed != nullptr && !is_filled_in(cell)) leaders.push_back(unit);
  }
  return leaders;
}

std::vector<SourceAt> sources_of(std::span<const Observation> observations) {
  std::vector<SourceAt> sources;
  for (const Observation& observation : observations) sources.push_back(observation.source);
  std::ranges::sort(sources);
  sources.erase(std::ranges::unique(sources).begin(), sources.end());
  return sources;
}

std::vector<PeriodFigures> by_period(std::span<const Observation> observations) {
  std::map<Period, std::vector<const Observation*>, std::greater<>> periods;
  for (const Observation& observation : observations) periods[observation.period].push_back(&observation);
  std::vector<PeriodFigures> result;
  for (auto& [period, figures] : periods) result.push_back({period, std::move(figures)});
  return result;
}

/// `editions` are those of the indicator, by release date.
SideBySide side_by_side(const PeriodFigures& figures, const std::vector<EditionAt>& editions) {
  SideBySide table{figures.period, {}, {}};
  for (const EditionAt edition : editions) {
    const auto prints = [&](const Observation* observation) { return observation->edition == edition; };
    if (std::ranges::any_of(figures.observations, prints)) table.editions.push_back(edition);
  }
  for (const Observation* observation : figures.observations) {
    if (table.rows.empty() || table.rows.back().unit != observation->unit) {
      table.rows.push_back({observation->unit, std::vector<const Observation*>(table.editions.size(), nullptr)});
    }
    const auto column = std::ranges::find(table.editions, observation->edition) - table.editions.begin();
    table.rows.back().cells[static_cast<std::size_t>(column)] = observation;
  }
  return table;
}

}  // namespace

IndicatorCoverage indicator_coverage(const Index& index, const Computed& computed, const SiteFacts& facts,
                                     Series indicator, Time time) {
  IndicatorCoverage coverage{time, 0, 0, computed.selection.edition(indicator, time)};
  for (const Unit unit : all_units(computed.ranking.panel())) {
    const FigureCell cell = figure_cell(index, computed, facts, indicator, time, unit);
    if (is_filled_in(cell)) {
      ++coverage.filled;
    } else if (cell.printed != nullptr) {
      ++coverage.reported;
    }
  }
  return coverage;
}

IndicatorFigures indicator_figures(const Index& index, const Computed& computed, const SiteFacts& facts,
                                   Series indicator) {
  const std::span<const Observation> observations = index.observations_of(indicator);
  IndicatorFigures figures{.indicator = indicator,
                           .now = static_cast<Time>(index.periods.size() - 1),
                           .coverage = {},
                           .ranking = {},
                           .leaders = {},
                           .editions = editions_of(index, observations),
                           .sources = sources_of(observations),
                           .periods = by_period(observations),
                           .side_by_side = {}};
  for (const Time time : all_periods(computed.ranking.panel())) {
    figures.coverage.push_back(indicator_coverage(index, computed, facts, indicator, time));
  }
  for (const Unit unit : computed.ranking.order(indicator, figures.now)) {
    figures.ranking.push_back({unit, figure_cell(index, computed, facts, indicator, figures.now, unit)});
  }
  figures.leaders = leaders_in(index, computed, facts, indicator, newest_reported(figures.coverage));
  for (const PeriodFigures& period : figures.periods) {
    SideBySide table = side_by_side(period, figures.editions);
    if (table.editions.size() > 1) figures.side_by_side.push_back(std::move(table));
  }
  return figures;
}

}  // namespace podium
