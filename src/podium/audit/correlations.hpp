#pragma once

#include <vector>

#include "podium/audit/options.hpp"
#include "podium/model/compute.hpp"

namespace podium {

/// Two series of the index and how they go together over the units of one period.
struct SeriesPair {
  Series first;
  Series second;
  Correlation correlation;
  double p_adjusted = kMissing;  ///< corrected for all tests of the same list
};

/// Correlations of scores (directions applied: more is better on both sides). Figures that the recipe filled in take no
/// part where an indicator stands: a column of medians correlates with nothing.
struct Correlations {
  CorrelationKind kind;
  TestCorrection correction;
  std::vector<SeriesPair> siblings;           ///< components of the same node
  std::vector<SeriesPair> indicators;         ///< all indicators with each other
  std::vector<SeriesPair> with_parents;       ///< first: a component, second: its node
  std::vector<SeriesPair> with_index;         ///< first: any node below the index, second: the index
  std::vector<SeriesPair> with_denominators;  ///< first: an indicator or the index, second: a denominator; see below
};

/// Components of weight 0 are included. with_denominators: indicators before treatment and normalising, with their
/// directions, and the index, by Spearman's rho whatever the kind, because sizes of countries are too skewed for a
/// line.
Correlations correlations_of(const Index& index, const Computed& computed, Time time, const AuditOptions& options = {});

/// The pairs of a list whose |r| is above (High) or below (Low) a threshold, or whose r is below minus it (Negative).
enum class PairFlag : std::uint8_t { High, Low, Negative };
std::vector<SeriesPair> flagged(std::span<const SeriesPair> pairs, PairFlag flag, double threshold);

}  // namespace podium
