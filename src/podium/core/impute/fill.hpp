#pragma once

#include <functional>
#include <span>

#include "podium/core/cell_history.hpp"
#include "podium/core/method.hpp"
#include "podium/core/statistics.hpp"

namespace podium {

/// The cells of one indicator that one imputation sees together.
struct ImputePool {
  std::span<double> values;
  std::span<CellHistory> history;
  std::function<bool(std::size_t)> may_fill;  ///< false for the cells of units that screening left out
  std::size_t step;                           ///< the step's number in the recipe, for the history
};

/// Puts `value` into every gap that may be filled and marks it. A missing `value` is a problem: there was nothing to
/// fill from.
std::optional<Problem> fill_gaps(const ImputePool& pool, double value);

}  // namespace podium
