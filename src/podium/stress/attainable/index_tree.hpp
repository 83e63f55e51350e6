#pragma once

#include "podium/core/aggregate/aggregate.hpp"
#include "podium/core/panel.hpp"
#include "podium/stress/attainable/weighted_tree.hpp"

namespace podium {

/// An index in one period as a tree of weighted means.
struct IndexTree {
  WeightTree weights;          ///< those in force in the period; the bounds allow no move yet
  std::vector<Series> series;  ///< of each node of the tree
  TreeMean mean = TreeMean::Arithmetic;
  std::vector<std::vector<double>> columns;  ///< the scores of the indicators, in the tree's order
};

/// What WeightedTree::build asks for, from the panel before its aggregation. Nodes of weight 0, and what is below them,
/// do not count. Error: InvalidValue where nodes with several components are not all combined by the arithmetic mean,
/// or all by the geometric mean; for other methods, and for both mixed, index scores are not linear in the effective
/// weights, and no rank could be proven.
Result<IndexTree> index_tree(const Hierarchy& hierarchy, const Panel& panel, const Aggregate& step, Time time);

}  // namespace podium
