#include "podium/stress/attainable/weighted_tree.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "podium/core/math.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

Diagnostic refusal(Code code, std::size_t node, const std::string& what, std::string expected) {
  return {.code = code, .found = what + " at node " + std::to_string(node), .expected = std::move(expected)};
}

bool are_sound(const WeightedNode& node) {
  const Bounds& bounds = node.bounds;
  if (node.weight == 0 && bounds.upper > 0) return false;
  return bounds.lower >= 0 && bounds.lower <= node.weight && node.weight <= bounds.upper && std::isfinite(bounds.upper);
}

Diagnostics check_nodes(const WeightTree& tree) {
  Diagnostics problems;
  if (tree.nodes.empty()) {
    problems.push_back({.code = Code::EmptyHierarchy, .found = "a tree without nodes", .expected = "a root"});
  }
  for (std::size_t node = 0; node < tree.nodes.size(); ++node) {
    const WeightedNode& spec = tree.nodes[node];
    if (node > 0 && spec.parent >= node) {
      problems.push_back(refusal(Code::HierarchyOrphan, node, "parent " + std::to_string(spec.parent),
                                 "a parent that stands before its node"));
    }
    if (!are_sound(spec)) {
      problems.push_back(
          refusal(Code::InvalidValue, node,
                  "weight " + quoted_number(spec.weight) + " within " + quoted_number(spec.bounds.lower) + " and " +
                      quoted_number(spec.bounds.upper),
                  "finite bounds with 0 <= lower <= weight <= upper, and a weight above 0 where it counts"));
    }
  }
  if (!(tree.min_available >= 0 && tree.min_available <= 1)) {
    problems.push_back({.code = Code::InvalidValue,
                        .found = "min_available " + quoted_number(tree.min_available),
                        .expected = "a share between 0 and 1"});
  }
  return problems;
}

/// The scores on the scale on which their means are compared.
Result<std::vector<double>> on_scale(const std::vector<double>& column, TreeMean mean, std::size_t node) {
  std::vector<double> scores = column;
  for (double& score : scores) {
    if (is_missing(score)) continue;
    if (!std::isfinite(score)) return refusal(Code::InvalidValue, node, "an infinite score", "finite scores");
    if (mean == TreeMean::Arithmetic) continue;
    if (score <= 0) {
      return refusal(Code::NonPositiveUnderGeometricMean, node, "score " + quoted_number(score), "scores above 0");
    }
    score = natural_logarithm(score);
  }
  return scores;
}

/// How many components must have a score, counted as an aggregation counts them.
std::size_t least_available(double share, std::size_t count) {
  std::size_t least = 1;
  while (static_cast<double>(least) / static_cast<double>(count) < share) ++least;
  return least;
}

}  // namespace

WeightTree with_spread(WeightTree tree, double spread) {
  for (std::size_t node = 1; node < tree.nodes.size(); ++node) {
    WeightedNode& spec = tree.nodes[node];
    spec.bounds = {std::max(spec.weight * (1 - spread), 0.0), spec.weight * (1 + spread)};
  }
  return tree;
}

Result<WeightedTree> WeightedTree::build(WeightTree tree, std::span<const std::vector<double>> columns, TreeMean mean) {
  if (Diagnostics problems = check_nodes(tree); !problems.empty()) return problems;
  WeightedTree built;
  built.tree_ = std::move(tree);
  const std::vector<WeightedNode>& nodes = built.tree_.nodes;
  std::vector<char> is_parent(nodes.size(), 0);
  for (std::size_t node = 1; node < nodes.size(); ++node) is_parent[nodes[node].parent] = 1;
  built.children_.resize(nodes.size());
  built.columns_.resize(nodes.size());
  built.units_ = columns.empty() ? 0 : columns[0].size();
  std::size_t next = 0;
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    if (node > 0 && nodes[node].bounds.upper > 0) built.children_[nodes[node].parent].push_back(node);
    if (is_parent[node] != 0) continue;
    if (next == columns.size() || columns[next].size() != built.units_) {
      return refusal(Code::ColumnCount, node, "no column of scores, or one of another length",
                     "for each indicator as many scores as there are units");
    }
    TRY(built.columns_[node], on_scale(columns[next++], mean, node));
  }
  if (next != columns.size()) {
    return Diagnostic{.code = Code::ColumnCount,
                      .found = std::to_string(columns.size()) + " columns of scores",
                      .expected = std::to_string(next) + ": one for each indicator"};
  }
  built.set_counts();
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    if (built.counts(node) && is_parent[node] != 0 && built.children_[node].empty()) {
      return refusal(Code::ZeroWeights, node, "components without weight", "a component that counts");
    }
  }
  built.set_available();
  built.set_tolerance();
  return built;
}

