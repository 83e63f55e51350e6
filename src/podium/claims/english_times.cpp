#include <array>

#include "podium/claims/time_parts.hpp"

namespace podium {
namespace {

using Kind = TimeMention::Kind;
using Anchor = TimeMention::Anchor;

constexpr std::array kEnglishYears{
    YearWord{"last year", Anchor::Publication, -1},     YearWord{"this year", Anchor::Publication, 0},
    YearWord{"next year", Anchor::Publication, 1},      YearWord{"the year before last", Anchor::Publication, -2},
    YearWord{"the previous year", Anchor::Context, -1}, YearWord{"the prior year", Anchor::Context, -1},
    YearWord{"previous year", Anchor::Context, -1},     YearWord{"prior year", Anchor::Context, -1},
    YearWord{"a year earlier", Anchor::Context, -1},    YearWord{"a year ago", Anchor::Publication, -1},
    YearWord{"the year before", Anchor::Context, -1},   YearWord{"the following year", Anchor::Context, 1},
    YearWord{"that year", Anchor::Context, 0},          YearWord{"the same year", Anchor::Context, 0}};

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 4> kOrdinalQuarters{"first", "second", "third", "fourth"};

/// A bare year, where nothing makes it an amount.
std::optional<AnchoredYear> bare_year(std::string_view text, TextCursor& reader) {
  TextCursor ahead = reader;
  const std::size_t begin = ahead.at();
  const std::optional<int> number = ahead.take_number(4, 4);
  if (!number || !is_year(*number)) return std::nullopt;
  const char32_t before = character_before(text, begin).code;
  const char32_t after = ahead.next();
  if (before == U'$' || before == 0x20AC || before == 0xA3 || before == U'-' || after == U'%') return std::nullopt;
  if (is_latin(after) || is_hangul(after)) return std::nullopt;
  if ((after == U',' || after == U'.') && is_digit(character_at(text, ahead.at() + 1).code)) return std::nullopt;
  reader = ahead;
  return AnchoredYear{*number, Anchor::Stated};
}

std::optional<AnchoredYear> year_word(TextCursor& reader) {
  for (const YearWord& word : kEnglishYears) {
    if (reader.take_word(word.word)) return AnchoredYear{word.offset, word.anchor};
  }
  return std::nullopt;
}

/// "from 2023 to 2027", "between 2023 and 2027", "from this year through 2027".
std::optional<TimeMention> english_span_at(std::string_view text, std::size_t at) {
  TextCursor reader(text, at);
  const bool is_between = reader.take_word("between");
  if (!is_between && !reader.take_word("from")) return std::nullopt;
  reader.skip_spaces();
  std::optional<AnchoredYear> first = year_word(reader);
  if (!first) first = bare_year(text, reader);
  if (!first) return std::nullopt;
  reader.skip_spaces();
  const bool goes_on = is_between ? reader.take_word("and")
                                  : reader.take_word("to") || reader.take_word("through") || reader.take_word("until");
  if (!goes_on) return std::nullopt;
  reader.skip_spaces();
  std::optional<AnchoredYear> last = year_word(reader);
  if (!last) last = bare_year(text, reader);
  if (!last) return std::nullopt;
  TimeMention found = time_of_year(at, reader.at(), *first);
  found.last_year = last->year;
  found.last_anchor = last->anchor;
  return found;
}

/// The month's name or its first letters, with a point.
std::optional<int> month_name(TextCursor& reader) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (reader.take_word(kMonths[i])) return static_cast<int>(i) + 1;
  }
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    // "May" has no shorter form.
    const std::string_view brief = kMonths[i].substr(0, i == 8 ? 4 : 3);
    TextCursor ahead = reader;
    if (i == 4 || (!ahead.take_word(brief) && !(i == 8 && ahead.take_word("sep")))) continue;
    ahead.take(".");
    reader = ahead;
    return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::optional<int> day_number(TextCursor& reader) {
  TextCursor ahead = reader;
  const std::optional<int> day = ahead.take_number(1, 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  for (const char* const suffix : {"st", "nd", "rd", "th"}) {
    if (ahead.take(suffix)) break;
  }
  if (is_latin(ahead.next()) || ahead.next() == U'%') return std::nullopt;
  reader = ahead;
  return day;
}

/// ", 2025", " 2025".
std::optional<AnchoredYear> year_behind(std::string_view text, TextCursor& reader) {
  TextCursor ahead = reader;
  ahead.take(",");
  ahead.skip_spaces();
  const std::optional<AnchoredYear> year = bare_year(text, ahead);
  if (year) reader = ahead;
  return year;
}

/// "April 7, 2025", "April 2025", "April 7"; "may" and "march" alone are other words.
std::optional<TimeMention> english_month_at(std::string_view text, std::size_t at) {
  TextCursor reader(text, at);
  const std::optional<int> month = month_name(reader);
  if (!month) return std::nullopt;
  const std::size_t name_end = reader.at();
  reader.skip_spaces();
  const std::optional<int> day = day_number(reader);
  const std::size_t day_end = reader.at();
  if (!day) reader = TextCursor(text, name_end);
  const std::optional<AnchoredYear> year = year_behind(text, reader);
  if (day) {
    return time_of_year(at, year ? reader.at() : day_end, year.value_or(AnchoredYear{0, Anchor::Publication}),
                        Kind::Day, *month, *day);
  }
  if (year) return time_of_year(at, reader.at(), *year, Kind::Month, *month);
  const bool is_capital = is_latin_upper(static_cast<unsigned char>(text[at]));
  const bool is_other_word = *month == 5 || *month == 3;
  if (!is_capital || is_other_word) return std::nullopt;
  return time_of_year(at, name_end, {0, Anchor::Publication}, Kind::Month, *month);
}

/// "Q1 2024", "the first quarter of 2024".
std::optional<TimeMention> english_quarter_at(std::string_view text, std::size_t at) {
  TextCursor reader(text, at);
  std::optional<int> quarter;
  if (reader.take("Q")) {
    quarter = reader.take_number(1, 1);
  } else {
    for (std::size_t i = 0; i < kOrdinalQuarters.size() && !quarter; ++i) {
      TextCursor ahead(text, at);
      if (!ahead.take_word(kOrdinalQuarters[i])) continue;
      ahead.skip_spaces();
      if (!ahead.take_word("quarter")) return std::nullopt;
      quarter = static_cast<int>(i) + 1;
      reader = ahead;
    }
  }
  if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
  const std::size_t end = reader.at();
  reader.skip_spaces();
  reader.take_word("of");
  reader.skip_spaces();
  std::optional<AnchoredYear> year = year_word(reader);
  if (!year) year = bare_year(text, reader);
  return time_of_year(at, year ? reader.at() : end, year.value_or(AnchoredYear{0, Anchor::Publication}), Kind::Quarter,
                      *quarter);
}

/// "FY2025", "fiscal 2025", "fiscal year 2025".
std::optional<TimeMention> fiscal_year_at(std::string_view text, std::size_t at) {
  TextCursor reader(text, at);
  if (reader.take("FY")) {
    reader.skip_spaces();
  } else if (reader.take_word("fiscal")) {
    reader.skip_spaces();
    reader.take_word("year");
    reader.skip_spaces();
  } else {
    return std::nullopt;
  }
  const std::optional<int> number = reader.take_number(4, 4);
  if (!number || !is_year(*number)) return std::nullopt;
  return time_of_year(at, reader.at(), {*number, Anchor::Stated});
}

/// "2024", "2023-27", "2023-2027", "7 April 2025".
std::optional<TimeMention> english_number_at(std::string_view text, std::size_t at) {
  TextCursor reader(text, at);
  if (const std::optional<int> day = day_number(reader)) {
    reader.skip_spaces();
    const std::optional<int> month = month_name(reader);
    if (!month) return std::nullopt;
    const std::size_t end = reader.at();
    const std::optional<AnchoredYear> year = year_behind(text, reader);
    return time_of_year(at, year ? reader.at() : end, year.value_or(AnchoredYear{0, Anchor::Publication}), Kind::Day,
                        *month, *day);
  }
  const std::optional<AnchoredYear> year = bare_year(text, reader);
  if (!year) return std::nullopt;
  TimeMention found = time_of_year(at, reader.at(), *year);
  TextCursor ahead = reader;
  if (ahead.take("-") || ahead.take("–")) {
    std::optional<int> last = ahead.take_number(4, 4);
    if (!last) {
      last = ahead.take_number(2, 2);
      if (last) *last += year->year / 100 * 100;
    }
    if (last && *last > year->year && !is_digit(ahead.next())) {
      found.last_year = last;
      found.span.end = ahead.at();
    }
  }
  return found;
}

std::optional<TimeMention> english_at(std::string_view text, std::size_t at) {
  for (const YearWord& word : kEnglishYears) {
    TextCursor reader(text, at);
    if (reader.take_word(word.word)) return time_of_year(at, reader.at(), {word.offset, word.anchor});
  }
  if (auto span = english_span_at(text, at)) return span;
  if (auto month = english_month_at(text, at)) return month;
  if (auto quarter = english_quarter_at(text, at)) return quarter;
  return fiscal_year_at(text, at);
}

}  // namespace

std::optional<TimeMention> english_time_at(std::string_view text, std::size_t at) {
  return is_digit(character_at(text, at).code) ? english_number_at(text, at) : english_at(text, at);
}

}  // namespace podium
