#include "podium/core/weight/entropy_weights.hpp"

#include <numeric>

#include "podium/core/math.hpp"

namespace podium {
namespace {

/// 1 - e of one component; its scores are not negative and not all equal, so their sum is above 0.
double divergence(std::span<const double> scores) {
  const double sum = std::accumulate(scores.begin(), scores.end(), 0.0);
  double entropy = 0;
  for (const double score : scores) {
    const double share = score / sum;
    if (share > 0) entropy -= share * natural_logarithm(share);
  }
  const double divergence = 1 - entropy / natural_logarithm(static_cast<double>(scores.size()));
  return divergence > 0 ? divergence : 0;
}

}  // namespace

Weighed EntropyWeights::weigh(const ScoreTable& table) const {
  Weighed weighed;
  for (std::size_t i = 0; i < table.scores.rows(); ++i) {
    for (std::size_t k = 0; k < table.scores.columns(); ++k) {
      if (table.scores(i, k) >= 0) continue;
      weighed.problems.push_back(
          {{Code::ScoreOutOfDomain, "score " + shortest(table.scores(i, k)) + " under entropy weights",
            "scores of 0 or more, such as normalise with range = [0, 100]"},
           i,
           k});
    }
  }
  if (!weighed.problems.empty()) return weighed;
  for (std::size_t i = 0; i < table.scores.rows(); ++i) weighed.weights.push_back(divergence(table.scores.row(i)));
  const double total = std::accumulate(weighed.weights.begin(), weighed.weights.end(), 0.0);
  if (total > 0) {
    for (double& weight : weighed.weights) weight /= total;
  }
  return weighed;
}

}  // namespace podium
