#pragma once

#include "podium/wire/stress_test.hpp"

namespace podium {

/// What a site's stress test may cost, so that a build stays quick for an index of any size. What is done follows from
/// the size of the index and its plan, never from the clock: the same index gives the same site.
struct SiteStressLimits {
  std::uint64_t draws = 10'000;
  std::uint64_t runs = 50'000;            ///< of the sensitivity analysis
  std::size_t units = 1000;               ///< with more there is no stress test
  std::size_t units_to_prove = 60;        ///< with more there are no proven ranks, whose cost grows with the cube
  std::uint64_t pairs = 500'000'000;      ///< comparisons of two units in all draws together
  std::uint64_t cells = 40'000'000;       ///< scores of units and nodes in all runs of the sensitivity together
  std::uint64_t cells_alone = 4'000'000;  ///< figures in all worlds together, where each is a full run of the recipe
};

/// The stress test that the pages of a site show.
struct SiteStress {
  StressTest test;
  std::string command;  ///< that gives the same result
};

/// The stress test of the newest period: the plan of the index with at most so many draws, proven ranks and sensitivity
/// where they are quick. The error says why there is none: too-large, or what is wrong with the plan.
Result<SiteStress> stress_of_site(const Index& index, const Computed& computed, std::size_t threads,
                                  const SiteStressLimits& limits = {});

}  // namespace podium
