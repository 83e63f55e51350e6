#include <algorithm>

#include "podium/claims/characters.hpp"
#include "podium/claims/sentence_claims.hpp"

namespace podium {
namespace {

using Kind = Claim::Kind;

class WordedClaims {
 public:
  WordedClaims(std::string_view text, const SentenceMarks& marks, std::size_t sentence, const SubjectFinder& subjects,
               const StoryFocus& focus, const StoryContext& context, std::vector<Claim>& claims)
      : text_(text),
        marks_(marks),
        sentence_(sentence),
        subjects_(subjects),
        focus_(focus),
        context_(context),
        claims_(claims) {}

  void add_all() {
    add_release();
    if (!add_members()) add_extremum();
    add_trend();
    add_fall_beside_levels();
    add_move_between_levels();
    add_aim_year();
  }

 private:
  Claim claim_of(Kind kind, TextSpan span) const {
    Claim claim{.kind = kind, .span = span, .sentence = sentence_, .edition = focus_.edition};
    if (const auto series = series_before(span.begin)) claim.series = context_.lexicon.series[*series].id;
    return claim;
  }

  /// The one named last before a place, otherwise the one that was spoken of.
  std::optional<std::size_t> series_before(std::size_t at) const {
    std::optional<std::size_t> found;
    for (const SeriesMark& mark : marks_.series) {
      if (mark.span.end <= at || !found) found = mark.series;
    }
    if (found) return found;
    if (focus_.series.empty() || sentence_ - focus_.series.front().sentence > 4) return std::nullopt;
    return focus_.series.front().series;
  }

  std::string_view unit_of_sentence() const {
    const UnitMark* topic = subjects_.topic();
    if (topic != nullptr) return topic->code;
    return focus_.unit.empty() ? context_.home : std::string_view(focus_.unit);
  }

  /// "7일(현지시간) 발표한 'AI 인덱스 보고서 2025'".
  void add_release() {
    if (marks_.editions.empty()) return;
    for (const TimeMark& mark : marks_.times) {
      if (mark.time.kind != TimeMention::Kind::Day || mark.role != TimeMark::Role::Release) continue;
      Claim claim{.kind = Kind::Release,
                  .span = mark.time.span,
                  .sentence = sentence_,
                  .day = day_of(mark.time),
                  .edition = marks_.editions.front().edition};
      claims_.push_back(std::move(claim));
      return;
    }
  }

  Date day_of(const TimeMention& time) const {
    const auto known = resolve(time, context_.published, std::nullopt);
    const int year = known ? known->first_year : time.anchor == TimeMention::Anchor::Stated ? time.year : 0;
    return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(known ? known->part : time.part),
            static_cast<std::int8_t>(time.day)};
  }

  /// "한국보다 수치가 낮은 나라는 터키, 인도", "only Turkey and India ranked below South Korea".
  bool add_members() {
    const UnitMark* anchor = subjects_.compared_unit();
    if (anchor == nullptr) return false;
    const auto word = comparing_word_in(marks_.sentence.of(text_), marks_.is_korean);
    if (word.direction == 0) return false;
    const std::size_t word_end = marks_.sentence.begin + word.end;
    bool has_added = false;
    for (std::size_t i = 0; i < marks_.units.size(); ++i) {
      const UnitMark& first = marks_.units[i];
      if (first.is_compared || (marks_.is_korean && first.span.begin < word_end)) continue;
      const std::size_t end = subjects_.list_end(i);
      if (end - i < 2) continue;
      for (std::size_t k = i; k < end; ++k) add_member(marks_.units[k], *anchor, word.direction);
      has_added = true;
      break;
    }
    return has_added;
  }
  void add_member(const UnitMark& member, const UnitMark& anchor, int direction) {
    Claim claim = claim_of(Kind::Member, member.span);
    claim.unit = member.code;
    claim.against = anchor.code;
    claim.direction = direction;
    claim.years = recent_years();
    claims_.push_back(std::move(claim));
  }
  std::optional<YearSpan> recent_years() const {
    for (const TimeMark& mark : marks_.times) {
      if (mark.role == TimeMark::Role::Subject && mark.time.kind == TimeMention::Kind::Year) {
        return subjects_.resolved(mark.time);
      }
    }
    return focus_.series.empty() ? std::nullopt : focus_.series.front().years;
  }

