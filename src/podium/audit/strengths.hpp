#pragma once

#include <vector>

#include "podium/model/compute.hpp"

namespace podium {

/// The place of a unit in one indicator, among the figures that nobody filled in by a rule.
struct IndicatorPlace {
  Series indicator;
  Rank rank;
  std::size_t ranked;  ///< units with a figure
  double value;        ///< after denominating, before treatment
};

/// Best and worst places of a unit.
struct Strengths {
  std::vector<IndicatorPlace> strengths;   ///< best rank first, equals in the hierarchy's order
  std::vector<IndicatorPlace> weaknesses;  ///< of the `count` worst, the best rank first
};

/// Whether the last place of an indicator, however many share it, counts as a weakness.
enum class LastPlace : std::uint8_t { IsWeakness, LeftOut };

/// At most `count` of each. A last place is never a strength; figures that the recipe imputed are left out of both.
/// With LeftOut as COINr's get_str_weak.
Strengths strengths_of(const Index& index, const Computed& computed, Time time, Unit unit, std::size_t count = 5,
                       LastPlace last = LastPlace::IsWeakness);

}  // namespace podium
