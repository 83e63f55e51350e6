#include "podium/claims/sentence_claims.hpp"

#include <algorithm>

#include "podium/claims/characters.hpp"
#include "podium/claims/figure_wording.hpp"
#include "podium/claims/group_words.hpp"
#include "podium/claims/quotes.hpp"

namespace podium {
namespace {

using Kind = Claim::Kind;
using FigureKind = QuantityMention::Kind;

class FigureClaims {
 public:
  FigureClaims(std::string_view text, const SentenceMarks& marks, std::size_t sentence, const StoryFocus& focus,
               const StoryContext& context, const SubjectFinder& subjects, std::vector<Claim>& claims)
      : text_(text),
        marks_(marks),
        sentence_(sentence),
        focus_(focus),
        context_(context),
        subjects_(subjects),
        claims_(claims),
        wording_(text, marks, subjects),
        quotes_(quotes_of(text, marks.sentence, marks.is_korean)),
        is_forecast_(speaks_of_future(marks.sentence.of(text), marks.is_korean)),
        is_opinion_(speaks_of_opinion(marks.sentence.of(text), marks.is_korean)) {}

  void add_all() {
    for (std::size_t i = 0; i < marks_.figures.size(); ++i) add(i);
    resolve_paths();
  }

 private:
  void add(std::size_t i) {
    const FigureMark& mark = marks_.figures[i];
    switch (mark.figure.kind) {
      case FigureKind::Money:
        if (const auto of = converted(i)) return add_made_of(mark, Kind::Conversion, *of);
        if (wording_.tells_difference(mark)) return add_difference(mark);
        if (const int direction = wording_.change_of(mark)) return add_change(mark, direction);
        return add_level(mark);
      case FigureKind::Percent:
      case FigureKind::PercentPoint:
        if (const int direction = wording_.change_of(mark)) return add_change(mark, direction);
        if (wording_.other_unit(mark) != nullptr) return add_ratio(mark);
        return add_level(mark);
      case FigureKind::Ranked:
        return add_rank(mark, 0);
      case FigureKind::Multiple:
        return add_ratio(mark);
      case FigureKind::Number:
        return add_number(i);
    }
  }

  void add_number(std::size_t i) {
    const FigureMark& mark = marks_.figures[i];
    if (mark.figure.number == NumberMention::Kind::Ordinal) {
      if (const auto direction = wording_.rank_direction(i)) add_rank(mark, *direction);
      return;
    }
    if (mark.figure.number == NumberMention::Kind::Fraction || wording_.is_none_at_all(mark)) return;
    switch (mark.counter.counter) {
      case Counter::Countries:
        return add_count_of_units(mark);
      case Counter::Places:
        return add_rank_change(mark);
      case Counter::Years:
        if (wording_.is_length_of_time(mark)) return;
        return add_aim(mark);
      case Counter::Aim:
      case Counter::Kinds:
        return add_aim(mark);
      default:
        break;
    }
    if (const auto of = product_of(i)) {
      add_made_of(mark, Kind::Product, *of);
      claims_.back().whole = marks_.figures[i - 2].figure;
      return;
    }
    if (wording_.tells_difference(mark)) return add_difference(mark);
    if (!subjects_.series_of(mark, false)) return;
    if (const int direction = wording_.change_of(mark)) return add_change(mark, direction);
    add_level(mark);
  }

  /// What all claims of a figure share.
  Claim claim_of(const FigureMark& mark, Kind kind, const std::optional<std::size_t>& series) const {
    Claim claim{.kind = kind, .span = mark.figure.span, .sentence = sentence_, .figure = mark.figure};
    if (series) {
      claim.series = context_.lexicon.series[*series].id;
      claim.is_carried = !subjects_.is_named(mark, *series);
    }
    const SubjectFinder::Years years = subjects_.years_of(mark, series);
    claim.years = years.years;
    claim.has_stated_years = years.is_stated;
    claim.is_part_of_year = years.is_part_of_year;
    claim.has_open_year = years.is_open;
    claim.edition = focus_.edition;
    claim.is_forecast = is_forecast_;
    claim.is_opinion = is_opinion_;
    claim.is_ought = wording_.is_ought(mark);
    for (const Quote& quote : quotes_) {
      if (!quote.words.contains(mark.figure.span)) continue;
      claim.is_quoted = true;
      claim.speaker = quote.speaker;
    }
    for (const Claim::StatedPer& per : marks_.pers) {
      if (per.span.begin < mark.figure.span.begin || marks_.pers.size() == 1) claim.per = per;
    }
    return claim;
  }

