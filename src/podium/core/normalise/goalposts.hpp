#pragma once

#include <algorithm>

#include "podium/core/normalise/pool.hpp"

namespace podium {

struct Goalposts {
  static constexpr MethodDoc doc{
      .name = "goalposts",
      .summary =
          "Places the figures between two fixed goalposts of the indicator, so that scores of different years compare.",
      .formula = "l + (u - l) (z - low) / (high - low), held within [l, u] unless clip is off",
      .edge_cases =
          "Gaps stay gaps. A figure beyond a goalpost is held at it and marked as capped. With direction -1 the "
          "goalposts, given on the original scale, change places. An indicator without goalposts is an error.",
      .source = "UNDP, Human Development Report technical notes; OECD/JRC Handbook, 2008, section 5.3",
  };

  static constexpr bool kIsFixed = true;

  Bounds range{0, 100};
  bool clip = true;

  static constexpr auto parameters() {
    return std::tuple{parameter("range", &Goalposts::range, "scores at the low and the high goalpost"),
                      parameter("clip", &Goalposts::clip, "hold figures beyond a goalpost at it")};
  }

  std::optional<Problem> check() const { return check_range(range); }

  std::optional<Problem> apply(const NormalisePool& pool) const {
    if (!pool.goalposts) {
      return Problem{Code::MissingGoalposts, "no goalposts", "goalposts = [low, high] at the indicator"};
    }
    if (!extremes_of(pool.z)) return empty_pool();
    const auto [low, high] = *pool.goalposts;
    for (std::size_t i = 0; i < pool.z.size(); ++i) {
      if (is_missing(pool.z[i])) continue;
      const double share = (pool.z[i] - low) / (high - low);
      const double held = clip ? std::clamp(share, 0.0, 1.0) : share;
      if (held != share) pool.history[i].mark_capped(pool.step);
      pool.z[i] = point_of(range, held);
    }
    return std::nullopt;
  }
};

}  // namespace podium
