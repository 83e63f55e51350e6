#pragma once

#include <span>
#include <vector>

#include "podium/core/method.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/solvers.hpp"

/// What a method of aggregation is asked. A row method answers for one unit at a time:
///   double combine(AggregateRow) const;
/// and may add
///   bool accepts(double score) const;  Problem refusal(double score) const;   scores that it has no answer for
///   std::optional<Problem> refuses(AggregateRow) const;                       rows that it has no answer for
///   static constexpr bool kAscending = true;                                  it wants its row in ascending order
///   void combine_columns(const AggregateTable&, std::span<double>) const;     all units at once, where none has a gap
/// A table method needs all units of a period to answer for one:
///   std::vector<UnitProblem> combine_table(const AggregateTable&, std::span<const char> takes_part, const Solvers&,
///                                          std::span<double> combined) const;
namespace podium {

/// The available components of one unit below one node in one period: scores and weights of the same length, at least
/// one, weights above 0.
struct AggregateRow {
  std::span<const double> scores;
  std::span<const double> weights;
};

/// The components of one node in one period that count, at least one: for each a column of scores, one for each unit
/// (NaN for a gap), and a weight above 0.
/// `combine_columns` leaves NaN for a unit with a gap, and for every other the very bits that `combine` gives.
struct AggregateTable {
  std::span<const std::span<const double>> columns;
  std::span<const double> weights;
};

/// What a table method cannot do for one unit.
struct UnitProblem {
  std::size_t unit;
  Problem problem;
};

}  // namespace podium
