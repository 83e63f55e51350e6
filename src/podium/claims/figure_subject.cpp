#include "podium/claims/figure_subject.hpp"

#include <algorithm>
#include <array>

#include "podium/claims/characters.hpp"
#include "podium/claims/clause_topic.hpp"

namespace podium {
namespace {

/// A series is carried over so many sentences, one of percent not so far: any number may be one.
constexpr std::size_t kMostCarried = 4;
constexpr std::size_t kMostCarriedPercent = 1;
/// Between a figure and the unit that it describes: "40개를 기록한 미국".
constexpr std::size_t kMostBeforeUnit = 40;

bool is_month(const TimeMark& mark) { return mark.time.kind == TimeMention::Kind::Month; }

}  // namespace

void StoryFocus::begin_paragraph(std::size_t sentence) {
  paragraph = sentence;
  year.reset();
  for (RecentSeries& recent : series) recent.years.reset();
}

void StoryFocus::remember_unit(std::string_view code) {
  constexpr std::size_t kMost = 2;
  std::erase(named, code);
  if (named.size() == kMost) named.erase(named.begin());
  named.emplace_back(code);
}

void StoryFocus::remember(std::size_t at, std::size_t sentence, const std::optional<YearSpan>& years) {
  const auto known = std::ranges::find(series, at, &RecentSeries::series);
  std::optional<YearSpan> last = years;
  if (known != series.end()) {
    if (!last) last = known->years;
    series.erase(known);
  }
  series.insert(series.begin(), {at, sentence, last});
}

bool SubjectFinder::has_figure_between(std::size_t begin, std::size_t end) const {
  return std::ranges::any_of(marks_.figures, [&](const FigureMark& mark) {
    return mark.figure.span.begin >= begin && mark.figure.span.end <= end;
  });
}

const UnitMark* SubjectFinder::topic() const {
  const UnitMark* first = nullptr;
  for (const UnitMark& unit : marks_.units) {
    if (unit.is_compared) continue;
    const std::string_view behind = text_.substr(unit.span.end);
    if (behind.starts_with("은") || behind.starts_with("는")) return &unit;
    if (first == nullptr) first = &unit;
  }
  return first;
}

bool SubjectFinder::is_behind_figure(const UnitMark& unit) const {
  return std::ranges::any_of(
      marks_.figures, [&](const FigureMark& mark) { return between(mark.figure.span.end, unit.span.begin) == "인 "; });
}

const UnitMark* SubjectFinder::compared_unit() const {
  const auto found = std::ranges::find(marks_.units, true, &UnitMark::is_compared);
  return found == marks_.units.end() ? nullptr : &*found;
}

const UnitMark* SubjectFinder::unit_before(std::size_t at) const {
  const UnitMark* nearest = nullptr;
  for (const UnitMark& unit : marks_.units) {
    if (unit.span.end <= at && !unit.is_compared) nearest = &unit;
  }
  return nearest;
}

std::size_t SubjectFinder::list_end(std::size_t first) const {
  std::size_t end = first + 1;
  while (end < marks_.units.size() &&
         is_list_separator(between(marks_.units[end - 1].span.end, marks_.units[end].span.begin))) {
    ++end;
  }
  return end;
}

/// "미국(1091억 달러)": what stands before the brackets.
std::optional<std::string_view> SubjectFinder::unit_of_brackets(const FigureMark& figure) const {
  if (!figure.brackets) return std::nullopt;
  for (const UnitMark& unit : marks_.units) {
    const bool is_before =
        unit.span.end <= figure.brackets->begin && trimmed_text(between(unit.span.end, figure.brackets->begin)).empty();
    const bool is_inside = unit.span.begin > figure.brackets->begin && unit.span.end <= figure.figure.span.begin;
    if (is_before || is_inside) return unit.code;
  }
  return std::nullopt;
}

/// "2위 중국은", but not "한국이 3위 미국이 1위", where the unit has a rank of its own.
bool SubjectFinder::is_rank_of_next(const FigureMark& rank, const UnitMark& unit) const {
  if (rank.figure.kind != QuantityMention::Kind::Ranked) return false;
  for (const FigureMark& next : marks_.figures) {
    if (next.figure.span.begin < unit.span.end) continue;
    const std::string_view words = between(unit.span.end, next.figure.span.begin);
    const bool is_own = next.figure.kind == QuantityMention::Kind::Ranked && words.find(',') == std::string_view::npos;
    const bool is_of_another = std::ranges::any_of(
        marks_.units, [&](const UnitMark& other) { return between(next.figure.span.end, other.span.begin) == " "; });
    return !is_own || is_of_another;
  }
  return true;
}

/// "40개를 기록한 미국", "1위인 미국", "15 in China".
const UnitMark* SubjectFinder::unit_behind(const FigureMark& figure) const {
  const std::size_t end = figure.figure.span.end;
  for (const UnitMark& unit : marks_.units) {
    if (unit.span.begin < end) continue;
    if (unit.span.begin - end > kMostBeforeUnit || has_figure_between(end, unit.span.begin)) return nullptr;
    const std::string_view words = between(end, unit.span.begin);
    if (words.find_first_of(",;") != std::string_view::npos) return nullptr;
    const auto ends = [&](std::string_view ending) { return words.ends_with(ending); };
    if (!marks_.is_korean) {
      constexpr auto kBefore = std::to_array<std::string_view>(
          {" in ", " in the ", " by ", " by the ", " for ", " for the ", " from ", " from the ", " of ", " of the "});
      return std::ranges::any_of(kBefore, ends) ? &unit : nullptr;
    }
    constexpr auto kAttributes = std::to_array<std::string_view>(
        {"인 ", "한 ", "던 ", "된 ", "운 ", "은 ", "의 ", "나라는 ", "국가는 ", "곳은 "});
    const bool is_direct = words == "인 " || (words == " " && is_rank_of_next(figure, unit));
    const UnitMark* before = unit_before(figure.figure.span.begin);
    const bool has_subject = before != nullptr && !has_figure_between(before->span.end, figure.figure.span.begin);
    if (is_direct || (!has_subject && std::ranges::any_of(kAttributes, ends))) return &unit;
    return nullptr;
  }
  return nullptr;
}

/// "behind Germany with $210 billion", "than Japan's 29,100": what is compared with has a figure of its own.
std::optional<std::string_view> SubjectFinder::unit_of_words_between(const FigureMark& figure) const {
  const auto last = std::ranges::find_if(marks_.units.rbegin(), marks_.units.rend(), [&](const UnitMark& unit) {
    return unit.span.end <= figure.figure.span.begin;
  });
  if (marks_.is_korean || last == marks_.units.rend()) return std::nullopt;
  const std::string_view words = between(last->span.end, figure.figure.span.begin);
  constexpr auto kOwning = std::to_array<std::string_view>({"'s ", "\u2019s ", " with ", " at ", ", with ", ", at "});
  const bool is_own = words.size() <= kMostBeforeUnit &&
                      !has_figure_between(last->span.end, figure.figure.span.begin) &&
                      std::ranges::any_of(kOwning, [&](std::string_view word) { return words.starts_with(word); });
  return is_own ? std::optional(last->code) : std::nullopt;
}

SubjectFinder::Units SubjectFinder::units_of(const FigureMark& figure) const {
  if (const auto unit = unit_of_brackets(figure)) return {.codes = {*unit}};
  if (const auto unit = unit_of_words_between(figure)) return {.codes = {*unit}};
  if (const UnitMark* unit = unit_behind(figure)) {
    const auto first = static_cast<std::size_t>(unit - marks_.units.data());
    Units list;
    for (std::size_t i = first; i < list_end(first); ++i) list.codes.push_back(marks_.units[i].code);
    return list;
  }
  const UnitMark* before = unit_before(figure.figure.span.begin);
  if (before == nullptr) {
    if (auto both = the_two(figure)) return *std::move(both);
    if (!marks_.is_korean && focus_.unit.empty()) {
      for (const UnitMark& unit : marks_.units) {
        if (!unit.is_compared) return {.codes = {unit.code}};
      }
    }
    const std::string_view unit = focus_.unit.empty() ? context_.home : std::string_view(focus_.unit);
    return unit.empty() ? Units{} : Units{.codes = {unit}};
  }
  std::size_t last = static_cast<std::size_t>(before - marks_.units.data());
  std::size_t first = last;
  while (first > 0 && list_end(first - 1) > last) --first;
  // Units that are named with figures of their own are no list.
  Units found;
  for (std::size_t i = first; i <= last; ++i) found.codes.push_back(marks_.units[i].code);
  const std::string_view behind = trimmed_text(text_.substr(before->span.end, 8));
  found.is_open = behind.starts_with("등") || behind.starts_with("and oth");
  return shared_out(std::move(found), before->span.end, figure);
}

/// 양국, the two countries: those that were named last. One figure may be the sum of both or that of each, so it is
/// nobody's.
std::optional<SubjectFinder::Units> SubjectFinder::the_two(const FigureMark& figure) const {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"양국", "두 나라", "두 국가", "the two", "The two", "both countries", "Both countries"});
  const std::string_view before = between(marks_.sentence.begin, figure.figure.span.begin);
  const auto word =
      std::ranges::find_if(kWords, [&](std::string_view one) { return before.find(one) != std::string_view::npos; });
  if (word == kWords.end()) return std::nullopt;
  Units both;
  if (focus_.named.size() < 2) return both;
  both.codes.assign(focus_.named.begin(), focus_.named.end());
  const std::size_t behind = marks_.sentence.begin + before.find(*word) + word->size();
  Units one = shared_out(std::move(both), behind, figure);
  return one.codes.size() == 1 ? one : Units{};
}

