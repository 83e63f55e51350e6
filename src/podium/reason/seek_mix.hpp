#pragma once

#include <functional>

#include "podium/core/solvers.hpp"
#include "podium/reason/seek.hpp"

namespace podium {

/// Which frames of the period were considered. An indicator whose frame the unit could come to set, or sets and could
/// leave, has two or three regimes: the unit inside the others' figures, beyond their best, or left where it is.
enum class SeekRegimes : std::uint8_t {
  One,     ///< there is only one
  All,     ///< every combination, up to 1024
  Single,  ///< the present ones and those in which one indicator differs
};

/// The changes of indicators that together reach the rank with the least effort.
struct SeekMix {
  bool is_possible = false;
  bool is_already = false;        ///< the unit has the rank as it is
  std::vector<double> values{};   ///< of the unit, on the original scale; those of `best` where it is not possible
  std::vector<double> changes{};  ///< values less the unit's own figures; NaN at gaps
  double effort = 0;              ///< sum of price times |change|
  double least = 0;               ///< no changes within the bounds reach the rank with less effort; 0: not known
  bool is_proven = false;         ///< least is effort, to 1e-6 of it
  SeekRegimes regimes = SeekRegimes::One;
  SeekBest best{};  ///< what the bounds allow; binding bounds are those of the best rank
};

/// The values themselves reach the rank; what lies 1e-9 of a spread nearer to the start does not.
///
/// Where the unit sets no frame, the others' scores stand and the rank needs a score above that of the k-th best of
/// them. Weighted arithmetic and geometric means of scores are concave, and so is any tree of them: the least effort
/// is a linear program for arithmetic means, and has a closed form up to one multiplier for geometric means; for both
/// in one tree that form is taken at one point after another, and tangents of the score prove how near the result is
/// (Kelley, The cutting-plane method for solving convex programs, 1960). Beyond the others' best the unit's score
/// stands and those of others fall with 1 / (figure - lowest): linear in that for arithmetic means, the effort convex
/// in it, and which of the others are to be passed is chosen by whole numbers. With a geometric mean somewhere that
/// regime is searched, figure by figure, and not proven; nor is a mix where the unit alone has the lowest figure, as
/// then it could raise the lower end of the frame without reaching the others, which is not tried.
///
/// Errors: MissingSolver (maximise and maximise_integer are needed); NotConverged where they give up in all regimes.
Result<SeekMix> cheapest_mix(const SeekIndex& index, const Solvers& solvers);

/// The share of stress draws, 0 to 1, in which the unit has the rank with these figures on the original scale. Must
/// not fall when figures improve.
using ShareOfDraws = std::function<double(std::span<const double> values)>;

struct SeekRobust {
  bool is_reached = false;
  double share = 0;              ///< with `values`
  double multiple = 1;           ///< of the mix's changes; without changes, of one unit of effort in each indicator
  double of_rest = 0;            ///< how far the other figures go towards their bounds, 0 to 1
  std::vector<double> values{};  ///< on the original scale
  std::vector<std::size_t> stopped{};  ///< indicators of the mix that stand at their bounds
};

/// The mix's changes, all times the same number of 1 or more, such that the share is at least `share`: the least such
/// number by bisection to 1e-6 of it. A change that meets its bound stays there while others go on. Where all have and
/// the share is still less, the other figures go towards their bounds too, all by the same part of the way; bounds
/// beyond a million spreads are none to go to. Not reached: with the figures as good as the bounds let them be.
SeekRobust robust_mix(const SeekIndex& index, const SeekMix& mix, double share, const ShareOfDraws& share_of_draws);

}  // namespace podium
