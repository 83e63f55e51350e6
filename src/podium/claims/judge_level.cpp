#include <algorithm>
#include <cmath>

#include "podium/claims/judge_words.hpp"
#include "podium/claims/judging.hpp"
#include "podium/claims/printed_interval.hpp"
#include "podium/claims/slips.hpp"

namespace podium {
namespace {

using Kind = Verdict::Kind;
using Measure = CitedFigure::Measure;

/// A day's rate of exchange strays so far from the mean of its month.
constexpr double kDayFromMonth = 0.03;

bool is_inside(const OfficialFigure& figure, const ValueInterval& printed) {
  switch (figure.relation) {
    case CitedFigure::Relation::Below:
      return printed.lower < figure.value;
    case CitedFigure::Relation::Above:
      return printed.upper > figure.value;
    case CitedFigure::Relation::Equal:
      break;
  }
  return printed.contains(figure.value);
}

class LevelJudge {
 public:
  explicit LevelJudge(const JudgeTask& task) : task_(task), claim_(task.claim) {
    verdict_.printed = printed_interval(claim_.figure);
    if (!turns_sign()) return;
    verdict_.printed = times(verdict_.printed, -1);
    stated_ = -stated_;
  }

  Verdict judge() && {
    if (claim_.series.empty()) {
      return unverifiable({"No indicator is named that the index knows.", "이 지수가 아는 지표가 문장에 없습니다."});
    }
    if (claim_.unit.empty()) {
      return unverifiable({"It is not said whose figure this is.", "누구의 수치인지 나와 있지 않습니다."});
    }
    if (claim_.is_sum) return unverifiable({"It is a sum of several figures.", "여러 수치를 더한 값입니다."});
    if (claim_.is_part_of_year) {
      return unverifiable({"It is about a part of a year; the figures are of whole years.",
                           "한 해의 일부에 관한 수치입니다. 대조할 수치는 한 해 단위입니다."});
    }
    if (!convert()) {
      return unverifiable({"There is no rate of exchange for its currency.", "이 통화의 환율 자료가 없습니다."});
    }
    find_official();
    if (official_.empty()) return without_official();
    decide();
    return std::move(verdict_);
  }

 private:
  /// A series that is itself of deficits has positive figures of them.
  bool turns_sign() const {
    if (!claim_.is_deficit) return false;
    const Text title = title_of(task_.figures, claim_.series);
    const auto has = [](const std::string& text, const char* word) { return text.find(word) != std::string::npos; };
    return !has(title.ko, "적자") && !has(title.ko, "유출") && !has(title.en, "eficit") && !has(title.en, "utflow") &&
           !has(title.en, "et loss");
  }
  const SeriesMeasure& measure() const { return task_.figures.measure(claim_.series); }

  /// Into the currency of the series, with the days of a month apart.
  bool convert() {
    const std::string_view currency = currency_of_text();
    if (measure().kind != SeriesMeasure::Kind::Money || currency == measure().currency) return true;
    const Date day = task_.published.value_or(Date{});
    const auto rate = task_.figures.exchange_rate(currency, measure().currency, day);
    if (!rate) return false;
    verdict_.printed = times(verdict_.printed, *rate);
    verdict_.printed.lower -= std::abs(verdict_.printed.lower) * kDayFromMonth;
    verdict_.printed.upper += std::abs(verdict_.printed.upper) * kDayFromMonth;
    is_converted_ = true;
    step({"The amount is in another currency: {0} at the mean rate of the month, and 3 % to either side.",
          "통화가 다르므로 그달 평균 환율({0})로 바꾸고 위아래로 3%를 더 둡니다."},
         {told(significant(*rate))});
    return true;
  }
  std::string_view currency_of_text() const {
    if (!claim_.figure.currency.empty()) return claim_.figure.currency;
    return claim_.figure.currency_kind == "dollar" ? std::string_view("USD") : std::string_view(measure().currency);
  }

  void find_official() {
    years_ = years_of_claim(task_, claim_.unit, Measure::Value);
    if (!years_) return;
    official_ = task_.figures.values(claim_.series, claim_.unit, *years_);
    if (claim_.is_yearly && years_->first != years_->last) {
      for (OfficialFigure& figure : official_) per_year(figure);
    }
  }
  static void per_year(OfficialFigure& figure) {
    const double years = figure.years.count();
    figure.value /= years;
    figure.step /= years;
  }