/// "각각", "respectively", "4위와 5위": of the figures behind a place each is that of one unit, in their order, if
/// there is one for each.
SubjectFinder::Units SubjectFinder::shared_out(Units units, std::size_t behind, const FigureMark& figure) const {
  if (units.codes.size() < 2) return units;
  std::vector<const FigureMark*> alike;
  for (const FigureMark& other : marks_.figures) {
    const bool is_counted_alike = !marks_.is_korean || other.counter.counter == figure.counter.counter;
    const bool is_alike = other.figure.kind == figure.figure.kind && is_counted_alike &&
                          other.figure.span.begin >= behind && other.brackets == figure.brackets;
    if (is_alike) alike.push_back(&other);
  }
  const auto place = static_cast<std::size_t>(std::ranges::find(alike, &figure) - alike.begin());
  if (alike.size() < units.codes.size() || place >= units.codes.size()) return units;
  const std::string_view sentence = marks_.sentence.of(text_);
  const bool is_each = sentence.find(marks_.is_korean ? "각각" : "respectively") != std::string_view::npos;
  const auto is_list = [&] {
    for (std::size_t i = 1; i < units.codes.size(); ++i) {
      if (!is_list_separator(between(alike[i - 1]->figure.span.end, alike[i]->figure.span.begin))) return false;
    }
    return alike.size() == units.codes.size();
  };
  if (!is_each && !is_list()) return units;
  return {.codes = {units.codes[place]}, .is_open = units.is_open};
}

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
  const std::string_view sentence = marks_.sentence.of(text_);
  return std::ranges::any_of(kWords,
                             [&](std::string_view word) { return sentence.find(word) != std::string_view::npos; });
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
  const auto is_around = [&](std::string_view name) {
    const std::size_t space = name.rfind(' ');
    return space != std::string_view::npos && behind.find(name.substr(space + 1)) != std::string_view::npos &&
           before.find(name.substr(0, space)) != std::string_view::npos;
  };
  for (std::size_t i = 0; i < context_.lexicon.series.size(); ++i) {
    const Lexicon::NamedSeries& series = context_.lexicon.series[i];
    const bool is_it = is_around(series.title.ko) || std::ranges::any_of(series.names.ko, is_around);
    if (is_it && fits(figure, i, false, true)) return i;
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
  const std::size_t most = is_percent && !is_any ? kMostCarriedPercent : kMostCarried;
  for (const StoryFocus::RecentSeries& recent : focus_.series) {
    if (sentence_ - recent.sentence > most || (is_percent && recent.sentence < focus_.paragraph)) break;
    if (has_other_topic(figure, recent.series)) break;
    const bool is_meant = refers_back(figure) || (sentence_ - recent.sentence == 1 && is_decimal_of_unit(figure));
    if (fits(figure, recent.series, is_any, is_meant)) return recent.series;
  }
  return std::nullopt;
}

