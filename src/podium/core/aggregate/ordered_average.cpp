#include "podium/core/aggregate/ordered_average.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "podium/core/math.hpp"

namespace podium {

std::optional<Problem> OrderedAverage::check() const {
  if (order_weights.empty() != quantifier.has_value()) {
    return Problem{Code::InvalidValue,
                   quantifier ? "both order_weights and quantifier" : "neither order_weights nor quantifier",
                   "one of the two"};
  }
  if (quantifier && !(std::isfinite(*quantifier) && *quantifier > 0)) {
    return Problem{Code::InvalidValue, "quantifier " + quoted_number(*quantifier), "a finite number above 0"};
  }
  for (const double weight : order_weights) {
    if (std::isfinite(weight) && weight >= 0) continue;
    return Problem{Code::NegativeWeight, "order weight " + quoted_number(weight), "weights of 0 or more"};
  }
  const double sum = std::accumulate(order_weights.begin(), order_weights.end(), 0.0);
  if (!quantifier && !(sum > 0 && std::isfinite(sum))) {
    return Problem{Code::ZeroWeights, "order_weights that add up to " + quoted_number(sum), "a finite sum above 0"};
  }
  return std::nullopt;
}

double OrderedAverage::quantified(double share, double sum) const {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  if (quantifier) return exponential(*quantifier * natural_logarithm(share));
  const double place = share * static_cast<double>(order_weights.size());
  const double whole = std::min(std::floor(place), static_cast<double>(order_weights.size() - 1));
  const auto passed = static_cast<std::size_t>(whole);
  double reached = 0;
  for (std::size_t i = 0; i < passed; ++i) reached += order_weights[i];
  return (reached + (place - whole) * order_weights[passed]) / sum;
}

double OrderedAverage::combine(AggregateRow row) const {
  const double sum = std::accumulate(order_weights.begin(), order_weights.end(), 0.0);
  const double total = std::accumulate(row.weights.begin(), row.weights.end(), 0.0);
  double passed = 0;
  double before = 0;
  // As distances from the worst score, so that the average of equal scores is that very score.
  const double worst = row.scores.front();
  double combined = 0;
  for (std::size_t i = row.scores.size(); i-- > 0;) {
    passed += row.weights[i];
    const double after = i == 0 ? 1 : quantified(passed / total, sum);
    combined += (after - before) * (row.scores[i] - worst);
    before = after;
  }
  return worst + combined;
}

}  // namespace podium
