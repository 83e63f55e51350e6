#pragma once

#include <optional>
#include <span>

#include "podium/core/cell_history.hpp"
#include "podium/core/hierarchy.hpp"
#include "podium/core/method.hpp"
#include "podium/core/number_text.hpp"

namespace podium {

/// The figures that one normalisation sees together: an indicator in one period or over the panel, oriented so that more is
/// better (direction -1 is negated). NaN is a gap and stays one.
struct NormalisePool {
  std::span<double> z;
  std::span<CellHistory> history;
  std::optional<Bounds> goalposts;  ///< the indicator's own, oriented as z is
  std::size_t step;                 ///< the step's number in the recipe, for the history
};

/// Lowest and highest available figure; nothing if there is none.
std::optional<Bounds> extremes_of(std::span<const double> z);

/// The range of scores must be finite and ascend.
std::optional<Problem> check_range(Bounds range);

Problem empty_pool();
Problem constant_pool(double value, std::string_view method);

}  // namespace podium
