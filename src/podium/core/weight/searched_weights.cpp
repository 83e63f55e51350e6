#include "podium/core/weight/searched_weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace podium {

Problem negative_share(double lowest) {
  return {Code::NegativeWeight, "lowest_share " + quoted_number(lowest),
          "0 or more: with a negative weight, a better score would lower the index"};
}

std::optional<Problem> check_search(double lowest_share, double highest_share) {
  if (lowest_share < 0) return negative_share(lowest_share);
  if (lowest_share <= highest_share && highest_share <= 1 && highest_share > 0) return std::nullopt;
  return Problem{Code::InvalidValue,
                 "shares from " + quoted_number(lowest_share) + " to " + quoted_number(highest_share),
                 "0 <= lowest_share <= highest_share <= 1"};
}

Diagnostics check_search_in(const StepContext& context, const RecipeSetting& setting,
                            const std::optional<std::size_t>& level) {
  Diagnostics problems;
  if (setting.solvers.minimise == nullptr) {
    problems.push_back(
        locate({Code::MissingSolver, "a search for weights without an optimiser", "a build of podium that has one"},
               context, {}));
  }
  const std::size_t top = context.hierarchy.level(context.hierarchy.root());
  if (level && (*level == 0 || *level >= top)) {
    problems.push_back(locate({Code::InvalidValue, "level " + std::to_string(*level),
                               "1 for indicators to " + std::to_string(top - 1) + " for what is just below the index"},
                              context, {}));
  }
  return problems;
}

std::optional<Problem> BalanceWeights::check() const {
  if (std::optional<Problem> problem = check_search(lowest_share, highest_share)) return problem;
  if (std::optional<Problem> problem = check_weights(target, "target")) return problem;
  const bool is_zero = std::ranges::none_of(target, [](const auto& entry) { return entry.second > 0; });
  if (!target.empty() && is_zero)
    return Problem{Code::ZeroWeights, "targets of 0", "a target above 0 for some component"};
  return std::nullopt;
}

std::optional<std::vector<double>> BalanceWeights::targets(std::span<const std::string> components) const {
  std::vector<double> targets;
  for (const std::string& id : components) {
    if (const double* part = find_number(target, id)) targets.push_back(*part);
  }
  if (targets.empty()) return std::vector<double>(components.size(), 1 / static_cast<double>(components.size()));
  const double total = std::accumulate(targets.begin(), targets.end(), 0.0);
  if (targets.size() < components.size() || !(total > 0)) return std::nullopt;
  for (double& part : targets) part /= total;
  return targets;
}

double BalanceWeights::distance(std::span<const double> relations, std::span<const double> targets) {
  const double total = std::accumulate(relations.begin(), relations.end(), 0.0);
  if (!(total > 0)) return std::numeric_limits<double>::infinity();
  double squares = 0;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const double off = targets[i] - relations[i] / total;
    squares += off * off;
  }
  return squares / static_cast<double>(relations.size());
}

std::optional<Problem> InfomaxWeights::check() const { return check_search(lowest_share, highest_share); }

}  // namespace podium
