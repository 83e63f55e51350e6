#pragma once

#include "podium/core/normalise/pool.hpp"

namespace podium {

struct FractionOfMax {
  static constexpr MethodDoc doc{
      .name = "fraction-of-max",
      .summary = "Divides the figures by the best one, which scores 1; keeps ratios, so it suits figures from 0 up.",
      .formula = "z / max z",
      .edge_cases =
          "Gaps stay gaps. A best figure of 0 is an error. So is a negative one, as with direction -1 of positive "
          "figures: all scores are then 1 or more and the worst unit scores most; `reversed` accepts it.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 5.4",
  };

  bool reversed = false;

  static constexpr auto parameters() {
    return std::tuple{parameter("reversed", &FractionOfMax::reversed,
                                "accept a negative best figure, although the worst figure then scores most")};
  }

  /// 0 and the highest figure.
  Fitted fit(const NormalisePool& pool) const {
    const std::optional<Bounds> extremes = extremes_of(pool.z);
    if (!extremes) return empty_pool();
    const Frame frame{0, extremes->upper};
    if (const auto problem = check_frame(frame, pool)) return *problem;
    return frame;
  }

  std::optional<Problem> check_frame(Frame frame, const NormalisePool& pool) const {
    const bool is_accepted = frame.second > 0 || (reversed && frame.second < 0);
    if (frame.first == 0 && std::isfinite(frame.second) && is_accepted) return std::nullopt;
    if (frame.first != 0 || !std::isfinite(frame.second)) {
      return Problem{Code::InvalidValue,
                     "frame [" + quoted_number(frame.first) + ", " + quoted_number(frame.second) + "]",
                     "0 and the highest figure"};
    }
    const std::string best = shortest(pool.direction * frame.second + 0.0);
    return Problem{Code::ScoreOutOfDomain, "the best figure " + best + (pool.direction < 0 ? ", less is better" : ""),
                   "a best figure above 0 after the direction was applied for method " + quoted(doc.name)};
  }

  void score(const NormalisePool& pool, Frame frame) const {
    for (double& z : pool.z) z /= frame.second;
  }
};

}  // namespace podium
