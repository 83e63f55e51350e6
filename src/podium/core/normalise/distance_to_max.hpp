#pragma once

#include "podium/core/normalise/pool.hpp"

namespace podium {

struct DistanceToMax {
  static constexpr MethodDoc doc{
      .name = "distance-to-max",
      .summary = "Says how near each figure is to the best one: the best scores 1, the worst 0.",
      .formula = "1 - (max z - z) / (max z - min z)",
      .edge_cases =
          "Gaps stay gaps. A constant or empty indicator is an error. With frozen parameters or a base period, figures "
          "better than the best of the base score above 1.",
      .source =
          "Becker and others, COINr: an R package for developing composite indicators, Journal of Open Source Software "
          "7(78), 2022 (n_dist2max)",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  /// Lowest and highest figure.
  Fitted fit(const NormalisePool& pool) const { return frame_of_extremes(pool, doc.name); }

  std::optional<Problem> check_frame(Frame frame, const NormalisePool&) const { return check_ascending(frame); }

  void score(const NormalisePool& pool, Frame frame) const {
    const double width = frame.second - frame.first;
    for (double& z : pool.z) z = 1 - (frame.second - z) / width;
  }
};

}  // namespace podium
