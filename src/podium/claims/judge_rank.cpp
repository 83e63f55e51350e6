#include <algorithm>
#include <cmath>
#include <map>

#include "podium/claims/judge_words.hpp"
#include "podium/claims/judging.hpp"
#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

using Kind = Verdict::Kind;
using Measure = CitedFigure::Measure;

/// A rank as printed or as the figures of an edition give it, from the first and from the last.
struct KnownRank {
  std::optional<ValueInterval> from_first{};  ///< equal values share ranks
  std::optional<ValueInterval> from_last{};
  EditionAt edition{};
  Text text{};
  std::optional<SourceAt> source{};
  std::string locator{};
};

Text no_ranks(const JudgeTask& task) {
  return told("No edition has a rank of {0} for {1}.", "{1}의 {0} 순위를 담은 판이 없습니다.",
              {title_of(task.figures, task.claim.series), name_of(task.figures, task.claim.unit)});
}

std::vector<KnownRank> known_ranks(const JudgeTask& task, std::string_view unit, YearSpan years) {
  std::vector<KnownRank> known;
  for (const Measure measure : {Measure::Ranked, Measure::RankFromLast}) {
    for (const OfficialFigure& figure : task.figures.measures(task.claim.series, unit, years, measure)) {
      KnownRank rank{.edition = figure.edition,
                     .text = told_figure(task.figures, figure),
                     .source = figure.source,
                     .locator = std::string(figure.locator)};
      const ValueInterval place{figure.value, figure.value};
      (measure == Measure::Ranked ? rank.from_first : rank.from_last) = place;
      known.push_back(std::move(rank));
    }
  }
  for (const OfficialRank& rank : task.figures.ranks(task.claim.series, unit, years.last)) {
    known.push_back({.from_first = ValueInterval{double(rank.best), double(rank.worst)},
                     .from_last = ValueInterval{double(rank.of - rank.worst + 1), double(rank.of - rank.best + 1)},
                     .edition = rank.edition,
                     .text = told("{0}, {1}, {2}: rank {3} of {4} ({5})", "{1}, {0}, {2}년: {4}개 중 {3}위 ({5})",
                                  {title_of(task.figures, task.claim.series), name_of(task.figures, unit),
                                   years_text(years), told(std::to_string(rank.best)), told(std::to_string(rank.of)),
                                   told(task.edition(rank.edition).title)})});
  }
  return known;
}

/// The claim's years, or the newest of which a rank is known.
YearSpan years_of_rank(const JudgeTask& task, std::string_view unit) {
  if (task.claim.years) return *task.claim.years;
  const auto printed = years_of_claim(task, unit, Measure::Ranked);
  const auto figures = years_of_claim(task, unit, Measure::Value);
  if (printed && figures) return printed->last >= figures->last ? *printed : *figures;
  return printed ? *printed : figures.value_or(YearSpan{});
}

ClaimEvidence evidence_of_rank(const KnownRank& rank, bool is_inside) {
  const ValueInterval place = rank.from_first ? *rank.from_first : rank.from_last.value_or(ValueInterval{});
  return {.value = place.lower,
          .interval = place,
          .text = rank.text,
          .edition = rank.edition,
          .source = rank.source,
          .locator = rank.locator,
          .is_inside = is_inside};
}