std::optional<int> SubjectFinder::usual_year() const {
  if (focus_.edition) return context_.index.editions[at(*focus_.edition)].released.year - 1;
  return context_.published ? std::optional(context_.published->year - 1) : std::nullopt;
}

std::optional<YearSpan> SubjectFinder::resolved(const TimeMention& time) const {
  if (time.kind == TimeMention::Kind::Day || time.kind == TimeMention::Kind::Month) {
    if (time.anchor == TimeMention::Anchor::Publication) return std::nullopt;
  }
  std::optional<int> spoken_of = focus_.year ? focus_.year : usual_year();
  for (const TimeMark& mark : marks_.times) {
    if (mark.role == TimeMark::Role::Subject && mark.time.anchor != TimeMention::Anchor::Context &&
        mark.time.kind == TimeMention::Kind::Year && mark.time.span.begin < time.span.begin) {
      if (const auto year = resolve(mark.time, context_.published, spoken_of)) spoken_of = year->last_year;
    }
  }
  const auto found = resolve(time, context_.published, spoken_of);
  if (!found) return std::nullopt;
  return YearSpan{found->first_year, found->last_year};
}

/// "rose to 99.8 from 101.5 in 2023": the year belongs to the figure that is compared with, not to the first.
bool SubjectFinder::is_of_base_figure(const TimeMark& time, const FigureMark& figure) const {
  for (const FigureMark& other : marks_.figures) {
    const TextSpan span = other.figure.span;
    if (span.begin < figure.figure.span.end || span.end > time.time.span.begin) continue;
    const std::size_t begin = span.begin > kMostBeforeUnit ? span.begin - kMostBeforeUnit : 0;
    const std::string_view words = between(std::max(begin, figure.figure.span.end), span.begin);
    const bool is_base = words.find("from ") != std::string_view::npos ||
                         words.find("than ") != std::string_view::npos ||
                         words.find("compared ") != std::string_view::npos;
    if (is_base && time.time.span.begin - span.end <= kMostBeforeUnit) return true;
  }
  return false;
}

