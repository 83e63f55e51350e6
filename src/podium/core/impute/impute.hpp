#pragma once

#include "podium/core/impute/mean.hpp"
#include "podium/core/impute/median.hpp"
#include "podium/core/step.hpp"

namespace podium {

using ImputeMethod = std::variant<ImputeMean, ImputeMedian>;

/// Fills gaps; every filled cell is marked in its history.
struct Impute {
  static constexpr MethodDoc doc{
      .name = "impute",
      .summary = "Fills gaps by a stated rule; every filled cell is marked.",
      .formula = "the method's value for each gap of an indicator",
      .edge_cases = "Units that screening left out are not filled and not counted.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 3",
  };

  ImputeMethod method = ImputeMedian{};
  Over over = Over::Period;
  std::vector<std::string> only{};

  static constexpr auto parameters() {
    return std::tuple{parameter("over", &Impute::over, "the figures seen together: each period, or the whole panel"),
                      parameter("only", &Impute::only, "only the indicators at or below these nodes")};
  }
};

Result<Panel> apply(const Impute& step, Panel panel, const StepContext& context);

}  // namespace podium
