#pragma once

#include "podium/core/step.hpp"

namespace podium {

/// Divides indicators by their denominators.
struct Denominate {
  static constexpr MethodDoc doc{
      .name = "denominate",
      .summary =
          "Divides each indicator that names a denominator by that series, so that large and small units compare.",
      .formula = "x * factor / denominator, both of the same unit and period",
      .edge_cases = "A gap if either is missing. A denominator of zero is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 5",
  };

  std::vector<std::string> only{};

  static constexpr auto parameters() {
    return std::tuple{parameter("only", &Denominate::only, "only the indicators at or below these nodes")};
  }
};

Result<Panel> apply(const Denominate& step, Panel panel, const StepContext& context);

}  // namespace podium
