#include "podium/core/weight/critic_weights.hpp"

#include <algorithm>
#include <numeric>

#include "podium/core/statistics.hpp"

namespace podium {

Weighed CriticWeights::weigh(const ScoreTable& table) const {
  constexpr double kRounding = 1e-12;
  const Matrix correlations = score_correlations(table.scores);
  Weighed weighed;
  double total = 0;
  for (std::size_t i = 0; i < table.scores.rows(); ++i) {
    const std::span<const double> scores = table.scores.row(i);
    const auto [least, most] = std::ranges::minmax(scores);
    double conflict = 0;
    for (std::size_t k = 0; k < table.scores.rows(); ++k) conflict += 1 - correlations(i, k);
    weighed.weights.push_back(conflict > kRounding ? standard_deviation_of(scores) / (most - least) * conflict : 0);
    total += weighed.weights.back();
  }
  if (total > 0) {
    for (double& weight : weighed.weights) weight /= total;
  }
  return weighed;
}

}  // namespace podium
