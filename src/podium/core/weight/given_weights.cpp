#include "podium/core/weight/given_weights.hpp"

namespace podium {

Weighed replace_weights(const Siblings& siblings, const NodeValues& weights) {
  Weighed weighed{.weights = {siblings.weights.begin(), siblings.weights.end()}};
  bool names_any = false;
  for (std::size_t i = 0; i < siblings.ids.size(); ++i) {
    if (const double* weight = find_number(weights, siblings.ids[i])) {
      weighed.weights[i] = *weight;
      names_any = true;
    }
  }
  return names_any ? weighed : Weighed{};
}

std::optional<Problem> WeightSet::check() const {
  if (set.empty()) return Problem{Code::MissingKey, "no set", "set = \"NAME\" of a table [weights.NAME]"};
  if (weights.empty()) {
    return Problem{Code::UnknownWeightSet, "set " + quoted(set) + " without weights",
                   "a table [weights." + set + "] with a number for each component"};
  }
  return check_weights(weights, "weight");
}

}  // namespace podium