  Verdict without_official() {
    if (claim_.is_yearly && years_) {
      for (OfficialFigure figure : task_.figures.of(claim_.series, claim_.unit)) {
        const bool is_span = figure.measure == Measure::Value && figure.years.first != figure.years.last;
        if (!is_span) continue;
        const Text whole = told_figure(task_.figures, figure);
        per_year(figure);
        if (!is_inside(figure, verdict_.printed)) continue;
        verdict_.kind = Kind::Mismatch;
        verdict_.slip = Slip::OtherPeriod;
        verdict_.reason =
            told("It is the yearly mean of another span: {0}; the text says {1}.",
                 "다른 기간의 연평균입니다: {0}. 본문은 {1}년이라고 합니다.", {whole, years_text(*years_)});
        verdict_.evidence.push_back(evidence_of(task_.figures, figure, verdict_.printed));
        return std::move(verdict_);
      }
    }
    const Text what = title_of(task_.figures, claim_.series);
    const Text who = name_of(task_.figures, claim_.unit);
    if (years_) {
      return unverifiable(told("No edition has a figure of {0} for {1}, {2}.",
                               "{1}의 {2}년 {0} 수치를 담은 판이 없습니다.", {what, who, years_text(*years_)}));
    }
    return unverifiable(
        told("No edition has a figure of {0} for {1}.", "{1}의 {0} 수치를 담은 판이 없습니다.", {what, who}));
  }

  void decide() {
    std::vector<EditionAt> editions;
    for (const OfficialFigure& figure : official_) editions.push_back(figure.edition);
    counting_ = task_.counting(editions);
    std::ranges::stable_sort(official_, {}, [&](const OfficialFigure& figure) { return place_of(figure); });
    verdict_.steps.push_back(print_text(verdict_.printed, measure()));
    bool has_counting = false;
    bool is_in_counting = false;
    bool is_in_any = false;
    std::optional<std::size_t> equal;
    for (const OfficialFigure& figure : official_) {
      ClaimEvidence evidence = evidence_of(task_.figures, figure, verdict_.printed);
      evidence.is_inside = is_inside(figure, verdict_.printed);
      const bool counts = counting_ && figure.edition == *counting_;
      has_counting |= counts;
      is_in_counting |= counts && evidence.is_inside;
      is_in_any |= evidence.is_inside;
      const bool is_equal = evidence.is_inside && !is_converted_ && is_same_value(figure.value, stated_) &&
                            (counts || !counting_ || !is_in_counting);
      if (is_equal && !equal) equal = verdict_.evidence.size();
      step(evidence.is_inside ? Text{"Inside: {0}.", "안에 있습니다: {0}."}
                              : Text{"Outside: {0}.", "밖에 있습니다: {0}."},
           {evidence.text});
      verdict_.evidence.push_back(std::move(evidence));
    }
    const bool is_right = has_counting ? is_in_counting : is_in_any;
    const auto is_out = [&](const OfficialFigure& figure) { return task_.is_known_by_then(figure.edition); };
    if (!is_in_any && std::ranges::none_of(official_, is_out)) {
      verdict_ = unverifiable_by_then(std::move(verdict_));
      return;
    }
    if (!is_in_any) return tell_mismatch();
    if (const auto reason = wrong_denominator()) {
      verdict_.kind = Kind::Mismatch;
      verdict_.slip = Slip::Denominator;
      verdict_.reason = *reason;
      return;
    }
    if (equal)
      std::rotate(verdict_.evidence.begin(), verdict_.evidence.begin() + static_cast<std::ptrdiff_t>(*equal),
                  verdict_.evidence.begin() + static_cast<std::ptrdiff_t>(*equal) + 1);
    bring_inside_first();
    verdict_.kind = !is_right ? Kind::OtherEdition : equal ? Kind::Match : Kind::Rounded;
    verdict_.reason = verdict_.evidence.front().text;
  }

