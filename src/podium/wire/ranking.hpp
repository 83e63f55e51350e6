#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "podium/model/compute.hpp"

namespace podium {

/// A unit's line in a ranking.
struct RankingRow {
  Unit unit;
  double score;               ///< NaN if unranked
  Rank rank;                  ///< 0 if unranked
  std::optional<int> change;  ///< places won since the period before; nothing if unranked in either
};

/// The ranking of one node in one period: ranked units by rank and code, then the unranked ones by code.
struct RankingTable {
  Series node;
  Time time;
  std::vector<RankingRow> rows;
};

RankingTable ranking_table(const Index& index, const Ranking& ranking, Series node, Time time);

/// Period by period in time's order, within a period the nodes from the index down to the indicators.
std::vector<RankingTable> all_ranking_tables(const Index& index, const Ranking& ranking);

/// The nodes from the root down: every node before its children, siblings in the index's order.
std::vector<Series> nodes_from_root(const Hierarchy& hierarchy);

/// {"index":{"id","title"},"edition_choice":{..},
///  "rankings":[{"period":"2024","node":{"id","title"},
///    "units":[{"code","name","score","rank","change","components":[{"node","score","rank"}]}],
///    "editions":[{"id","publisher","released","title"}]}],
///  "notes":[..]}
std::string ranking_json(const Index& index, const Computed& computed, std::span<const RankingTable> tables);

/// period,node,unit,score,rank
std::string ranking_csv(const Index& index, const Computed& computed, std::span<const RankingTable> tables);

}  // namespace podium
