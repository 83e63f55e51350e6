#include "podium/claims/judge.hpp"

#include <algorithm>
#include <utility>

#include "podium/claims/judge_words.hpp"
#include "podium/claims/judging.hpp"
#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

bool is_of_place(Claim::Kind kind) {
  using Kind = Claim::Kind;
  return kind == Kind::Ranked || kind == Kind::Extremum || kind == Kind::Beyond || kind == Kind::Compared;
}

Verdict judged(const JudgeTask& task, std::span<const Verdict> verdicts) {
  using Kind = Claim::Kind;
  if (task.claim.is_within_group && is_of_place(task.claim.kind)) {
    return unverifiable({"It is said of a group of countries, whose members the index does not know.",
                         "일부 국가만 두고 한 말입니다. 어느 나라들인지 지수에 없습니다."});
  }
  if (task.claim.has_open_year) {
    return unverifiable({"The day of the text is not known, so its 'last year' is open.",
                         "글의 날짜를 몰라 '지난해' 같은 말이 어느 해인지 알 수 없습니다."});
  }
  switch (task.claim.kind) {
    case Kind::Level:
      return judge_level(task);
    case Kind::Change:
      return judge_change(task);
    case Kind::Trend:
      return judge_trend(task);
    case Kind::Ranked:
      return judge_rank(task);
    case Kind::RankChange:
      return judge_rank_change(task);
    case Kind::Extremum:
      return judge_extremum(task);
    case Kind::Member:
      return judge_member(task);
    case Kind::Beyond:
      return judge_beyond(task);
    case Kind::Compared:
      return judge_compared(task);
    case Kind::Ratio:
      return judge_ratio(task);
    case Kind::Difference:
      return judge_difference(task);
    case Kind::Conversion:
      return judge_conversion(task, verdicts);
    case Kind::Product:
      return judge_product(task);
    case Kind::Release:
      return judge_release(task);
    case Kind::Rate:
    case Kind::Aim:
      break;
  }
  return unverifiable(
      {"An aim or a condition: there is no figure to set beside it.", "목표이거나 조건입니다. 견줄 수치가 없습니다."});
}

bool is_right(const Verdict& verdict) {
  using Kind = Verdict::Kind;
  return verdict.kind == Kind::Match || verdict.kind == Kind::Rounded || verdict.kind == Kind::OtherEdition;
}

/// Where no unit has been named the figure may be the home unit's or that of all together.
Verdict judged_of_either(Claim& claim, const JudgeTask& task, std::span<const Verdict> verdicts) {
  Verdict verdict = judged(task, verdicts);
  const std::string& whole = task.figures.book().lexicon.whole;
  if (is_right(verdict) || whole.empty()) return verdict;
  const std::string home = std::exchange(claim.unit, whole);
  Verdict of_whole = judged(task, verdicts);
  if (is_right(of_whole)) return of_whole;
  claim.unit = home;
  claim.is_carried |= of_whole.kind != Verdict::Kind::Unverifiable;
  return verdict;
}

/// A figure of a sentence that does not say whose it is, or of what, is called wrong only if a slip with enough digits
/// explains it: otherwise it is more likely one of something else.
bool is_too_weak(const Claim& claim, const Verdict& verdict, const std::optional<Date>& published) {
  if (verdict.kind != Verdict::Kind::Mismatch) return false;
  const bool is_timeless = !published && !claim.edition && !claim.has_stated_years;
  if (!claim.is_carried && !is_timeless) return false;
  switch (verdict.slip) {
    case Slip::None:
    case Slip::OtherCurrency:
    case Slip::OtherIndicator:
      return true;
    case Slip::OtherPeriod:
      if (is_timeless) return true;
      [[fallthrough]];
    case Slip::PowerOfTen:
    case Slip::OtherUnit:
    case Slip::DigitSwap:
    case Slip::DigitSlip:
      return telling_digits(claim.figure) < 3;
    default:
      return false;
  }
}

/// All that speaks against the claim came out after the text.
bool rests_on_later_editions(const JudgeTask& task, const Verdict& verdict) {
  return verdict.kind == Verdict::Kind::Mismatch && !verdict.evidence.empty() &&
         std::ranges::all_of(verdict.evidence, [&](const ClaimEvidence& one) {
           return one.edition && !task.is_known_by_then(*one.edition);
         });
}

Verdict doubted(const Claim& claim, Verdict verdict, const OfficialFigures& figures) {
  verdict.kind = Verdict::Kind::Unverifiable;
  verdict.slip = Slip::None;
  verdict.reason = told("Its sentence does not say what it is; as {0}, {1}, it would not fit.",
                        "문장만으로는 무엇의 수치인지 알 수 없습니다. {1}의 {0} 수치로 보면 맞지 않습니다.",
                        {title_of(figures, claim.series), name_of(figures, claim.unit)});
  verdict.steps.push_back(verdict.reason);
  return verdict;
}

}  // namespace

