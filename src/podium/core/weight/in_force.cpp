#include "podium/core/weight/in_force.hpp"

namespace podium {

double weight_in_force(const Hierarchy& hierarchy, const Panel& panel, Series series, Time time) {
  if (panel.is_dropped(series, time)) return 0;
  const double given = panel.given_weight(series, time);
  return is_missing(given) ? hierarchy.node(series).weight : given;
}

double share_in_force(const Hierarchy& hierarchy, const Panel& panel, Series series, Time time) {
  const std::optional<Series> above = hierarchy.parent(series);
  if (!above) return 1;
  double total = 0;
  for (const Series sibling : hierarchy.children(*above)) total += weight_in_force(hierarchy, panel, sibling, time);
  return total == 0 ? 0 : weight_in_force(hierarchy, panel, series, time) / total;
}

double effective_weight_in_force(const Hierarchy& hierarchy, const Panel& panel, Series series, Time time) {
  double weight = 1;
  for (std::optional<Series> node = series; node; node = hierarchy.parent(*node)) {
    weight *= share_in_force(hierarchy, panel, *node, time);
  }
  return weight;
}

}  // namespace podium
