#include <algorithm>
#include <cmath>

#include "podium/claims/implied_rate.hpp"
#include "podium/claims/judge_words.hpp"
#include "podium/claims/judging.hpp"
#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

using Kind = Verdict::Kind;

/// A day's rate of exchange strays so far from the mean of its month.
constexpr double kDayFromMonth = 0.03;

std::optional<double> rate_of_month(const JudgeTask& task, const ImpliedRate& rate) {
  if (!task.published) return std::nullopt;
  return task.figures.exchange_rate(rate.from, rate.to, *task.published);
}

ValueInterval around(double value) { return {value * (1 - kDayFromMonth), value * (1 + kDayFromMonth)}; }

ClaimEvidence rate_evidence(const Text& text, const ValueInterval& interval, bool is_inside) {
  return {.value = (interval.lower + interval.upper) / 2, .interval = interval, .text = text, .is_inside = is_inside};
}

class ConversionJudge {
 public:
  ConversionJudge(const JudgeTask& task, const ImpliedRate& implied, const Verdict& source)
      : task_(task),
        implied_(implied),
        source_(source),
        common_(task.rates.common_with_others(task.position())),
        words_(implied.value, implied.from, implied.to) {
    verdict_.printed = printed_interval(task.claim.figure);
  }

  Verdict judge() && {
    step({"The text's own figures imply {0} ({1}).", "본문의 두 수치가 뜻하는 환율은 {0}입니다({1})."},
         {words_.rate(implied_.value), words_.range(implied_.interval)});
    if (common_) {
      step({"The text's other conversions share {0}.", "본문의 다른 환산은 {0}에서 일치합니다."},
           {words_.range(*common_)});
    }
    const std::optional<ValueInterval> rate = rate_to_use();
    if (!rate) {
      return unverifiable({"There is no rate of exchange to set beside it.", "견줄 환율 자료가 없습니다."});
    }
    const QuantityMention& from = task_.claims[*task_.claim.of].figure;
    if (const ClaimEvidence* official = official_source()) {
      const ValueInterval expected = product(official->interval, *rate);
      const bool fits = expected.overlaps(verdict_.printed);
      add_evidence(*official, expected, fits);
      if (!fits) return wrong(product({from.value, from.value}, *rate));
      return right();
    }
    const ValueInterval expected = product(printed_interval(from), *rate);
    const bool fits = expected.overlaps(verdict_.printed);
    add_rate(*rate, fits);
    return fits ? right() : wrong({0, 0});
  }

 private:
  /// What the text's other conversions share, if that is a rate of the month; otherwise the month's.
  std::optional<ValueInterval> rate_to_use() const {
    const auto of_month = rate_of_month(task_, implied_);
    if (common_ && (!of_month || around(*of_month).overlaps(*common_))) return common_;
    if (of_month) return around(*of_month);
    return std::nullopt;
  }

  const ClaimEvidence* official_source() const {
    const bool is_right = source_.kind == Kind::Match || source_.kind == Kind::Rounded;
    if (!is_right || source_.evidence.empty() || !source_.evidence.front().is_inside) return nullptr;
    return &source_.evidence.front();
  }

  Verdict right() {
    const bool has_rounded_source = source_.kind == Kind::Rounded;
    const bool has_few_digits = digits_of(task_.claim.figure.value, task_.claim.figure.step).size() <= 2;
    verdict_.kind = has_rounded_source || has_few_digits || common_ ? Kind::Rounded : Kind::Match;
    verdict_.reason =
        told("The conversion implies {0}.", "환산에 쓰인 환율은 {0}입니다.", {words_.rate(implied_.value)});
    return std::move(verdict_);
  }

  Verdict wrong(const ValueInterval& from_rounded) {
    verdict_.kind = Kind::Mismatch;
    if (from_rounded.overlaps(verdict_.printed)) {
      verdict_.slip = Slip::ConversionAfterRounding;
      verdict_.reason = told("The rounded figure was converted, not the figure itself: {0}.",
                             "반올림한 수치를 환산했습니다. 원래 수치로는: {0}.", {verdict_.evidence.front().text});
    } else {
      verdict_.slip = is_power_of_ten() ? Slip::PowerOfTen : Slip::Arithmetic;
      verdict_.reason = told("The two amounts do not belong together: {0}.", "두 금액이 서로 맞지 않습니다: {0}.",
                             {verdict_.evidence.front().text});
    }
    verdict_.steps.push_back(verdict_.reason);
    return std::move(verdict_);
  }
  bool is_power_of_ten() const {
    const auto of_month = rate_of_month(task_, implied_);
    if (!of_month) return false;
    return std::ranges::any_of(
        std::initializer_list<double>{10, 0.1, 100, 0.01, 1000, 0.001, 1e4, 1e-4},
        [&](double factor) { return around(*of_month).overlaps(times(implied_.interval, factor)); });
  }