void WeightedTree::set_counts() {
  counts_.assign(size(), 0);
  counts_[0] = 1;
  for (std::size_t node = 0; node < size(); ++node) {
    for (const std::size_t child : children_[node]) counts_[child] = counts_[node];
  }
}

void WeightedTree::set_available() {
  available_.assign(size() * units_, 0);
  for (std::size_t node = size(); node-- > 0;) {
    for (std::size_t unit = 0; unit < units_; ++unit) {
      bool is = !columns_[node].empty() && !is_missing(columns_[node][unit]);
      if (columns_[node].empty() && !children_[node].empty()) {
        const auto count = static_cast<std::size_t>(
            std::ranges::count_if(children_[node], [&](std::size_t child) { return is_available(child, unit); }));
        is = count >= least_available(tree_.min_available, children_[node].size());
      }
      available_[node * units_ + unit] = is ? 1 : 0;
    }
  }
}

void WeightedTree::set_tolerance() {
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -lowest;
  for (std::size_t node = 0; node < size(); ++node) {
    if (!counts(node)) continue;
    for (const double score : columns_[node]) {
      if (is_missing(score)) continue;
      lowest = std::min(lowest, score);
      highest = std::max(highest, score);
    }
  }
  if (lowest > highest) return;
  const double largest = std::max(std::abs(lowest), std::abs(highest));
  range_ = highest - lowest;
  tolerance_ = 16 * std::numeric_limits<double>::epsilon() * static_cast<double>(size()) * largest;
}

bool WeightedTree::same_components(std::size_t node, std::size_t i, std::size_t j) const {
  return std::ranges::all_of(children_[node],
                             [&](std::size_t child) { return is_available(child, i) == is_available(child, j); });
}

bool WeightedTree::has_all_components(std::size_t node, std::size_t unit) const {
  return std::ranges::all_of(children_[node], [&](std::size_t child) { return is_available(child, unit); });
}

std::vector<double> WeightedTree::published_weights() const {
  std::vector<double> weights;
  for (const WeightedNode& node : tree_.nodes) weights.push_back(node.weight);
  return weights;
}

std::vector<double> WeightedTree::scores(std::span<const double> weights) const {
  std::vector<std::vector<double>> combined(size());
  for (std::size_t node = size(); node-- > 0;) {
    if (!counts(node) || is_indicator(node)) continue;
    combined[node].assign(units_, kMissing);
    for (std::size_t unit = 0; unit < units_; ++unit) {
      if (!is_available(node, unit)) continue;
      double sum = 0;
      double total = 0;
      for (const std::size_t child : children_[node]) {
        if (!is_available(child, unit) || weights[child] == 0) continue;
        sum += weights[child] * (is_indicator(child) ? columns_[child][unit] : combined[child][unit]);
        total += weights[child];
      }
      combined[node][unit] = sum / total;
    }
  }
  return is_indicator(0) ? columns_[0] : combined[0];
}

std::vector<Rank> ranks_among(std::span<const double> scores, double tolerance) {
  std::vector<double> ordered;
  for (const double score : scores) {
    if (!is_missing(score)) ordered.push_back(score);
  }
  std::ranges::sort(ordered);
  std::vector<Rank> ranks;
  for (const double score : scores) {
    const auto first_above =
        std::ranges::partition_point(ordered, [&](double other) { return !(other - score > tolerance); });
    ranks.push_back(is_missing(score) ? 0 : static_cast<Rank>(ordered.end() - first_above) + 1);
  }
  return ranks;
}

}  // namespace podium
