#pragma once

#include "podium/core/normalise/pool.hpp"
#include "podium/core/statistics.hpp"

namespace podium {

struct RobustZScore {
  static constexpr MethodDoc doc{
      .name = "robust-zscore",
      .summary =
          "Centres the figures on their median and scales them by their median distance from it, so that outliers do "
          "not decide the scale of the others.",
      .formula = "(z - median z) / (1.4826 MAD), MAD = median of |z - median z|; for normal figures as zscore",
      .edge_cases =
          "Gaps stay gaps. A constant or empty indicator is an error, and so is one with the same figure for more than "
          "half of the units: its MAD is 0.",
      .source =
          "Hampel, 1974, Journal of the American Statistical Association 69; Rousseeuw and Croux, 1993, Journal of the "
          "American Statistical Association 88",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  /// Median and 1.4826 MAD.
  Fitted fit(const NormalisePool& pool) const {
    const std::optional<Bounds> extremes = extremes_of(pool.z);
    if (!extremes) return empty_pool();
    if (extremes->lower == extremes->upper) return constant_pool(pool, doc.name);
    const double deviation = median_absolute_deviation_of(pool.z);
    const Frame frame{median_of(pool.z), kNormalConsistency * deviation};
    if (deviation == 0) {
      return Problem{Code::ConstantIndicator,
                     "the same figure for more than half of the units, " + shortest(pool.direction * frame.first + 0.0),
                     "at most half of the figures the same for method " + quoted(doc.name)};
    }
    if (check_centre_and_spread(frame)) return spread_out_of_range(pool);
    return frame;
  }

  std::optional<Problem> check_frame(Frame frame, const NormalisePool&) const { return check_centre_and_spread(frame); }

  void score(const NormalisePool& pool, Frame frame) const {
    for (double& z : pool.z) z = (z - frame.first) / frame.second;
  }

 private:
  /// 1 / (the upper quartile of the standard normal distribution), rounded as it is in the literature.
  static constexpr double kNormalConsistency = 1.4826;
};

}  // namespace podium
