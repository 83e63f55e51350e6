#pragma once

#include "podium/core/impute/course.hpp"

namespace podium {

struct ImputeStepwise {
  static constexpr MethodDoc doc{
      .name = "step",
      .summary =
          "Holds a unit's figure until its next one, and its first figure backwards, for states that hold until they "
          "are changed, such as laws.",
      .formula = "x(t) = x(s), s the latest period before t with a figure, or else the first with one",
      .edge_cases =
          "One figure alone fills all gaps of its unit. A unit without any figure stays a gap. `over` does "
          "not matter: the method looks along periods.",
      .source =
          "Becker and others, COINr: an R package for developing composite indicators, Journal of Open Source "
          "Software 7(78), 4567, 2022 (impute_panel, constant)",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  void apply(const UnitCourse& course) const {
    if (!course.has_gap()) return;
    std::optional<std::size_t> source = course.is_known(0) ? 0 : course.known_after(0);
    for (std::size_t place = 0; source && place < course.periods(); ++place) {
      if (course.is_known(place)) source = place;
      if (course.is_gap(place)) course.fill(place, course.value(*source));
    }
  }
};

}  // namespace podium