  void add_evidence(const ClaimEvidence& official, const ValueInterval& expected, bool fits) {
    const SeriesMeasure money{SeriesMeasure::Kind::Money, 1, std::string(implied_.to)};
    ClaimEvidence evidence = official;
    evidence.text = told("{0}; converted {1} to {2}", "{0}; 환산하면 {1}~{2}",
                         {official.text, amount_of(expected.lower, money), amount_of(expected.upper, money)});
    evidence.interval = expected;
    evidence.value = (expected.lower + expected.upper) / 2;
    evidence.is_inside = fits;
    step({"{0}.", "{0}."}, {evidence.text});
    verdict_.evidence.push_back(std::move(evidence));
  }
  void add_rate(const ValueInterval& rate, bool fits) {
    const Text text = told("rates of exchange of the month or of the text's other conversions: {0}",
                           "그달 또는 본문의 다른 환산에 쓰인 환율: {0}", {words_.range(rate)});
    step({"{0}.", "{0}."}, {text});
    verdict_.evidence.push_back(rate_evidence(text, rate, fits));
  }
  void step(const Text& pattern, std::initializer_list<Text> values) {
    verdict_.steps.push_back(told(pattern.en, pattern.ko, values));
  }

  const JudgeTask& task_;
  const ImpliedRate& implied_;
  const Verdict& source_;
  std::optional<ValueInterval> common_;
  RateWords words_;
  Verdict verdict_;
};

}  // namespace

Verdict judge_conversion(const JudgeTask& task, std::span<const Verdict> verdicts) {
  const auto& implied = task.rates.of(task.position());
  if (!implied) return unverifiable({"The two currencies are not known.", "두 통화를 알 수 없습니다."});
  return ConversionJudge(task, *implied, verdicts[*task.claim.of]).judge();
}

/// "57,000 of which 16 % (about 9,120)": the share of the whole.
Verdict judge_product(const JudgeTask& task) {
  const Claim& share = task.claims[*task.claim.of];
  const QuantityMention& whole = *task.claim.whole;
  Verdict verdict{.printed = printed_interval(task.claim.figure)};
  const ValueInterval expected = times(product(printed_interval(whole), printed_interval(share.figure)), 0.01);
  const double value = whole.value * share.figure.value / 100;
  const bool fits = expected.overlaps(verdict.printed);
  verdict.kind = fits ? (verdict.printed.contains(value) ? Kind::Match : Kind::Rounded) : Kind::Mismatch;
  if (!fits) verdict.slip = Slip::Arithmetic;
  verdict.reason =
      told("{0} % of {1} is {2}.", "{1}의 {0}%는 {2}입니다.",
           {told(significant(share.figure.value)), told(significant(whole.value)), told(significant(value))});
  verdict.evidence.push_back({.value = value, .interval = expected, .text = verdict.reason, .is_inside = fits});
  return verdict;
}

void add_rates(std::vector<Claim>& claims, std::vector<Verdict>& verdicts, const ImpliedRates& rates,
               const JudgeContext& context) {
  const std::size_t all = claims.size();
  for (std::size_t i = 0; i < all; ++i) {
    const auto& implied = rates.of(i);
    if (!implied) continue;
    Claim claim{.kind = Claim::Kind::Rate, .span = claims[i].span, .sentence = claims[i].sentence, .of = i};
    claim.is_forecast = claims[i].is_forecast;
    const JudgeTask task{claims[i], claims, context.figures, context.published, rates};
    const auto of_month = rate_of_month(task, *implied);
    Verdict verdict{.printed = implied->interval, .derived = implied->value};
    if (!of_month) {
      verdict.reason = {"There is no rate of exchange to set beside it.", "견줄 환율 자료가 없습니다."};
    } else {
      const RateWords words(implied->value, implied->from, implied->to);
      const bool fits = around(*of_month).overlaps(implied->interval);
      verdict.kind = fits ? Kind::Rounded : Kind::Mismatch;
      verdict.reason = told("It implies {0}; the known rate of that time is {1}.",
                            "환산에 쓰인 환율은 {0}, 그 무렵 환율은 {1}입니다.",
                            {words.rate(implied->value), words.number(*of_month)});
      verdict.evidence.push_back(rate_evidence(verdict.reason, {*of_month, *of_month}, fits));
    }
    claims.push_back(std::move(claim));
    verdicts.push_back(std::move(verdict));
  }
}

}  // namespace podium
