#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "podium/stress/kernel/block.hpp"
#include "podium/stress/kernel/score_layout.hpp"

namespace podium {

/// Working memory for one block at a time; each thread has its own.
struct ScoreRoom {
  explicit ScoreRoom(const ScoreLayout& layout);

  std::vector<BlockRow<double>> totals;         ///< room for [node][draw in hand]: sum of the weights of its children
  std::vector<BlockRow<double>> reciprocals;    ///< of the totals
  std::vector<BlockRow<double>> required;       ///< of each node: how many children must have a score
  std::vector<BlockRow<double>> strip_weights;  ///< room for [child of each node in turn][draw in hand]
  std::vector<BlockRow<double>> node_scores;    ///< room for [node][unit of the tile][draw in hand]
  std::vector<double> row_scores;               ///< of the available children of one unit in one draw
  std::vector<double> row_weights;
};

enum class Tiles : std::uint8_t { All, WithGaps };

/// Scores of the nodes shown in a block of draws that differ in weights alone: the very bits that core's Aggregate
/// gives with these weights. weights[row] are the weights of a leaf or node within its parent: finite, at least 0, not
/// rescaled. A child of weight 0 does not count; where none counts, the score is NaN. The root's row is not read.
/// scores[place in `shown` * units + unit], NaN for a gap. A score at or below 0 under a geometric mean makes that mean
/// NaN: whoever lays out the tree refuses it first, as core does. On demand for those tiles alone in which a unit has a
/// gap somewhere.
void score_block(const ScoreLayout& layout, std::span<const BlockRow<double>> weights,
                 std::span<BlockRow<double>> scores, ScoreRoom& room, Tiles tiles = Tiles::All);

}  // namespace podium
