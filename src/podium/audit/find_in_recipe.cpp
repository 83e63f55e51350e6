#include <algorithm>
#include <array>
#include <cmath>
#include <variant>

#include "podium/audit/finders.hpp"
#include "podium/audit/stages.hpp"

namespace podium {
namespace {

template <class Kind>
bool has_step(const Evidence& evidence) {
  return std::ranges::any_of(evidence.index.recipe.steps(),
                             [](const Step& step) { return std::holds_alternative<Kind>(step); });
}

void find_missing_treatment(const Evidence& evidence, Findings& findings) {
  if (has_step<Treat>(evidence)) return;
  Finding finding = evidence.finding(FindingKind::NoTreatment, Gravity::Note, 3);
  std::size_t still_skewed = 0;
  std::size_t counting = 0;
  double most = 0;
  double weight = 0;
  for (const IndicatorMoments& moments : evidence.audit.moments) {
    if (evidence.weight(moments.indicator) == 0) continue;
    ++counting;
    if (!moments.is_skewed_after) continue;
    weight += evidence.weight(moments.indicator);
    if (moments.has_skewed_scores) ++still_skewed;
    if (std::abs(moments.after.skewness) > std::abs(most)) {
      most = moments.after.skewness;
      finding.nodes.insert(finding.nodes.begin(), moments.indicator);
    } else {
      finding.nodes.push_back(moments.indicator);
    }
  }
  if (finding.nodes.empty()) return;
  if (2 * still_skewed > finding.nodes.size()) finding.gravity = Gravity::Moderate;
  finding.numbers = {{"skewed", number_of(finding.nodes.size())},
                     {"indicators", number_of(counting)},
                     {"still_skewed", number_of(still_skewed)},
                     {"skewness", most}};
  finding.extent = weight;
  findings.push_back(std::move(finding));
}

/// Methods whose scores do not depend on who else is in the period.
constexpr std::array<std::string_view, 4> kFixedMethods = {"goalposts", "scaled", "bands", "none"};

bool depends_on_period(const Normalise& step, const Hierarchy& hierarchy, Series indicator) {
  if (step.over != Over::Period) return false;
  const std::string& id = hierarchy.node(indicator).id;
  if (std::ranges::any_of(step.frozen, [&](const auto& frame) { return frame.first == id; })) return false;
  return std::visit(
      [](const auto& method) {
        return std::ranges::find(kFixedMethods, std::decay_t<decltype(method)>::doc.name) == kFixedMethods.end();
      },
      step.method.method_of(hierarchy, indicator));
}

void find_periods_that_do_not_compare(const Evidence& evidence, Findings& findings) {
  const Hierarchy& hierarchy = evidence.index.hierarchy;
  const std::size_t periods = evidence.computed.ranking.panel().periods().size();
  if (periods < 2) return;
  Finding finding = evidence.finding(FindingKind::PeriodsNotComparable, Gravity::Note, 5);
  for (const Step& step : evidence.index.recipe.steps()) {
    const auto* normalise = std::get_if<Normalise>(&step);
    if (normalise == nullptr) continue;
    for (const Series indicator : select_indicators(hierarchy, normalise->only, normalise->except)) {
      if (evidence.weight(indicator) == 0 || !depends_on_period(*normalise, hierarchy, indicator)) continue;
      finding.nodes.push_back(indicator);
      finding.extent += evidence.weight(indicator);
    }
  }
  if (finding.nodes.empty()) return;
  finding.numbers = {{"indicators", number_of(finding.nodes.size())}, {"periods", number_of(periods)}};
  findings.push_back(std::move(finding));
}

void find_unargued_weights(const Evidence& evidence, Findings& findings) {
  if (has_step<WeightStep>(evidence)) return;
  const Panel& scores = evidence.computed.ranking.panel();
  std::vector<Series> indicators = counting_indicators(evidence.index.hierarchy, scores, evidence.audit.time);
  if (indicators.size() < 2) return;
  std::ranges::stable_sort(indicators, std::ranges::greater(), [&](Series series) { return evidence.weight(series); });
  Finding finding = evidence.finding(FindingKind::WeightsUnargued, Gravity::Note, 6);
  finding.nodes = {indicators.front(), indicators.back()};
  finding.numbers = {{"indicators", number_of(indicators.size())},
                     {"largest", evidence.weight(indicators.front())},
                     {"smallest", evidence.weight(indicators.back())}};
  findings.push_back(std::move(finding));
}

}  // namespace

void find_in_recipe(const Evidence& evidence, Findings& findings) {
  find_missing_treatment(evidence, findings);
  find_periods_that_do_not_compare(evidence, findings);
  find_unargued_weights(evidence, findings);
}

}  // namespace podium
