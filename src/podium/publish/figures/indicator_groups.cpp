#include "podium/publish/figures/indicator_groups.hpp"

#include <algorithm>

#include "podium/wire/ranking.hpp"

namespace podium {

std::vector<IndicatorGroup> indicator_groups(const Hierarchy& hierarchy) {
  std::vector<IndicatorGroup> groups;
  for (const Series node : nodes_from_root(hierarchy)) {
    if (hierarchy.is_indicator(node)) continue;
    IndicatorGroup group{node, {}};
    for (const Series child : hierarchy.children(node)) {
      if (hierarchy.is_indicator(child)) group.indicators.push_back(child);
    }
    if (!group.indicators.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<Series> components_of(const Hierarchy& hierarchy) {
  const std::span<const Series> children = hierarchy.children(hierarchy.root());
  std::vector<Series> components(children.begin(), children.end());
  std::ranges::stable_partition(components, [&](Series node) { return hierarchy.node(node).weight > 0; });
  return components;
}

}  // namespace podium
