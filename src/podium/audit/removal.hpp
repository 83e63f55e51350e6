#pragma once

#include <vector>

#include "podium/model/compute.hpp"

namespace podium {

/// The ranking of the index with one component left out: its weight is zero, its siblings' are rescaled.
struct Removal {
  Series removed;
  std::vector<double> scores;  ///< of the index, one for each unit; NaN where nothing else is left
  std::vector<Rank> ranks;
  double mean_rank_change = 0;  ///< absolute, over units ranked both ways
  std::size_t largest_change = 0;
  Unit most_moved{};  ///< the first of equals by position
};

/// Each node below the index that counts and has a sibling that counts, in the hierarchy's order. The aggregate step is
/// run again; what stands before it stays.
std::vector<Removal> removals_of(const Index& index, const Computed& computed, Time time);

}  // namespace podium
