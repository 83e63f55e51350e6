#pragma once

#include <string>
#include <vector>

#include "podium/model/compute.hpp"
#include "podium/stress/distribution.hpp"
#include "podium/stress/world_attainable.hpp"
#include "podium/stress/world_sensitivity.hpp"

namespace podium {

/// What a stress test of an index found, beside the published ranks.
struct StressResult {
  const Index& index;
  const Computed& computed;
  Time time;  ///< in the computed panel
  Series node;
  const StressPlan& plan;
  std::uint64_t draws;  ///< taken; fewer than planned if it was stopped
  const StressTally& tally;
  const std::vector<AttainableRanks>* attainable = nullptr;  ///< by unit; null: not asked for, or not to be proven
  const WorldSensitivity* sensitivity = nullptr;             ///< may be null
  const Dominance* dominance = nullptr;                      ///< null as `attainable`
  const std::vector<std::optional<Probability>>* confidence =
      nullptr;  ///< by unit; see confidence_factors; may be null

  /// The unit that the plan is about, or the first in the ranking.
  Unit about() const;
  Rank published(Unit unit) const { return computed.ranking.rank(node, time, unit); }
  /// Units by published rank, then those without, by code.
  std::vector<Unit> order() const;
};

/// The parts that can be printed by themselves.
enum class StressSection : std::uint8_t {
  Ranks,
  Acceptability,
  Pairs,
  Weights,
  Sensitivity,
  Interactions,
  Dominance,
  Failures
};
template <>
struct Words<StressSection> {
  static constexpr std::array<std::pair<std::string_view, StressSection>, 8> list{
      {{"ranks", StressSection::Ranks},
       {"acceptability", StressSection::Acceptability},
       {"pairs", StressSection::Pairs},
       {"weights", StressSection::Weights},
       {"sensitivity", StressSection::Sensitivity},
       {"interactions", StressSection::Interactions},
       {"dominance", StressSection::Dominance},
       {"failures", StressSection::Failures}}};
};

/// Everything, as one object.
std::string stress_json(const StressResult& result);

/// One section as a table. Ranks: period,node,unit,score,rank,median,lower,upper,best,worst,mean,unranked,entropy,
/// score_median,score_lower,score_upper,attainable_best,attainable_worst (empty where not proven),confidence,
/// confidence_lower,confidence_upper (empty for a unit that is never first). Acceptability:
/// period,node,unit,rank,probability,lower,upper. Pairs: period,node,unit,other,before,after,tied. Weights:
/// period,node,unit,first,component,weight (central weights). Sensitivity:
/// period,node,target,factor,first,first_lower,first_upper,total,total_lower,total_upper.
/// Interactions: period,node,target,factor,other,share,lower,upper. Dominance: period,node,unit,other,direct, a line
/// for each pair of which `unit` stands before `other` whatever the weights; direct is 1 where that does not follow
/// from two other lines. Failures: worlds,first,reason.
std::string stress_csv(const StressResult& result, StressSection section);

/// One world: what it has otherwise, its weights, and all units' scores and ranks.
struct StressWorld {
  const StressResult& result;
  std::uint64_t draw;
  std::vector<WorldChoice> choices;
  WorldResult world;
  std::vector<MovedFigure> figures{};
};
std::string world_json(const StressWorld& world);
std::string world_csv(const StressWorld& world);
/// unit,indicator,period,step,before,drawn: the figures that this world has otherwise than its edition printed them, or
/// than that step filled them (empty: printed).
std::string world_figures_csv(const StressWorld& world);

}  // namespace podium
