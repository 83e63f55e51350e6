#pragma once

#include <vector>

#include "podium/core/hierarchy.hpp"

namespace podium {

/// The indicators directly below one node.
struct IndicatorGroup {
  Series node;
  std::vector<Series> indicators;
};

/// All indicators by the node above them, from the root down.
std::vector<IndicatorGroup> indicator_groups(const Hierarchy& hierarchy);

/// The children of the root: those that count, then those that are only shown.
std::vector<Series> components_of(const Hierarchy& hierarchy);

}  // namespace podium
