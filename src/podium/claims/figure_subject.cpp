#include "podium/claims/figure_subject.hpp"

#include <algorithm>
#include <array>

#include "podium/claims/characters.hpp"

/// Which units a figure is of.
namespace podium {
namespace {

/// Between a figure and the unit that it describes: "40개를 기록한 미국".
constexpr std::size_t kMostBeforeUnit = 40;

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
    if (words.find_first_of(",;") != std::string_view::npos || words.starts_with(" and ")) return nullptr;
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
  const bool is_owning =
      words == " " || std::ranges::any_of(kOwning, [&](std::string_view word) { return words.starts_with(word); });
  const bool is_own =
      is_owning && words.size() <= kMostBeforeUnit && !has_figure_between(last->span.end, figure.figure.span.begin);
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
    if (!focus_.unit.empty()) return {.codes = {focus_.unit}};
    return context_.home.empty() ? Units{} : Units{.codes = {context_.home}, .is_assumed = true};
  }
  auto last = static_cast<std::size_t>(before - marks_.units.data());
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

}  // namespace podium
