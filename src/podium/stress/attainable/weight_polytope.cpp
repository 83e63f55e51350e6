#include "podium/stress/attainable/weight_polytope.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace podium {
namespace {

/// Weights are taken as shares of this, so that the scales are near the effective weights.
double sum_of_upper_bounds(const WeightedTree& tree, std::size_t group) {
  double sum = 0;
  for (const std::size_t child : tree.children(group)) sum += tree.tree().nodes[child].bounds.upper;
  return sum;
}

}  // namespace

void add_row(LinearProgram& program, std::span<const double> row, double limit) {
  assert(row.size() == program.objective.size());
  program.rows.insert(program.rows.end(), row.begin(), row.end());
  program.limits.push_back(limit);
}

WeightPolytope::WeightPolytope(const WeightedTree& tree) : tree_(tree) {
  for (std::size_t node = 0; node < tree.size(); ++node) {
    if (tree.counts(node)) (tree.is_indicator(node) ? indicators_ : groups_).push_back(node);
  }
}

std::vector<double> WeightPolytope::sum_below(std::size_t node, std::size_t width, double factor) const {
  std::vector<double> row(width, 0);
  for (std::size_t k = 0; k < indicators_.size(); ++k) {
    std::size_t above = indicators_[k];
    while (above > node) above = tree_.tree().nodes[above].parent;
    if (above == node) row[k] = factor;
  }
  return row;
}

LinearProgram WeightPolytope::program(std::size_t further) const {
  const std::size_t width = variables() + further;
  LinearProgram program{
      std::vector<double>(width, 0), {}, {}, std::vector<double>(width, 0), std::vector<double>(width, 1)};
  for (std::size_t k = variables(); k < width; ++k) program.lower[k] = -1;
  add_row(program, sum_below(0, width, 1), 1);
  add_row(program, sum_below(0, width, -1), -1);
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    const std::size_t scale = indicators_.size() + g;
    program.upper[scale] = std::numeric_limits<double>::infinity();
    const double sum = sum_of_upper_bounds(tree_, groups_[g]);
    for (const std::size_t child : tree_.children(groups_[g])) {
      const Bounds& bounds = tree_.tree().nodes[child].bounds;
      std::vector<double> row = sum_below(child, width, -1);
      row[scale] = bounds.lower / sum;
      if (bounds.lower > 0) add_row(program, row, 0);
      row = sum_below(child, width, 1);
      row[scale] = -bounds.upper / sum;
      add_row(program, row, 0);
    }
  }
  return program;
}

std::vector<double> WeightPolytope::weights_at(std::span<const double> point) const {
  std::vector<double> effective(tree_.size(), 0);
  for (std::size_t k = 0; k < indicators_.size(); ++k) effective[indicators_[k]] = std::max(point[k], 0.0);
  for (std::size_t node = tree_.size(); node-- > 1;) {
    if (tree_.counts(node)) effective[tree_.tree().nodes[node].parent] += effective[node];
  }
  std::vector<double> weights = tree_.published_weights();
  for (const std::size_t group : groups_) {
    // The least scale that the upper bounds allow is within the lower bounds if any scale is.
    double scale = 0;
    for (const std::size_t child : tree_.children(group)) {
      scale = std::max(scale, effective[child] / tree_.tree().nodes[child].bounds.upper);
    }
    if (scale == 0) continue;
    for (const std::size_t child : tree_.children(group)) {
      const Bounds& bounds = tree_.tree().nodes[child].bounds;
      weights[child] = std::clamp(effective[child] / scale, bounds.lower, bounds.upper);
    }
  }
  return weights;
}

}  // namespace podium