/// By the edition that counts if it has something, otherwise by any.
void decide(const JudgeTask& task, std::span<const KnownRank> known, std::span<const char> fits, Verdict& verdict) {
  std::vector<EditionAt> editions;
  for (const KnownRank& rank : known) editions.push_back(rank.edition);
  const auto counting = task.counting(editions);
  bool has_counting = false;
  bool is_in_counting = false;
  bool is_in_any = false;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const bool counts = counting && known[i].edition == *counting;
    has_counting |= counts;
    is_in_counting |= counts && fits[i] != 0;
    is_in_any |= fits[i] != 0;
    verdict.evidence.push_back(evidence_of_rank(known[i], fits[i] != 0));
    verdict.steps.push_back(told(fits[i] != 0 ? "Fits: {0}." : "Does not fit: {0}.",
                                 fits[i] != 0 ? "맞습니다: {0}." : "맞지 않습니다: {0}.", {known[i].text}));
  }
  std::ranges::stable_sort(verdict.evidence, {}, [&](const ClaimEvidence& one) {
    return std::pair(!(counting && one.edition == counting), !one.is_inside);
  });
  verdict.kind = !is_in_any ? Kind::Mismatch : has_counting && !is_in_counting ? Kind::OtherEdition : Kind::Match;
  if (!verdict.evidence.empty()) verdict.reason = verdict.evidence.front().text;
}

Verdict refused_without_series(const JudgeTask&) {
  return unverifiable({"No indicator is named that the index knows.", "이 지수가 아는 지표가 문장에 없습니다."});
}

template <class Fits>
void decide_by(const JudgeTask& task, std::span<const KnownRank> known, const Fits& fits_rank, Verdict& verdict) {
  std::vector<char> fits;  // of bool would be no span
  for (const KnownRank& rank : known) fits.push_back(fits_rank(rank) ? 1 : 0);
  decide(task, known, fits, verdict);
}

bool is_below_zero(const JudgeTask& task, YearSpan years) {
  return std::ranges::any_of(task.figures.values(task.claim.series, task.claim.unit, years),
                             [](const OfficialFigure& figure) { return figure.value < 0; });
}

}  // namespace

Verdict judge_rank(const JudgeTask& task) {
  const Claim& claim = task.claim;
  if (claim.series.empty()) return refused_without_series(task);
  const YearSpan years = years_of_rank(task, claim.unit);
  const std::vector<KnownRank> known = known_ranks(task, claim.unit, years);
  if (known.empty()) return unverifiable(no_ranks(task));
  Verdict verdict{.printed = printed_interval(claim.figure)};
  const double stated = claim.figure.value;
  const auto from_first = [&](const KnownRank& rank) { return rank.from_first && rank.from_first->contains(stated); };
  const auto from_last = [&](const KnownRank& rank) { return rank.from_last && rank.from_last->contains(stated); };
  // "The fifth highest outflow" is the fifth lowest balance.
  const bool may_be_from_last = claim.direction > 0 && is_below_zero(task, years);
  const bool is_from_last = claim.direction < 0 || (may_be_from_last && std::ranges::none_of(known, from_first));
  if (is_from_last) {
    decide_by(task, known, from_last, verdict);
    verdict.steps.push_back({"Counted from the lowest value.", "가장 낮은 값부터 센 순위입니다."});
  } else {
    decide_by(task, known, from_first, verdict);
  }
  if (verdict.kind == Kind::Mismatch) {
    for (const int year : {years.last - 1, years.last + 1}) {
      for (const KnownRank& rank : known_ranks(task, claim.unit, {year, year})) {
        if (!(is_from_last ? from_last(rank) : from_first(rank))) continue;
        verdict.slip = Slip::OtherPeriod;
        verdict.reason = told("It is the rank of another year: {0}.", "다른 해의 순위입니다: {0}.", {rank.text});
        return verdict;
      }
    }
  }
  return verdict;
}

/// Years that a rank is stated of by the sentence of the claim; a rank of no named year is the newest.
std::map<int, double> stated_ranks(const JudgeTask& task) {
  constexpr int kNewest = 9999;
  std::map<int, double> ranks;
  for (const Claim& claim : task.sentence()) {
    const bool is_of_it = claim.kind == Claim::Kind::Ranked && claim.unit == task.claim.unit;
    if (is_of_it) ranks[claim.years ? claim.years->last : kNewest] = claim.figure.value;
  }
  return ranks;
}

