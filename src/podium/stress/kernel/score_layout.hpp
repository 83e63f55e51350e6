#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "podium/stress/kernel/score_tree.hpp"

namespace podium {

/// A tree laid out for blocks of draws: units go in tiles of kTile, and what a tile reads lies side by side.
class ScoreLayout {
 public:
  static constexpr std::size_t kTile = 6;
  static constexpr std::size_t kNotShown = static_cast<std::size_t>(-1);
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// A child within its parent.
  struct Child {
    bool is_leaf;
    std::size_t position;  ///< of the leaf, or of the node
    std::size_t row;       ///< of its weights
  };

  struct Parent {
    ScoreTree::Mean mean = ScoreTree::Mean::Arithmetic;
    MissingRule missing = MissingRule::Reweight;
    double min_available = 0;
    std::vector<Child> children;
    std::size_t first_child = 0;  ///< how many children the nodes before this one have in all
    std::vector<double> values;   ///< [tile][child][unit of the tile]: scores of leaves
    /// Of a geometric mean of leaves: [tile][child][unit of the tile], by how much a score's logarithm exceeds that of
    /// the first child's score; and that score itself and its logarithm, [tile][unit of the tile].
    std::vector<double> distances;
    std::vector<double> first;
    std::vector<double> first_logarithm;
    std::vector<char> is_complete;  ///< of each tile: none of its units has a gap at this node or below
    bool is_of_leaves = true;
    /// The means of leaves below an arithmetic mean are taken in by it if all its children are such, arithmetic too,
    /// next to each other and not shown: where the tile has no gap, their scores are used as they come about and not
    /// kept. Of such a child, the node above; of the node above, how many leaves each child and all have, and their
    /// scores, [tile][leaf][unit of the tile].
    std::size_t taken_in_by = kNone;
    std::vector<std::size_t> leaves_taken_in;
    std::size_t all_leaves_taken_in = 0;
    std::vector<double> scores_taken_in;
    std::size_t shown_at = kNotShown;  ///< place among the nodes whose scores are wanted

    bool counts_available() const { return missing == MissingRule::Gap || min_available > 0; }
    /// How many of the children that count must have a score.
    std::size_t least_available(std::size_t count) const;
  };

  /// The leaves below the root, wherever they hang, as an index of a single level has them.
  struct Flat {
    /// Sums of the weights of a node's children may lie between 1 / kLargestTotal and this.
    static constexpr double kLargestTotal = 0x1p60;
    /// So many such sums have a product that is far from the largest number, and an inverse far from 0.
    static constexpr std::size_t kInverted = 8;

    std::vector<std::size_t> rows{};       ///< of the weights of leaves: of the first node, then of the next
    std::vector<std::size_t> leaves_of{};  ///< of each node: how many of its children are leaves
    std::vector<std::size_t> above{};      ///< of each node: the one above it; of the root kNone
    std::vector<double> scores{};          ///< [tile][leaf][unit of the tile]
    /// Scores made from it may be off those of score_block by this much, and so may be the difference of two of them.
    double error = 0;
    bool has_gaps = false;  ///< in some tile
  };

  /// `shown` are the nodes whose scores are wanted, each once; the root alone if it is empty.
  explicit ScoreLayout(const ScoreTree& tree, const std::vector<std::size_t>& shown = {});

  std::size_t units() const { return units_; }
  std::size_t tiles() const { return (units_ + kTile - 1) / kTile; }
  /// Whether no unit of the tile has a gap.
  bool is_complete(std::size_t tile) const { return parents_.back().is_complete[tile] != 0; }
  const std::vector<Parent>& parents() const { return parents_; }
  /// The nodes whose own scores are needed in a tile: all but those that are taken in there.
  const std::vector<std::size_t>& kept(std::size_t tile) const { return kept_[tile]; }
  /// Rows of weights: leaves, then nodes.
  std::size_t weight_rows() const { return weight_rows_; }
  /// Rows of scores: the units of the first node shown, then those of the next.
  std::size_t score_rows() const { return score_rows_; }
  /// Whether all scores have magnitudes that let a division be done by multiplications, see score_block.cpp.
  bool is_moderate() const { return is_moderate_; }
  /// Nothing where the root alone is not what is shown, a mean is not arithmetic, no tile is without a gap, or scores
  /// are not moderate.
  const std::optional<Flat>& flat() const { return flat_; }

 private:
  Parent laid_out(const ScoreTree& tree, const ScoreTree::Node& node) const;
  void take_in(std::size_t node);
  bool can_take_in(const Parent& parent) const;
  bool can_be_flat() const;
  Flat flattened(const ScoreTree& tree) const;

  std::size_t units_;
  std::size_t weight_rows_;
  std::vector<Parent> parents_;
  std::vector<std::vector<std::size_t>> kept_;
  std::size_t score_rows_;
  bool is_moderate_ = true;
  std::optional<Flat> flat_;
};

}  // namespace podium
