#pragma once

#include <vector>

#include "podium/reason/explain.hpp"
#include "podium/reason/ratio_change.hpp"
#include "podium/wire/json_writer.hpp"

namespace podium {

/// An indicator that the recipe divides, and what its own figure and its denominator did to the quotient.
struct ExplainedRatio {
  Series indicator;
  Series denominator;
  RatioPair figures;  ///< before the first step
  RatioChange change;

  /// Of growth rates where these are defined (LMDI), otherwise Bennet's.
  RatioParts parts() const { return change.log_mean.value_or(change.bennet); }
};

/// Those of the unit at or below the node whose quotient changed, in the hierarchy's order. Both states divide it, and
/// all four figures are known.
std::vector<ExplainedRatio> explained_ratios(const IndexState& before, const IndexState& after, Unit unit, Series node);

/// {"indicator","denominator","before","after","numerator_before","numerator_after","denominator_before",
///  "denominator_after","bennet":{"numerator","denominator"},"log_mean":{..} or null}
void write_ratio(JsonWriter& json, const Hierarchy& hierarchy, const ExplainedRatio& ratio);

}  // namespace podium
