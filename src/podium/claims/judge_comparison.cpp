#include <algorithm>
#include <cmath>

#include "podium/claims/judge_words.hpp"
#include "podium/claims/judging.hpp"
#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

/// What two figures of one edition give together.
struct FigureOfPair {
  double value = kMissing;
  ValueInterval interval{};
  Text text{};
};

/// "1.98 times the average" where 1.98 % is the unit's own figure.
std::optional<Verdict> taken_from_level(const JudgeTask& task, const ValueInterval& printed) {
  const Claim& claim = task.claim;
  const bool is_multiple = claim.figure.kind == QuantityMention::Kind::Multiple;
  if (!is_multiple || digits_of(claim.figure.value, claim.figure.step).size() < 3) return std::nullopt;
  const auto years = years_of_claim(task, claim.unit, CitedFigure::Measure::Value);
  if (!years) return std::nullopt;
  for (const OfficialFigure& level : task.figures.values(claim.series, claim.unit, *years)) {
    if (!printed.contains(level.value)) continue;
    Verdict verdict{.kind = Verdict::Kind::Mismatch, .slip = Slip::OtherMeasure, .printed = printed};
    verdict.reason = told("It is the figure itself, not a multiple: {0}.", "배수가 아니라 수치 자체입니다: {0}.",
                          {told_figure(task.figures, level)});
    verdict.steps.push_back(verdict.reason);
    verdict.evidence.push_back(evidence_of(task.figures, level, printed));
    return verdict;
  }
  return std::nullopt;
}

/// `compare` makes a FigureOfPair of two official figures, or nothing where that is not possible.
template <class Compare>
Verdict judge_comparison(const JudgeTask& task, const Compare& compare) {
  const Claim& claim = task.claim;
  if (!claim.series.empty() && !claim.unit.empty()) {
    if (auto verdict = taken_from_level(task, printed_interval(claim.figure))) return *std::move(verdict);
  }
  if (claim.series.empty() || claim.against.empty() || claim.unit.empty()) {
    return unverifiable(
        {"It is not said which two figures are compared.", "무엇과 무엇을 견주는지 나와 있지 않습니다."});
  }
  Verdict verdict{.printed = printed_interval(claim.figure)};
  const auto years = years_of_claim(task, claim.unit, CitedFigure::Measure::Value);
  if (!years) return unverifiable({"No edition has both figures.", "두 수치가 모두 있는 판이 없습니다."});
  bool is_equal = false;
  bool is_inside = false;
  for (const OfficialFigure& one : task.figures.values(claim.series, claim.unit, *years)) {
    for (const OfficialFigure& other : task.figures.values(claim.series, claim.against, *years)) {
      if (other.edition != one.edition) continue;
      const std::optional<FigureOfPair> compared = compare(one, other);
      if (!compared) continue;
      const bool fits = verdict.printed.overlaps(compared->interval);
      is_inside |= fits;
      is_equal |= fits && is_same_value(compared->value, claim.figure.value);
      const Text both =
          told("{0}; {1}", "{0}; {1}", {told_figure(task.figures, one), told_figure(task.figures, other)});
      verdict.evidence.push_back({.value = compared->value,
                                  .interval = compared->interval,
                                  .text = told("{0}: {1}", "{0}: {1}", {both, compared->text}),
                                  .edition = one.edition,
                                  .source = one.source,
                                  .locator = std::string(one.locator),
                                  .is_inside = fits});
      verdict.steps.push_back(told(fits ? "Fits: {0}." : "Does not fit: {0}.",
                                   fits ? "맞습니다: {0}." : "맞지 않습니다: {0}.", {verdict.evidence.back().text}));
    }
  }
  if (verdict.evidence.empty()) {
    return unverifiable({"No edition has both figures.", "두 수치가 모두 있는 판이 없습니다."});
  }
  std::ranges::stable_sort(verdict.evidence, {}, [&](const ClaimEvidence& one) {
    return std::pair(!one.is_inside, !is_same_value(one.value, claim.figure.value));
  });
  verdict.kind = is_equal ? Verdict::Kind::Match : is_inside ? Verdict::Kind::Rounded : Verdict::Kind::Mismatch;
  verdict.reason = verdict.evidence.front().text;
  return verdict;
}

}  // namespace

Verdict judge_ratio(const JudgeTask& task) {
  const bool is_percent = task.claim.figure.kind == QuantityMention::Kind::Percent;
  const double scale = is_percent ? 100 : 1;
  return judge_comparison(
      task, [&](const OfficialFigure& one, const OfficialFigure& other) -> std::optional<FigureOfPair> {
        if (!(other.interval().lower > 0)) return std::nullopt;
        const double value = one.value / other.value * scale;
        const Text shown =
            is_percent ? told(significant(value) + "%") : told("{0} times", "{0}배", {told(significant(value))});
        return FigureOfPair{value, times(quotient(one.interval(), other.interval()), scale), shown};
      });
}

Verdict judge_difference(const JudgeTask& task) {
  const SeriesMeasure& measure = task.figures.measure(task.claim.series);
  return judge_comparison(
      task, [&](const OfficialFigure& one, const OfficialFigure& other) -> std::optional<FigureOfPair> {
        const double difference = one.value - other.value;
        // "25 apart" says nothing of who is ahead.
        if (task.claim.direction * difference < 0) return std::nullopt;
        const double error = (one.step + other.step) / 2;
        const double value = std::abs(difference);
        return FigureOfPair{
            value, {value - error, value + error}, told("{0} apart", "차이 {0}", {amount_of(value, measure)})};
      });
}

}  // namespace podium
