#pragma once

#include <optional>
#include <vector>

#include "podium/core/aggregate/row.hpp"

namespace podium {

/// Ordered weighted average. A quantifier Q rises from Q(0) = 0 to Q(1) = 1; the j-th best component gets
/// Q(S_j) - Q(S_(j-1)), where S_j is the importance (weight) of the j best as a share of all (Yager 1996). A list of
/// order weights is the quantifier that is linear between the sums of its first entries (Torra 1997), so that with
/// components of equal importance, as many as the list has entries, the j-th best gets the j-th entry.
struct OrderedAverage {
  static constexpr MethodDoc doc{
      .name = "owa",
      .summary =
          "Ordered weighted average: weights go to a unit's best, second best ... component, whichever that is; from "
          "the maximum over the mean to the minimum.",
      .formula =
          "sum over components, best first, of (Q(S_j) - Q(S_(j-1))) x_j; S_j is the weight of the j best as a share "
          "of all weights; Q(r) = r^quantifier, or the broken line through the sums of the first order_weights",
      .edge_cases =
          "Over the available components, whose weights share out the whole. Equal components share their places by "
          "weight. Either quantifier or order_weights is given; order_weights start with the best component's, are "
          "rescaled to sum 1, and stretch over rows of any length.",
      .source =
          "Yager, On ordered weighted averaging aggregation operators in multicriteria decisionmaking, 1988; Yager, "
          "Quantifier guided aggregation using OWA operators, 1996; Torra, The weighted OWA operator, 1997",
  };

  static constexpr bool kAscending = true;

  std::vector<double> order_weights{};
  std::optional<double> quantifier{};

  static constexpr auto parameters() {
    return std::tuple{
        parameter("order_weights", &OrderedAverage::order_weights, "weight of the best component, the second best ..."),
        parameter("quantifier", &OrderedAverage::quantifier,
                  "exponent of Q, above 0: 1 is the mean, above 1 weaknesses count more, below 1 strengths")};
  }

  std::optional<Problem> check() const;
  double combine(AggregateRow row) const;

 private:
  /// Q at a share between 0 and 1; `sum` of the order weights.
  double quantified(double share, double sum) const;
};

}  // namespace podium
