#pragma once

#include "podium/reason/seek_mix.hpp"
#include "podium/stress/worlds.hpp"

namespace podium {

/// What it takes to have the rank in a share of all the worlds of a stress test, not in the published one alone.
struct SeekUnderStress {
  double share_now = 0;     ///< of the draws with the unit's figures as they are, 0 to 1
  double share_of_mix = 0;  ///< with the cheapest mix
  SeekRobust found{};
};

/// Raises the mix until the unit of `index` has its rank in at least `share` of the plan's draws (robust_mix). All
/// evaluations use the same draws. Changed figures take the place of printed ones in every edition of the setting, at
/// its time; `printed_per_figure` is what that function of seek_setting.hpp says. The setting's node is the root.
Result<SeekUnderStress> seek_under_stress(const SeekIndex& index, const SeekMix& mix, double share,
                                          const StressPlan& plan, const StressSetting& setting,
                                          std::span<const double> printed_per_figure, std::size_t threads);

}  // namespace podium
