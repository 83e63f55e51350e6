#pragma once

#include <vector>

#include "podium/model/compute.hpp"

namespace podium {

/// What a component should count and what it does count in one period.
struct ComponentImportance {
  Series component;
  Series parent;
  double share;             ///< of its parent's weight, in force
  double effective_weight;  ///< of the index
  double for_parent;        ///< correlation ratio of its parent's scores given its own, 0 to 1; NaN without variation
  double for_index;         ///< of the index's scores
  double importance_share;  ///< for_parent as a share of the siblings' sum: compare with `share`
};

/// Every node below the index that counts, in the hierarchy's order. Source: Paruolo, Saisana and Saltelli, 2013.
std::vector<ComponentImportance> importance_of(const Index& index, const Computed& computed, Time time);

}  // namespace podium
