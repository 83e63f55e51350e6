#include "podium/stress/attainable/lead.hpp"

#include <algorithm>
#include <cassert>

#include "podium/stress/attainable/weighted_mean.hpp"

namespace podium {
namespace {

/// The greatest weighted mean of values of a node's components, of which those that are missing are left out; notes
/// the weights.
double combine(const WeightedTree& tree, std::span<const Bounds> bounds, std::size_t node,
               std::span<const double> values, std::span<double> weights) {
  std::vector<std::size_t> taking_part;
  std::vector<double> parts;
  std::vector<Bounds> boxes;
  for (const std::size_t child : tree.children(node)) {
    if (is_missing(values[child])) continue;
    taking_part.push_back(child);
    parts.push_back(values[child]);
    boxes.push_back(bounds[child]);
  }
  const WeightedMean mean = greatest_weighted_mean(parts, boxes);
  for (std::size_t k = 0; k < taking_part.size(); ++k) weights[taking_part[k]] = mean.weights[k];
  return mean.value;
}

/// The greatest score of a unit at a node, times `sign`.
double extreme_score(const WeightedTree& tree, std::span<const Bounds> bounds, std::size_t node, std::size_t unit,
                     double sign) {
  if (tree.is_indicator(node)) return sign * tree.score(node, unit);
  std::vector<double> values;
  std::vector<Bounds> boxes;
  for (const std::size_t child : tree.children(node)) {
    if (!tree.is_available(child, unit)) continue;
    values.push_back(extreme_score(tree, bounds, child, unit, sign));
    boxes.push_back(bounds[child]);
  }
  return greatest_weighted_mean(values, boxes).value;
}

/// Each node's greatest lead; missing where one of the units has no score.
struct Leads {
  std::vector<double> values;
  bool are_exact = true;
  std::vector<double> weights;
};

std::vector<double> start_weights(const WeightedTree& tree, std::span<const Bounds> bounds) {
  std::vector<double> weights = tree.published_weights();
  for (std::size_t node = 0; node < weights.size(); ++node) {
    weights[node] = std::clamp(weights[node], bounds[node].lower, bounds[node].upper);
  }
  return weights;
}

Leads leads_of(const WeightedTree& tree, std::span<const Bounds> bounds, std::size_t i, std::size_t j) {
  Leads leads{std::vector<double>(tree.size(), kMissing), true, start_weights(tree, bounds)};
  for (std::size_t node = tree.size(); node-- > 0;) {
    if (!tree.counts(node) || !tree.is_available(node, i) || !tree.is_available(node, j)) continue;
    if (tree.is_indicator(node)) {
      leads.values[node] = tree.score(node, i) - tree.score(node, j);
    } else if (tree.same_components(node, i, j)) {
      leads.values[node] = combine(tree, bounds, node, leads.values, leads.weights);
    } else {
      leads.values[node] = extreme_score(tree, bounds, node, i, 1) + extreme_score(tree, bounds, node, j, -1);
      leads.are_exact = false;
    }
  }
  return leads;
}

/// The greatest sum of coefficient times effective weight, times `sign`.
double greatest_sum(const WeightedTree& tree, std::span<const Bounds> bounds, std::span<const double> coefficients,
                    double sign) {
  std::vector<double> values(tree.size(), kMissing);
  std::vector<double> weights(tree.size(), 0);
  for (std::size_t node = tree.size(); node-- > 0;) {
    if (!tree.counts(node)) continue;
    values[node] = tree.is_indicator(node) ? sign * coefficients[node] : combine(tree, bounds, node, values, weights);
  }
  return values[0];
}

}  // namespace

std::vector<Bounds> bounds_of(const WeightTree& tree) {
  std::vector<Bounds> bounds;
  for (const WeightedNode& node : tree.nodes) bounds.push_back(node.bounds);
  return bounds;
}

Lead greatest_lead(const WeightedTree& tree, std::span<const Bounds> bounds, std::size_t i, std::size_t j) {
  assert(tree.is_ranked(i) && tree.is_ranked(j));
  Leads leads = leads_of(tree, bounds, i, j);
  return {leads.values[0], leads.are_exact, std::move(leads.weights)};
}

Lead greatest_lead(const WeightedTree& tree, std::size_t i, std::size_t j) {
  return greatest_lead(tree, bounds_of(tree.tree()), i, j);
}

LinearLead linear_lead(const WeightedTree& tree, std::size_t i, std::size_t j) {
  const std::vector<Bounds> bounds = bounds_of(tree.tree());
  const Leads leads = leads_of(tree, bounds, i, j);
  // The bound of a node with gaps is taken for all indicators below it: the sum of their effective weights is its own.
  std::vector<double> bound_above(tree.size(), kMissing);
  LinearLead linear{std::vector<double>(tree.size(), 0)};
  for (std::size_t node = 0; node < tree.size(); ++node) {
    if (!tree.counts(node)) continue;
    if (node > 0) bound_above[node] = bound_above[tree.tree().nodes[node].parent];
    const bool is_linear = tree.has_all_components(node, i) && tree.has_all_components(node, j);
    if (is_missing(bound_above[node]) && !is_linear) bound_above[node] = leads.values[node];
    if (!tree.is_indicator(node)) continue;
    linear.coefficients[node] = is_missing(bound_above[node]) ? leads.values[node] : bound_above[node];
  }
  linear.greatest = greatest_sum(tree, bounds, linear.coefficients, 1);
  linear.least = -greatest_sum(tree, bounds, linear.coefficients, -1);
  return linear;
}

}  // namespace podium
