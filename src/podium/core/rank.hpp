#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "podium/core/step.hpp"

namespace podium {

/// A place in a ranking: 1 is best, 0 is unranked.
using Rank = std::uint32_t;

/// Competition ranks by descending score: ties share the smallest rank (or the largest), gaps are unranked.
/// Scores are compared as they are, without rounding. Ties::Average is for ascending_ranks only: places are whole.
std::vector<Rank> competition_ranks(std::span<const double> scores, Ties ties = Ties::Smallest);
/// The same into `ranks`, which has the size of `scores`.
void rank_into(std::span<const double> scores, Ties ties, std::span<Rank> ranks);

/// competition_ranks inside each group; a unit in no group (empty) is unranked. `groups` has one entry for each score.
std::vector<Rank> ranks_within_groups(std::span<const double> scores, std::span<const std::string> groups,
                                      Ties ties = Ties::Smallest);

/// Ascending ranks, 1 = lowest; gaps stay NaN. Average ties may be halves.
std::vector<double> ascending_ranks(std::span<const double> values, Ties ties);

/// States the rule by which scores become ranks. Without this step, ties share the smallest rank.
struct RankStep {
  static constexpr MethodDoc doc{
      .name = "rank",
      .summary = "States how equal scores are ranked; the best score has rank 1.",
      .formula = "1 + number of units with a higher score",
      .edge_cases = "Ranks come from unrounded scores. A unit without a score has no rank.",
      .source =
          "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 10; ties as in sports (competition "
          "ranking)",
  };

  Ties ties = Ties::Smallest;

  static constexpr auto parameters() {
    return std::tuple{parameter("ties", &RankStep::ties, "which rank equal scores share: smallest or largest")};
  }

  std::optional<Problem> check() const {
    if (ties != Ties::Average) return std::nullopt;
    return Problem{Code::InvalidValue, "ties 'average'", "'smallest' or 'largest': places are whole numbers"};
  }
};

}  // namespace podium
