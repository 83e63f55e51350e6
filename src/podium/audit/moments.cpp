#include "podium/audit/moments.hpp"

#include <cmath>

#include "podium/audit/stages.hpp"

namespace podium {
namespace {

bool is_skewed(const Summary& summary, double skewness, double kurtosis) {
  return std::abs(summary.skewness) > skewness && summary.kurtosis > kurtosis;
}

void count_changes(IndicatorMoments& moments, const Panel& scores, Time time) {
  const std::span<const double> values = scores.values(moments.indicator, time);
  const std::span<const CellHistory> history = scores.history(moments.indicator, time);
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    if (history[unit].is_treated()) ++moments.treated;
    if (!history[unit].is_capped()) continue;
    if (values[unit] == moments.scores.maximum) {
      ++moments.capped_high;
    } else if (values[unit] == moments.scores.minimum) {
      ++moments.capped_low;
    }
  }
}

}  // namespace

std::vector<IndicatorMoments> moments_of(const Index& index, const Computed& computed, Time time,
                                         const AuditOptions& options) {
  const Panel before = before_treatment(index, computed);
  const Panel after = before_normalising(index, computed);
  const Panel& scores = computed.ranking.panel();
  const auto skewed = [&](const Summary& summary) { return is_skewed(summary, options.skewness, options.kurtosis); };
  std::vector<IndicatorMoments> all;
  for (const Series indicator : index.hierarchy.indicators()) {
    IndicatorMoments moments{.indicator = indicator,
                             .selected = summary_of(computed.selection.panel().values(indicator, time)),
                             .before = summary_of(before.values(indicator, time)),
                             .after = summary_of(after.values(indicator, time)),
                             .scores = summary_of(scores.values(indicator, time))};
    count_changes(moments, scores, time);
    moments.is_skewed_before = skewed(moments.before);
    moments.is_skewed_after = skewed(moments.after);
    moments.has_skewed_scores = skewed(moments.scores);
    all.push_back(moments);
  }
  return all;
}

MomentFlags flags_of(const Summary& summary, const MomentThresholds& thresholds) {
  const auto count = static_cast<double>(summary.count);
  return {.few_figures = static_cast<double>(summary.available) / count < thresholds.available,
          .many_zeros = static_cast<double>(summary.nonzero) / count < thresholds.nonzero,
          .few_distinct = static_cast<double>(summary.distinct) / count < thresholds.distinct,
          .skewed = is_skewed(summary, thresholds.skewness, thresholds.kurtosis)};
}

}  // namespace podium
