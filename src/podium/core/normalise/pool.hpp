#pragma once

#include <optional>
#include <span>

#include "podium/core/cell_history.hpp"
#include "podium/core/hierarchy.hpp"
#include "podium/core/method.hpp"
#include "podium/core/number_text.hpp"

namespace podium {

/// The figures that one normalisation sees together: an indicator in one period or over the panel, oriented so that
/// more is better (direction -1 is negated). NaN is a gap and stays one.
struct NormalisePool {
  std::span<double> z;
  std::span<CellHistory> history;
  std::optional<Bounds> goalposts;  ///< the indicator's own, oriented as z is
  std::size_t step;                 ///< the step's number in the recipe, for the history
  int direction = 1;                ///< the figures as printed are direction * z, for messages
};

/// Lowest and highest available figure; nothing if there is none.
std::optional<Bounds> extremes_of(std::span<const double> z);

/// The range of scores must be finite and ascend, and its width too must be finite.
std::optional<Problem> check_range(Bounds range);

/// The point of a range at a share of its width: exactly its ends at 0 and 1, and in between never beyond them.
double point_of(Bounds range, double share);

Problem empty_pool();
Problem constant_pool(const NormalisePool& pool, std::string_view method);
/// Figures so far apart, or so near, that their spread is no normal double.
Problem spread_out_of_range(const NormalisePool& pool);

}  // namespace podium
