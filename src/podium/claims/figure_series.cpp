#include <algorithm>
#include <array>

#include "podium/claims/characters.hpp"
#include "podium/claims/claim_words.hpp"
#include "podium/claims/clause_topic.hpp"
#include "podium/claims/figure_subject.hpp"

/// Which series a figure is of.
namespace podium {
namespace {

/// A series of percent is not carried as far as others: any number may be one.
constexpr std::size_t kMostCarriedPercent = 1;

}  // namespace

bool SubjectFinder::fits(const FigureMark& figure, std::size_t series, bool is_any, bool is_same_sentence) const {
  if (is_any) return true;
  if (!can_be_level(figure.figure, context_.measures[series])) return false;
  if (figure.figure.kind != QuantityMention::Kind::Number) return true;
  const Aliases& counters = context_.lexicon.series[series].counters;
  const std::vector<std::string>& words = marks_.is_korean ? counters.ko : counters.en;
  if (words.empty()) return figure.counter.counter == Counter::None;
  const std::string_view behind = trimmed_text(text_.substr(figure.figure.span.end, 40));
  if (std::ranges::any_of(words, [&](std::string_view word) { return behind.starts_with(word); })) return true;
  const std::optional<Lexicon::Per>& per = context_.lexicon.series[series].per;
  const bool is_per = per && std::ranges::any_of(marks_.pers, [&](const Claim::StatedPer& stated) {
                        return stated.base == per->base && stated.count == per->count;
                      });
  if (is_per) return true;
  // Of what is counted there are no halves: 3.5 is part of a name.
  if (!per && figure.figure.step < 1) return false;
  const bool is_bare = figure.counter.counter == Counter::None || (!marks_.is_korean && is_same_sentence);
  return is_bare && is_same_sentence;
}

/// "전체의 0.27%", "0.27% of the total": the share of the series that is spoken of.
std::optional<std::size_t> SubjectFinder::share_series(const FigureMark& figure) const {
  if (figure.figure.kind != QuantityMention::Kind::Percent) return std::nullopt;
  const std::size_t begin = figure.figure.span.begin;
  const std::string_view before = between(std::max(marks_.sentence.begin, begin > 24 ? begin - 24 : 0), begin);
  const std::string_view behind = text_.substr(figure.figure.span.end, 24);
  const bool is_share =
      marks_.is_korean ? before.find("전체") != std::string_view::npos : behind.find("total") != std::string_view::npos;
  if (!is_share) return std::nullopt;
  const std::optional<std::size_t> whole = series_of(figure, true);
  if (!whole) return std::nullopt;
  const auto& all = context_.lexicon.series;
  const auto share = std::ranges::find(all, all[*whole].id, &Lexicon::NamedSeries::share_of);
  return share == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(share - all.begin()));
}

/// "Switzerland had 2.45": a decimal that counts nothing is of what was spoken of just before.
bool SubjectFinder::is_decimal_of_unit(const FigureMark& figure) const {
  // In English any word behind it is a counter: "1.23 in 2024".
  const Counter counter = figure.counter.counter;
  const bool counts_nothing = counter == Counter::None || (!marks_.is_korean && counter == Counter::Other);
  return figure.figure.step < 1 && counts_nothing && unit_before(figure.figure.span.begin) != nullptr;
}

/// "이 지표는", "the figure": the series of the sentences before is meant.
bool SubjectFinder::refers_back(const FigureMark& figure) const {
  constexpr auto kBeside = std::to_array<std::string_view>(
      {"t was ", "t had been ", "t stood at ", "t is ", "t fell to ", "t rose to ", "t reached "});
  const std::string_view before = between(marks_.sentence.begin, figure.figure.span.begin);
  const auto is_beside = [&](std::string_view word) {
    if (!before.ends_with(word)) return false;
    const std::string_view rest = before.substr(0, before.size() - word.size());
    return rest.ends_with("I") || rest.ends_with(" i");
  };
  if (!marks_.is_korean && std::ranges::any_of(kBeside, is_beside)) return true;
  constexpr auto kWords = std::to_array<std::string_view>(
      {"이 지표", "이 수치", "이 값", "해당 지표", "해당 수치", "같은 지표", "이 지수", "this figure", "the figure",
       "The figure", "this indicator", "the indicator", "The indicator", "the number", "The number", "that number"});
  // "The number of incidents" is one of something else.
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    const std::size_t at = before.find(word);
    return at != std::string_view::npos && !before.substr(at + word.size()).starts_with(" of ");
  });
}

