#include "podium/audit/component_importance.hpp"

#include "podium/core/statistics/importance.hpp"
#include "podium/core/weight/in_force.hpp"

namespace podium {

std::vector<ComponentImportance> importance_of(const Index& index, const Computed& computed, Time time) {
  const Hierarchy& hierarchy = index.hierarchy;
  const Panel& scores = computed.ranking.panel();
  const Series root = hierarchy.root();
  std::vector<ComponentImportance> all;
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    const auto node = static_cast<Series>(i);
    const std::optional<Series> parent = hierarchy.parent(node);
    const double weight = effective_weight_in_force(hierarchy, scores, node, time);
    if (!parent || !(weight > 0)) continue;
    const std::span<const double> own = scores.values(node, time);
    const double for_index = correlation_ratio(own, scores.values(root, time));
    const double for_parent = *parent == root ? for_index : correlation_ratio(own, scores.values(*parent, time));
    all.push_back(
        {node, *parent, share_in_force(hierarchy, scores, node, time), weight, for_parent, for_index, kMissing});
  }
  for (ComponentImportance& importance : all) {
    double sum = 0;
    for (const ComponentImportance& sibling : all) {
      if (sibling.parent == importance.parent && !is_missing(sibling.for_parent)) sum += sibling.for_parent;
    }
    if (sum > 0) importance.importance_share = importance.for_parent / sum;
  }
  return all;
}

}  // namespace podium
