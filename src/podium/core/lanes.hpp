#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <limits>
#include <span>

/// Sums and extremes over columns of figures, four cells at a time. Cell i belongs to lane i mod 4 and lanes are merged
/// in a fixed order, so the result depends on the figures alone: processors without vectors, or with wider ones, get
/// the same bits.
namespace podium {

/// Two doubles side by side; operators work on both, comparisons give masks for `?:`.
using Pair = double __attribute__((vector_size(16)));

/// One double in each of the four lanes.
struct Lanes {
  std::array<Pair, 2> half{};

  static Lanes all(double value) { return {{Pair{value, value}, Pair{value, value}}}; }

  double sum() const { return (half[0][0] + half[0][1]) + (half[1][0] + half[1][1]); }
  double lowest() const {
    const Pair low = half[0] < half[1] ? half[0] : half[1];
    return low[0] < low[1] ? low[0] : low[1];
  }
  double highest() const {
    const Pair high = half[0] > half[1] ? half[0] : half[1];
    return high[0] > high[1] ? high[0] : high[1];
  }
};

/// Calls visit(pair, half) for all cells, two at a time, where half 0 holds lanes 0 and 1. The last block is filled up
/// with gaps (NaN), which visit has to pass over anyway.
template <class Visit>
inline void for_each_pair(std::span<const double> values, const Visit& visit) {
  constexpr std::size_t kLanes = 4;
  constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
  const auto visit_block = [&visit](const double* block) {
    std::array<Pair, 2> pairs;
    std::memcpy(pairs.data(), block, sizeof(pairs));
    visit(pairs[0], 0);
    visit(pairs[1], 1);
  };
  const std::size_t whole = values.size() / kLanes * kLanes;
  for (std::size_t i = 0; i < whole; i += kLanes) visit_block(values.data() + i);
  if (whole == values.size()) return;
  std::array<double, kLanes> rest{kGap, kGap, kGap, kGap};
  for (std::size_t i = whole; i < values.size(); ++i) rest[i - whole] = values[i];
  visit_block(rest.data());
}

}  // namespace podium