/// "농부의 연봉은 4000만 달러": what is spoken of now is neither a unit nor a time nor the series of the sentences
/// before.
bool SubjectFinder::has_other_topic(const FigureMark& figure, std::size_t series) const {
  if (!marks_.is_korean) return false;
  const auto topic = korean_topic(text_, {marks_.sentence.begin, figure.figure.span.begin});
  if (!topic) return false;
  const auto is_named = [&](TextSpan span) { return span.begin < topic->end && topic->begin < span.end; };
  const bool is_known =
      std::ranges::any_of(marks_.units, [&](const UnitMark& mark) { return is_named(mark.span); }) ||
      std::ranges::any_of(marks_.series, [&](const SeriesMark& mark) { return is_named(mark.span); }) ||
      std::ranges::any_of(marks_.times, [&](const TimeMark& mark) { return is_named(mark.time.span); }) ||
      std::ranges::any_of(marks_.editions, [&](const EditionMark& mark) { return is_named(mark.span); }) ||
      std::ranges::any_of(marks_.figures, [&](const FigureMark& mark) { return is_named(mark.figure.span); });
  const std::string_view noun = topic->of(text_);
  if (is_known || is_general_noun(noun)) return false;
  const Lexicon::NamedSeries& spoken_of = context_.lexicon.series[series];
  const auto has_noun = [&](const std::string& name) { return name.find(noun) != std::string::npos; };
  return !has_noun(spoken_of.title.ko) && std::ranges::none_of(spoken_of.names.ko, has_noun);
}

/// "농업 인력은 1만2800명이 부족하다": the rest of the name of a series stands right behind the figure.
std::optional<std::size_t> SubjectFinder::series_around(const FigureMark& figure) const {
  constexpr std::size_t kNearRest = 30;
  if (!marks_.is_korean) return std::nullopt;
  const std::size_t end = std::min(figure.figure.span.end + kNearRest, marks_.sentence.end);
  const std::string_view all_behind = between(figure.figure.span.end, end);
  const std::string_view behind = all_behind.substr(0, all_behind.find(','));
  const std::string_view before = between(marks_.sentence.begin, figure.figure.span.begin);
  for (const PartedNames::Name& name : context_.parted_names.ending_in(behind)) {
    if (before.find(name.beginning) != std::string_view::npos && fits(figure, name.series, false, true))
      return name.series;
  }
  return std::nullopt;
}

/// "남성 집중도는 3.1%, 여성은 1.8%": the series whose name has the other word of the two.
std::optional<std::size_t> SubjectFinder::series_of_other_group(const FigureMark& figure, std::size_t series) const {
  struct Groups {
    std::string_view one;
    std::string_view other;
  };
  constexpr auto kGroups = std::to_array<Groups>({{"남성", "여성"},
                                                  {"여성", "남성"},
                                                  {"남자", "여자"},
                                                  {"여자", "남자"},
                                                  {"female", "male"},
                                                  {"male", "female"},
                                                  {"women", "men"},
                                                  {"men", "women"}});
  const SeriesMark* mark = nullptr;
  for (const SeriesMark& one : marks_.series) {
    if (one.series == series && one.span.end <= figure.figure.span.begin) mark = &one;
  }
  if (mark == nullptr) return std::nullopt;
  const std::string name(mark->span.of(text_));
  const std::string_view since = between(mark->span.end, figure.figure.span.begin);
  for (const Groups& groups : kGroups) {
    const std::size_t at = name.find(groups.one);
    const std::size_t own = since.rfind(groups.one);
    const std::size_t other = since.rfind(groups.other);
    const bool is_other =
        at != std::string::npos && other != std::string_view::npos && (own == std::string_view::npos || own < other);
    if (!is_other || is_latin(character_before(name, at).code)) continue;
    const std::string name_of_other = std::string(name).replace(at, groups.one.size(), groups.other);
    for (const NameMention& found : context_.names.names_in(name_of_other)) {
      if (found.kind == NameMention::Kind::Series) return found.at;
    }
  }
  return std::nullopt;
}

