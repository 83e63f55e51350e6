#pragma once

#include "podium/core/column.hpp"
#include "podium/core/normalise/pool.hpp"

namespace podium {

struct MinMax {
  static constexpr MethodDoc doc{
      .name = "minmax",
      .summary = "Stretches the figures so that the worst is the lower end of the range and the best the upper end.",
      .formula = "l + (u - l) (z - min z) / (max z - min z)",
      .edge_cases =
          "Gaps stay gaps. A constant or empty indicator is an error. The best figure has exactly the upper end. With "
          "frozen parameters or a base period, figures beyond those of the base have scores beyond the range.",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 5.3",
  };

  Bounds range{0, 100};
  bool reversed = false;

  static constexpr auto parameters() {
    return std::tuple{parameter("range", &MinMax::range, "score of the worst and of the best figure"),
                      parameter("reversed", &MinMax::reversed,
                                "accept a range that descends, although the best figure then scores least")};
  }

  std::optional<Problem> check() const {
    return reversed && range.upper < range.lower ? check_range({range.upper, range.lower}) : check_range(range);
  }

  Fitted fit(const NormalisePool& pool) const { return frame_of_extremes(pool, doc.name); }

  std::optional<Problem> check_frame(Frame frame, const NormalisePool&) const { return check_ascending(frame); }

  void score(const NormalisePool& pool, Frame frame) const {
    if (pool.is_fitted) {
      column::stretch_between(pool.z, {frame.first, frame.second}, range);
    } else {
      column::stretch(pool.z, frame.first, frame.second - frame.first, range);
    }
  }
};

}  // namespace podium
