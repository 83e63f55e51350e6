#include "podium/claims/time_mention.hpp"

#include <utility>

#include "podium/claims/time_parts.hpp"

namespace podium {
namespace {

using Kind = TimeMention::Kind;
using Anchor = TimeMention::Anchor;

/// Not within a number or a Latin word.
bool may_begin(std::string_view text, std::size_t at) {
  const char32_t code = character_at(text, at).code;
  const char32_t before = character_before(text, at).code;
  if (is_digit(code)) return !is_digit(before) && before != U'.' && before != U',' && !is_latin(before);
  if (is_latin(code)) return !is_latin(before) && !is_digit(before);
  return is_hangul(code) || code == U'\'' || code == 0x2019 || code == 0x2018;
}

/// 2025-04-08, 2025.04.08, 2025/4/8.
std::optional<TimeMention> numeric_date_at(std::string_view text, std::size_t at) {
  TextCursor reader(text, at);
  const std::optional<int> year = reader.take_number(4, 4);
  if (!year || !is_year(*year)) return std::nullopt;
  const char32_t separator = reader.next();
  if (separator != U'-' && separator != U'.' && separator != U'/') return std::nullopt;
  const std::string_view mark = text.substr(reader.at(), 1);
  reader.take(mark);
  const std::optional<int> month = reader.take_number(1, 2);
  if (!month || *month < 1 || *month > 12 || !reader.take(mark)) return std::nullopt;
  const std::optional<int> day = reader.take_number(1, 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return time_of_year(at, reader.at(), {*year, Anchor::Stated}, Kind::Day, *month, *day);
}

std::optional<TimeMention> time_at(std::string_view text, std::size_t at) {
  const char32_t code = character_at(text, at).code;
  if (is_latin(code)) return english_time_at(text, at);
  if (is_digit(code)) {
    if (auto date = numeric_date_at(text, at)) return date;
  }
  if (auto korean = korean_time_at(text, at)) return korean;
  return is_digit(code) ? english_time_at(text, at) : std::nullopt;
}

std::optional<int> year_of(int year, Anchor anchor, const std::optional<Date>& published,
                           const std::optional<int>& spoken_of) {
  switch (anchor) {
    case Anchor::Stated:
      return year;
    case Anchor::Publication:
      return published ? std::optional(published->year + year) : std::nullopt;
    case Anchor::Context:
      return spoken_of ? std::optional(*spoken_of + year) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<TimeMention> read_times(std::string_view text) {
  std::vector<TimeMention> times;
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<TimeMention> found = may_begin(text, at) ? time_at(text, at) : std::nullopt;
    at = found ? found->span.end : at + character_at(text, at).size;
    if (found) times.push_back(*found);
  }
  return times;
}

std::optional<ResolvedTime> resolve(const TimeMention& mention, const std::optional<Date>& published,
                                    const std::optional<int>& spoken_of) {
  const std::optional<int> first = year_of(mention.year, mention.anchor, published, spoken_of);
  if (!first) return std::nullopt;
  ResolvedTime time{
      .first_year = *first, .last_year = *first, .kind = mention.kind, .part = mention.part, .day = mention.day};
  if (mention.last_year) {
    const std::optional<int> last = year_of(*mention.last_year, mention.last_anchor, published, spoken_of);
    if (!last || *last < *first) return std::nullopt;
    time.last_year = *last;
    return time;
  }
  const bool is_of_publication = mention.anchor == Anchor::Publication && mention.kind == Kind::Day && published;
  if (!is_of_publication) return time;
  // A day without its month or year is the last one of that name that was over: news tell of what has been.
  int year = published->year;
  int month = mention.part != 0 ? mention.part : published->month;
  const bool is_to_come = mention.part == 0
                              ? mention.day > published->day
                              : std::pair(month, mention.day) > std::pair<int, int>(published->month, published->day);
  if (is_to_come && mention.part == 0) {
    year -= month == 1 ? 1 : 0;
    month = month == 1 ? 12 : month - 1;
  } else if (is_to_come) {
    --year;
  }
  time.first_year = time.last_year = year;
  time.part = month;
  return time;
}

}  // namespace podium
