#include "podium/audit/finding.hpp"

#include <algorithm>
#include <tuple>

#include "podium/audit/finders.hpp"
#include "podium/core/weight/in_force.hpp"

namespace podium {

double Finding::number(std::string_view name) const {
  const auto found = std::ranges::find(numbers, name, &NamedNumber::name);
  return found == numbers.end() ? kMissing : found->value;
}

std::vector<Finding> findings_of(const Index& index, const Computed& computed, const Audit& audit) {
  Evidence evidence{index, computed, audit, {}};
  for (std::size_t node = 0; node < index.hierarchy.size(); ++node) {
    evidence.weights.push_back(
        effective_weight_in_force(index.hierarchy, computed.ranking.panel(), static_cast<Series>(node), audit.time));
  }
  std::vector<Finding> findings;
  if (audit.ranked == 0) return findings;
  find_in_data(evidence, findings);
  find_in_editions(evidence, findings);
  find_in_scores(evidence, findings);
  find_in_recipe(evidence, findings);
  find_in_correlations(evidence, findings);
  find_in_weights(evidence, findings);
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return std::tuple(a.gravity, -a.extent, a.handbook_step, a.nodes) <
           std::tuple(b.gravity, -b.extent, b.handbook_step, b.nodes);
  });
  return findings;
}

}  // namespace podium
