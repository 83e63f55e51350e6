#include <algorithm>
#include <cmath>

#include "podium/audit/finders.hpp"

namespace podium {
namespace {

/// With fewer units a correlation is an accident.
constexpr std::size_t kLeastPairs = 10;

/// For each indicator and the index: the denominator that it follows most.
void find_size_driven(const Evidence& evidence, Findings& findings) {
  const AuditOptions& options = evidence.audit.options;
  const Series root = evidence.index.hierarchy.root();
  const SeriesPair* strongest = nullptr;
  const auto report = [&] {
    if (strongest == nullptr) return;
    const bool is_index = strongest->first == root;
    Finding finding = evidence.finding(FindingKind::SizeDriven, is_index ? Gravity::Serious : Gravity::Moderate, 9);
    finding.nodes = {strongest->first, strongest->second};
    finding.numbers = {{"r", strongest->correlation.r}, {"pairs", number_of(strongest->correlation.pairs)}};
    finding.extent = is_index ? 1 : evidence.weight(strongest->first);
    findings.push_back(std::move(finding));
    strongest = nullptr;
  };
  for (const SeriesPair& pair : evidence.audit.correlations.with_denominators) {
    if (strongest != nullptr && strongest->first != pair.first) report();
    const double r = std::abs(pair.correlation.r);
    if (!(r >= options.size) || !(pair.p_adjusted < options.significance)) continue;
    if (pair.correlation.pairs < kLeastPairs || evidence.weight(pair.first) == 0) continue;
    if (strongest == nullptr || r > std::abs(strongest->correlation.r)) strongest = &pair;
  }
  report();
}

void find_redundant(const Evidence& evidence, Findings& findings) {
  for (const SeriesPair& pair : evidence.audit.correlations.siblings) {
    const bool counts = evidence.weight(pair.first) > 0 && evidence.weight(pair.second) > 0;
    if (!counts || pair.correlation.pairs < kLeastPairs) continue;
    const bool is_opposed = pair.correlation.r < 0 && pair.p_adjusted < evidence.audit.options.significance;
    const bool is_redundant = pair.correlation.r >= evidence.audit.options.redundant;
    if (!is_opposed && !is_redundant) continue;
    Finding finding =
        evidence.finding(is_opposed ? FindingKind::Opposed : FindingKind::Redundant, Gravity::Moderate, 4);
    finding.nodes = {pair.first, pair.second, *evidence.index.hierarchy.parent(pair.first)};
    finding.numbers = {{"r", pair.correlation.r},
                       {"pairs", number_of(pair.correlation.pairs)},
                       {"p_adjusted", pair.p_adjusted},
                       {"weight", evidence.weight(pair.first) + evidence.weight(pair.second)}};
    finding.extent = evidence.weight(pair.first) + evidence.weight(pair.second);
    findings.push_back(std::move(finding));
  }
}

void find_silent(const Evidence& evidence, Findings& findings) {
  for (const SeriesPair& pair : evidence.audit.correlations.with_index) {
    const double weight = evidence.weight(pair.first);
    const bool is_silent = pair.correlation.r < evidence.audit.options.silent;
    if (!is_silent || weight == 0 || pair.correlation.pairs < kLeastPairs) continue;
    const bool runs_against = pair.correlation.r < 0 && weight >= 0.05;
    Finding finding = evidence.finding(FindingKind::Silent, runs_against ? Gravity::Serious : Gravity::Moderate, 6);
    finding.nodes = {pair.first};
    finding.numbers = {{"r", pair.correlation.r},
                       {"pairs", number_of(pair.correlation.pairs)},
                       {"p_adjusted", pair.p_adjusted},
                       {"weight", weight}};
    finding.extent = weight;
    findings.push_back(std::move(finding));
  }
}

/// The component without which alpha would be highest, if that is higher than with it.
std::optional<std::size_t> misfit_of(const Reliability& reliability) {
  std::optional<std::size_t> misfit;
  double best = reliability.alpha;
  for (std::size_t i = 0; i < reliability.alpha_if_dropped.size(); ++i) {
    if (!(reliability.alpha_if_dropped[i] > best)) continue;
    best = reliability.alpha_if_dropped[i];
    misfit = i;
  }
  return misfit;
}

void find_loose_nodes(const Evidence& evidence, Findings& findings) {
  const AuditOptions& options = evidence.audit.options;
  for (const NodeStructure& structure : evidence.audit.structure) {
    if (structure.components.size() < 3 || !structure.components_found || evidence.weight(structure.node) == 0) {
      continue;
    }
    const double first = structure.components_found->shares.front();
    const double adequacy = structure.adequacy ? structure.adequacy->overall : kMissing;
    const int failed = (structure.reliability.alpha < options.alpha ? 1 : 0) +
                       (first < options.first_component ? 1 : 0) + (adequacy < options.adequacy ? 1 : 0);
    if (failed == 0) continue;
    Finding finding = evidence.finding(FindingKind::NotOneDimension, failed > 1 ? Gravity::Moderate : Gravity::Note, 4);
    finding.nodes = {structure.node};
    finding.numbers = {{"components", number_of(structure.components.size())},
                       {"alpha", structure.reliability.alpha},
                       {"first_component", first},
                       {"adequacy", adequacy}};
    if (const std::optional<std::size_t> misfit = misfit_of(structure.reliability)) {
      finding.nodes.push_back(structure.components[*misfit]);
      finding.numbers.push_back({"alpha_if_dropped", structure.reliability.alpha_if_dropped[*misfit]});
    }
    finding.extent = evidence.weight(structure.node);
    findings.push_back(std::move(finding));
  }
}

void find_outlying_units(const Evidence& evidence, Findings& findings) {
  const std::vector<OutlyingProfile>& profiles = evidence.audit.outlying.profiles;
  if (profiles.empty()) return;
  Finding finding = evidence.finding(FindingKind::OutlyingUnits, Gravity::Note, 8);
  for (const OutlyingProfile& profile : profiles) finding.units.push_back(profile.unit);
  finding.numbers = {{"units", number_of(profiles.size())},
                     {"ranked", number_of(evidence.audit.ranked)},
                     {"distance", std::sqrt(profiles.front().squared_distance)},
                     {"p_adjusted", profiles.front().p_adjusted}};
  finding.extent = number_of(profiles.size()) / number_of(evidence.audit.ranked);
  findings.push_back(std::move(finding));
}

}  // namespace

void find_in_correlations(const Evidence& evidence, Findings& findings) {
  find_size_driven(evidence, findings);
  find_redundant(evidence, findings);
  find_silent(evidence, findings);
  find_loose_nodes(evidence, findings);
  find_outlying_units(evidence, findings);
}

}  // namespace podium
