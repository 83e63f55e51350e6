#pragma once

#include "podium/stress/prepared.hpp"
#include "podium/stress/tally.hpp"

namespace podium {

/// Counts the worlds of the draws from `first` to `end`; combinations that they take have been prepared.
void count_worlds(const PreparedWorlds& prepared, std::uint64_t first, std::uint64_t end, StressTally& tally);

/// Why a world has no ranks, in one line.
std::string reason_of(const Diagnostics& problems);

}  // namespace podium
