#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "podium/core/run.hpp"
#include "podium/stress/kernel/score_block.hpp"

#include "stress/kernel_blocks.hpp"
#include "support/small.hpp"

/// Random trees for the kernel, and their scores as core gives them, one draw at a time.
namespace podium::testing {

/// What random trees have.
struct TreeTraits {
  std::size_t units;
  std::size_t leaves;
  std::size_t pillars;     ///< 0: the leaves are below the root
  std::size_t groups = 0;  ///< of pillars
  double gaps = 0;
  double zero_weights = 0;
  bool has_negative_scores = false;
  Aggregate step{};
};

/// An index whose figures are scores already, and the same as a tree. Positions of nodes are those of the hierarchy.
struct TreeExample {
  TreeExample(TreeTraits chosen, std::uint64_t seed)
      : traits(std::move(chosen)), random(seed), hierarchy(make_hierarchy()), panel(make_panel()) {
    for (const Series leaf : hierarchy.indicators()) {
      const auto scores = panel.values(leaf, Time{0});
      tree.leaves.emplace_back(scores.begin(), scores.end());
      rows.push_back(leaf);
    }
    tree.units = traits.units;
    for (const Series node : hierarchy.aggregates()) {
      const AggregateMethod& method = traits.step.method.method_of(panel.id(node), hierarchy.level(node));
      ScoreTree::Node added{
          std::holds_alternative<Geometric>(method) ? ScoreTree::Mean::Geometric : ScoreTree::Mean::Arithmetic,
          {},
          traits.step.missing,
          traits.step.min_available};
      for (const Series child : hierarchy.children(node)) {
        added.children.push_back(static_cast<std::size_t>(std::ranges::find(rows, child) - rows.begin()));
      }
      rows.push_back(node);
      tree.nodes.push_back(std::move(added));
    }
    for (std::size_t node = 0; node < tree.nodes.size(); ++node) shown.push_back(node);
  }

  Hierarchy make_hierarchy() const {
    std::vector<NodeSpec> nodes{root()};
    for (std::size_t i = 0; i < traits.groups; ++i) nodes.push_back(pillar("g" + std::to_string(i)));
    for (std::size_t i = 0; i < traits.pillars; ++i) {
      nodes.push_back(
          pillar("p" + std::to_string(i), traits.groups == 0 ? "index" : "g" + std::to_string(i % traits.groups)));
    }
    for (std::size_t i = 0; i < traits.leaves; ++i) {
      nodes.push_back(
          indicator("x" + std::to_string(i), traits.pillars == 0 ? "index" : "p" + std::to_string(i % traits.pillars)));
    }
    return hierarchy_of(std::move(nodes));
  }

  Panel make_panel() {
    std::vector<std::string> units;
    for (std::size_t i = 0; i < traits.units; ++i) units.push_back("U" + std::to_string(i));
    Panel made(std::move(units), {Period::year(2025)}, hierarchy.series_ids());
    for (const Series leaf : hierarchy.indicators()) {
      for (double& score : made.values(leaf, Time{0})) {
        // Few values, so that scores tie, or many.
        const double share = random.below(2) == 0 ? random.uniform() : static_cast<double>(random.below(3)) / 2;
        score = traits.has_negative_scores ? 8 * share - 4 : 1 + 99 * share;
        if (random.uniform() < traits.gaps) score = kMissing;
      }
    }
    return made;
  }

  /// Weights of a block: every child of some node counts in every draw.
  Scores random_weights() {
    Scores weights(rows.size());
    for (BlockRow<double>& row : weights) {
      for (double& weight : row) {
        weight = random.below(4) == 0 ? 1 : 0.01 + random.uniform();
        if (random.uniform() < traits.zero_weights) weight = 0;
      }
    }
    for (const ScoreTree::Node& node : tree.nodes) {
      const std::size_t always = node.children[random.below(node.children.size())];
      for (double& weight : weights[always]) weight = 0.5 + random.uniform();
    }
    return weights;
  }

  TreeTraits traits;
  Random random;
  Hierarchy hierarchy;
  Panel panel;
  ScoreTree tree{};
  std::vector<Series> rows{};  ///< what each row of weights is of
  std::vector<std::size_t> shown{};
};

/// Of each unit at each node in turn, as core's Aggregate gives them.
inline Scores scores_of_core(const TreeExample& example, const Scores& weights) {
  const std::size_t units = example.traits.units;
  Scores scores(example.tree.nodes.size() * units);
  for (std::size_t draw = 0; draw < kBlockDraws; ++draw) {
    Panel panel = example.panel;
    for (std::size_t row = 0; row < example.rows.size(); ++row) {
      panel.give_weight(example.rows[row], Time{0}, weights[row][draw]);
    }
    const Panel result = must(apply(example.traits.step, std::move(panel), {example.hierarchy, 1}));
    for (std::size_t node = 0; node < example.tree.nodes.size(); ++node) {
      const auto column = result.values(example.rows[example.tree.leaves.size() + node], Time{0});
      for (std::size_t unit = 0; unit < units; ++unit) scores[node * units + unit][draw] = column[unit];
    }
  }
  return scores;
}

inline std::uint64_t bits(double value) {
  return is_missing(value) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(value);
}

/// In how many places the bits differ.
inline std::size_t differences(const Scores& a, const Scores& b) {
  REQUIRE(a.size() == b.size());
  std::size_t count = 0;
  for (std::size_t row = 0; row < a.size(); ++row) {
    for (std::size_t draw = 0; draw < kBlockDraws; ++draw) count += bits(a[row][draw]) != bits(b[row][draw]) ? 1U : 0U;
  }
  return count;
}

}  // namespace podium::testing
