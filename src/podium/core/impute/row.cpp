#include "podium/core/impute/row.hpp"

#include <algorithm>
#include <cmath>

namespace podium {
namespace {

/// The temporary scale of an indicator: s = (x - zero) / width, where width is negative if less is better.
struct RowScale {
  double zero = 0;
  double width = 1;

  bool is_constant() const { return width == 0; }
  double share_of(double value) const { return (value - zero) / width; }
  double figure_at(double share) const { return zero + share * width; }
};

RowScale scale_of(std::span<const double> values, int direction) {
  double lowest = kMissing;
  double highest = kMissing;
  for (const double value : values) {
    if (is_missing(value)) continue;
    lowest = value >= lowest ? lowest : value;
    highest = value <= highest ? highest : value;
  }
  return direction == 1 ? RowScale{lowest, highest - lowest} : RowScale{highest, lowest - highest};
}

/// The indicators of a block with their scales.
struct ScaledBlock {
  std::vector<const ImputePool*> columns;
  std::vector<RowScale> scales;
};

/// Drops, as a problem, an indicator whose gaps could not be mapped back.
ScaledBlock scaled(const ImputeRow& method, const ImputeTable& table, const ImputeBlock& block, Diagnostics& problems) {
  ScaledBlock scaled;
  for (const std::size_t column : block.columns) {
    const ImputePool& pool = table.columns[column];
    const int direction = table.context.hierarchy.node(table.indicators[column]).direction;
    const RowScale scale = method.scale ? scale_of(pool.values, direction) : RowScale{};
    if (is_missing(scale.zero)) {
      if (pool.has_gap())
        problems.push_back(locate(nothing_to_fill_from(), table.context, table.id(column), table.period()));
      continue;
    }
    if (!std::isfinite(scale.width)) {
      problems.push_back(locate(
          {Code::InvalidValue, "figures too far apart to scale", "figures that stay within the range of a double"},
          table.context, table.id(column), table.period()));
      continue;
    }
    scaled.columns.push_back(&pool);
    scaled.scales.push_back(scale);
  }
  return scaled;
}

void fill_row(const ImputeRow& method, const ScaledBlock& block, std::size_t row, std::vector<double>& shares) {
  const auto is_gap = [row](const ImputePool* pool) { return pool->is_gap(row); };
  if (std::ranges::none_of(block.columns, is_gap)) return;
  shares.clear();
  for (std::size_t i = 0; i < block.columns.size(); ++i) {
    const double value = block.columns[i]->values[row];
    if (!is_missing(value) && !block.scales[i].is_constant()) shares.push_back(block.scales[i].share_of(value));
  }
  const double share = method.statistic == RowStatistic::Mean ? mean_of(shares) : median_of(shares);
  for (std::size_t i = 0; i < block.columns.size(); ++i) {
    if (!is_gap(block.columns[i])) continue;
    const RowScale& scale = block.scales[i];
    const double value = scale.is_constant() ? scale.zero : scale.figure_at(share);
    if (!is_missing(value)) block.columns[i]->fill(row, value);
  }
}

}  // namespace

Diagnostics ImputeRow::apply(const ImputeTable& table) const {
  Diagnostics problems;
  std::vector<double> shares;
  for (const ImputeBlock& block : blocks_of(table, within, level)) {
    const ScaledBlock scaled_block = scaled(*this, table, block, problems);
    for (std::size_t row = 0; row < table.rows(); ++row) fill_row(*this, scaled_block, row, shares);
  }
  return problems;
}

}  // namespace podium
