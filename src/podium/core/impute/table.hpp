#pragma once

#include <string>
#include <vector>

#include "podium/core/impute/pool.hpp"
#include "podium/core/step.hpp"

namespace podium {

/// All indicators of a step in one period or over the panel, for the methods that fill an indicator's gaps from others.
/// A row is a unit in a period.
struct ImputeTable {
  std::vector<ImputePool> columns;  ///< without indicators that screening left out; all of one length
  std::vector<Series> indicators;   ///< of the columns
  const Panel& panel;               ///< for names only
  std::size_t first;                ///< where the rows begin in an indicator's block
  const StepContext& context;

  std::size_t rows() const { return columns.empty() ? 0 : columns.front().values.size(); }
  const std::string& id(std::size_t column) const { return panel.id(indicators[column]); }
  const std::string& unit_of(std::size_t row) const { return panel.units()[(first + row) % panel.units().size()]; }
  std::string period_of(std::size_t row) const {
    return to_text(panel.periods()[(first + row) / panel.units().size()]);
  }
  /// Of the whole table; empty over the panel.
  std::string period() const { return rows() == panel.units().size() ? period_of(0) : std::string(); }
};

/// The columns of a table below one node.
struct ImputeBlock {
  Series node;
  std::vector<std::size_t> columns;
};

/// A block for each node of `within`; or one for each node of that level (an indicator without an ancestor of exactly
/// that level belongs to its highest ancestor below it, or stands alone); or without both, one for all. Indicators
/// below none of the named nodes are in no block.
std::vector<ImputeBlock> blocks_of(const ImputeTable& table, const std::vector<std::string>& within,
                                   std::optional<std::size_t> level);

/// What is wrong with these parameters: both at once, unknown nodes, one node inside another, levels that the index
/// does not have.
std::optional<Problem> check_blocks(const std::vector<std::string>& within, std::optional<std::size_t> level);
Diagnostics check_blocks_in(const std::vector<std::string>& within, std::optional<std::size_t> level,
                            const StepContext& context);

}  // namespace podium
