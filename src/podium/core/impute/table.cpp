#include "podium/core/impute/table.hpp"

#include <algorithm>

namespace podium {
namespace {

bool is_at_or_below(const Hierarchy& hierarchy, Series node, Series above) {
  for (std::optional<Series> each = node; each; each = hierarchy.parent(*each)) {
    if (*each == above) return true;
  }
  return false;
}

Series highest_up_to(const Hierarchy& hierarchy, Series indicator, std::size_t level) {
  Series highest = indicator;
  for (std::optional<Series> above = hierarchy.parent(indicator); above && hierarchy.level(*above) <= level;
       above = hierarchy.parent(*above)) {
    highest = *above;
  }
  return highest;
}

/// The node whose block an indicator belongs to.
std::optional<Series> block_node(const Hierarchy& hierarchy, Series indicator, const std::vector<std::string>& within,
                                 std::optional<std::size_t> level) {
  if (level) return highest_up_to(hierarchy, indicator, *level);
  if (within.empty()) return hierarchy.root();
  for (const std::string& id : within) {
    const std::optional<Series> node = hierarchy.find(id);
    if (node && is_at_or_below(hierarchy, indicator, *node)) return node;
  }
  return std::nullopt;
}

std::vector<std::string_view> aggregate_ids(const Hierarchy& hierarchy) {
  std::vector<std::string_view> ids;
  for (const Series node : hierarchy.aggregates()) ids.emplace_back(hierarchy.node(node).id);
  return ids;
}

}  // namespace

std::vector<ImputeBlock> blocks_of(const ImputeTable& table, const std::vector<std::string>& within,
                                   std::optional<std::size_t> level) {
  std::vector<ImputeBlock> blocks;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const std::optional<Series> node = block_node(table.context.hierarchy, table.indicators[column], within, level);
    if (!node) continue;
    auto block = std::ranges::find(blocks, *node, &ImputeBlock::node);
    if (block == blocks.end()) block = blocks.insert(block, {*node, {}});
    block->columns.push_back(column);
  }
  return blocks;
}

std::optional<Problem> check_blocks(const std::vector<std::string>& within, std::optional<std::size_t> level) {
  if (within.empty() || !level) return std::nullopt;
  return Problem{Code::InvalidValue, "within and level together", "one of the two"};
}

Diagnostics check_blocks_in(const std::vector<std::string>& within, std::optional<std::size_t> level,
                            const StepContext& context) {
  Diagnostics problems;
  const Hierarchy& hierarchy = context.hierarchy;
  const std::size_t highest = hierarchy.level(hierarchy.root());
  if (level && (*level < 2 || *level > highest)) {
    problems.push_back(locate({Code::InvalidValue, "level " + std::to_string(*level),
                               "a level above the indicators, 2 to " + std::to_string(highest)},
                              context, {}));
  }
  for (std::size_t i = 0; i < within.size(); ++i) {
    const std::optional<Series> node = hierarchy.find(within[i]);
    if (!node || hierarchy.is_indicator(*node)) {
      Diagnostic unknown = not_among(Code::UnknownNode, "node", within[i], aggregate_ids(hierarchy));
      unknown.subject.step = context.number;
      problems.push_back(std::move(unknown));
      continue;
    }
    for (std::size_t j = 0; j < within.size(); ++j) {
      const std::optional<Series> above = hierarchy.find(within[j]);
      if (i == j || !above || !is_at_or_below(hierarchy, *node, *above) || (node == above && j > i)) continue;
      problems.push_back(locate({Code::InvalidValue, "node " + quoted(within[i]) + " inside " + quoted(within[j]),
                                 "nodes of which none is part of another"},
                                context, {}));
    }
  }
  return problems;
}

}  // namespace podium
