#pragma once

#include <optional>
#include <vector>

#include "podium/model/compute.hpp"

namespace podium {

/// Where a unit stands in the index in one period.
struct PeriodStanding {
  Time time;
  double score;        ///< NaN if unranked
  Rank rank;           ///< 0 if unranked
  std::size_t ranked;  ///< how many units have a rank
};

/// Where a unit stands in one node, beside all ranked units.
struct NodeStanding {
  Series node;
  double score;
  Rank rank;
  double median;  ///< NaN if no unit is ranked
  double best;
  std::optional<Unit> leader;  ///< the first by rank and code
};

/// A neighbour in the ranking.
struct Neighbour {
  Unit unit;
  double score;
};

/// A unit's page in numbers. `now` is the newest period.
struct UnitFigures {
  Unit unit;
  Time now;
  std::vector<PeriodStanding> over_time;
  std::vector<NodeStanding> standings;  ///< now: the index, then its components
  std::optional<Neighbour> ahead;
  std::optional<Neighbour> behind;
};

UnitFigures unit_figures(const Index& index, const Ranking& ranking, Unit unit);

}  // namespace podium
