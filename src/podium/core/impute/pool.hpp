#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

#include "podium/core/column.hpp"
#include "podium/core/method.hpp"
#include "podium/core/panel.hpp"
#include "podium/core/statistics.hpp"

namespace podium {

/// The cells of one indicator that one imputation sees together: a period or the whole panel, NaN for a gap.
struct ImputePool {
  std::span<double> values;
  std::span<CellHistory> history;
  std::span<const char> open;  ///< 0 for the cells of units and indicators that screening left out
  std::size_t step;            ///< the step's number in the recipe, for the history

  bool is_gap(std::size_t cell) const { return is_missing(values[cell]) && open[cell] != 0; }

  void fill(std::size_t cell, double value) const {
    values[cell] = value;
    history[cell].mark_imputed(step);
  }

  /// The first cell to fill at `from` or behind it, the number of cells if there is none.
  std::size_t next_gap(std::size_t from) const {
    std::size_t cell = column::next_gap(values, from);
    while (cell < values.size() && open[cell] == 0) cell = column::next_gap(values, cell + 1);
    return cell;
  }
  bool has_gap() const { return next_gap(0) < values.size(); }
};

inline Problem nothing_to_fill_from() {
  return {Code::EmptyIndicator, "no figure to fill the gaps from", "at least one figure"};
}

/// Fills all gaps with statistic(values), which is asked only if there is a gap; NaN is the problem that there was
/// nothing to fill from.
template <class Statistic>
std::optional<Problem> fill_gaps_with(const ImputePool& pool, const Statistic& statistic) {
  if (!pool.has_gap()) return std::nullopt;
  const double value = statistic(std::span<const double>(pool.values));
  if (is_missing(value)) return nothing_to_fill_from();
  const std::size_t cells = pool.values.size();
  for (std::size_t cell = pool.next_gap(0); cell < cells; cell = pool.next_gap(cell + 1)) pool.fill(cell, value);
  return std::nullopt;
}

}  // namespace podium
