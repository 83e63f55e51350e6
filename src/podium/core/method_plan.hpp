#pragma once

#include <algorithm>
#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include "podium/core/hierarchy.hpp"

namespace podium {

/// One method for all indicators of a step, and exceptions with parameters of their own for some nodes.
template <class Method>
struct MethodPlan {
  Method otherwise;
  std::vector<std::pair<std::string, Method>> by_node{};

  template <class One>
    requires std::constructible_from<Method, One>
  MethodPlan(One method) : otherwise(std::move(method)) {}

  /// The exception for the indicator or for the nearest named node above it, else the step's method.
  const Method& method_of(const Hierarchy& hierarchy, Series indicator) const {
    for (std::optional<Series> node = indicator; node && !by_node.empty(); node = hierarchy.parent(*node)) {
      const auto named = std::ranges::find(by_node, hierarchy.node(*node).id, &std::pair<std::string, Method>::first);
      if (named != by_node.end()) return named->second;
    }
    return otherwise;
  }
};

}  // namespace podium
