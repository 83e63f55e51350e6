#include <algorithm>
#include <iterator>

#include "podium/audit/finders.hpp"

namespace podium {
namespace {

std::vector<ComponentImportance> components_of(const Audit& audit, Series parent) {
  std::vector<ComponentImportance> components;
  std::ranges::copy_if(audit.importance, std::back_inserter(components), [parent](const ComponentImportance& found) {
    return found.parent == parent && !is_missing(found.importance_share);
  });
  return components;
}

/// Siblings of which one explains much more, or much less, of their node than its weight says.
void find_unbalanced(const Evidence& evidence, Findings& findings) {
  const auto ratio = [](const ComponentImportance& found) { return found.importance_share / found.share; };
  const double factor = evidence.audit.options.importance_factor;
  for (const Series parent : evidence.index.hierarchy.aggregates()) {
    const std::vector<ComponentImportance> components = components_of(evidence.audit, parent);
    if (components.size() < 2) continue;
    const auto [least, most] = std::ranges::minmax_element(components, {}, ratio);
    if (ratio(*most) < factor && ratio(*least) > 1 / factor) continue;
    const bool is_root = parent == evidence.index.hierarchy.root();
    Finding finding =
        evidence.finding(FindingKind::UnbalancedImportance, is_root ? Gravity::Moderate : Gravity::Note, 6);
    finding.nodes = {parent, most->component, least->component};
    finding.numbers = {{"most_share", most->share},
                       {"most_explains", most->for_parent},
                       {"least_share", least->share},
                       {"least_explains", least->for_parent}};
    finding.extent = evidence.weight(parent);
    findings.push_back(std::move(finding));
  }
}

/// One component below the index explains nearly all of it, and no other comes near.
void find_dominance(const Evidence& evidence, Findings& findings) {
  const Series root = evidence.index.hierarchy.root();
  std::vector<ComponentImportance> components = components_of(evidence.audit, root);
  if (components.size() < 2) return;
  std::ranges::stable_sort(components, std::ranges::greater(), &ComponentImportance::for_index);
  const ComponentImportance& first = components[0];
  const ComponentImportance& second = components[1];
  if (first.for_index < 0.9 || second.for_index > 0.8 * first.for_index) return;
  Finding finding = evidence.finding(FindingKind::Dominated, Gravity::Moderate, 6);
  finding.nodes = {first.component, second.component};
  finding.numbers = {{"share", first.share}, {"explains", first.for_index}, {"second_explains", second.for_index}};
  finding.extent = first.for_index;
  findings.push_back(std::move(finding));
}

/// Ranks that hang on one indicator. Leaving out a whole pillar is another index, so that pillars are measured and not
/// held against it.
void find_fragility(const Evidence& evidence, Findings& findings) {
  const Audit& audit = evidence.audit;
  const double least = audit.options.removal_share * number_of(audit.ranked);
  std::vector<const Removal*> fragile;
  for (const Removal& removal : audit.removals) {
    if (evidence.index.hierarchy.is_indicator(removal.removed) && removal.mean_rank_change >= least) {
      fragile.push_back(&removal);
    }
  }
  if (fragile.empty()) return;
  std::ranges::stable_sort(fragile, std::ranges::greater(), &Removal::mean_rank_change);
  const Removal& worst = *fragile.front();
  Finding finding = evidence.finding(FindingKind::FragileToRemoval, Gravity::Moderate, 7);
  for (const Removal* removal : fragile) finding.nodes.push_back(removal->removed);
  finding.units = {worst.most_moved};
  const std::span<const Rank> ranks = evidence.computed.ranking.ranks(evidence.index.hierarchy.root(), audit.time);
  finding.numbers = {{"mean_change", worst.mean_rank_change},
                     {"ranked", number_of(audit.ranked)},
                     {"from", static_cast<double>(ranks[at(worst.most_moved)])},
                     {"to", static_cast<double>(worst.ranks[at(worst.most_moved)])},
                     {"weight", evidence.weight(worst.removed)}};
  finding.extent = worst.mean_rank_change / number_of(audit.ranked);
  findings.push_back(std::move(finding));
}

}  // namespace

void find_in_weights(const Evidence& evidence, Findings& findings) {
  find_unbalanced(evidence, findings);
  find_dominance(evidence, findings);
  find_fragility(evidence, findings);
}

}  // namespace podium
