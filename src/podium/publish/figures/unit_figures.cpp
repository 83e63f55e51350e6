#include "podium/publish/figures/unit_figures.hpp"

#include <algorithm>

#include "podium/core/statistics.hpp"
#include "podium/publish/figures/indicator_groups.hpp"

namespace podium {
namespace {

NodeStanding standing(const Ranking& ranking, Series node, Time time, Unit unit) {
  const std::vector<Unit> order = ranking.order(node, time);
  NodeStanding result{.node = node,
                      .score = ranking.score(node, time, unit),
                      .rank = ranking.rank(node, time, unit),
                      .median = median_of(ranking.panel().values(node, time)),
                      .best = kMissing,
                      .leader = std::nullopt};
  if (!order.empty()) {
    result.leader = order.front();
    result.best = ranking.score(node, time, order.front());
  }
  return result;
}

}  // namespace

UnitFigures unit_figures(const Index& index, const Ranking& ranking, Unit unit) {
  const Series root = index.hierarchy.root();
  const Time now = static_cast<Time>(index.periods.size() - 1);
  UnitFigures figures{.unit = unit, .now = now, .over_time = {}, .standings = {}, .ahead = {}, .behind = {}};
  for (const Time time : all_periods(ranking.panel())) {
    figures.over_time.push_back(
        {time, ranking.score(root, time, unit), ranking.rank(root, time, unit), ranking.ranked(root, time)});
  }
  figures.standings.push_back(standing(ranking, root, now, unit));
  for (const Series child : components_of(index.hierarchy))
    figures.standings.push_back(standing(ranking, child, now, unit));

  const std::vector<Unit> order = ranking.order(root, now);
  const auto place = std::ranges::find(order, unit);
  const auto neighbour = [&](Unit other) { return Neighbour{other, ranking.score(root, now, other)}; };
  if (place != order.end() && place != order.begin()) figures.ahead = neighbour(*(place - 1));
  if (place != order.end() && place + 1 != order.end()) figures.behind = neighbour(*(place + 1));
  return figures;
}

}  // namespace podium
