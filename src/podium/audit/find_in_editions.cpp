#include <algorithm>
#include <map>
#include <set>

#include "podium/audit/finders.hpp"

namespace podium {
namespace {

/// The editions in the order of their release.
std::vector<EditionAt> by_release(const Index& index, const std::set<EditionAt>& editions) {
  std::vector<EditionAt> order(editions.begin(), editions.end());
  std::ranges::stable_sort(order, {}, [&](EditionAt edition) { return index.editions[at(edition)].released; });
  return order;
}

/// Two releases of one publisher in the ranking of one period.
void find_mixed_editions(const Evidence& evidence, Findings& findings) {
  const Index& index = evidence.index;
  std::map<std::string, std::set<EditionAt>> by_publisher;
  std::map<std::string, std::vector<Series>> indicators;
  for (const Series indicator : index.hierarchy.indicators()) {
    const auto edition = evidence.computed.selection.edition(indicator, evidence.audit.time);
    if (!edition || evidence.weight(indicator) == 0) continue;
    const std::string& publisher = index.editions[at(*edition)].publisher;
    by_publisher[publisher].insert(*edition);
    indicators[publisher].push_back(indicator);
  }
  for (const auto& [publisher, editions] : by_publisher) {
    if (editions.size() < 2) continue;
    Finding finding = evidence.finding(FindingKind::MixedEditions, Gravity::Note, 2);
    finding.nodes = indicators[publisher];
    finding.editions = by_release(index, editions);
    finding.numbers = {{"editions", number_of(editions.size())}, {"indicators", number_of(finding.nodes.size())}};
    for (const Series indicator : finding.nodes) finding.extent += evidence.weight(indicator);
    findings.push_back(std::move(finding));
  }
}

/// An indicator whose periods come from different releases: a change over time may be a restatement.
void find_editions_over_time(const Evidence& evidence, Findings& findings) {
  const Index& index = evidence.index;
  const Panel& panel = evidence.computed.selection.panel();
  for (const Series indicator : index.hierarchy.indicators()) {
    std::set<EditionAt> editions;
    std::size_t periods = 0;
    for (const Time time : all_periods(panel)) {
      const auto edition = evidence.computed.selection.edition(indicator, time);
      if (!edition) continue;
      editions.insert(*edition);
      ++periods;
    }
    if (editions.size() < 2 || evidence.weight(indicator) == 0) continue;
    Finding finding = evidence.finding(FindingKind::EditionsOverTime, Gravity::Note, 2);
    finding.nodes = {indicator};
    finding.editions = by_release(index, editions);
    finding.numbers = {{"editions", number_of(editions.size())}, {"periods", number_of(periods)}};
    finding.extent = evidence.weight(indicator);
    findings.push_back(std::move(finding));
  }
}

void find_unsettled_figures(const Evidence& evidence, Findings& findings) {
  const Index& index = evidence.index;
  const Panel& panel = evidence.computed.selection.panel();
  std::size_t figures = 0;
  std::map<Status, std::size_t> counts;
  std::set<Series> indicators;
  for (const Series indicator : index.hierarchy.indicators()) {
    if (evidence.weight(indicator) == 0) continue;
    for (const Unit unit : all_units(panel)) {
      const auto origin = evidence.computed.selection.origin(indicator, evidence.audit.time, unit);
      if (!origin) continue;
      ++figures;
      const Status status = index.observation(*origin).status;
      ++counts[status];
      if (status == Status::Provisional || status == Status::Estimated || status == Status::Break) {
        indicators.insert(indicator);
      }
    }
  }
  const std::size_t unsettled = counts[Status::Provisional] + counts[Status::Estimated] + counts[Status::Break];
  if (unsettled == 0) return;
  const double share = number_of(unsettled) / number_of(figures);
  Finding finding = evidence.finding(FindingKind::Unsettled, share > 0.25 ? Gravity::Moderate : Gravity::Note, 2);
  finding.nodes.assign(indicators.begin(), indicators.end());
  finding.numbers = {{"provisional", number_of(counts[Status::Provisional])},
                     {"estimated", number_of(counts[Status::Estimated])},
                     {"broken", number_of(counts[Status::Break])},
                     {"figures", number_of(figures)}};
  finding.extent = share;
  findings.push_back(std::move(finding));
}

}  // namespace

void find_in_editions(const Evidence& evidence, Findings& findings) {
  find_mixed_editions(evidence, findings);
  find_editions_over_time(evidence, findings);
  find_unsettled_figures(evidence, findings);
}

}  // namespace podium
