#include "podium/stress/kernel/score_layout.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "podium/core/math.hpp"

namespace podium {
namespace {

/// Magnitudes that are moderate; with weights between 2^-60 and 2^60 the smallest sum that four levels of means can
/// make of them is 2^-792, and what a division by multiplications leaves over is still a normal number.
constexpr double kLargest = 0x1p100;
constexpr double kSmallest = 0x1p-100;
constexpr std::size_t kMostLevels = 4;

bool is_moderate(double score) {
  return is_missing(score) || score == 0 || (std::abs(score) <= kLargest && std::abs(score) >= kSmallest);
}

bool is_moderate(const ScoreTree& tree) {
  std::vector<std::size_t> levels(tree.leaves.size(), 0);
  for (const ScoreTree::Node& node : tree.nodes) {
    std::size_t level = 0;
    for (const std::size_t child : node.children) level = std::max(level, levels[child]);
    levels.push_back(level + 1);
    if (level + 1 > kMostLevels) return false;
  }
  return std::ranges::all_of(tree.leaves, [](const std::vector<double>& leaf) {
    return std::ranges::all_of(leaf, [](double score) { return is_moderate(score); });
  });
}

void add_distances(ScoreLayout::Parent& parent) {
  const std::size_t of_tile = parent.children.size() * ScoreLayout::kTile;
  for (std::size_t i = 0; i < parent.values.size(); ++i) {
    const double first = parent.values[i / of_tile * of_tile + i % ScoreLayout::kTile];
    const double first_logarithm = natural_logarithm(first);
    parent.distances.push_back(natural_logarithm(parent.values[i]) - first_logarithm);
    if (i % of_tile >= ScoreLayout::kTile) continue;
    parent.first.push_back(first);
    parent.first_logarithm.push_back(first_logarithm);
  }
}

}  // namespace

std::size_t ScoreLayout::Parent::least_available(std::size_t count) const {
  if (missing == MissingRule::Gap) return count;
  std::size_t least = 1;
  while (least < count && static_cast<double>(least) / static_cast<double>(count) < min_available) ++least;
  return least;
}

ScoreLayout::Parent ScoreLayout::laid_out(const ScoreTree& tree, const ScoreTree::Node& node) const {
  Parent parent;
  parent.mean = node.mean;
  parent.missing = node.missing;
  parent.min_available = node.min_available;
  if (!parents_.empty()) parent.first_child = parents_.back().first_child + parents_.back().children.size();
  for (const std::size_t child : node.children) {
    const bool is_leaf = child < tree.leaves.size();
    parent.children.push_back({is_leaf, is_leaf ? child : child - tree.leaves.size(), child});
    parent.is_of_leaves &= is_leaf;
  }
  for (std::size_t tile = 0; tile < tiles(); ++tile) {
    bool is_complete = true;
    for (const Child& child : parent.children) {
      is_complete &= child.is_leaf || parents_[child.position].is_complete[tile] != 0;
      for (std::size_t unit = tile * kTile; unit < (tile + 1) * kTile; ++unit) {
        // Places beyond the last unit hold 1, which no mean refuses, and their scores go nowhere.
        const double leaf = child.is_leaf && unit < units_ ? tree.leaves[child.position][unit] : 1.0;
        // Turns -0 into 0, so that a sum of products may begin with the first: core's begins with 0 and is never -0.
        const double score = leaf + 0.0;
        parent.values.push_back(score);
        is_complete &= !is_missing(score);
      }
    }
    parent.is_complete.push_back(is_complete ? 1 : 0);
  }
  if (node.mean == ScoreTree::Mean::Geometric) add_distances(parent);
  return parent;
}

ScoreLayout::ScoreLayout(const ScoreTree& tree, const std::vector<std::size_t>& shown)
    : units_(tree.units),
      weight_rows_(tree.leaves.size() + tree.nodes.size()),
      score_rows_(tree.units * std::max<std::size_t>(1, shown.size())),
      is_moderate_(podium::is_moderate(tree)) {
  assert(!tree.nodes.empty());
  assert(std::ranges::none_of(tree.nodes, [](const ScoreTree::Node& node) { return node.children.empty(); }));
  for (const ScoreTree::Node& node : tree.nodes) parents_.push_back(laid_out(tree, node));
  if (shown.empty()) parents_.back().shown_at = 0;
  for (std::size_t place = 0; place < shown.size(); ++place) parents_[shown[place]].shown_at = place;
  for (std::size_t node = 0; node < parents_.size(); ++node) take_in(node);
  for (std::size_t tile = 0; tile < tiles(); ++tile) {
    kept_.emplace_back();
    for (std::size_t node = 0; node < parents_.size(); ++node) {
      const std::size_t above = parents_[node].taken_in_by;
      const bool is_taken_in = above != kNone && parents_[above].is_complete[tile] != 0;
      if (!is_taken_in) kept_.back().push_back(node);
    }
  }
  if (can_be_flat()) flat_ = flattened(tree);
  if (flat_ && flat_->error == 0) flat_.reset();
}

bool ScoreLayout::can_be_flat() const {
  const std::vector<char>& is_complete = parents_.back().is_complete;
  std::vector<std::size_t> times_a_child(parents_.size(), 0);
  for (const Parent& parent : parents_) {
    for (const Child& child : parent.children) {
      if (!child.is_leaf) ++times_a_child[child.position];
    }
  }
  times_a_child.pop_back();
  return is_moderate_ && parents_.back().shown_at == 0 && score_rows_ == units_ &&
         std::ranges::find(is_complete, 1) != is_complete.end() &&
         std::ranges::all_of(times_a_child, [](std::size_t times) { return times == 1; }) &&
         std::ranges::all_of(parents_, [](const Parent& parent) { return parent.mean == ScoreTree::Mean::Arithmetic; });
}

ScoreLayout::Flat ScoreLayout::flattened(const ScoreTree& tree) const {
  Flat flat;
  flat.above.assign(parents_.size(), kNone);
  for (std::size_t node = 0; node < parents_.size(); ++node) {
    for (const Child& child : parents_[node].children) {
      if (!child.is_leaf) flat.above[child.position] = node;
      if (child.is_leaf) flat.rows.push_back(child.row);
    }
    flat.leaves_of.push_back(static_cast<std::size_t>(std::ranges::count_if(parents_[node].children, &Child::is_leaf)));
  }
  double largest = 0;
  for (std::size_t first = 0; first < tiles() * kTile; first += kTile) {
    for (const std::size_t leaf : flat.rows) {
      for (std::size_t unit = first; unit < first + kTile; ++unit) {
        // Turns -0 into 0, which core's sums never are.
        const double score = unit < units_ ? tree.leaves[leaf][unit] + 0.0 : 0.0;
        if (!is_missing(score)) largest = std::max(largest, std::abs(score));
        flat.scores.push_back(score);
      }
    }
  }
  flat.has_gaps = std::ranges::find(parents_.back().is_complete, 0) != parents_.back().is_complete.end();
  // Two scores, each off by at most 32 x rows roundings, see flat_scores.hpp.
  flat.error = 0x1p-47 * static_cast<double>(weight_rows_) * largest;
  return flat;
}

bool ScoreLayout::can_take_in(const Parent& parent) const {
  if (parent.mean != ScoreTree::Mean::Arithmetic) return false;
  std::size_t expected = parent.children.front().position;
  return std::ranges::all_of(parent.children, [&](const Child& child) {
    if (child.is_leaf || child.position != expected++) return false;
    const Parent& below = parents_[child.position];
    return below.mean == ScoreTree::Mean::Arithmetic && below.is_of_leaves && below.shown_at == kNotShown;
  });
}

void ScoreLayout::take_in(std::size_t node) {
  Parent& parent = parents_[node];
  if (!can_take_in(parent)) return;
  for (const Child& child : parent.children) {
    parents_[child.position].taken_in_by = node;
    parent.leaves_taken_in.push_back(parents_[child.position].children.size());
    parent.all_leaves_taken_in += parent.leaves_taken_in.back();
  }
  for (std::size_t tile = 0; tile < tiles(); ++tile) {
    for (const Child& child : parent.children) {
      const Parent& below = parents_[child.position];
      const std::size_t of_tile = below.children.size() * kTile;
      const double* const first = below.values.data() + tile * of_tile;
      parent.scores_taken_in.insert(parent.scores_taken_in.end(), first, first + of_tile);
    }
  }
}

}  // namespace podium
