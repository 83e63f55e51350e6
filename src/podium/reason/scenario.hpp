#pragma once

#include <vector>

#include "podium/core/run.hpp"

namespace podium {

/// Another value for one figure, before the first step.
struct FigureChange {
  enum class Kind : std::uint8_t { Set, Add, Scale };

  Kind kind = Kind::Set;
  Series series;
  Unit unit;
  Time time;
  double amount = 0;
};

/// Somebody's assumption that one figure follows another of the same unit and period:
///
///   effect after = effect before * (cause after / cause before) ^ exponent
struct Elasticity {
  Series cause;
  Series effect;
  double exponent = 0;
};

struct Scenario {
  std::vector<FigureChange> changes{};  ///< one after the other
  std::vector<Elasticity> elasticities{};
};

/// A figure as it was and as the scenario has it; NaN for a gap.
struct ChangedFigure {
  Series series;
  Unit unit;
  Time time;
  double before = kMissing;
  double after = kMissing;
  bool is_assumed = false;  ///< it follows by an elasticity
};

struct AppliedScenario {
  Panel panel;
  std::vector<ChangedFigure> figures;  ///< the stated ones in their order, then those that follow
};

/// The figures as the scenario has them. Elasticities work once, on the stated changes, not on what follows from them.
/// A problem (InvalidValue): to add to a gap or to scale one, a result that is not finite, or an elasticity where cause
/// or effect is not above 0.
Result<AppliedScenario> apply_scenario(const Scenario& scenario, Panel panel);

/// A unit whose score or rank at a node is another one; rank 0: unranked, and then the score is NaN.
struct ScenarioMove {
  Unit unit;
  double score_before = kMissing;
  double score_after = kMissing;
  Rank before = 0;
  Rank after = 0;
};

/// Everyone whose score or rank changed, by rank after (unranked last), equals by unit. Both rankings have the same
/// units, nodes and periods.
std::vector<ScenarioMove> rank_moves(const Ranking& before, const Ranking& after, Series node, Time time);

}  // namespace podium
