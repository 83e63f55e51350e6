#pragma once

#include <cmath>

#include "podium/core/aggregate/row.hpp"
#include "podium/core/math.hpp"

namespace podium {

struct Geometric {
  static constexpr MethodDoc doc{
      .name = "geometric",
      .summary = "Weighted geometric mean: weaknesses are made good only in part, so balanced profiles gain.",
      .formula = "exp(sum w ln x / sum w)",
      .edge_cases =
          "Over the available components, with their weights rescaled. A score of zero or less is an error: map "
          "the normalised scores to a range above 0, such as [1, 100].",
      .source = "OECD/JRC, Handbook on Constructing Composite Indicators, 2008, section 6.11",
  };

  static constexpr auto parameters() { return std::tuple{}; }

  bool accepts(double score) const { return score > 0; }
  Problem refusal(double score) const {
    return {Code::NonPositiveUnderGeometricMean, "score " + shortest(score) + " under a geometric mean",
            "scores above 0, such as normalise with range = [1, 100]"};
  }

  /// As a multiple of the first score, so that the mean of equal scores is that very score.
  double combine(AggregateRow row) const {
    const double first = natural_logarithm(row.scores[0]);
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < row.scores.size(); ++i) {
      sum += row.weights[i] * (natural_logarithm(row.scores[i]) - first);
      weight += row.weights[i];
    }
    return at_distance(row.scores[0], first, sum / weight);
  }

  void combine_columns(const AggregateTable& table, std::span<double> combined) const {
    const std::span<const double> start = table.columns[0];
    for (std::size_t unit = 0; unit < combined.size(); ++unit) {
      const double first = natural_logarithm(start[unit]);
      double sum = 0;
      double weight = 0;
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        sum += table.weights[i] * (natural_logarithm(table.columns[i][unit]) - first);
        weight += table.weights[i];
      }
      combined[unit] = at_distance(start[unit], first, sum / weight);
    }
  }

 private:
  static constexpr double kFarthestMultiple = 700;

  /// The multiple can leave the range of a double although the mean cannot.
  static double at_distance(double score, double logarithm, double distance) {
    if (std::abs(distance) > kFarthestMultiple) return exponential(logarithm + distance);
    return score * exponential(distance);
  }
};

}  // namespace podium
