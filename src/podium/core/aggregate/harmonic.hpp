#pragma once

#include <algorithm>

#include "podium/core/aggregate/row.hpp"

namespace podium {

struct Harmonic {
  static constexpr MethodDoc doc{
      .name = "harmonic",
      .summary =
          "Weighted harmonic mean: the weakest components pull hardest, more than under a geometric mean; for scores "
          "that are rates, or where a weakness should hardly be made good.",
      .formula = "sum w / sum (w / x)",
      .edge_cases =
          "Over the available components, with their weights rescaled. A score of zero or less is an error: its "
          "reciprocal has no meaning in a mean.",
      .source = "Hardy, Littlewood and Polya, Inequalities, 1934, chapter 2",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  bool accepts(double score) const { return score > 0; }
  Problem refusal(double score) const {
    return {Code::ScoreOutOfDomain, "score " + shortest(score) + " under a harmonic mean",
            "scores above 0, such as normalise with range = [1, 100]"};
  }

  /// As a multiple of the lowest score, so that no reciprocal overflows and the mean of equal scores is that score.
  double combine(AggregateRow row) const {
    const double lowest = *std::ranges::min_element(row.scores);
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < row.scores.size(); ++i) {
      sum += row.weights[i] * (lowest / row.scores[i]);
      weight += row.weights[i];
    }
    return lowest * (weight / sum);
  }
};

}  // namespace podium
