#pragma once

#include "podium/core/normalise/goalposts.hpp"
#include "podium/core/normalise/minmax.hpp"
#include "podium/core/normalise/rank_score.hpp"
#include "podium/core/normalise/zscore.hpp"
#include "podium/core/step.hpp"

namespace podium {

using NormaliseMethod = std::variant<MinMax, ZScore, RankScore, Goalposts>;

/// Brings indicators onto one scale on which more is better. An indicator that no normalise step touches stays as it
/// is; that is an error if its direction is -1.
struct Normalise {
  static constexpr MethodDoc doc{
      .name = "normalise",
      .summary = "Brings indicators onto one scale on which more is better.",
      .formula = "z = direction * x, then the method",
      .edge_cases = "Several normalise steps may share the indicators among them with `only`.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 5",
  };

  NormaliseMethod method = MinMax{};
  Over over = Over::Period;
  std::vector<std::string> only{};

  static constexpr auto parameters() {
    return std::tuple{parameter("over", &Normalise::over, "the figures seen together: each period, or the whole panel"),
                      parameter("only", &Normalise::only, "only the indicators at or below these nodes")};
  }
};

Result<Panel> apply(const Normalise& step, Panel panel, const StepContext& context);

}  // namespace podium
