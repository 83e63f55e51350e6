#pragma once

#include "podium/core/solvers.hpp"
#include "podium/stress/attainable/weighted_tree.hpp"

namespace podium {

/// All weights of a tree within their bounds, as a polytope of the indicators' effective weights, so that index scores
/// without gaps are linear in it however many levels there are.
///
/// The variables are the effective weight e of each indicator (the product of shares up to the root) and one scale t
/// for each node above indicators. With E(c) the sum of the effective weights below a node c, the rows are
///   sum of e = 1,  and  lower(c) t(g) <= E(c) <= upper(c) t(g)  for each component c of each node g;  e, t >= 0.
/// Every choice of weights b(c) within the bounds gives such a point: t(g) = E(g) / (sum of b over g's components), for
/// E(c) = E(g) b(c) / sum. Every such point comes from weights within the bounds: where E(g) > 0, t(g) is not 0 and
/// b(c) = E(c) / t(g) is within the bounds and has the shares E(c) / E(g); where E(g) = 0, nothing below g has any
/// effect, and any weights will do. So the polytope is exact. (Where all lower bounds of a node are 0, its weights may
/// also shrink together without any effect; a component's share of 1 is then a limit.)
class WeightPolytope {
 public:
  explicit WeightPolytope(const WeightedTree& tree);

  /// The indicators that count: the first variables.
  std::span<const std::size_t> indicators() const { return indicators_; }
  std::size_t variables() const { return indicators_.size() + groups_.size(); }
  /// The rows and bounds with further variables between -1 and 1 behind, without an objective.
  LinearProgram program(std::size_t further) const;
  /// Weights within their bounds, one for each node of the tree, that have the point's effective weights.
  std::vector<double> weights_at(std::span<const double> point) const;

 private:
  std::vector<double> sum_below(std::size_t node, std::size_t width, double factor) const;

  const WeightedTree& tree_;
  std::vector<std::size_t> indicators_;
  std::vector<std::size_t> groups_;
};

/// Adds row . x <= limit.
void add_row(LinearProgram& program, std::span<const double> row, double limit);

}  // namespace podium
