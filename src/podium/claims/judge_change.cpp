#include <algorithm>
#include <cmath>

#include "podium/claims/judge_words.hpp"
#include "podium/claims/judging.hpp"
#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

using Kind = Verdict::Kind;

/// Two figures and what is derived from them.
struct FigurePair {
  OfficialFigure base{};
  OfficialFigure last{};
  double value = 0;
  ValueInterval interval{};

  bool is_of_one_edition() const { return base.edition == last.edition; }
};

double growth(double base, double last) { return (last / base - 1) * 100; }

ValueInterval growth(const OfficialFigure& base, const OfficialFigure& last) {
  const ValueInterval ratio = quotient(last.interval(), base.interval());
  return {(ratio.lower - 1) * 100, (ratio.upper - 1) * 100};
}

/// How far apart they are, in the series' unit.
ValueInterval difference(const OfficialFigure& base, const OfficialFigure& last) {
  const ValueInterval from = base.interval();
  const ValueInterval to = last.interval();
  return {to.lower - from.upper, to.upper - from.lower};
}

SeriesMeasure percent() { return {SeriesMeasure::Kind::Percent, 1, {}}; }

class ChangeJudge {
 public:
  explicit ChangeJudge(const JudgeTask& task) : task_(task), claim_(task.claim) {
    years_ = years_of_claim(task, claim_.unit, CitedFigure::Measure::Value);
    if (!years_) return;
    base_years_ = claim_.base_years ? *claim_.base_years : YearSpan{years_->first - 1, years_->last - 1};
    pair_up();
  }

  std::optional<Verdict> refusal() const {
    if (claim_.series.empty()) {
      return unverifiable({"No indicator is named that the index knows.", "이 지수가 아는 지표가 문장에 없습니다."});
    }
    if (is_amount() && !is_in_unit_of_series()) {
      return unverifiable(
          {"The change is not in the unit of the indicator.", "변화량의 단위가 지표의 단위와 다릅니다."});
    }
    if (pairs_.empty()) {
      return unverifiable(told("There are no figures of {0} for both years.",
                               "두 해의 {0} 수치가 모두 있는 판이 없습니다.",
                               {title_of(task_.figures, claim_.series)}));
    }
    return std::nullopt;
  }

  Verdict by_how_much() && {
    verdict_.printed = printed_interval(claim_.figure);
    if (claim_.direction < 0) verdict_.printed = times(verdict_.printed, -1);
    const bool has_one_edition = std::ranges::any_of(pairs_, &FigurePair::is_of_one_edition);
    verdict_.steps.push_back(print_text(verdict_.printed, is_amount() ? measure() : percent()));
    const FigurePair* inside = nullptr;
    const FigurePair* mixed = nullptr;
    for (const FigurePair& pair : pairs_) {
      const bool is_inside = verdict_.printed.overlaps(pair.interval);
      add_evidence(pair, is_inside);
      if (!is_inside) continue;
      const bool counts = pair.is_of_one_edition() || !has_one_edition;
      if (counts && (inside == nullptr || verdict_.printed.contains(pair.value))) inside = &pair;
      // Nobody mixes in what was not out yet.
      const bool was_out = task_.is_known_by_then(pair.base.edition) && task_.is_known_by_then(pair.last.edition);
      if (!counts && was_out && mixed == nullptr) mixed = &pair;
    }
    if (inside != nullptr) {
      const double stated = claim_.figure.value * (claim_.direction < 0 ? -1 : 1);
      verdict_.kind = is_same_value(inside->value, stated) ? Kind::Match : Kind::Rounded;
      verdict_.reason = told_pair(*inside);
      return std::move(verdict_);
    }
    verdict_.kind = Kind::Mismatch;
    tell_slip(mixed, has_one_edition);
    return std::move(verdict_);
  }

