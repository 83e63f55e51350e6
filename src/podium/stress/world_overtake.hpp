#pragma once

#include "podium/stress/world_attainable.hpp"

namespace podium {

/// Whether other weights let one unit overtake another, and how little they have to change.
struct WorldOvertake {
  enum class Outcome : std::uint8_t {
    Already,   ///< its score is higher with the published weights
    Possible,  ///< with `weights` it is higher
    Never,     ///< proven: no weights above 0 make it higher
    Unknown,   ///< no weights were found; `smallest` is still proven not to be enough (units with gaps)
  };

  Outcome outcome = Outcome::Already;
  /// What is minimised: the largest relative change of any weight, 0.1 for 10 %. With less, proven, the unit does not
  /// reach the other.
  double smallest = 0;
  /// Of `weights`: a little more, so that the unit is above and the weights have few digits; where the two have gaps in
  /// different places, perhaps more than that. In whole steps of 0.0001.
  double change = 0;
  std::vector<double> published{};  ///< what each node of the hierarchy weighs; NaN for one that does not count
  std::vector<double> weights{};    ///< that let it overtake; as published unless the outcome is Possible
  /// Of the two units, with `weights`.
  Rank rank = 0;
  Rank rank_of_other = 0;
};

/// How little the weights that the plan draws (all, if it draws none) have to change for `unit` to stand above `other`
/// in the index, figures and recipe as published. Weights stay above 0; those of a node with one component do not
/// change, since that has no effect. A found answer is confirmed by the plain arithmetic of the recipe's means. Errors:
/// as weights_that_move, and where one of the two units has no score.
Result<WorldOvertake> smallest_overtake_in(const Worlds& worlds, Unit unit, Unit other);

}  // namespace podium
