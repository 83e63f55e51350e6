#pragma once

#include <functional>
#include <optional>

#include "podium/stress/distribution.hpp"
#include "podium/stress/prepared.hpp"

namespace podium {

struct ConfidenceOptions {
  /// Worlds that are asked at most.
  std::uint64_t most_worlds = 10'000;
  std::size_t threads = 1;  ///< does not change the result
  /// Asked on the calling thread between waves of worlds; with false the answer is about the worlds so far.
  std::function<bool()> keep_going{};
};

/// Confidence factors: how likely a unit is to be first where its own central weights are used, over everything else
/// that the plan varies (Lahdelma, Hokkanen and Salminen, SMAA - Stochastic multiobjective acceptability analysis,
/// European Journal of Operational Research 106, 1998). By unit; nothing for one that is first in no counted world.
///
/// The worlds are those of the plan's first draws, with the central weights in the place of the drawn ones; nodes whose
/// weights are not drawn keep theirs, and what is left out of a world stays out. Shares are of the worlds that give
/// ranks, with their interval of confidence. Where weights alone are varied there is one such world, and the factor is
/// 0 or 1 without an error: whether the central weights make the unit first.
std::vector<std::optional<Probability>> confidence_factors(const PreparedWorlds& prepared, const StressTally& tally,
                                                           const ConfidenceOptions& options = {});

}  // namespace podium
