#pragma once

#include "podium/core/step.hpp"

namespace podium {

/// Keeps the units with enough data.
struct Screen {
  static constexpr MethodDoc doc{
      .name = "screen",
      .summary =
          "Keeps, in each period, the units with enough data, so that a rank never rests on a handful of figures.",
      .formula = "keep if available / indicators >= min_available and non-zero / available >= min_nonzero",
      .edge_cases =
          "force_in keeps and force_out leaves out whatever the shares say; a unit in both is an error. A unit "
          "left out has no scores and takes no part in any statistic.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 2",
  };

  double min_available = 0;
  double min_nonzero = 0;
  std::vector<std::string> force_in{};
  std::vector<std::string> force_out{};

  static constexpr auto parameters() {
    return std::tuple{
        parameter("min_available", &Screen::min_available, "least share of indicators with a figure, 0 to 1"),
        parameter("min_nonzero", &Screen::min_nonzero, "least share of available figures other than 0, 0 to 1"),
        parameter("force_in", &Screen::force_in, "units to keep in any case"),
        parameter("force_out", &Screen::force_out, "units to leave out in any case")};
  }

  std::optional<Problem> check() const;
};

Result<Panel> apply(const Screen& step, Panel panel, const StepContext& context);

}  // namespace podium