  void add_for_units(Claim claim, const SubjectFinder::Units& units) {
    claim.is_open_list = units.is_open;
    claim.has_assumed_unit = units.is_assumed;
    if (units.codes.empty()) claims_.push_back(claim);
    for (const std::string_view unit : units.codes) {
      claim.unit = unit;
      claim.is_carried = claim.is_carried || (marks_.units.empty() && unit != context_.home);
      claims_.push_back(claim);
    }
  }

  void add_of_subject(const FigureMark& mark, Kind kind, bool is_any_series) {
    add_for_units(claim_of(mark, kind, subjects_.series_of(mark, is_any_series)), subjects_.units_of(mark));
  }

  /// "9위에서 두 계단": from the rank before it, if that is marked so.
  void add_rank_change(const FigureMark& mark) {
    Claim claim = claim_of(mark, Kind::RankChange, subjects_.series_of(mark, true));
    if (const Claim* base = claim_grown_from(mark, Kind::Ranked)) {
      claim.base_years = base->years;
      if (base->years) claim.years = YearSpan{base->years->first + 1, base->years->last + 1};
    }
    add_for_units(std::move(claim), subjects_.units_of(mark));
  }

  void add_level(const FigureMark& mark) {
    Claim claim = claim_of(mark, Kind::Level, subjects_.series_of(mark, false));
    const std::size_t begin = mark.figure.span.begin;
    const std::size_t from = std::max(marks_.sentence.begin, begin > 24 ? begin - 24 : 0);
    claim.is_yearly = speaks_of_each_year(subjects_.between(from, begin), marks_.is_korean) ||
                      (!marks_.is_korean && speaks_of_each_year(text_.substr(mark.figure.span.end, 14), false));
    claim.is_sum = wording_.is_sum(mark);
    const SubjectFinder::Units units = subjects_.units_of(mark);
    const int sign = wording_.sign_of(mark);
    claim.is_deficit = mark.figure.value > 0 && (sign < 0 || (sign == 0 && goes_on_with_deficit(claim, units)));
    add_for_units(std::move(claim), units);
  }

  /// "Net outflow was 0.36. A year earlier it was 0.30."
  bool goes_on_with_deficit(const Claim& claim, const SubjectFinder::Units& units) const {
    if (!marks_.series.empty() || claims_.empty()) return false;
    const Claim& last = claims_.back();
    const bool is_same_unit = units.codes.size() == 1 && units.codes.front() == last.unit;
    return last.is_deficit && is_same_unit && last.series == claim.series && claim.sentence - last.sentence == 1;
  }

  void add_change(const FigureMark& mark, int direction) {
    Claim claim = claim_of(mark, Kind::Change, subjects_.series_of(mark, true));
    claim.direction = direction;
    if (const Claim* base = claim_grown_from(mark, Kind::Level)) {
      claim.base_years = base->years;
      if (base->years) claim.years = YearSpan{base->years->first + 1, base->years->last + 1};
    }
    for (const TimeMark& time : marks_.times) {
      if (time.role == TimeMark::Role::Base && !is_before_other_figure(time, mark)) {
        claim.base_years = subjects_.resolved(time.time);
      }
    }
    add_for_units(std::move(claim), subjects_.units_of(mark));
  }
  /// "전년의 93억9000만 달러에서 32% 증가했다": the level before the percentage.
  const Claim* claim_grown_from(const FigureMark& mark, Kind kind) const {
    if (!marks_.is_korean || claims_.empty()) return nullptr;
    const Claim& last = claims_.back();
    const bool is_it = last.kind == kind && last.sentence == sentence_ && last.has_figure();
    if (!is_it || last.span.end > mark.figure.span.begin) return nullptr;
    const std::string_view words = trimmed_text(subjects_.between(last.span.end, mark.figure.span.begin));
    return words.ends_with("에서") && words.find(' ') == std::string_view::npos ? &last : nullptr;
  }
  /// A figure in brackets stands between the time and this one, or others do.
  bool is_before_other_figure(const TimeMark& time, const FigureMark& mark) const {
    const std::size_t end = time.time.span.end;
    if (end > mark.figure.span.begin || wording_.previous_figure(mark.figure.span.begin) <= end) return false;
    // "2022년(29억 달러)보다 15.5% 줄었다": the figure in between is the time's own.
    const std::size_t close = text_.substr(end).starts_with('(') ? text_.find(')', end) : std::string_view::npos;
    return close == std::string_view::npos || wording_.previous_figure(mark.figure.span.begin) > close;
  }