/// "2023년 9위였으나 11위로": where no years tell the sentence's last two ranks apart, their order does.
std::map<int, double> ranks_in_order(const JudgeTask& task) {
  std::vector<const Claim*> stated;
  for (const Claim& claim : task.sentence()) {
    const bool is_of_it =
        claim.kind == Claim::Kind::Ranked && claim.unit == task.claim.unit && claim.series == task.claim.series;
    if (is_of_it) stated.push_back(&claim);
  }
  if (stated.size() < 2) return {};
  return {{0, stated[stated.size() - 2]->figure.value}, {1, stated.back()->figure.value}};
}

/// The one rank that all editions which have it agree upon.
std::optional<double> agreed_rank(const JudgeTask& task, int year) {
  std::optional<double> agreed;
  for (const KnownRank& rank : known_ranks(task, task.claim.unit, {year, year})) {
    if (!rank.from_first || rank.from_first->lower != rank.from_first->upper) continue;
    if (agreed && *agreed != rank.from_first->lower) return std::nullopt;
    agreed = rank.from_first->lower;
  }
  return agreed;
}

/// "9위에서 두 계단": of the stated ranks that of the base year and the one after it, which may be known and not
/// stated.
std::map<int, double> only_from_base(const JudgeTask& task, const std::map<int, double>& stated) {
  std::map<int, double> ranks;
  const int base = task.claim.base_years->last;
  const int year = task.claim.years->last;
  if (const auto found = stated.find(base); found != stated.end()) ranks[base] = found->second;
  for (const auto& [of, rank] : stated) {
    if (of >= year) ranks[year] = rank;
  }
  if (!ranks.contains(year)) {
    if (const auto known = agreed_rank(task, year)) ranks[year] = *known;
  }
  return ranks;
}

/// "해마다 2-3계단": by the ranks that the sentence states, otherwise by those known of the year and the one before.
Verdict judge_rank_change(const JudgeTask& task) {
  std::map<int, double> ranks = stated_ranks(task);
  const bool has_base = task.claim.base_years && task.claim.years;
  if (has_base) ranks = only_from_base(task, ranks);
  if (!has_base && ranks.size() < 2) ranks = ranks_in_order(task);
  const bool are_stated = ranks.size() >= 2;
  if (!are_stated && !task.claim.series.empty()) {
    ranks.clear();
    const int year = years_of_rank(task, task.claim.unit).last;
    for (const int one : {year - 1, year}) {
      if (const auto rank = agreed_rank(task, one)) ranks[one] = *rank;
    }
  }
  if (ranks.size() < 2) {
    return unverifiable({"The ranks before and after are not stated.", "앞뒤 순위가 나와 있지 않습니다."});
  }
  Verdict verdict{.kind = Kind::Match, .printed = printed_interval(task.claim.figure)};
  double before = kMissing;
  for (const auto& [year, rank] : ranks) {
    if (!is_missing(before)) {
      const double places = std::abs(rank - before);
      const bool fits = verdict.printed.contains(places);
      if (!fits) verdict.kind = Kind::Mismatch;
      const Text text = told("rank {0} to {1}: {2} places", "{0}위에서 {1}위: {2}계단",
                             {told(significant(before)), told(significant(rank)), told(significant(places))});
      verdict.evidence.push_back({.value = places, .interval = {places, places}, .text = text, .is_inside = fits});
    }
    before = rank;
  }
  if (verdict.kind == Kind::Mismatch) verdict.slip = Slip::Arithmetic;
  verdict.reason = are_stated
                       ? told("By the ranks of the sentence itself: {0}.", "문장에 적힌 순위로 따지면 {0}.",
                              {verdict.evidence.back().text})
                       : told("By the known ranks: {0}.", "알려진 순위로 따지면 {0}.", {verdict.evidence.back().text});
  return verdict;
}