std::optional<EditionAt> JudgeTask::counting(std::span<const EditionAt> editions) const {
  if (claim.edition && std::ranges::find(editions, *claim.edition) != editions.end()) return claim.edition;
  std::optional<EditionAt> newest;
  for (const EditionAt one : editions) {
    if (!is_known_by_then(one)) continue;
    if (!newest || edition(one).released > edition(*newest).released) newest = one;
  }
  return newest;
}

Verdict unverifiable(Text reason) { return {.kind = Verdict::Kind::Unverifiable, .reason = std::move(reason)}; }

std::optional<YearSpan> years_of_claim(const JudgeTask& task, std::string_view unit, CitedFigure::Measure measure) {
  const std::span<const OfficialFigure> all = task.figures.of(task.claim.series, unit);
  const auto is_of_measure = [&](const OfficialFigure& figure) { return figure.measure == measure; };
  const auto has = [&](YearSpan years) {
    return std::ranges::any_of(
        all, [&](const OfficialFigure& figure) { return is_of_measure(figure) && figure.years == years; });
  };
  if (task.claim.years && (task.claim.has_stated_years || has(*task.claim.years))) return task.claim.years;
  std::vector<EditionAt> editions;
  for (const OfficialFigure& figure : all) {
    if (is_of_measure(figure)) editions.push_back(figure.edition);
  }
  const std::optional<EditionAt> counting = task.counting(editions);
  std::optional<YearSpan> newest;
  for (const OfficialFigure& figure : all) {
    if (!is_of_measure(figure) || (counting && figure.edition != *counting)) continue;
    if (!newest || figure.years.last >= newest->last) newest = figure.years;
  }
  return newest ? newest : task.claim.years;
}

Verdict unverifiable_by_then(Verdict verdict) {
  verdict.kind = Verdict::Kind::Unverifiable;
  verdict.slip = Slip::None;
  verdict.reason = told("Only editions that came out later have a figure: {0}.",
                        "글이 나온 뒤에 나온 판에만 수치가 있습니다: {0}.", {verdict.evidence.front().text});
  return verdict;
}

Verdict judge_release(const JudgeTask& task) {
  const Edition& edition = task.edition(*task.claim.edition);
  const Date day = task.claim.day.value_or(Date{});
  const Date& released = edition.released;
  const bool is_right = day.day == released.day && (day.month == 0 || day.month == released.month) &&
                        (day.year == 0 || day.year == released.year);
  Verdict verdict{.kind = is_right ? Verdict::Kind::Match : Verdict::Kind::Mismatch};
  verdict.reason =
      told("{0} came out on {1}.", "{0} 발표일은 {1}입니다.", {told(edition.title), told(to_text(released))});
  verdict.evidence.push_back({.text = verdict.reason, .edition = task.claim.edition, .is_inside = is_right});
  return verdict;
}

std::vector<Verdict> judge(std::vector<Claim>& claims, const JudgeContext& context) {
  std::vector<Verdict> verdicts;
  const ImpliedRates rates(claims);
  for (Claim& claim : claims) {
    const JudgeTask task{
        .claim = claim, .claims = claims, .figures = context.figures, .published = context.published, .rates = rates};
    Verdict verdict = claim.has_assumed_unit ? judged_of_either(claim, task, verdicts) : judged(task, verdicts);
    verdict.years = claim.years;
    if (!claim.years && !claim.series.empty() && verdict.kind != Verdict::Kind::Unverifiable) {
      verdict.years = years_of_claim(task, claim.unit, CitedFigure::Measure::Value);
    }
    if (claim.is_opinion && verdict.kind == Verdict::Kind::Unverifiable) verdict.kind = Verdict::Kind::Opinion;
    if (claim.is_ought && verdict.kind == Verdict::Kind::Mismatch) {
      verdict = {.kind = Verdict::Kind::Opinion,
                 .reason = {"It says what ought to be, not what is.", "있는 그대로가 아니라 있어야 할 일을 말합니다."}};
    }
    if (rests_on_later_editions(task, verdict)) verdict = unverifiable_by_then(std::move(verdict));
    if (is_too_weak(claim, verdict, context.published)) verdict = doubted(claim, std::move(verdict), context.figures);
    verdicts.push_back(std::move(verdict));
  }
  add_rates(claims, verdicts, rates, context);
  return verdicts;
}

}  // namespace podium
