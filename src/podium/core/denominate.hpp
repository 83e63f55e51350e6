#pragma once

#include "podium/core/step.hpp"

namespace podium {

/// Divides indicators by their denominators. A ratio whose denominator was filled in is itself filled in: its history
/// says imputed, by the step that filled the denominator, unless the indicator's own figure was filled in before.
struct Denominate {
  static constexpr MethodDoc doc{
      .name = "denominate",
      .summary =
          "Divides each indicator that names a denominator by that series, so that large and small units compare.",
      .formula = "x * factor / denominator, both of the same unit and period",
      .edge_cases =
          "A gap if either is missing. A denominator of zero is an error, and so is a negative one, because it would "
          "turn "
          "the order of units round; below a gap neither matters. A ratio with a filled-in denominator counts as "
          "filled in.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 1.2",
  };

  std::vector<std::string> only{};
  std::vector<std::string> except{};

  static constexpr auto parameters() {
    return std::tuple{parameter("only", &Denominate::only, "only the indicators at or below these nodes"),
                      parameter("except", &Denominate::except, "not the indicators at or below these nodes")};
  }
};

Result<Panel> apply(const Denominate& step, Panel panel, const StepContext& context);

}  // namespace podium
