#pragma once

#include "podium/core/method_plan.hpp"
#include "podium/core/normalise/bands.hpp"
#include "podium/core/normalise/borda.hpp"
#include "podium/core/normalise/distance_to_max.hpp"
#include "podium/core/normalise/distance_to_reference.hpp"
#include "podium/core/normalise/distance_to_target.hpp"
#include "podium/core/normalise/fraction_of_max.hpp"
#include "podium/core/normalise/frame.hpp"
#include "podium/core/normalise/goalposts.hpp"
#include "podium/core/normalise/minmax.hpp"
#include "podium/core/normalise/none.hpp"
#include "podium/core/normalise/percentile_rank.hpp"
#include "podium/core/normalise/rank_score.hpp"
#include "podium/core/normalise/robust_zscore.hpp"
#include "podium/core/normalise/scaled.hpp"
#include "podium/core/normalise/zscore.hpp"
#include "podium/core/step.hpp"

namespace podium {

using NormaliseMethod =
    std::variant<MinMax, ZScore, RobustZScore, Scaled, DistanceToMax, DistanceToReference, DistanceToTarget,
                 FractionOfMax, PercentileRank, RankScore, Borda, Goalposts, Bands, NoNormalisation>;

/// Brings indicators onto one scale on which more is better. An indicator that no normalise step touches stays as it
/// is; that is an error if its direction is -1.
struct Normalise {
  static constexpr MethodDoc doc{
      .name = "normalise",
      .summary = "Brings indicators onto one scale on which more is better.",
      .formula = "z = direction * x, then the method; with stretch, l + (u - l) (score - lowest) / (highest - lowest)",
      .edge_cases =
          "Several normalise steps may share the indicators among them with `only`. What a method takes from the "
          "figures comes from each period by itself, from the whole panel, from one base period for all, or is frozen: "
          "in the last three, years compare. Methods of ranks take more than two numbers and cannot be frozen.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 5",
  };

  MethodPlan<NormaliseMethod> method = MinMax{};
  Over over = Over::Period;
  std::optional<std::string> base{};
  std::optional<Bounds> stretch{};
  NodeFrames frozen{};
  std::vector<std::string> only{};
  std::vector<std::string> except{};

  static constexpr auto parameters() {
    return std::tuple{
        parameter("over", &Normalise::over, "the figures seen together: each period, or the whole panel"),
        parameter("base", &Normalise::base,
                  "a period such as \"2020\": the method is fitted to its figures and scores all periods"),
        parameter("stretch", &Normalise::stretch,
                  "stretch the method's scores so that the lowest and the highest are these"),
        parameter("frozen", &Normalise::frozen,
                  "parameters of the method written out before, one pair for each indicator"),
        parameter("only", &Normalise::only, "only the indicators at or below these nodes"),
        parameter("except", &Normalise::except, "not the indicators at or below these nodes")};
  }

  std::optional<Problem> check() const;
  Diagnostics check_in(const StepContext& context, const RecipeSetting& setting) const;
};

Result<Panel> apply(const Normalise& step, Panel panel, const StepContext& context);

/// The two numbers that each indicator's method takes from the panel that the step receives: written out as `frozen`
/// they give the same scores to the last bit. Indicators on a fixed scale have none. Of several periods with
/// over = "period" one must be named.
Result<NodeFrames> frames_of(const Normalise& step, const Panel& panel, const StepContext& context,
                             std::optional<Time> period = std::nullopt);

}  // namespace podium
