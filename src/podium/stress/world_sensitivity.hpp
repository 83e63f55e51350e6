#pragma once

#include <functional>

#include "podium/stress/prepared.hpp"
#include "podium/stress/sobol/sensitivity.hpp"

namespace podium {

/// What a sensitivity analysis of a stress plan asks about, in the plan's period and node.
struct SensitivityTarget {
  enum class Kind : std::uint8_t { PlaceInRanking, Score, AtMost, MeanRankShift };

  Kind kind = Kind::PlaceInRanking;
  std::size_t unit = 0;  ///< for all but the mean shift
  Rank at_most = 0;      ///< AtMost: whether the unit's rank is this or better, as 1 or 0
};

/// The factors of a plan as the analysis sees them: those that are drawn together are one.
struct SensitivityFactor {
  std::string name;  ///< "weights", or "normalise + treat"
  std::vector<std::size_t> factors;
};

struct WorldSensitivity {
  std::vector<SensitivityFactor> factors;
  SobolResult result;  ///< in the order of the targets and of these factors
  std::vector<SensitivityTarget> targets;
};

/// Sobol' indices of targets over the factors of the plan. A unit without a rank in a world has no value there, except
/// that it is not among the first `at_most`. The mean rank shift is the mean over the units with a published rank of
/// |rank - published rank| (Saisana, Saltelli and Tarantola, 2005), over those that have a rank in the world.
Result<WorldSensitivity> sensitivity_of(const PreparedWorlds& prepared, std::span<const SensitivityTarget> targets,
                                        std::span<const Rank> published, const SobolOptions& options);

}  // namespace podium
