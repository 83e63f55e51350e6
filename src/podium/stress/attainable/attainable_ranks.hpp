#pragma once

#include "podium/core/solvers.hpp"
#include "podium/stress/attainable/dominance.hpp"

namespace podium {

/// What settled a best or worst rank.
enum class SettledBy : std::uint8_t {
  Dominance,       ///< those always above and never above leave no doubt, and weights that give the rank were found
  IntegerProgram,  ///< the solver proved that no weights give a better (worse) rank
  Bound,           ///< not settled: the rank is a proven limit, and may not be attained
};

/// One end of the ranks that a unit can have.
struct AttainableRank {
  Rank rank = 0;                  ///< no weights within the bounds give a better (worse) one; 0: the unit is not ranked
  Rank attained = 0;              ///< the best (worst) rank that was seen, by plain arithmetic, with `weights`
  std::vector<double> weights{};  ///< one for each node
  SettledBy settled_by = SettledBy::Dominance;

  bool is_attained() const { return rank == attained; }
};

struct AttainableRanks {
  AttainableRank best;
  AttainableRank worst;
};

/// The best and the worst rank of each unit over all weights within their bounds (Foster, McGillivray and Seth 2013
/// ask the same of pairs). Rank: 1 + the number of units that are above by more than the tree's tolerance; nearer
/// scores share a rank, except that the worst rank is never better than the published weights give without a tolerance.
/// First those always above and never above are counted (dominance), and the weights of all greatest leads are tried;
/// where that leaves a gap, an integer program closes it, up to the precision of its solver: leads below 1e-8 of the
/// range of scores are then no proof of a better or worse rank. The rank at the solver's weights is always counted anew
/// with plain arithmetic. Without solvers, or where scores have gaps in different components, the rank may remain a
/// bound.
std::vector<AttainableRanks> attainable_ranks(const WeightedTree& tree, const Dominance& dominance,
                                              const Solvers& solvers);

}  // namespace podium