  /// "가장 많이 배출한 국가는 미국", "한국이 가장 낮은 곳".
  void add_extremum() {
    const auto word = extreme_word_in(marks_.sentence.of(text_), marks_.is_korean);
    if (word.direction == 0 || is_of_times(word)) return;
    const TextSpan span{marks_.sentence.begin + word.begin, marks_.sentence.begin + word.end};
    Claim claim = claim_of(Kind::Extremum, span);
    // Only where a series is named in the sentence: "the largest" is said of many things.
    if (marks_.series.empty()) return;
    const UnitMark* unit = nullptr;
    const std::string_view behind = text_.substr(span.end, 60);
    const bool is_asked = marks_.is_korean && (behind.find("국가는") != std::string_view::npos ||
                                               behind.find("나라는") != std::string_view::npos ||
                                               behind.find("곳은") != std::string_view::npos);
    for (const UnitMark& one : marks_.units) {
      if (one.is_compared) continue;
      if (is_asked ? one.span.begin >= span.end && unit == nullptr : one.span.end <= span.begin) unit = &one;
    }
    if (unit == nullptr) return;
    claim.unit = unit->code;
    claim.direction = word.direction;
    claim.years = recent_years();
    claim.span = {std::min(span.begin, unit->span.begin), std::max(span.end, unit->span.end)};
    claims_.push_back(std::move(claim));
  }

  /// "5년 만에 최저", "the lowest since 2019": of all years, not of all units.
  bool is_of_times(const DirectionWord& word) const {
    const std::string_view sentence = marks_.sentence.of(text_);
    const std::string_view before =
        sentence.substr(word.begin > 20 ? word.begin - 20 : 0, std::min<std::size_t>(word.begin, 20));
    const std::string_view behind = sentence.substr(word.end, 40);
    const auto has = [](std::string_view text, std::string_view part) {
      return text.find(part) != std::string_view::npos;
    };
    if (marks_.is_korean)
      return has(before, "만에") || has(before, "이후") || has(before, "이래") || has(before, "사상");
    return before.ends_with("one of ") || has(behind, " since ") || has(behind, " ever") || has(behind, " on record") ||
           has(behind, "years");
  }

  /// "2020년 이후 하락세", "최근 몇 년간 하락세": from the year that the sentence names up to the newest.
  void add_trend() {
    const auto word = trend_word_in(marks_.sentence.of(text_), marks_.is_korean);
    if (word.direction == 0) return;
    Claim claim = claim_of(Kind::Trend, {marks_.sentence.begin + word.begin, marks_.sentence.begin + word.end});
    claim.unit = unit_of_sentence();
    claim.direction = word.direction;
    const std::optional<int> usual = subjects_.usual_year();
    std::optional<int> first;
    for (const TimeMark& mark : marks_.times) {
      constexpr std::string_view kSince = "since ";
      const std::size_t begin = mark.time.span.begin;
      const bool is_since = begin >= kSince.size() && text_.substr(begin - kSince.size()).starts_with(kSince);
      if (mark.role != TimeMark::Role::Release && (begin < claim.span.begin || is_since) && !first) {
        if (const auto years = subjects_.resolved(mark.time)) first = years->first;
      }
    }
    if (usual) {
      const int from = first && *first < *usual ? *first : *usual - 1;
      claim.years = YearSpan{*usual, *usual};
      claim.base_years = YearSpan{from, from};
    }
    claims_.push_back(std::move(claim));
  }

  /// "13억 달러로 전년(13억9000만 달러)보다 줄었다": the words and the two figures have to agree.
  void add_fall_beside_levels() {
    for (const TimeMark& mark : marks_.times) {
      if (mark.role != TimeMark::Role::Base) continue;
      const Claim* base = nullptr;
      const Claim* level = nullptr;
      for (const Claim& claim : claims_of_sentence(claims_, sentence_)) {
        if (claim.kind != Kind::Level) continue;
        const bool is_in_brackets =
            claim.span.begin >= mark.time.span.end && claim.span.begin - mark.time.span.end <= 8;
        if (is_in_brackets && text_[mark.time.span.end] == '(') base = &claim;
        if (claim.span.end <= mark.time.span.begin) level = &claim;
      }
      if (base == nullptr || level == nullptr || base->series != level->series) continue;
      const std::size_t from = base->span.end;
      const auto word = change_word_in(text_.substr(from, std::min<std::size_t>(40, marks_.sentence.end - from)), true);
      if (word.direction == 0) continue;
      Claim claim = *level;
      claim.kind = Kind::Trend;
      claim.span = {mark.time.span.begin, from + word.end};
      // An outflow that grows is a balance that falls.
      claim.direction = level->is_deficit ? -word.direction : word.direction;
      claim.base_years = base->years;
      claim.figure = {};
      claims_.push_back(std::move(claim));
      return;
    }
  }