/// "A year earlier it was 0.30", "46.7% a year earlier", but not "up 3% from a year earlier".
bool SubjectFinder::is_year_of_earlier_figure(const TimeMark& time, const FigureMark& figure) const {
  const TextSpan span = time.time.span;
  const bool is_relative = !marks_.is_korean && time.time.anchor == TimeMention::Anchor::Context;
  if (!is_relative || compares_before(text_, span.begin)) return false;
  const bool is_right_behind = between(figure.figure.span.end, span.begin) == " ";
  const bool begins_clause = trimmed_text(between(marks_.sentence.begin, span.begin)).empty();
  return is_right_behind || (begins_clause && span.end <= figure.figure.span.begin &&
                             !has_figure_between(span.end, figure.figure.span.begin));
}

/// "지난해" where nobody knows of which year.
bool SubjectFinder::has_open_year() const {
  return !context_.published && std::ranges::any_of(marks_.times, [](const TimeMark& mark) {
    return mark.role == TimeMark::Role::Subject && mark.time.kind == TimeMention::Kind::Year &&
           mark.time.anchor == TimeMention::Anchor::Publication;
  });
}

/// The time before the figure's brackets, or the last one before it, or in English the one behind it.
std::optional<YearSpan> SubjectFinder::years_beside(const FigureMark& figure) const {
  const std::size_t begin = figure.figure.span.begin;
  const std::size_t end = figure.figure.span.end;
  std::optional<YearSpan> before;
  for (const TimeMark& mark : marks_.times) {
    const TextSpan span = mark.time.span;
    const bool is_year = mark.time.kind != TimeMention::Kind::Day && (!is_month(mark) || resolved(mark.time));
    if (!is_year) continue;
    if (figure.brackets && span.end <= figure.brackets->begin &&
        trimmed_text(between(span.end, figure.brackets->begin)).empty()) {
      return resolved(mark.time);
    }
    if (mark.role == TimeMark::Role::Release) continue;
    if (!marks_.is_korean && span.begin >= end && span.begin - end <= 24 && !has_figure_between(end, span.begin)) {
      const std::string_view words = between(end, span.begin);
      if (words.find_first_of(",;") == std::string_view::npos && mark.role == TimeMark::Role::Subject) {
        return resolved(mark.time);
      }
      // "from $1.39 billion in 2023" is about 2023 although it is compared with.
    }
    if (is_year_of_earlier_figure(mark, figure)) return resolved(mark.time);
    if (mark.role == TimeMark::Role::Base) continue;
    if (span.end <= begin) before = resolved(mark.time);
  }
  if (before) return before;
  for (const TimeMark& mark : marks_.times) {
    const bool is_behind = mark.role == TimeMark::Role::Subject && mark.time.span.begin >= end &&
                           mark.time.kind == TimeMention::Kind::Year;
    const bool is_of_clause = between(end, mark.time.span.begin).find(';') == std::string_view::npos;
    if (is_behind && is_of_clause && !marks_.is_korean && !is_of_base_figure(mark, figure)) return resolved(mark.time);
  }
  return std::nullopt;
}

SubjectFinder::Years SubjectFinder::years_of(const FigureMark& figure, std::optional<std::size_t> series) const {
  Years found{.years = years_beside(figure)};
  found.is_stated = found.years.has_value();
  for (const TimeMark& mark : marks_.times) {
    found.is_part_of_year |=
        found.is_stated && mark.role == TimeMark::Role::Subject &&
        (mark.time.kind == TimeMention::Kind::Half || mark.time.kind == TimeMention::Kind::Quarter ||
         (is_month(mark) && resolved(mark.time) == found.years && mark.time.span.end <= figure.figure.span.begin));
  }
  found.is_open = !found.is_stated && has_open_year();
  if (found.is_stated || !series) return found;
  for (const StoryFocus::RecentSeries& recent : focus_.series) {
    if (recent.series == *series && sentence_ - recent.sentence <= kMostCarried) found.years = recent.years;
  }
  return found;
}

}  // namespace podium
