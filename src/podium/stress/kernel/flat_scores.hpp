#pragma once

#include <span>

#include "podium/stress/kernel/score_block.hpp"

namespace podium {

/// Scores of a block at a fraction of the cost of score_block, and a little off them: the weights of each draw are made
/// those of an index of a single level first,
///     w'_i = w_i / T_p x w_p / T_q x ... x w_r / T_root, with T the sums of the weights of siblings,
/// and a score is sum w'_i x_i. Tiles in which a unit has a gap go through score_block. The layout must be flat(),
/// whose error bounds by how much these scores differ from score_block's, and so their differences: rounding to nearest
/// adds at most 2^-53 of the largest |x| at each of fewer than 32 x rows operations on the two ways to each score. The
/// same bits on every kind of vectors. False, with nothing said of the scores, where a T is not between 2^-60 and 2^60.
bool score_flat(const ScoreLayout& layout, std::span<const BlockRow<double>> weights,
                std::span<BlockRow<double>> scores, ScoreRoom& room);

}  // namespace podium
