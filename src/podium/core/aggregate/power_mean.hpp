#pragma once

#include <algorithm>
#include <cmath>

#include "podium/core/aggregate/row.hpp"
#include "podium/core/math.hpp"

namespace podium {

struct PowerMean {
  static constexpr MethodDoc doc{
      .name = "power",
      .summary =
          "Weighted power mean (generalised mean): one number sets how far strength makes good for weakness, from the "
          "minimum (power to minus infinity) over the harmonic (-1) and arithmetic (1) mean to the maximum.",
      .formula = "(sum w x^power / sum w)^(1/power)",
      .edge_cases =
          "Over the available components, with their weights rescaled. Power 0 is refused: its limit is the geometric "
          "mean. A score below zero is an error, and so is zero where the power is negative.",
      .source = "Hardy, Littlewood and Polya, Inequalities, 1934, chapter 2",
  };

  double power = 2;

  static constexpr auto parameters() {
    return std::tuple{
        parameter("power", &PowerMean::power, "exponent, any number but 0; below 1 weaknesses count more")};
  }

  std::optional<Problem> check() const {
    if (std::isfinite(power) && power != 0) return std::nullopt;
    return Problem{Code::InvalidValue, "power " + quoted_number(power),
                   "a finite number other than 0; at 0 the power mean is the geometric mean, method = \"geometric\""};
  }

  bool accepts(double score) const { return power > 0 ? score >= 0 : score > 0; }
  Problem refusal(double score) const {
    return {Code::ScoreOutOfDomain, "score " + shortest(score) + " under a power mean of " + shortest(power),
            power > 0 ? "scores of 0 or more, such as normalise with range = [0, 100]"
                      : "scores above 0, such as normalise with range = [1, 100]"};
  }

  /// As a multiple of the score that leads the sum, so that no power overflows and the mean of equal scores is that
  /// score.
  double combine(AggregateRow row) const {
    const auto [least, most] = std::ranges::minmax_element(row.scores);
    const double leader = power > 0 ? *most : *least;
    if (leader == 0) return 0;
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < row.scores.size(); ++i) {
      sum += row.weights[i] * raised(row.scores[i] / leader);
      weight += row.weights[i];
    }
    return leader * root_of(sum / weight);
  }

 private:
  double raised(double ratio) const {
    if (power == 1) return ratio;
    if (power == 2) return ratio * ratio;
    if (power == -1) return 1 / ratio;
    return ratio == 1 ? 1 : exponential(power * natural_logarithm(ratio));
  }

  double root_of(double mean) const {
    if (power == 1) return mean;
    if (power == 2) return std::sqrt(mean);
    if (power == -1) return 1 / mean;
    return mean == 1 ? 1 : exponential(natural_logarithm(mean) / power);
  }
};

}  // namespace podium