  Verdict which_way() && {
    const FigurePair* right = nullptr;
    const bool has_one_edition = std::ranges::any_of(pairs_, &FigurePair::is_of_one_edition);
    for (const FigurePair& pair : pairs_) {
      const bool goes_so = (pair.last.value - pair.base.value) * claim_.direction > 0;
      add_evidence(pair, goes_so);
      if (right == nullptr && goes_so && (pair.is_of_one_edition() || !has_one_edition)) right = &pair;
    }
    verdict_.kind = right != nullptr ? Kind::Match : Kind::Mismatch;
    if (right == nullptr) verdict_.slip = Slip::Direction;
    const FigurePair& told_one = right != nullptr ? *right : pairs_.front();
    verdict_.derived = told_one.value;
    verdict_.reason = right != nullptr
                          ? told_pair(told_one)
                          : told("It went the other way: {0}.", "방향이 반대입니다: {0}.", {told_pair(told_one)});
    return std::move(verdict_);
  }

 private:
  /// By how many billions or percentage points, not by how many percent.
  bool is_amount() const { return claim_.has_figure() && claim_.figure.kind != QuantityMention::Kind::Percent; }
  const SeriesMeasure& measure() const { return task_.figures.measure(claim_.series); }
  bool is_in_unit_of_series() const {
    using FigureKind = QuantityMention::Kind;
    switch (claim_.figure.kind) {
      case FigureKind::PercentPoint:
        return measure().kind == SeriesMeasure::Kind::Percent;
      case FigureKind::Money:
        return measure().kind == SeriesMeasure::Kind::Money &&
               (claim_.figure.currency.empty() || claim_.figure.currency == measure().currency);
      default:
        return measure().kind == SeriesMeasure::Kind::Number;
    }
  }

  /// Pairs of one edition before those of two, of the newest editions first; cited prints before longer figures.
  void pair_up() {
    const auto lasts = task_.figures.values(claim_.series, claim_.unit, *years_);
    const auto bases = task_.figures.values(claim_.series, claim_.unit, base_years_);
    for (const OfficialFigure& last : lasts) {
      for (const OfficialFigure& base : bases) {
        const bool is_usable = base.value != 0 && base.relation == CitedFigure::Relation::Equal &&
                               last.relation == CitedFigure::Relation::Equal &&
                               task_.edition(base.edition).publisher == task_.edition(last.edition).publisher;
        if (!is_usable) continue;
        if (is_amount()) {
          pairs_.push_back({base, last, last.value - base.value, difference(base, last)});
        } else {
          pairs_.push_back({base, last, growth(base.value, last.value), growth(base, last)});
        }
      }
    }
    std::ranges::reverse(pairs_);
    std::ranges::stable_sort(pairs_, {}, [&](const FigurePair& pair) {
      return std::pair(!pair.is_of_one_edition(), !task_.is_known_by_then(pair.last.edition));
    });
  }

  void tell_slip(const FigurePair* mixed, bool has_one_edition) {
    const bool is_other_way = has_one_edition && std::ranges::all_of(pairs_, [&](const FigurePair& pair) {
                                return !pair.is_of_one_edition() || pair.value * claim_.direction < 0;
                              });
    if (is_other_way) {
      verdict_.slip = Slip::Direction;
      verdict_.reason = told("Within one edition it went the other way: {0}.", "한 판 안에서는 방향이 반대입니다: {0}.",
                             {told_pair(pairs_.front())});
    } else if (mixed != nullptr) {
      verdict_.slip = Slip::EditionMix;
      verdict_.reason = told("Figures of two editions are mixed: {0}. Within one edition: {1}.",
                             "서로 다른 판의 수치를 섞었습니다: {0}. 한 판 안에서는: {1}.",
                             {told_pair(*mixed), told_pair(pairs_.front())});
    } else if (is_amount() || !tell_own_level(has_one_edition)) {
      verdict_.reason = told("By the figures: {0}.", "수치로는 이렇습니다: {0}.", {told_pair(pairs_.front())});
    }
    verdict_.steps.push_back(verdict_.reason);
  }

