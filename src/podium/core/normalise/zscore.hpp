#pragma once

#include "podium/core/normalise/pool.hpp"
#include "podium/core/statistics.hpp"

namespace podium {

struct ZScore {
  static constexpr MethodDoc doc{
      .name = "zscore",
      .summary =
          "Centres the figures on their mean and scales them by their standard deviation; extremes keep their "
          "distance.",
      .formula = "m + s (z - mean z) / sd z, sd with n - 1",
      .edge_cases = "Gaps stay gaps. A constant or empty indicator, or one with a single figure, is an error.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 5.2",
  };

  double mean = 0;
  double sd = 1;

  static constexpr auto parameters() {
    return std::tuple{parameter("mean", &ZScore::mean, "mean of the scores"),
                      parameter("sd", &ZScore::sd, "standard deviation of the scores, above 0")};
  }

  std::optional<Problem> check() const {
    if (std::isfinite(mean) && std::isfinite(sd) && sd > 0) return std::nullopt;
    return Problem{Code::InvalidValue, "mean and sd that do not scale", "a finite mean and a finite sd above 0"};
  }

  /// Mean and standard deviation.
  Fitted fit(const NormalisePool& pool) const {
    const std::optional<Bounds> extremes = extremes_of(pool.z);
    if (!extremes) return empty_pool();
    if (extremes->lower == extremes->upper) return constant_pool(pool, doc.name);
    const Frame frame{mean_of(pool.z), standard_deviation_of(pool.z)};
    if (check_centre_and_spread(frame)) return spread_out_of_range(pool);
    return frame;
  }

  std::optional<Problem> check_frame(Frame frame, const NormalisePool&) const { return check_centre_and_spread(frame); }

  void score(const NormalisePool& pool, Frame frame) const {
    for (double& z : pool.z) z = mean + sd * ((z - frame.first) / frame.second);
  }
};

}  // namespace podium
