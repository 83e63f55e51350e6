#include "podium/stress/attainable/overtake.hpp"

#include <cmath>
#include <limits>

namespace podium {
namespace {

constexpr double kPrecision = 1e-9;

bool meets(const WeightedTree& tree, const Lead& lead) { return lead.value >= -tree.tolerance(); }

}  // namespace

Lead lead_within_change(const WeightedTree& tree, double change, std::size_t i, std::size_t j) {
  std::vector<Bounds> bounds;
  for (const WeightedNode& node : tree.tree().nodes) {
    const double move = node.bounds.lower < node.bounds.upper ? change : 0;
    bounds.push_back({node.weight * (1 - move), node.weight * (1 + move)});
  }
  return greatest_lead(tree, bounds, i, j);
}

Overtake smallest_overtake(const WeightedTree& tree, std::size_t i, std::size_t j) {
  Lead reached = lead_within_change(tree, 0, i, j);
  if (meets(tree, reached)) return {0, reached.is_exact, std::move(reached.weights)};
  reached = lead_within_change(tree, 1, i, j);
  if (!meets(tree, reached)) return {std::numeric_limits<double>::infinity(), true, {}};
  double below = 0;
  double above = 1;
  while (above - below > kPrecision) {
    const double middle = below + (above - below) / 2;
    Lead lead = lead_within_change(tree, middle, i, j);
    (meets(tree, lead) ? above : below) = middle;
    if (meets(tree, lead)) reached = std::move(lead);
  }
  if (!reached.is_exact) return {above, false, {}};
  return {above, true, std::move(reached.weights)};
}

}  // namespace podium
