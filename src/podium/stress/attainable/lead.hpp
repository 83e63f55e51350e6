#pragma once

#include "podium/stress/attainable/weighted_tree.hpp"

namespace podium {

/// How far one unit can be above another, over all weights within their bounds.
struct Lead {
  double value = 0;               ///< of the index score; negative: always below by at least this much
  bool is_exact = true;           ///< attained by the weights; otherwise the true value is not above this one
  std::vector<double> weights{};  ///< one for each node
};

/// The greatest value of score(i) - score(j). Exact by recursion over the tree: the shares of a node's components are
/// not negative, and each group of siblings moves by itself, so a node's greatest lead is the greatest weighted mean of
/// its components' greatest leads. Where the two units have gaps in different components of a node, its lead is not a
/// weighted mean of leads; the highest score of one minus the lowest of the other then bounds it from above.
/// `bounds`: one for each node, in place of those of the tree; those nodes that count must have upper > 0.
/// Both units must be ranked.
Lead greatest_lead(const WeightedTree& tree, std::span<const Bounds> bounds, std::size_t i, std::size_t j);
Lead greatest_lead(const WeightedTree& tree, std::size_t i, std::size_t j);

std::vector<Bounds> bounds_of(const WeightTree& tree);

/// A bound of score(i) - score(j) that is linear in the effective weights of the indicators (the products of shares up
/// to the root): at most the sum of coefficient times effective weight. Equal to it where neither unit has a gap.
struct LinearLead {
  std::vector<double> coefficients;  ///< one for each node, 0 where it is not an indicator that counts
  double greatest = 0;               ///< of that sum, over all weights within their bounds
  double least = 0;
};

LinearLead linear_lead(const WeightedTree& tree, std::size_t i, std::size_t j);

}  // namespace podium
