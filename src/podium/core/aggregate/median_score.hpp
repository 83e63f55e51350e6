#pragma once

#include <cmath>
#include <numeric>

#include "podium/core/aggregate/row.hpp"

namespace podium {

struct MedianScore {
  static constexpr MethodDoc doc{
      .name = "median",
      .summary =
          "Weighted median: half of the weight lies on either side, so a single extreme component moves nothing; for "
          "many components of uneven quality.",
      .formula =
          "the lowest score at which the weights of it and of all lower scores reach half of their sum; where they "
          "reach exactly half, the mean of that score and the next higher one",
      .edge_cases =
          "Over the available components. With equal weights it is the ordinary median. Weights that miss half of "
          "their sum by less than 1e-12 of it reach it.",
      .source = "Edgeworth, On a new method of reducing observations relating to several quantities, 1888",
  };

  static constexpr bool kAscending = true;

  static constexpr auto parameters() { return std::tuple{}; }

  double combine(AggregateRow row) const {
    const double total = std::accumulate(row.weights.begin(), row.weights.end(), 0.0);
    double below = 0;
    for (std::size_t i = 0; i + 1 < row.scores.size(); ++i) {
      below += row.weights[i];
      if (std::abs(2 * below - total) <= kEqual * total) return std::midpoint(row.scores[i], row.scores[i + 1]);
      if (2 * below > total) return row.scores[i];
    }
    return row.scores.back();
  }

 private:
  static constexpr double kEqual = 1e-12;
};

}  // namespace podium
