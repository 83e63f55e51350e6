#include "podium/audit/result_table.hpp"

#include <algorithm>

namespace podium {
namespace {

/// The group of each unit in a grouping; empty texts without it.
std::vector<std::string> groups_of(const Index& index, std::string_view grouping) {
  std::vector<std::string> groups(index.units.size());
  const auto found = std::ranges::find(index.group_names, grouping);
  if (found == index.group_names.end()) return groups;
  const auto column = static_cast<std::size_t>(found - index.group_names.begin());
  for (std::size_t unit = 0; unit < groups.size(); ++unit) groups[unit] = index.units[unit].groups[column];
  return groups;
}

}  // namespace

ResultTable result_table(const Index& index, const Computed& computed, Time time, std::string_view grouping) {
  const Ranking& ranking = computed.ranking;
  ResultTable table;
  for (std::size_t i = 0; i < index.hierarchy.size(); ++i) table.nodes.push_back(static_cast<Series>(i));
  std::ranges::stable_sort(table.nodes, std::ranges::greater(),
                           [&](Series node) { return index.hierarchy.level(node); });
  for (const Unit unit : ranking.order(index.hierarchy.root(), time)) table.rows.push_back({unit, {}, {}, {}});

  const std::vector<std::string> groups = groups_of(index, grouping);
  for (const Series node : table.nodes) {
    const std::vector<Rank> in_group =
        ranks_within_groups(ranking.panel().values(node, time), groups, index.recipe.ties());
    for (ResultRow& row : table.rows) {
      row.scores.push_back(ranking.score(node, time, row.unit));
      row.ranks.push_back(ranking.rank(node, time, row.unit));
      row.ranks_in_group.push_back(in_group[at(row.unit)]);
    }
  }
  return table;
}

}  // namespace podium
