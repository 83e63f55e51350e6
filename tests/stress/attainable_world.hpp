#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "podium/stress/attainable/lead.hpp"
#include "podium/stress/attainable/weighted_tree.hpp"

#include "support/random.hpp"

/// Small random trees of weights and scores for the tests of attainable ranks.
namespace podium::testing {

/// Groups of indicators below the root; a group of one is an indicator right below the root.
inline WeightTree tree_of_groups(const std::vector<std::size_t>& groups) {
  WeightTree tree{{{}}};
  for (const std::size_t count : groups) {
    const std::size_t group = tree.nodes.size();
    tree.nodes.push_back({0});
    for (std::size_t k = 0; k < count && count > 1; ++k) tree.nodes.push_back({group});
  }
  return tree;
}

/// Three levels: two areas, the first of two pillars.
inline WeightTree tree_of_three_levels() { return {{{}, {0}, {0}, {1}, {1}, {3}, {3}, {3}, {4}, {4}, {2}, {2}}}; }

inline WeightTree with_random_weights(WeightTree tree, Random& random) {
  for (std::size_t node = 1; node < tree.nodes.size(); ++node) tree.nodes[node].weight = random.between(0.2, 3);
  return tree;
}

inline std::size_t indicators_of(const WeightTree& tree) {
  std::vector<char> is_parent(tree.nodes.size(), 0);
  for (std::size_t node = 1; node < tree.nodes.size(); ++node) is_parent[tree.nodes[node].parent] = 1;
  std::size_t count = 0;
  for (const char parent : is_parent) count += parent == 0 ? 1 : 0;
  return count;
}

inline std::vector<std::vector<double>> random_columns(std::size_t indicators, std::size_t units, Random& random) {
  std::vector<std::vector<double>> columns(indicators);
  std::vector<double> level(units);
  for (double& value : level) value = random.between(20, 80);
  for (std::vector<double>& column : columns) {
    for (std::size_t unit = 0; unit < units; ++unit) column.push_back(level[unit] + random.between(-20, 20));
  }
  return columns;
}

inline void add_gaps(std::vector<std::vector<double>>& columns, double share, Random& random) {
  for (std::vector<double>& column : columns) {
    for (double& score : column) {
      if (random.uniform() < share) score = kMissing;
    }
  }
}

/// Inside the bounds; often at one of them.
inline std::vector<double> random_weights(const WeightTree& tree, Random& random) {
  std::vector<double> weights;
  for (const WeightedNode& node : tree.nodes) {
    const double share = random.between(-0.3, 1.3);
    const double inside = std::clamp(share, 0.0, 1.0);
    weights.push_back(node.bounds.lower + inside * (node.bounds.upper - node.bounds.lower));
  }
  return weights;
}

inline bool are_within_bounds(const WeightTree& tree, const std::vector<double>& weights) {
  for (std::size_t node = 0; node < tree.nodes.size(); ++node) {
    const Bounds& bounds = tree.nodes[node].bounds;
    if (!(weights[node] >= bounds.lower && weights[node] <= bounds.upper)) return false;
  }
  return weights.size() == tree.nodes.size();
}

/// The index score by the definition, node by node from the root; NaN where the unit has none.
inline double score_by_definition(const WeightTree& tree, const std::vector<std::vector<double>>& columns,
                                  const std::vector<double>& weights, std::size_t unit, std::size_t node = 0) {
  std::vector<std::size_t> children;
  std::size_t column = 0;
  for (std::size_t other = 1; other < tree.nodes.size(); ++other) {
    if (tree.nodes[other].parent == node) children.push_back(other);
  }
  if (children.empty()) {
    for (std::size_t other = 0; other < node; ++other) {
      bool is_leaf = true;
      for (std::size_t below = 1; below < tree.nodes.size(); ++below) is_leaf &= tree.nodes[below].parent != other;
      column += is_leaf ? 1 : 0;
    }
    return columns[column][unit];
  }
  double sum = 0;
  double total = 0;
  for (const std::size_t child : children) {
    const double score = score_by_definition(tree, columns, weights, unit, child);
    if (is_missing(score) || weights[child] == 0) continue;
    sum += weights[child] * score;
    total += weights[child];
  }
  return sum / total;
}

}  // namespace podium::testing
