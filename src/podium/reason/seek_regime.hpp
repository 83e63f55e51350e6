#pragma once

#include "podium/core/solvers.hpp"
#include "podium/reason/seek_index.hpp"

namespace podium {

/// Where the figure of one indicator may be: oriented, lower <= upper.
struct SeekBox {
  double lower = 0;
  double upper = 0;
  bool is_beyond = false;  ///< the unit sets the upper end of the frame, which moves with it
};

/// The regimes of an indicator, the present one first.
std::vector<SeekBox> boxes_of(const SeekIndex& index, std::size_t indicator);

std::vector<double> lower_corner(std::span<const SeekBox> boxes);
std::vector<double> upper_corner(std::span<const SeekBox> boxes);

/// The first point of the way from `from` to `to` at which the rank is reached; it must be at `to`, which is nowhere
/// below `from`.
std::vector<double> first_reached(const SeekIndex& index, std::span<const double> from, std::span<const double> to);

/// The least effort within boxes, one for each indicator.
struct SeekPoint {
  std::vector<double> figures{};  ///< reach the rank; empty where the solver gives up
  double least = 0;               ///< no point of the boxes reaches it with less effort; 0 where that is not known
};

/// The rank must be reached at the upper corner and not at the lower one. No box is beyond.
SeekPoint least_within(const SeekIndex& index, std::span<const SeekBox> boxes, const Solvers& solvers);
/// The same where some are, for arithmetic means.
SeekPoint least_beyond(const SeekIndex& index, std::span<const SeekBox> boxes, const Solvers& solvers);
/// A search without proof, for any means.
SeekPoint searched(const SeekIndex& index, std::span<const SeekBox> boxes);

/// The score that the unit must exceed with these figures, while they move no frame; -infinity where there are fewer
/// others than the rank needs.
double score_to_pass(const SeekIndex& index, std::span<const double> figures);

/// Figures within boxes, none of them beyond, with which the unit's score is above `least_score` at little effort: the
/// least for geometric means alone, otherwise near to it after some rounds. The upper corner where that is too low.
std::vector<double> condensed(const SeekIndex& index, std::span<const SeekBox> boxes, double least_score,
                              std::size_t rounds);

}  // namespace podium