  void add_ratio(const FigureMark& mark) {
    Claim claim = claim_of(mark, Kind::Ratio, subjects_.series_of(mark, true));
    const UnitMark* other = wording_.other_unit(mark);
    std::string_view unit;
    for (const UnitMark& one : marks_.units) {
      if (!is_set_beside(one) && !one.is_compared && (unit.empty() || one.span.end <= mark.figure.span.begin))
        unit = one.code;
    }
    if (unit.empty()) unit = focus_.unit.empty() ? context_.home : std::string_view(focus_.unit);
    claim.unit = unit;
    if (other != nullptr) claim.against = other->code;
    claims_.push_back(std::move(claim));
  }

  /// One of which some figure of the sentence is a multiple or share.
  bool is_set_beside(const UnitMark& unit) const {
    return std::ranges::any_of(marks_.figures, [&](const FigureMark& mark) {
      const bool is_ratio = mark.figure.kind == FigureKind::Multiple || mark.figure.kind == FigureKind::Percent;
      const UnitMark* other = is_ratio ? wording_.other_unit(mark) : nullptr;
      return other != nullptr && other->span == unit.span;
    });
  }

  void add_difference(const FigureMark& mark) {
    Claim claim = claim_of(mark, Kind::Difference, subjects_.series_of(mark, true));
    const UnitMark* other = subjects_.compared_unit();
    const UnitMark* unit = subjects_.topic();
    if (other == nullptr && marks_.units.size() >= 2)
      other = unit == &marks_.units[1] ? &marks_.units[0] : &marks_.units[1];
    if (unit != nullptr) claim.unit = unit->code;
    if (unit == nullptr) claim.unit = focus_.unit.empty() ? context_.home : std::string_view(focus_.unit);
    if (other != nullptr) claim.against = other->code;
    claims_.push_back(std::move(claim));
  }

  void add_rank(const FigureMark& mark, int direction) {
    Claim claim = claim_of(mark, Kind::Ranked, subjects_.series_of(mark, true));
    claim.direction = direction;
    for (const FigureMark& other : marks_.figures) {
      if (other.counter.counter == Counter::Countries) claim.out_of = other.figure.value;
    }
    add_for_units(std::move(claim), subjects_.units_of(mark));
  }

  /// "48개국 중", "among 48 countries"; or how many lie below: "단 4개국에 불과하다".
  void add_count_of_units(const FigureMark& mark) {
    const std::string_view behind = trimmed_text(text_.substr(mark.counter.end, 16));
    const std::size_t begin = mark.figure.span.begin;
    const std::string_view before = text_.substr(begin > 12 ? begin - 12 : 0, std::min<std::size_t>(begin, 12));
    const bool is_whole = marks_.is_korean ? behind.starts_with("중") || behind.starts_with("가운데") ||
                                                 behind.starts_with("을 대상") || behind.starts_with("에서")
                                           : before.ends_with("of ") || before.ends_with("among ") ||
                                                 before.ends_with("of the ") || before.ends_with("across ");
    // "the two countries" are spoken of, not counted.
    if (!marks_.is_korean && (before.ends_with("the ") || before.ends_with("The ")) && mark.figure.value == 2) return;
    const UnitMark* compared = subjects_.compared_unit();
    if (!is_whole && compared != nullptr) {
      const auto word = comparing_word_in(marks_.sentence.of(text_), marks_.is_korean);
      if (word.direction != 0) {
        Claim claim = claim_of(mark, Kind::Beyond, subjects_.series_of(mark, true));
        claim.unit = compared->code;
        claim.direction = word.direction;
        for (const FigureMark& other : marks_.figures) {
          const bool is_all = other.counter.counter == Counter::Countries && other.figure.span != mark.figure.span;
          if (is_all) claim.out_of = other.figure.value;
        }
        claims_.push_back(std::move(claim));
        return;
      }
    }
    claims_.push_back(claim_of(mark, Kind::Compared, subjects_.series_of(mark, true)));
  }

  void add_aim(const FigureMark& mark) {
    Claim claim = claim_of(mark, Kind::Aim, std::nullopt);
    const SubjectFinder::Units units = subjects_.units_of(mark);
    if (!units.codes.empty()) claim.unit = units.codes.front();
    claims_.push_back(std::move(claim));
  }

