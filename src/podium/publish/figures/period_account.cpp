#include "podium/publish/figures/period_account.hpp"

#include "podium/publish/figures/indicator_figures.hpp"

namespace podium {

PeriodAccount period_account(const Index& index, const Computed& computed, const SiteFacts& facts, Time time) {
  const Ranking& ranking = computed.ranking;
  PeriodAccount account{time, ranking.ranked(index.hierarchy.root(), time), 0, 0, {}};
  for (const Unit unit : all_units(ranking.panel())) {
    if (ranking.panel().is_excluded(time, unit)) account.left_out.push_back(unit);
  }
  for (const Series indicator : index.hierarchy.indicators()) {
    const IndicatorCoverage coverage = indicator_coverage(index, computed, facts, indicator, time);
    account.cells += coverage.reported + coverage.filled;
    account.filled += coverage.filled;
  }
  return account;
}

double share_filled(const PeriodAccount& account) {
  return account.cells == 0 ? 0 : static_cast<double>(account.filled) / static_cast<double>(account.cells);
}

}  // namespace podium