  /// "rose to 99.8 from 101.5", "15개에서 40개로 늘었다": the word and the two figures have to agree.
  void add_move_between_levels() {
    const std::size_t count = claims_.size();
    const std::size_t here = claims_of_sentence(claims_, sentence_).size();
    for (std::size_t i = count - here + 1; i < count; ++i) {
      const Claim& first = claims_[i - 1];
      const Claim& second = claims_[i];
      const bool is_pair = first.kind == Kind::Level && second.kind == Kind::Level && first.series == second.series &&
                           !first.series.empty() && first.unit == second.unit && first.span.end <= second.span.begin &&
                           first.years != second.years;
      if (!is_pair) continue;
      const bool is_backwards = !marks_.is_korean && is_joined_by(first, second, "from ");
      const bool is_forwards =
          marks_.is_korean ? is_joined_by(first, second, "에서 ") : is_joined_by(first, second, "to ");
      if (!is_backwards && !is_forwards) continue;
      const DirectionWord word = word_of_move(first, second);
      if (word.direction == 0) continue;
      Claim claim = is_forwards ? second : first;
      claim.base_years = is_forwards ? first.years : second.years;
      claim.kind = Kind::Trend;
      claim.span = {word.begin, word.end};
      claim.direction = word.direction;
      claim.figure = {};
      claims_.push_back(std::move(claim));
      return;
    }
  }
  /// Between them stands, but for a counter or a year, only the word.
  bool is_joined_by(const Claim& first, const Claim& second, std::string_view word) const {
    const std::string_view between = subjects_.between(first.span.end, second.span.begin);
    return between.size() <= 40 && between.find(word) != std::string_view::npos &&
           between.find_first_of(";.") == std::string_view::npos;
  }
  DirectionWord word_of_move(const Claim& first, const Claim& second) const {
    constexpr std::size_t kNear = 40;
    const std::size_t begin =
        marks_.is_korean ? second.span.end
                         : std::max(marks_.sentence.begin, first.span.begin - std::min(first.span.begin, kNear));
    const std::size_t end =
        marks_.is_korean ? std::min(marks_.sentence.end, second.span.end + kNear) : second.span.begin;
    DirectionWord word = change_word_in(subjects_.between(begin, end), marks_.is_korean);
    word.begin += begin;
    word.end += begin;
    return word;
  }

  /// "2030년까지 따라잡기 힘들다": a year to come that no figure is said of.
  void add_aim_year() {
    if (!context_.published) return;
    for (const TimeMark& mark : marks_.times) {
      const auto years = subjects_.resolved(mark.time);
      const bool is_to_come = years && years->last > context_.published->year + 1 && years->first == years->last;
      if (!is_to_come) continue;
      const bool is_of_figure = std::ranges::any_of(claims_of_sentence(claims_, sentence_), [](const Claim& claim) {
        return claim.kind != Kind::Aim && claim.has_stated_years;
      });
      if (is_of_figure) continue;
      Claim claim{.kind = Kind::Aim,
                  .span = mark.time.span,
                  .sentence = sentence_,
                  .unit = std::string(unit_of_sentence()),
                  .years = years,
                  .has_stated_years = true,
                  .is_forecast = true};
      claims_.push_back(std::move(claim));
    }
  }

  std::string_view text_;
  const SentenceMarks& marks_;
  std::size_t sentence_;
  const SubjectFinder& subjects_;
  const StoryFocus& focus_;
  const StoryContext& context_;
  std::vector<Claim>& claims_;
};

}  // namespace

void add_worded_claims(std::string_view text, const SentenceMarks& marks, std::size_t sentence,
                       const SubjectFinder& subjects, const StoryFocus& focus, const StoryContext& context,
                       std::vector<Claim>& claims) {
  WordedClaims(text, marks, sentence, subjects, focus, context, claims).add_all();
}

}  // namespace podium
