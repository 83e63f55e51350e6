#pragma once

#include "podium/core/treat/pool.hpp"

namespace podium {

struct Winsorise {
  static constexpr MethodDoc doc{
      .name = "winsorise",
      .summary =
          "Brings the outermost figures, one after the other, to the next one inside, until skewness or kurtosis is "
          "accepted. For a few outliers; ranks change only among the figures that were brought in.",
      .formula =
          "while not accepted and fewer than max_points figures are moved: if skewness >= 0, all figures equal to the "
          "highest become the next lower one, else all equal to the lowest become the next higher one",
      .edge_cases =
          "Gaps stay gaps. Figures that are tied at an end are moved together, so the count may pass max_points by "
          "their number. The last two different figures are never made equal.",
      .source =
          "JRC, COIN Tool User Guide, 2019; Groeneveld and Meeden, 1984, Measuring skewness and kurtosis, The "
          "Statistician 33(4)",
  };

  std::size_t max_points = 5;
  bool unlimited = false;
  bool force = false;

  static constexpr auto parameters() {
    return std::tuple{parameter("max_points", &Winsorise::max_points, "stop after so many moved figures"),
                      parameter("unlimited", &Winsorise::unlimited, "no limit: max_points is passed over"),
                      parameter("force", &Winsorise::force,
                                "go on up to max_points although the figures are accepted on the way; indicators that "
                                "are accepted from the start are still left alone")};
  }

  std::optional<Problem> check() const;

  Treatment apply(const TreatPool& pool) const;
};

}  // namespace podium