  /// The text's own figure, set beside an official one of the year before.
  bool tell_own_level(bool has_one_edition) {
    for (const Claim& level : task_.sentence()) {
      const bool is_of_it = level.kind == Claim::Kind::Level && level.series == claim_.series &&
                            level.unit == claim_.unit && level.has_figure() && level.span.begin != claim_.span.begin &&
                            (!level.years || level.years == years_);
      if (!is_of_it) continue;
      for (const FigurePair& pair : pairs_) {
        const ValueInterval printed = printed_interval(level.figure);
        const ValueInterval ratio = quotient(printed, pair.base.interval());
        const ValueInterval own{(ratio.lower - 1) * 100, (ratio.upper - 1) * 100};
        if (!own.overlaps(verdict_.printed)) continue;
        verdict_.slip = has_one_edition ? Slip::EditionMix : Slip::Arithmetic;
        verdict_.reason = told(
            "It compares the text's own figure with one of another edition: {0}, which gives {1}. By the figures: {2}.",
            "본문의 수치를 다른 판의 수치와 견주었습니다: {0}. 그러면 {1}입니다. 공식 수치로는: {2}.",
            {told_figure(task_.figures, pair.base), amount_of(growth(pair.base.value, level.figure.value), percent()),
             told_pair(pairs_.front())});
        return true;
      }
    }
    return false;
  }

  Text told_pair(const FigurePair& pair) const {
    const Text editions =
        pair.is_of_one_edition()
            ? told(task_.edition(pair.last.edition).title)
            : told("{0}; {1}", "{0}; {1}",
                   {told(task_.edition(pair.base.edition).title), told(task_.edition(pair.last.edition).title)});
    const std::string sign = pair.value > 0 ? "+" : "";
    // Growth of a balance that is negative says nothing.
    const bool is_difference = is_amount() || pair.base.value < 0 || pair.last.value < 0;
    const Text change = is_difference ? amount_of(pair.last.value - pair.base.value, measure())
                                      : told(sign + fixed(pair.value, 1) + "%");
    return told("{0} in {1} to {2} in {3}, {4} ({5})", "{1}년 {0}에서 {3}년 {2}로 {4} ({5})",
                {amount_of(pair.base.value, measure()), years_text(pair.base.years),
                 amount_of(pair.last.value, measure()), years_text(pair.last.years), change, editions});
  }

  void add_evidence(const FigurePair& pair, bool is_inside) {
    const Text text = told_pair(pair);
    const bool has_later_base = task_.edition(pair.base.edition).released > task_.edition(pair.last.edition).released;
    step(is_inside ? Text{"Fits: {0}.", "맞습니다: {0}."} : Text{"Does not fit: {0}.", "맞지 않습니다: {0}."}, {text});
    verdict_.evidence.push_back({.value = pair.value,
                                 .interval = pair.interval,
                                 .text = text,
                                 .edition = has_later_base ? pair.base.edition : pair.last.edition,
                                 .source = pair.last.source,
                                 .locator = std::string(pair.last.locator),
                                 .is_inside = is_inside});
  }

  void step(const Text& pattern, std::initializer_list<Text> values) {
    verdict_.steps.push_back(told(pattern.en, pattern.ko, values));
  }

  const JudgeTask& task_;
  const Claim& claim_;
  std::optional<YearSpan> years_;
  YearSpan base_years_{};
  std::vector<FigurePair> pairs_;
  Verdict verdict_;
};

}  // namespace

Verdict judge_change(const JudgeTask& task) {
  ChangeJudge judge(task);
  if (auto refused = judge.refusal()) return *std::move(refused);
  return std::move(judge).by_how_much();
}

Verdict judge_trend(const JudgeTask& task) {
  ChangeJudge judge(task);
  if (auto refused = judge.refusal()) return *std::move(refused);
  return std::move(judge).which_way();
}

}  // namespace podium
