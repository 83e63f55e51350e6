#pragma once

#include <optional>
#include <vector>

#include "podium/core/statistics/principal_components.hpp"
#include "podium/core/statistics/reliability.hpp"
#include "podium/model/compute.hpp"

namespace podium {

/// Whether what stands below a node measures one thing.
struct NodeStructure {
  Series node;
  std::vector<Series> components;  ///< what was examined, at least two, weight above 0
  std::size_t rows = 0;            ///< units with a score in all of them
  Reliability reliability;         ///< of scores, pairwise complete
  /// Nothing with fewer rows than three times the components, or where a component is constant.
  std::optional<PrincipalComponents> components_found{};
  std::optional<SamplingAdequacy> adequacy{};  ///< needs three components
  std::optional<Sphericity> sphericity{};
};

/// Each node over its components, in the order of Hierarchy::aggregates.
std::vector<NodeStructure> structure_of_nodes(const Index& index, const Computed& computed, Time time);

/// The indicators at or below a node that count in the index.
NodeStructure structure_of_indicators(const Index& index, const Computed& computed, Time time, Series node);

}  // namespace podium
