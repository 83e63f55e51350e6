#pragma once

#include <string_view>
#include <vector>

#include "podium/model/compute.hpp"

namespace podium {

/// One unit's results; as many entries as the table has nodes.
struct ResultRow {
  Unit unit;
  std::vector<double> scores;
  std::vector<Rank> ranks;
  std::vector<Rank> ranks_in_group;  ///< 0 throughout without a grouping, or for a unit that is in no group
};

/// Scores and ranks side by side. Nodes from the index downwards, level by level in the hierarchy's order.
struct ResultTable {
  std::vector<Series> nodes;
  std::vector<ResultRow> rows;  ///< units with a rank by it, equals by code
};

/// `grouping` is one of the index's group_names, or empty.
ResultTable result_table(const Index& index, const Computed& computed, Time time, std::string_view grouping = {});

}  // namespace podium
