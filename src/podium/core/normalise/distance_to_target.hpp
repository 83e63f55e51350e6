#pragma once

#include "podium/core/normalise/pool.hpp"

namespace podium {

struct DistanceToTarget {
  static constexpr MethodDoc doc{
      .name = "distance-to-target",
      .summary =
          "Says how far each unit has come from the worst figure to a target: the target scores 1, the worst figure 0. "
          "A target with two ends, such as inflation of 1 to 3 percent, is missed on either side.",
      .formula =
          "one target T: (z - min z) / (T - min z); a target [a, b] with a < b: 1 from a to b, (z - min z)/(a - min z) "
          "below it, (max z - z)/(max z - b) above it",
      .edge_cases =
          "Gaps stay gaps. A figure beyond one target scores above 1 unless `cap` holds it there. A target at or below "
          "the worst figure is an error; with `reversed`, one below it is accepted and scores fall towards the best "
          "figure. With two ends, a side on which there is no figure is not needed. The indicator's own target is on "
          "the original scale: with direction -1 it is negated and its ends change places.",
      .source =
          "Becker and others, COINr: an R package for developing composite indicators, Journal of Open Source Software "
          "7(78), 2022 (n_dist2targ); two ends: the two-sided "
          "desirability of Derringer and Suich, 1980, Journal of Quality Technology 12(4), with exponents 1",
  };

  std::optional<Bounds> target{};
  bool cap = false;
  bool reversed = false;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("target", &DistanceToTarget::target,
                  "the same target for all indicators, after the direction was applied, both ends alike for a single "
                  "one; left out: each indicator's own"),
        parameter("cap", &DistanceToTarget::cap, "hold scores above 1 at 1"),
        parameter("reversed", &DistanceToTarget::reversed,
                  "accept a target below the worst figure, although scores then fall towards the best")};
  }

  std::optional<Problem> check() const;

  /// Lowest and highest figure; the target is never part of it.
  Fitted fit(const NormalisePool& pool) const;
  std::optional<Problem> check_frame(Frame frame, const NormalisePool& pool) const;
  void score(const NormalisePool& pool, Frame frame) const;
};

}  // namespace podium
