#include "podium/audit/correlations.hpp"

#include <cmath>

#include "podium/audit/stages.hpp"

namespace podium {
namespace {

/// The columns that are compared: scores of nodes, known scores of indicators.
std::vector<std::vector<double>> columns_of(const Hierarchy& hierarchy, const Panel& scores, Time time) {
  std::vector<std::vector<double>> columns;
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    columns.push_back(known_figures(scores, static_cast<Series>(i), time));
  }
  return columns;
}

void correct(std::vector<SeriesPair>& pairs, TestCorrection correction) {
  std::vector<double> p_values;
  for (const SeriesPair& pair : pairs) p_values.push_back(pair.correlation.p);
  const std::vector<double> adjusted = corrected(correction, p_values);
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i].p_adjusted = adjusted[i];
}

std::vector<SeriesPair> pairs_with_denominators(const Index& index, const Computed& computed, Time time,
                                                CorrelationKind kind) {
  const Panel& selected = computed.selection.panel();
  const Panel before = before_treatment(index, computed);
  const Hierarchy& hierarchy = index.hierarchy;
  std::vector<SeriesPair> pairs;
  const auto compare = [&](Series series, std::span<const double> figures) {
    for (std::size_t i = hierarchy.size(); i < selected.series().size(); ++i) {
      const auto denominator = static_cast<Series>(i);
      pairs.push_back({series, denominator, correlate(kind, figures, selected.values(denominator, time))});
    }
  };
  for (const Series indicator : hierarchy.indicators()) {
    compare(indicator, directed_figures(before, hierarchy, indicator, time));
  }
  compare(hierarchy.root(), computed.ranking.panel().values(hierarchy.root(), time));
  return pairs;
}

}  // namespace

Correlations correlations_of(const Index& index, const Computed& computed, Time time, const AuditOptions& options) {
  const Hierarchy& hierarchy = index.hierarchy;
  const auto columns = columns_of(hierarchy, computed.ranking.panel(), time);
  const auto pair_of = [&](Series first, Series second) {
    return SeriesPair{first, second, correlate(options.correlation, columns[at(first)], columns[at(second)])};
  };
  const auto add_pairs = [&](std::vector<SeriesPair>& pairs, std::span<const Series> members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) pairs.push_back(pair_of(members[i], members[j]));
    }
  };
  Correlations found{options.correlation, options.correction, {}, {}, {}, {}, {}};
  for (const Series node : hierarchy.aggregates()) add_pairs(found.siblings, hierarchy.children(node));
  add_pairs(found.indicators, hierarchy.indicators());
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    const auto node = static_cast<Series>(i);
    const std::optional<Series> parent = hierarchy.parent(node);
    if (!parent) continue;
    found.with_parents.push_back(pair_of(node, *parent));
    found.with_index.push_back(pair_of(node, hierarchy.root()));
  }
  found.with_denominators = pairs_with_denominators(index, computed, time, options.denominator_correlation);
  for (auto* pairs :
       {&found.siblings, &found.indicators, &found.with_parents, &found.with_index, &found.with_denominators}) {
    correct(*pairs, options.correction);
  }
  return found;
}

std::vector<SeriesPair> flagged(std::span<const SeriesPair> pairs, PairFlag flag, double threshold) {
  std::vector<SeriesPair> chosen;
  for (const SeriesPair& pair : pairs) {
    const double r = pair.correlation.r;
    const bool is_chosen = (flag == PairFlag::High && std::abs(r) > threshold) ||
                           (flag == PairFlag::Low && std::abs(r) < threshold) ||
                           (flag == PairFlag::Negative && r < -threshold);
    if (is_chosen) chosen.push_back(pair);
  }
  return chosen;
}

}  // namespace podium