  /// The figures that count first, then those that were out by then, the newest first.
  int place_of(const OfficialFigure& figure) const {
    if (counting_ && figure.edition == *counting_) return 0;
    return task_.is_known_by_then(figure.edition) ? 1 : 2;
  }
  void bring_inside_first() {
    std::ranges::stable_sort(verdict_.evidence, {}, [](const ClaimEvidence& one) { return !one.is_inside; });
  }

  void tell_mismatch() {
    verdict_.kind = Kind::Mismatch;
    const bool is_bounded = std::isfinite(verdict_.printed.lower) && std::isfinite(verdict_.printed.upper);
    const SlipFound slip =
        !is_bounded ? SlipFound{} : find_slip(claim_, verdict_.printed, official_, task_.figures, task_.published);
    verdict_.slip = slip.slip;
    if (const auto reason = wrong_denominator()) {
      verdict_.slip = Slip::Denominator;
      verdict_.reason = *reason;
    } else if (const auto figure = in_other_currency()) {
      verdict_.slip = Slip::OtherCurrency;
      verdict_.reason = told("The amount is in {1}, not in {2}: {0}.", "{2}가 아니라 {1} 금액입니다: {0}.",
                             {told_figure(task_.figures, *figure), told(measure().currency), told(currency_of_text())});
    } else if (slip.slip != Slip::None) {
      verdict_.reason = slip.text;
      verdict_.steps.push_back(slip.text);
      if (slip.figure) verdict_.evidence.push_back(evidence_of(task_.figures, *slip.figure, verdict_.printed));
    } else {
      std::ranges::stable_sort(verdict_.evidence, {}, [&](const ClaimEvidence& one) { return distance_to(one.value); });
      verdict_.reason =
          told("The nearest official figure: {0}.", "가장 가까운 공식 수치: {0}.", {verdict_.evidence.front().text});
    }
  }

  /// "13억9000만원" where the figure is 13.9억 dollars.
  std::optional<OfficialFigure> in_other_currency() const {
    if (!is_converted_) return std::nullopt;
    const ValueInterval unconverted = printed_interval(claim_.figure);
    const auto same =
        std::ranges::find_if(official_, [&](const OfficialFigure& figure) { return is_inside(figure, unconverted); });
    return same == official_.end() ? std::nullopt : std::optional(*same);
  }

  double distance_to(double value) const {
    return std::max({0.0, verdict_.printed.lower - value, value - verdict_.printed.upper});
  }

  /// The text counts by another base than the series does.
  std::optional<Text> wrong_denominator() const {
    const Lexicon::NamedSeries* series = task_.figures.series(claim_.series);
    if (!claim_.per || series == nullptr || !series->per) return std::nullopt;
    const bool is_other_base = !claim_.per->base.empty() && claim_.per->base != series->per->base;
    const bool is_other_count = !is_missing(claim_.per->count) && claim_.per->count != series->per->count;
    if (!is_other_base && !is_other_count) return std::nullopt;
    return told("The figure is counted {0}, not as the text says.", "이 수치는 {0} 기준입니다. 본문의 분모와 다릅니다.",
                {base_text(*series)});
  }
  /// "per 10,000 LinkedIn members", 링크드인 회원 10,000당.
  Text base_text(const Lexicon::NamedSeries& series) const {
    Text text = told(series.unit_of_measure);
    const std::vector<Lexicon::NamedBase>& bases = task_.figures.book().lexicon.bases;
    const auto base = std::ranges::find(bases, series.per->base, &Lexicon::NamedBase::id);
    if (base == bases.end() || base->names.ko.empty()) return text;
    const std::string& fullest = *std::ranges::max_element(base->names.ko, {}, &std::string::size);
    text.ko = fullest + " " + significant(series.per->count) + "당";
    return text;
  }

  void step(const Text& pattern, std::initializer_list<Text> values) {
    verdict_.steps.push_back(told(pattern.en, pattern.ko, values));
  }

  const JudgeTask& task_;
  const Claim& claim_;
  double stated_ = claim_.figure.value;
  Verdict verdict_;
  std::optional<YearSpan> years_;
  std::vector<OfficialFigure> official_;
  std::optional<EditionAt> counting_;
  bool is_converted_ = false;
};

}  // namespace

Verdict judge_level(const JudgeTask& task) { return LevelJudge(task).judge(); }

}  // namespace podium
