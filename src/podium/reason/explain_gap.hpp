#pragma once

#include <vector>

#include "podium/reason/explain.hpp"

namespace podium {

/// What one indicator has in the lead of a unit over another.
struct GapPart {
  Series indicator;
  Series pillar;  ///< the child of the node that the indicator stands at or below
  ShapleyShare score{};
};

/// Why one unit stands above another in one period.
struct ExplainedGap {
  double score = 0;  ///< of the unit
  double score_of_other = 0;
  std::vector<GapPart> parts{};  ///< of indicators whose scores differ; they sum to score - score_of_other
  bool is_exact = true;
};

/// Shares the lead of a unit over another at a node among the indicators: what replacing the other's scores of single
/// indicators by the unit's adds to the other's score, by Owen values with pillars as groups (see shapley.hpp). For
/// weighted arithmetic means without gaps that is weight * difference of scores. Needs a method of aggregation by which
/// equal scores of indicators make equal scores of nodes; otherwise, or where one of the two has no score, a problem.
Result<ExplainedGap> explain_gap(const IndexState& state, Unit unit, Unit other, Series node,
                                 const ShapleySetting& setting = {});

}  // namespace podium
