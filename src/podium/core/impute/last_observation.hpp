#pragma once

#include "podium/core/impute/course.hpp"

namespace podium {

struct ImputeLastObservation {
  static constexpr MethodDoc doc{
      .name = "last-observation",
      .summary =
          "Carries a unit's nearest earlier figure forward, for figures that are not published every year and change "
          "slowly.",
      .formula = "x(t) = x(s), s the latest period before t with a figure, at most max_age periods back",
      .edge_cases =
          "Gaps before a unit's first figure, and gaps older than max_age, stay. Age is counted in periods of the "
          "panel, of figures and not of fillings. `over` does not matter: the method looks along periods.",
      .source =
          "Becker and others, COINr: an R package for developing composite indicators, Journal of Open Source "
          "Software 7(78), 4567, 2022 (impute_panel, latest)",
  };

  std::optional<std::size_t> max_age{};

  static constexpr auto parameters() {
    return std::tuple{parameter("max_age", &ImputeLastObservation::max_age,
                                "how many periods back a figure may lie; without it, any number")};
  }

  std::optional<Problem> check() const {
    if (max_age != std::size_t{0}) return std::nullopt;
    return Problem{Code::InvalidValue, "max_age 0", "1 or more periods, or no max_age"};
  }

  /// The place whose figure a gap takes.
  std::optional<std::size_t> source_of(const UnitCourse& course, std::size_t place) const {
    const std::optional<std::size_t> source = course.known_before(place);
    return source && (!max_age || place - *source <= *max_age) ? source : std::nullopt;
  }

  void apply(const UnitCourse& course) const {
    // Backwards, so that a filled gap is never taken for a figure.
    for (std::size_t place = course.periods(); place-- > 0;) {
      if (!course.is_gap(place)) continue;
      if (const std::optional<std::size_t> source = source_of(course, place)) course.fill(place, course.value(*source));
    }
  }
};

/// Which period a unit's figure comes from after this imputation of `before`: its own if it has a figure there, an
/// earlier one if one is carried forward, none if it stays a gap.
std::optional<Time> carried_from(const ImputeLastObservation& method, const Panel& before, Series indicator, Time time,
                                 Unit unit);

}  // namespace podium
