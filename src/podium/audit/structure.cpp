#include "podium/audit/structure.hpp"

#include <algorithm>

#include "podium/audit/stages.hpp"

namespace podium {
namespace {

/// With fewer units to a component, a factor analysis repeats the accidents of the sample.
constexpr std::size_t kLeastRowsPerComponent = 3;

NodeStructure structure_of(const Panel& scores, Series node, std::vector<Series> components, Time time) {
  NodeStructure structure{.node = node, .components = std::move(components), .reliability = {kMissing, {}}};
  if (structure.components.size() < 2) return structure;
  const auto columns = score_columns(scores, structure.components, time);
  structure.reliability = cronbach_alpha(columns);
  const std::optional<CompleteRows> complete = correlation_of_complete_rows(columns);
  if (!complete) return structure;
  structure.rows = complete->count;
  if (structure.rows < kLeastRowsPerComponent * columns.size()) return structure;
  structure.components_found = principal_components(complete->correlation);
  if (columns.size() > 2) structure.adequacy = kaiser_meyer_olkin(complete->correlation);
  structure.sphericity = bartlett_sphericity(complete->correlation, complete->count);
  return structure;
}

}  // namespace

std::vector<NodeStructure> structure_of_nodes(const Index& index, const Computed& computed, Time time) {
  const Panel& scores = computed.ranking.panel();
  std::vector<NodeStructure> structures;
  for (const Series node : index.hierarchy.aggregates()) {
    structures.push_back(structure_of(scores, node, counting_children(index.hierarchy, scores, node, time), time));
  }
  return structures;
}

NodeStructure structure_of_indicators(const Index& index, const Computed& computed, Time time, Series node) {
  const Panel& scores = computed.ranking.panel();
  std::vector<Series> indicators;
  const std::vector<Series> below = index.hierarchy.indicators_below(node);
  for (const Series indicator : counting_indicators(index.hierarchy, scores, time)) {
    if (std::ranges::find(below, indicator) != below.end()) indicators.push_back(indicator);
  }
  return structure_of(scores, node, std::move(indicators), time);
}

}  // namespace podium