  void add_made_of(const FigureMark& mark, Kind kind, std::size_t of) {
    Claim claim = claims_[of];
    claim.kind = kind;
    claim.span = mark.figure.span;
    claim.figure = mark.figure;
    claim.of = of;
    claims_.push_back(std::move(claim));
  }

  /// The claim whose figure stands right before the brackets, or before this one in the same brackets: "13억 달러(약
  /// 1조9100억원)", "미국(1091억 달러·약 160조4000억원)".
  std::optional<std::size_t> converted(std::size_t i) const {
    if (i == 0) return std::nullopt;
    const FigureMark& mark = marks_.figures[i];
    const FigureMark& before = marks_.figures[i - 1];
    if (!mark.brackets || before.figure.kind != FigureKind::Money || before.figure.currency_kind.empty() ||
        before.figure.currency_kind == mark.figure.currency_kind) {
      return std::nullopt;
    }
    const bool is_before =
        before.figure.span.end <= mark.brackets->begin && mark.brackets->begin - before.figure.span.end <= 1;
    const bool is_beside = before.brackets && *before.brackets == *mark.brackets;
    if (!is_before && !is_beside) return std::nullopt;
    return claim_at(before.figure.span);
  }

  /// "57,000명 중 16%(약 9,120명)": the percentage before the brackets.
  std::optional<std::size_t> product_of(std::size_t i) const {
    if (i < 2) return std::nullopt;
    const FigureMark& mark = marks_.figures[i];
    const FigureMark& share = marks_.figures[i - 1];
    const FigureMark& whole = marks_.figures[i - 2];
    const bool is_product = mark.brackets && share.figure.kind == FigureKind::Percent &&
                            whole.figure.kind == FigureKind::Number && share.figure.span.end <= mark.brackets->begin &&
                            mark.brackets->begin - share.figure.span.end <= 4;
    return is_product ? claim_at(share.figure.span) : std::nullopt;
  }

  std::optional<std::size_t> claim_at(TextSpan span) const {
    for (std::size_t i = claims_.size(); i-- > 0;) {
      if (claims_[i].sentence != sentence_) break;
      if (claims_[i].span == span) return i;
    }
    return std::nullopt;
  }

  /// "9위에서 11위로", "from 9th to 11th": the first is of the year before, where no year is named.
  void resolve_paths() {
    const std::optional<int> usual = subjects_.usual_year();
    const std::size_t here = claims_of_sentence(claims_, sentence_).size();
    for (std::size_t i = claims_.size() - here + 1; i < claims_.size(); ++i) {
      Claim& last = claims_[i];
      Claim& first = claims_[i - 1];
      if (first.kind != last.kind || first.unit != last.unit) continue;
      const bool has_own_year = first.has_stated_years && first.years != last.years;
      if (first.span.end > last.span.begin || has_own_year || last.of || first.of) continue;
      const std::string_view between = subjects_.between(first.span.end, last.span.begin);
      const std::string_view before = subjects_.between(marks_.sentence.begin, first.span.begin);
      const bool is_path = marks_.is_korean ? trimmed_text(between) == "에서" || trimmed_text(between) == "→"
                                            : between == " to " && before.ends_with("from ");
      if (!is_path) continue;
      if (!last.years && usual) last.years = YearSpan{*usual, *usual};
      if (last.years) first.years = YearSpan{last.years->first - 1, last.years->first - 1};
    }
  }

  std::string_view text_;
  const SentenceMarks& marks_;
  std::size_t sentence_;
  const StoryFocus& focus_;
  const StoryContext& context_;
  const SubjectFinder& subjects_;
  std::vector<Claim>& claims_;
  FigureWording wording_;
  std::vector<Quote> quotes_;
  bool is_forecast_;
  bool is_opinion_;
};

}  // namespace

void add_sentence_claims(std::string_view text, const SentenceMarks& marks, std::size_t sentence,
                         const StoryFocus& focus, const StoryContext& context, std::vector<Claim>& claims) {
  const SubjectFinder subjects(text, marks, focus, sentence, context);
  const std::size_t first = claims.size();
  FigureClaims(text, marks, sentence, focus, context, subjects, claims).add_all();
  add_worded_claims(text, marks, sentence, subjects, focus, context, claims);
  if (claims.size() == first) return;
  const bool is_within_group = compares_within_group(marks.sentence.of(text), marks.is_korean);
  for (std::size_t i = first; i < claims.size(); ++i) claims[i].is_within_group = is_within_group;
}

}  // namespace podium
