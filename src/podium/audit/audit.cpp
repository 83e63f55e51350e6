#include "podium/audit/audit.hpp"

namespace podium {

Audit audit(const Index& index, const Computed& computed, Time time, const AuditOptions& options) {
  const Series root = index.hierarchy.root();
  return {.time = time,
          .period = computed.ranking.panel().period(time),
          .options = options,
          .ranked = computed.ranking.ranked(root, time),
          .availability = availability_of(index, computed, time),
          .moments = moments_of(index, computed, time, options),
          .correlations = correlations_of(index, computed, time, options),
          .structure = structure_of_nodes(index, computed, time),
          .all_indicators = structure_of_indicators(index, computed, time, root),
          .importance = importance_of(index, computed, time),
          .outlying = outlying_of(index, computed, time, options),
          .removals = removals_of(index, computed, time)};
}

}  // namespace podium
