#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "podium/core/hierarchy.hpp"
#include "podium/core/rank.hpp"
#include "podium/core/result.hpp"

namespace podium {

/// One element of a tree of weighted means.
struct WeightedNode {
  std::size_t parent = 0;  ///< position of the parent, before the node's own; the root is at 0
  double weight = 1;       ///< within its parent, as published; above 0 where the node counts
  Bounds bounds{1, 1};     ///< within which the weight may move; both 0: does not count
};

/// The weights of an index: the root first, every node after its parent. A node without children is an indicator.
struct WeightTree {
  std::vector<WeightedNode> nodes;
  /// A node has a score where at least this share of its components (by number, at least one) has; 1: a gap in any
  /// component is a gap. The weights of the available components are rescaled.
  double min_available = 0;
};

/// The same tree, each weight within [weight (1 - spread), weight (1 + spread)], at least 0; the root stays.
WeightTree with_spread(WeightTree tree, double spread);

/// How all levels are combined.
enum class TreeMean : std::uint8_t {
  Arithmetic,  ///< sum w x / sum w
  Geometric,   ///< exp(sum w ln x / sum w): the same ranks as the arithmetic mean of logarithms
};

/// The scores of all units below one index, and the weights that combine them: what attainable ranks, dominance and
/// overtaking are asked of. Checked when built.
class WeightedTree {
 public:
  /// `columns`: for each indicator, in the tree's order, one score for each unit; NaN: a gap. Errors: bounds that are
  /// not 0 <= lower <= weight <= upper or not finite, a weight of 0 with an upper bound above it, a parent that is not
  /// before its node, a node whose components all have no weight, columns of unequal length, infinite scores, scores
  /// that are not above 0 under a geometric mean.
  static Result<WeightedTree> build(WeightTree tree, std::span<const std::vector<double>> columns,
                                    TreeMean mean = TreeMean::Arithmetic);

  std::size_t size() const { return tree_.nodes.size(); }
  std::size_t units() const { return units_; }
  const WeightTree& tree() const { return tree_; }
  /// Components that count: those with an upper bound above 0.
  std::span<const std::size_t> children(std::size_t node) const { return children_[node]; }
  /// Whether all nodes from here up count.
  bool counts(std::size_t node) const { return counts_[node] != 0; }
  bool is_indicator(std::size_t node) const { return !columns_[node].empty(); }
  /// Of an indicator; a logarithm under the geometric mean.
  double score(std::size_t node, std::size_t unit) const { return columns_[node][unit]; }
  /// Whether the unit has a score at the node, with weights inside their bounds.
  bool is_available(std::size_t node, std::size_t unit) const { return available_[node * units_ + unit] != 0; }
  bool is_ranked(std::size_t unit) const { return is_available(0, unit); }
  /// Whether two units have scores for the same components of a node.
  bool same_components(std::size_t node, std::size_t i, std::size_t j) const;
  bool has_all_components(std::size_t node, std::size_t unit) const;

  /// Largest distance between two scores of indicators.
  double range() const { return range_; }
  /// Index scores that are nearer than this are equal: the rounding of a weighted mean in double precision,
  /// 16 epsilon (number of nodes) max |x|.
  double tolerance() const { return tolerance_; }

  std::vector<double> published_weights() const;
  /// The units' index scores with these weights, one weight for each node, in the additions of an aggregation; NaN for
  /// a unit without one, and where all weights of its available components are 0.
  std::vector<double> scores(std::span<const double> weights) const;

 private:
  WeightedTree() = default;
  void set_counts();
  void set_available();
  void set_tolerance();

  WeightTree tree_;
  std::size_t units_ = 0;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<char> counts_;
  std::vector<std::vector<double>> columns_;  ///< empty for a node that is not an indicator
  std::vector<char> available_;               ///< node by node, one for each unit
  double range_ = 0;
  double tolerance_ = 0;
};

/// 1 + the number of units whose score is higher by more than the tolerance; 0 where a unit has no score.
std::vector<Rank> ranks_among(std::span<const double> scores, double tolerance);

}  // namespace podium
