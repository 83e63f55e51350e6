#pragma once

#include <vector>

#include "podium/audit/options.hpp"
#include "podium/core/statistics/summary.hpp"
#include "podium/model/compute.hpp"

namespace podium {

/// The distribution of one indicator in one period, on its way to the scores.
struct IndicatorMoments {
  Series indicator;
  Summary selected;  ///< the chosen editions' figures, before any step
  Summary before;    ///< after denominating and imputing, before treatment
  Summary after;     ///< after treatment, before normalising; equals `before` where nothing was treated
  Summary scores;    ///< normalised
  std::size_t treated = 0;
  std::size_t capped_low = 0;   ///< held at the lowest score
  std::size_t capped_high = 0;  ///< held at the highest score

  bool is_skewed_before = false;  ///< both thresholds of AuditOptions exceeded
  bool is_skewed_after = false;
  bool has_skewed_scores = false;
};

/// One entry for each indicator, in the hierarchy's order.
std::vector<IndicatorMoments> moments_of(const Index& index, const Computed& computed, Time time,
                                         const AuditOptions& options = {});

/// The flags of indicator screening, against thresholds: too few figures, too many zeros, too few different figures
/// (all as shares of all units), skewed and heavy-tailed at once. As COINr's get_stats.
struct MomentThresholds {
  double available = 0.65;
  double nonzero = 0.5;
  double distinct = 0.5;
  double skewness = 2;
  double kurtosis = 3.5;
};
struct MomentFlags {
  bool few_figures;
  bool many_zeros;
  bool few_distinct;
  bool skewed;
};
MomentFlags flags_of(const Summary& summary, const MomentThresholds& thresholds = {});

}  // namespace podium
