#pragma once

#include <vector>

#include "podium/audit/options.hpp"
#include "podium/model/compute.hpp"

namespace podium {

/// A reported figure beyond the fences of its indicator, before treatment.
struct OutlyingFigure {
  Series indicator;
  Unit unit;
  double value;
  Bounds fences;
};

/// A unit whose scores in the index's components stand in an unusual proportion.
struct OutlyingProfile {
  Unit unit;
  double squared_distance;  ///< Mahalanobis
  double p_adjusted;
};

struct Outlying {
  std::vector<OutlyingFigure> figures;    ///< by indicator, farthest first
  std::vector<OutlyingProfile> profiles;  ///< those that are significant, farthest first
};

Outlying outlying_of(const Index& index, const Computed& computed, Time time, const AuditOptions& options = {});

}  // namespace podium