Verdict judge_extremum(const JudgeTask& task) {
  const Claim& claim = task.claim;
  if (claim.series.empty()) return refused_without_series(task);
  const std::vector<KnownRank> known = known_ranks(task, claim.unit, years_of_rank(task, claim.unit));
  if (known.empty()) return unverifiable(no_ranks(task));
  Verdict verdict;
  decide_by(
      task, known,
      [&](const KnownRank& rank) {
        const auto& place = claim.direction > 0 ? rank.from_first : rank.from_last;
        return place && place->contains(1);
      },
      verdict);
  return verdict;
}

/// The unit lies below or above another one in some edition.
Verdict judge_member(const JudgeTask& task) {
  const Claim& claim = task.claim;
  if (claim.series.empty()) return refused_without_series(task);
  const auto years = years_of_claim(task, claim.against, Measure::Value);
  if (!years) return unverifiable(no_ranks(task));
  std::vector<KnownRank> known;
  std::vector<char> lies_so;
  for (const OfficialFigure& own : task.figures.values(claim.series, claim.unit, *years)) {
    for (const OfficialFigure& other : task.figures.values(claim.series, claim.against, *years)) {
      const bool is_bound = own.relation != CitedFigure::Relation::Equal;
      if (own.edition != other.edition || other.relation != CitedFigure::Relation::Equal) continue;
      if (is_bound && own.value != other.value) continue;
      const double difference =
          is_bound ? (own.relation == CitedFigure::Relation::Below ? -1 : 1) : own.value - other.value;
      known.push_back(
          {.edition = own.edition,
           .text = told("{0}; {1}", "{0}; {1}", {told_figure(task.figures, own), told_figure(task.figures, other)}),
           .source = own.source,
           .locator = std::string(own.locator)});
      lies_so.push_back(difference * claim.direction > 0 ? 1 : 0);
    }
  }
  if (known.empty()) {
    return unverifiable({"No edition has both figures.", "두 수치가 모두 있는 판이 없습니다."});
  }
  Verdict verdict;
  decide_by(
      task, known, [&](const KnownRank& rank) { return lies_so[static_cast<std::size_t>(&rank - known.data())] != 0; },
      verdict);
  return verdict;
}

/// How many lie below or above: one less than the rank from that end.
Verdict judge_beyond(const JudgeTask& task) {
  const Claim& claim = task.claim;
  if (claim.series.empty()) return refused_without_series(task);
  const std::vector<KnownRank> known = known_ranks(task, claim.unit, years_of_rank(task, claim.unit));
  if (known.empty()) return unverifiable(no_ranks(task));
  Verdict verdict{.printed = printed_interval(claim.figure)};
  const double place = claim.figure.value + 1;
  decide_by(
      task, known,
      [&](const KnownRank& rank) {
        const auto& from = claim.direction > 0 ? rank.from_first : rank.from_last;
        return from && from->contains(place);
      },
      verdict);
  if (claim.out_of) verdict.derived = claim.direction < 0 ? *claim.out_of - claim.figure.value : place;
  return verdict;
}

Verdict judge_compared(const JudgeTask& task) {
  const Claim& claim = task.claim;
  if (claim.series.empty()) return refused_without_series(task);
  const auto years = years_of_claim(task, "", Measure::Units);
  std::vector<OfficialFigure> found;
  if (years) found = task.figures.measures(claim.series, "", *years, Measure::Units);
  if (found.empty()) {
    return unverifiable(told("How many are compared in {0} is not known.",
                             "{0}에서 몇 곳을 비교하는지 자료가 없습니다.", {title_of(task.figures, claim.series)}));
  }
  Verdict verdict{.kind = Kind::Mismatch, .printed = printed_interval(claim.figure)};
  for (const OfficialFigure& figure : found) {
    verdict.evidence.push_back(evidence_of(task.figures, figure, verdict.printed));
    if (verdict.printed.contains(figure.value)) verdict.kind = Kind::Match;
  }
  verdict.reason = verdict.evidence.front().text;
  return verdict;
}

}  // namespace podium
