#include "podium/core/weight/weighing.hpp"

#include <algorithm>
#include <cmath>

#include "podium/core/statistics/product_moment.hpp"

namespace podium {

const double* find_number(const NodeValues& values, const std::string& id) {
  const auto found = std::ranges::find(values, id, &std::pair<std::string, double>::first);
  return found == values.end() ? nullptr : &found->second;
}

std::vector<std::string> ids_of(const NodeValues& values) {
  std::vector<std::string> ids;
  for (const auto& [id, value] : values) ids.push_back(id);
  return ids;
}

std::optional<Problem> check_weights(const NodeValues& weights, std::string_view what) {
  for (const auto& [id, weight] : weights) {
    if (std::isfinite(weight) && weight >= 0) continue;
    return Problem{Code::NegativeWeight, std::string(what) + " " + quoted_number(weight) + " of " + quoted(id),
                   "a finite number of 0 or more"};
  }
  return std::nullopt;
}

Matrix score_correlations(const Matrix& scores) {
  Matrix correlations(scores.rows(), scores.rows());
  for (std::size_t i = 0; i < scores.rows(); ++i) {
    correlations(i, i) = 1;
    for (std::size_t k = 0; k < i; ++k) {
      correlations(i, k) = correlations(k, i) = product_moment(scores.row(i), scores.row(k));
    }
  }
  return correlations;
}

}  // namespace podium
