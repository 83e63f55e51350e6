#pragma once

#include "podium/core/impute/course.hpp"

namespace podium {

/// What happens before a unit's first and after its last figure.
enum class Ends : std::uint8_t { Flat, Gap };
template <>
struct Words<Ends> {
  static constexpr std::array<std::pair<std::string_view, Ends>, 2> list{{{"flat", Ends::Flat}, {"gap", Ends::Gap}}};
};

struct ImputeLinear {
  static constexpr MethodDoc doc{
      .name = "linear",
      .summary =
          "Draws a straight line in time between a unit's figures before and after the gap, for figures that "
          "change steadily.",
      .formula = "x(t) = x(a) + (x(b) - x(a)) (t - a) / (b - a), a and b the nearest periods with a figure around t",
      .edge_cases =
          "Before the first and after the last figure that figure holds, or the gap stays with ends = \"gap\"; so one "
          "figure alone fills all gaps of its unit, or none. A unit without any figure stays a gap. A period stands at "
          "its middle, so that years of unequal distance count as such. `over` does not matter.",
      .source =
          "Becker and others, COINr: an R package for developing composite indicators, Journal of Open Source "
          "Software 7(78), 4567, 2022 (impute_panel, linear)",
  };

  Ends ends = Ends::Flat;

  static constexpr auto parameters() {
    return std::tuple{parameter("ends", &ImputeLinear::ends,
                                "before the first and after the last figure: flat (that figure), or gap")};
  }

  void apply(const UnitCourse& course) const;
};

}  // namespace podium
