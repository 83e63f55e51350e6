#include "podium/audit/strengths.hpp"

#include <algorithm>

#include "podium/audit/stages.hpp"

namespace podium {

Strengths strengths_of(const Index& index, const Computed& computed, Time time, Unit unit, std::size_t count,
                       LastPlace last) {
  const Panel before = before_treatment(index, computed);
  std::vector<IndicatorPlace> places;
  std::vector<IndicatorPlace> candidates;
  for (const Series indicator : index.hierarchy.indicators()) {
    const std::vector<double> figures = directed_figures(before, index.hierarchy, indicator, time);
    if (is_missing(figures[at(unit)])) continue;
    const std::vector<Rank> ranks = competition_ranks(figures);
    const auto ranked = static_cast<std::size_t>(std::ranges::count_if(ranks, [](Rank rank) { return rank > 0; }));
    const IndicatorPlace place{indicator, ranks[at(unit)], ranked, before.value(indicator, time, unit)};
    const bool is_last = place.rank == std::ranges::max(ranks);
    if (!is_last || last == LastPlace::IsWeakness) places.push_back(place);
    if (!is_last) candidates.push_back(place);
  }
  std::ranges::stable_sort(places, {}, &IndicatorPlace::rank);
  std::ranges::stable_sort(candidates, {}, &IndicatorPlace::rank);
  candidates.resize(std::min(count, candidates.size()));
  const auto worst = static_cast<std::ptrdiff_t>(std::min(count, places.size()));
  return {std::move(candidates), {places.end() - worst, places.end()}};
}

}  // namespace podium
