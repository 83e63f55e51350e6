#include <algorithm>
#include <array>

#include "podium/claims/characters.hpp"
#include "podium/claims/claim_words.hpp"
#include "podium/claims/figure_subject.hpp"

/// Which years a figure is of.
namespace podium {
namespace {

/// Between a time and the figure that it belongs to.
constexpr std::size_t kMostBeforeTime = 40;

bool is_month(const TimeMark& mark) { return mark.time.kind == TimeMention::Kind::Month; }

}  // namespace

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
    const std::size_t begin = span.begin > kMostBeforeTime ? span.begin - kMostBeforeTime : 0;
    const std::string_view words = between(std::max(begin, figure.figure.span.end), span.begin);
    const bool is_base = words.find("from ") != std::string_view::npos ||
                         words.find("than ") != std::string_view::npos ||
                         words.find("compared ") != std::string_view::npos;
    if (is_base && time.time.span.begin - span.end <= kMostBeforeTime) return true;
  }
  return false;
}

/// "A year earlier it was 0.30", "46.7% a year earlier", but not "up 3% from a year earlier".
bool SubjectFinder::is_year_of_earlier_figure(const TimeMark& time, const FigureMark& figure) const {
  const TextSpan span = time.time.span;
  // "lower than in 2023, when it was ninth with $1.39 billion".
  const std::string_view since = between(span.end, figure.figure.span.begin);
  const bool is_retold = !marks_.is_korean && time.role == TimeMark::Role::Base && since.starts_with(", when ") &&
                         std::ranges::none_of(marks_.times, [&](const TimeMark& other) {
                           return other.time.span.begin > span.end && other.time.span.end <= figure.figure.span.begin;
                         });
  if (is_retold) return true;
  const bool is_relative = !marks_.is_korean && time.time.anchor == TimeMention::Anchor::Context;
  if (!is_relative || compares_before(text_, span.begin)) return false;
  constexpr auto kBetween = std::to_array<std::string_view>({" ", " of ", " recorded ", " reached ", " seen "});
  const bool is_right_behind =
      span.begin >= figure.figure.span.end &&
      std::ranges::find(kBetween, between(figure.figure.span.end, span.begin)) != kBetween.end();
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
    if (recent.series == *series && sentence_ - recent.sentence <= StoryFocus::kMostCarried) found.years = recent.years;
  }
  return found;
}

}  // namespace podium
