#pragma once

#include "podium/audit/availability.hpp"
#include "podium/audit/component_importance.hpp"
#include "podium/audit/correlations.hpp"
#include "podium/audit/moments.hpp"
#include "podium/audit/options.hpp"
#include "podium/audit/outlying.hpp"
#include "podium/audit/removal.hpp"
#include "podium/audit/structure.hpp"

namespace podium {

/// Everything that the handbook's steps measure about one period of an index. Strengths of a unit, comparisons of two
/// rankings and result tables are asked for separately.
struct Audit {
  Time time;
  Period period;
  AuditOptions options;
  std::size_t ranked = 0;  ///< units that have a rank in the index
  Availability availability;
  std::vector<IndicatorMoments> moments;
  Correlations correlations;
  std::vector<NodeStructure> structure;
  NodeStructure all_indicators;
  std::vector<ComponentImportance> importance;
  Outlying outlying;
  std::vector<Removal> removals;
};

/// `computed` is of that index. `time` is a position among its panel's periods.
Audit audit(const Index& index, const Computed& computed, Time time, const AuditOptions& options = {});

}  // namespace podium
