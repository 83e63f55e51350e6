#include "podium/core/weight/budget_weights.hpp"

#include <algorithm>

#include "podium/core/statistics.hpp"

namespace podium {

BudgetShares budget_shares(std::span<const std::string> siblings, std::span<const ExpertBudget> experts) {
  std::vector<std::vector<double>> shares(siblings.size());
  BudgetShares result;
  for (const ExpertBudget& expert : experts) {
    double total = 0;
    for (const std::string& id : siblings) {
      if (const double* points = find_number(expert.points, id)) total += *points;
    }
    if (!(total > 0)) continue;
    ++result.experts;
    for (std::size_t i = 0; i < siblings.size(); ++i) {
      const double* points = find_number(expert.points, siblings[i]);
      shares[i].push_back(points == nullptr ? 0 : *points / total);
    }
  }
  if (result.experts == 0) return result;
  for (const std::vector<double>& of_sibling : shares) {
    result.mean.push_back(mean_of(of_sibling));
    result.spread.push_back(standard_deviation_of(of_sibling));
  }
  return result;
}

std::optional<Problem> BudgetWeights::check() const {
  if (experts.empty()) return Problem{Code::MissingKey, "no experts", "the points of at least one expert"};
  for (const ExpertBudget& expert : experts) {
    if (std::optional<Problem> problem = check_weights(expert.points, "points")) {
      problem->found += " by " + quoted(expert.expert);
      return problem;
    }
    if (std::ranges::any_of(expert.points, [](const auto& entry) { return entry.second > 0; })) continue;
    return Problem{Code::ZeroWeights, "no points by " + quoted(expert.expert), "points above 0 for some component"};
  }
  return std::nullopt;
}

std::vector<std::string> BudgetWeights::named() const {
  std::vector<std::string> ids;
  for (const ExpertBudget& expert : experts) {
    for (const auto& [id, points] : expert.points) {
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
  }
  return ids;
}

Weighed BudgetWeights::judge(const Siblings& siblings) const {
  return {.weights = budget_shares(siblings.ids, experts).mean};
}

}  // namespace podium
