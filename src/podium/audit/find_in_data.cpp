#include <algorithm>

#include "podium/audit/finders.hpp"
#include "podium/core/weight/in_force.hpp"

namespace podium {
namespace {

void find_thin_indicators(const Evidence& evidence, Findings& findings) {
  for (const Series indicator : evidence.index.hierarchy.indicators()) {
    const CellCounts& counts = evidence.audit.availability.by_series[at(indicator)];
    const double share = counts.imputed_share();
    if (evidence.weight(indicator) == 0 || share < evidence.audit.options.thin_share) continue;
    const bool is_very_thin = share >= evidence.audit.options.very_thin_share;
    Finding finding =
        evidence.finding(FindingKind::ThinIndicator, is_very_thin ? Gravity::Serious : Gravity::Moderate, 3);
    finding.nodes = {indicator, *evidence.index.hierarchy.parent(indicator)};
    finding.numbers = {{"available", number_of(counts.reported + counts.carried)},
                       {"cells", number_of(counts.cells)},
                       {"imputed", number_of(counts.imputed)},
                       {"share", share_in_force(evidence.index.hierarchy, evidence.computed.ranking.panel(), indicator,
                                                evidence.audit.time)},
                       {"weight", evidence.weight(indicator)}};
    finding.extent = share * evidence.weight(indicator);
    findings.push_back(std::move(finding));
  }
}

void find_filled_ranks(const Evidence& evidence, Findings& findings) {
  const std::vector<double>& imputed = evidence.audit.availability.imputed_weight;
  std::vector<Unit> units;
  for (std::size_t unit = 0; unit < imputed.size(); ++unit) {
    if (imputed[unit] > evidence.audit.options.filled_weight) units.push_back(static_cast<Unit>(unit));
  }
  if (units.empty()) return;
  std::ranges::stable_sort(units, std::ranges::greater(), [&](Unit unit) { return imputed[at(unit)]; });
  const double share = number_of(units.size()) / number_of(evidence.audit.ranked);
  Finding finding = evidence.finding(FindingKind::FilledRanks, share > 0.25 ? Gravity::Serious : Gravity::Moderate, 3);
  finding.numbers = {{"units", number_of(units.size())},
                     {"ranked", number_of(evidence.audit.ranked)},
                     {"threshold", evidence.audit.options.filled_weight},
                     {"largest", imputed[at(units.front())]}};
  finding.units = std::move(units);
  finding.extent = share;
  findings.push_back(std::move(finding));
}

void find_carried_columns(const Evidence& evidence, Findings& findings) {
  Finding finding = evidence.finding(FindingKind::CarriedForward, Gravity::Note, 2);
  double weight = 0;
  std::size_t carried = 0;
  std::size_t cells = 0;
  for (const Series indicator : evidence.index.hierarchy.indicators()) {
    const CellCounts& counts = evidence.audit.availability.by_series[at(indicator)];
    if (evidence.weight(indicator) == 0 || counts.carried_share() < 0.5) continue;
    finding.nodes.push_back(indicator);
    weight += evidence.weight(indicator);
    carried += counts.carried;
    cells += counts.cells;
  }
  if (finding.nodes.empty()) return;
  if (weight >= 0.25) finding.gravity = Gravity::Moderate;
  finding.numbers = {{"indicators", number_of(finding.nodes.size())},
                     {"weight", weight},
                     {"carried", number_of(carried)},
                     {"cells", number_of(cells)}};
  finding.extent = weight;
  findings.push_back(std::move(finding));
}

/// Ranked units that lack a score which others have.
void find_unequal_basis(const Evidence& evidence, Findings& findings) {
  const Panel& scores = evidence.computed.ranking.panel();
  const Hierarchy& hierarchy = evidence.index.hierarchy;
  std::vector<std::pair<std::size_t, Unit>> lacking;
  std::size_t gaps = 0;
  for (const Unit unit : all_units(scores)) {
    if (is_missing(scores.value(hierarchy.root(), evidence.audit.time, unit))) continue;
    std::size_t missing = 0;
    for (const Series indicator : hierarchy.indicators()) {
      if (evidence.weight(indicator) > 0 && is_missing(scores.value(indicator, evidence.audit.time, unit))) ++missing;
    }
    if (missing > 0) lacking.emplace_back(missing, unit);
    gaps += missing;
  }
  if (lacking.empty()) return;
  std::ranges::stable_sort(lacking, std::ranges::greater(), &std::pair<std::size_t, Unit>::first);
  const double share = number_of(lacking.size()) / number_of(evidence.audit.ranked);
  Finding finding = evidence.finding(FindingKind::UnequalBasis, share > 0.25 ? Gravity::Moderate : Gravity::Note, 3);
  for (const auto& [missing, unit] : lacking) finding.units.push_back(unit);
  finding.numbers = {{"units", number_of(lacking.size())},
                     {"ranked", number_of(evidence.audit.ranked)},
                     {"gaps", number_of(gaps)},
                     {"largest", number_of(lacking.front().first)}};
  finding.extent = share;
  findings.push_back(std::move(finding));
}

}  // namespace

void find_in_data(const Evidence& evidence, Findings& findings) {
  find_thin_indicators(evidence, findings);
  find_filled_ranks(evidence, findings);
  find_carried_columns(evidence, findings);
  find_unequal_basis(evidence, findings);
}

}  // namespace podium
