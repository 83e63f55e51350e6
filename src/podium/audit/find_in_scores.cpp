#include <algorithm>

#include "podium/audit/finders.hpp"
#include "podium/audit/stages.hpp"

namespace podium {
namespace {

/// A best figure this many times its goalpost is worth a word although few units are capped.
constexpr double kFarBeyondGoalpost = 3;

/// Most units with a known figure share one score; or all do.
bool find_same_scores(const Evidence& evidence, Series indicator, Findings& findings) {
  const Summary known = summary_of(known_figures(evidence.computed.ranking.panel(), indicator, evidence.audit.time));
  if (known.available < 2 || known.most_frequent_share() < evidence.audit.options.same_share) return false;
  const bool is_constant = known.distinct == 1;
  Finding finding = is_constant ? evidence.finding(FindingKind::ConstantScores, Gravity::Serious, 5)
                                : evidence.finding(FindingKind::SameScores, Gravity::Moderate, 5);
  finding.nodes = {indicator};
  finding.numbers = {{"same", number_of(known.most_frequent)},
                     {"known", number_of(known.available)},
                     {"score", known.most_frequent_value},
                     {"weight", evidence.weight(indicator)}};
  finding.extent = evidence.weight(indicator) * known.most_frequent_share();
  findings.push_back(std::move(finding));
  return true;
}

/// The best figure as a multiple of the high goalpost; NaN where there is none or it is not above 0.
double multiple_of_goalpost(const Evidence& evidence, const IndicatorMoments& moments) {
  const NodeSpec& node = evidence.index.hierarchy.node(moments.indicator);
  if (!node.goalposts || node.direction < 0 || !(node.goalposts->upper > 0)) return kMissing;
  return moments.after.maximum / node.goalposts->upper;
}

/// The units that were held at the highest or the lowest score, the farthest beyond it first.
std::vector<Unit> capped_units(const Evidence& evidence, const IndicatorMoments& moments, FindingKind kind) {
  const Panel& scores = evidence.computed.ranking.panel();
  const Panel after = before_normalising(evidence.index, evidence.computed);
  const double bound = kind == FindingKind::CappedHigh ? moments.scores.maximum : moments.scores.minimum;
  std::vector<Unit> units;
  for (const Unit unit : all_units(scores)) {
    if (scores.history(moments.indicator, evidence.audit.time)[at(unit)].is_capped() &&
        scores.value(moments.indicator, evidence.audit.time, unit) == bound) {
      units.push_back(unit);
    }
  }
  const double sign = kind == FindingKind::CappedHigh ? 1 : -1;
  std::ranges::stable_sort(units, std::ranges::greater(), [&](Unit unit) {
    return sign * evidence.index.hierarchy.node(moments.indicator).direction *
           after.value(moments.indicator, evidence.audit.time, unit);
  });
  return units;
}

void find_capped(const Evidence& evidence, const IndicatorMoments& moments, FindingKind kind, Findings& findings) {
  const bool is_high = kind == FindingKind::CappedHigh;
  const std::size_t capped = is_high ? moments.capped_high : moments.capped_low;
  const double share = number_of(capped) / number_of(moments.scores.available);
  const bool are_many = share >= evidence.audit.options.capped_share;
  const double multiple = is_high && capped > 0 ? multiple_of_goalpost(evidence, moments) : kMissing;
  if (capped == 0 || (!are_many && !(multiple >= kFarBeyondGoalpost))) return;
  Finding finding = evidence.finding(kind, are_many ? Gravity::Moderate : Gravity::Note, 5);
  finding.nodes = {moments.indicator};
  finding.units = capped_units(evidence, moments, kind);
  finding.numbers = {{"capped", number_of(capped)},
                     {"scored", number_of(moments.scores.available)},
                     {"multiple", multiple},
                     {"weight", evidence.weight(moments.indicator)}};
  finding.extent = evidence.weight(moments.indicator) * share;
  findings.push_back(std::move(finding));
}

void find_skewed_scores(const Evidence& evidence, const IndicatorMoments& moments, Findings& findings) {
  // A column that is mostly one filled value is thin before it is skewed.
  const double imputed = evidence.audit.availability.by_series[at(moments.indicator)].imputed_share();
  if (!moments.has_skewed_scores || imputed >= evidence.audit.options.very_thin_share) return;
  Finding finding = evidence.finding(FindingKind::SkewedScores, Gravity::Moderate, 5);
  finding.nodes = {moments.indicator};
  finding.numbers = {{"skewness", moments.scores.skewness},
                     {"kurtosis", moments.scores.kurtosis},
                     {"median", moments.scores.median},
                     {"maximum", moments.scores.maximum},
                     {"weight", evidence.weight(moments.indicator)}};
  finding.extent = evidence.weight(moments.indicator) / 2;
  findings.push_back(std::move(finding));
}

}  // namespace

void find_in_scores(const Evidence& evidence, Findings& findings) {
  for (const IndicatorMoments& moments : evidence.audit.moments) {
    if (evidence.weight(moments.indicator) == 0 || moments.scores.available == 0) continue;
    find_capped(evidence, moments, FindingKind::CappedHigh, findings);
    find_capped(evidence, moments, FindingKind::CappedLow, findings);
    if (!find_same_scores(evidence, moments.indicator, findings)) find_skewed_scores(evidence, moments, findings);
  }
}

}  // namespace podium