/// "Spending hit $252bn, with farm investment climbing 4 %": the series is of the figures behind it.
bool SubjectFinder::is_of_later_clause(const SeriesMark& mark, const FigureMark& figure) const {
  const std::size_t end = figure.figure.span.end;
  return mark.span.begin >= end && begins_clause(between(end, mark.span.begin), marks_.is_korean) &&
         std::ranges::any_of(marks_.figures,
                             [&](const FigureMark& other) { return other.figure.span.begin >= mark.span.end; });
}

/// "Investment rose 4 % and mergers were up 12 %": between two English figures stands another noun, of which nothing is
/// known, before a verb of change.
bool SubjectFinder::has_subject_of_its_own(const FigureMark& figure) const {
  if (marks_.is_korean) return false;
  std::optional<std::size_t> before;
  for (const FigureMark& other : marks_.figures) {
    if (other.figure.span.end <= figure.figure.span.begin) before = other.figure.span.end;
  }
  if (!before) return false;
  const std::string_view words = between(*before, figure.figure.span.begin);
  constexpr std::string_view kAnd = " and ";
  const std::size_t at = words.find(kAnd);
  if (at == std::string_view::npos) return false;
  const TextSpan rest{*before + at + kAnd.size(), figure.figure.span.begin};
  const auto is_in_rest = [&](TextSpan span) { return span.begin < rest.end && rest.begin < span.end; };
  const bool is_known =
      std::ranges::any_of(marks_.units, [&](const UnitMark& mark) { return is_in_rest(mark.span); }) ||
      std::ranges::any_of(marks_.series, [&](const SeriesMark& mark) { return is_in_rest(mark.span); }) ||
      std::ranges::any_of(marks_.times, [&](const TimeMark& mark) { return is_in_rest(mark.time.span); });
  const DirectionWord change = change_word_in(rest.of(text_), false);
  return !is_known && change && has_english_noun(rest.of(text_).substr(0, change.begin));
}

bool SubjectFinder::is_named(const FigureMark& figure, std::size_t series) const {
  if (has_subject_of_its_own(figure)) return false;
  if (series_around(figure) == series || refers_back(figure)) return true;
  const bool has_own_marks = std::ranges::find(marks_.series, series, &SeriesMark::series) != marks_.series.end();
  return std::ranges::any_of(marks_.series, [&](const SeriesMark& mark) {
    return (!has_own_marks || mark.series == series) && !is_of_later_clause(mark, figure);
  });
}

std::optional<std::size_t> SubjectFinder::series_of(const FigureMark& figure, bool is_any) const {
  if (!is_any) {
    if (const auto share = share_series(figure)) return share;
    if (const auto around = series_around(figure)) return around;
  }
  std::optional<std::size_t> found;
  for (const SeriesMark& mark : marks_.series) {
    const bool is_before = mark.span.end <= figure.figure.span.begin;
    if (!is_before && found) break;
    if (fits(figure, mark.series, is_any, true)) {
      found = mark.series;
      if (!is_before) break;
    }
  }
  if (found) {
    const auto other = series_of_other_group(figure, *found);
    return other ? other : found;
  }
  const bool is_percent = figure.figure.kind == QuantityMention::Kind::Percent;
  const std::size_t most = is_percent && !is_any ? kMostCarriedPercent : StoryFocus::kMostCarried;
  for (const StoryFocus::RecentSeries& recent : focus_.series) {
    if (sentence_ - recent.sentence > most || (is_percent && recent.sentence < focus_.paragraph)) break;
    if (has_other_topic(figure, recent.series)) break;
    const bool is_meant = refers_back(figure) || (sentence_ - recent.sentence == 1 && is_decimal_of_unit(figure));
    if (fits(figure, recent.series, is_any, is_meant)) return recent.series;
  }
  return std::nullopt;
}

}  // namespace podium
