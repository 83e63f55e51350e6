#include "podium/stress/distribution.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/math.hpp"
#include "podium/core/panel.hpp"
#include "podium/core/statistics/distributions.hpp"

namespace podium {
namespace {

double share_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? kMissing : static_cast<double>(part) / static_cast<double>(whole);
}

std::uint64_t ranked_worlds(const StressTally& tally, std::size_t unit) {
  return tally.worlds() - tally.ranks(unit)[0];
}

/// How many of `worlds` are at least that share, rounded against the rounding of the product.
bool reaches(std::uint64_t count, double share, std::uint64_t worlds) { return share_of(count, worlds) >= share; }

double entropy_of(std::span<const double> probabilities) {
  if (probabilities.size() < 2) return 0;
  double sum = 0;
  for (const double p : probabilities) sum -= p > 0 ? p * natural_logarithm(p) : 0;
  return sum / natural_logarithm(static_cast<double>(probabilities.size()));
}

}  // namespace

Probability probability_of(std::uint64_t successes, std::uint64_t trials, double level) {
  if (trials == 0) return {kMissing, kMissing, kMissing};
  const auto n = static_cast<double>(trials);
  const double p = static_cast<double>(successes) / n;
  const double z = normal_quantile(0.5 + level / 2);
  const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double reach = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {p, successes == 0 ? 0 : std::max(centre - reach, 0.0),
          successes == trials ? 1 : std::min(centre + reach, 1.0)};
}

Rank rank_quantile(const StressTally& tally, std::size_t unit, double share) {
  const std::uint64_t worlds = ranked_worlds(tally, unit);
  if (worlds == 0) return 0;
  const std::span<const std::uint64_t> counts = tally.ranks(unit);
  std::uint64_t below = 0;
  for (Rank rank = 1; rank < counts.size(); ++rank) {
    below += counts[rank];
    if (below > 0 && reaches(below, share, worlds)) return rank;
  }
  return static_cast<Rank>(counts.size() - 1);
}

Probability at_most(const StressTally& tally, std::size_t unit, Rank rank) {
  const std::span<const std::uint64_t> counts = tally.ranks(unit);
  std::uint64_t below = 0;
  for (Rank each = 1; each <= rank && each < counts.size(); ++each) below += counts[each];
  return probability_of(below, tally.worlds());
}

double score_quantile(const StressTally& tally, std::size_t unit, double share) {
  const std::uint64_t worlds = ranked_worlds(tally, unit);
  if (worlds == 0) return kMissing;
  const ScoreScale& scale = tally.scales()[unit];
  const std::span<const std::uint64_t> bins = tally.score_bins(unit);
  std::uint64_t below = 0;
  for (std::size_t bin = 0; bin < bins.size(); ++bin) {
    below += bins[bin];
    if (below == 0 || !reaches(below, share, worlds)) continue;
    const double middle = scale.lowest() + (static_cast<double>(bin) + 0.5) * scale.width();
    return std::clamp(middle, tally.lowest_score(unit), tally.highest_score(unit));
  }
  return tally.highest_score(unit);
}

Probability win_of(const StressTally& tally, std::size_t unit, std::size_t other) {
  return probability_of(tally.wins(unit, other), tally.worlds());
}

UnitDistribution distribution_of(const StressTally& tally, std::size_t unit, double interval) {
  UnitDistribution result;
  const std::span<const std::uint64_t> counts = tally.ranks(unit);
  const std::uint64_t worlds = ranked_worlds(tally, unit);
  result.unranked = share_of(counts[0], tally.worlds());
  std::uint64_t sum = 0;
  for (Rank rank = 1; rank < counts.size(); ++rank) {
    result.acceptability.push_back(share_of(counts[rank], tally.worlds()));
    sum += rank * counts[rank];
    if (counts[rank] == 0) continue;
    if (result.best_rank == 0) result.best_rank = rank;
    result.worst_rank = rank;
  }
  result.mean_rank = share_of(sum, worlds);
  result.median_rank = rank_quantile(tally, unit, 0.5);
  result.lower_rank = rank_quantile(tally, unit, (1 - interval) / 2);
  result.upper_rank = rank_quantile(tally, unit, (1 + interval) / 2);
  result.entropy = entropy_of(result.acceptability);
  result.mean_score = worlds == 0 ? kMissing : tally.score_sum(unit) / static_cast<double>(worlds);
  result.lowest_score = worlds == 0 ? kMissing : tally.lowest_score(unit);
  result.highest_score = worlds == 0 ? kMissing : tally.highest_score(unit);
  if (counts.size() > 1 && counts[1] > 0) {
    for (const double weight : tally.first_weights(unit)) {
      result.central_weights.push_back(weight / static_cast<double>(counts[1]));
    }
  }
  return result;
}

double ranking_entropy(const StressTally& tally) {
  if (tally.worlds() == 0 || tally.units() == 0) return kMissing;
  double sum = 0;
  for (std::size_t unit = 0; unit < tally.units(); ++unit) sum += distribution_of(tally, unit, 0.9).entropy;
  return sum / static_cast<double>(tally.units());
}

}  // namespace podium
