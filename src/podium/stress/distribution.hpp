#pragma once

#include <vector>

#include "podium/stress/tally.hpp"

namespace podium {

/// A probability estimated from draws, with the bounds of its interval of confidence (Wilson, 1927, Journal of the
/// American Statistical Association 22): never 0 or 1 without saying how sure that is.
struct Probability {
  double value = 0;
  double lower = 0;
  double upper = 0;
};

/// successes of trials; NaN without trials. `level` is the confidence, such as 0.95.
Probability probability_of(std::uint64_t successes, std::uint64_t trials, double level = 0.95);

/// What a tally says of one unit. Probabilities are shares of the worlds that gave ranks.
struct UnitDistribution {
  std::vector<double> acceptability;  ///< of rank 1, 2, ... (Lahdelma and Salminen, 2001, Operations Research 49(3))
  double unranked = 0;                ///< share of worlds without a rank
  double mean_rank = 0;               ///< over the worlds with a rank; NaN if there is none, so all below
  Rank median_rank = 0;               ///< the least rank that at least half of the ranked worlds reach; 0 if none
  Rank lower_rank = 0;                ///< of the interval that holds the plan's share of the worlds, tails alike
  Rank upper_rank = 0;
  Rank best_rank = 0;  ///< met in any world
  Rank worst_rank = 0;
  double entropy = 0;  ///< of the rank, -sum p log p / log n: 0 certain, 1 every rank as likely
  double mean_score = 0;
  double lowest_score = 0;
  double highest_score = 0;
  std::vector<double>
      central_weights;  ///< mean of each node's weight over the worlds where the unit is first; empty: none
};

UnitDistribution distribution_of(const StressTally& tally, std::size_t unit, double interval);

/// The rank that a share of the ranked worlds does not exceed: the least rank r with P(rank <= r) >= share.
Rank rank_quantile(const StressTally& tally, std::size_t unit, double share);
Probability at_most(const StressTally& tally, std::size_t unit, Rank rank);

/// The score that a share of the ranked worlds does not exceed, up to the width of a bin of its scale.
double score_quantile(const StressTally& tally, std::size_t unit, double share);

/// In which share of the worlds a unit stands before another. What this and the other way round leave to one are ties
/// and worlds in which one of the two has no rank.
Probability win_of(const StressTally& tally, std::size_t unit, std::size_t other);

/// Mean of the units' entropies: 0 where every rank is certain.
double ranking_entropy(const StressTally& tally);

}  // namespace podium
