#include <array>

#include "podium/claims/time_parts.hpp"

namespace podium {
namespace {

using Kind = TimeMention::Kind;
using Anchor = TimeMention::Anchor;

/// Longer words before those that they begin with.
constexpr std::array kKoreanYears{
    YearWord{"지지난해", Anchor::Publication, -2}, YearWord{"재작년", Anchor::Publication, -2},
    YearWord{"지난해", Anchor::Publication, -1},   YearWord{"작년", Anchor::Publication, -1},
    YearWord{"올해", Anchor::Publication, 0},      YearWord{"금년", Anchor::Publication, 0},
    YearWord{"내년", Anchor::Publication, 1},      YearWord{"내후년", Anchor::Publication, 2},
    YearWord{"전년도", Anchor::Context, -1},       YearWord{"전년", Anchor::Context, -1},
    YearWord{"전해", Anchor::Context, -1},         YearWord{"한 해 전", Anchor::Context, -1},
    YearWord{"1년 전", Anchor::Context, -1},       YearWord{"이듬해", Anchor::Context, 1},
    YearWord{"다음 해", Anchor::Context, 1},       YearWord{"그해", Anchor::Context, 0},
    YearWord{"그 해", Anchor::Context, 0},         YearWord{"같은 해", Anchor::Context, 0}};

/// "2024년", "'24년", "지난해".
std::optional<AnchoredYear> korean_year(TextCursor& reader) {
  for (const YearWord& word : kKoreanYears) {
    if (reader.take(word.word)) return AnchoredYear{word.offset, word.anchor};
  }
  TextCursor ahead = reader;
  const bool is_short = ahead.take("'") || ahead.take("’") || ahead.take("‘");
  const std::optional<int> number = is_short ? ahead.take_number(2, 2) : ahead.take_number(4, 4);
  if (!number || (!is_short && !is_year(*number))) return std::nullopt;
  ahead.skip_spaces();
  if (!ahead.take("년")) return std::nullopt;
  reader = ahead;
  return AnchoredYear{is_short ? 2000 + *number : *number, Anchor::Stated};
}

/// "2023~2027년", "2023-27년".
std::optional<TimeMention> korean_number_span(std::string_view text, std::size_t at) {
  TextCursor reader(text, at);
  const std::optional<int> first = reader.take_number(4, 4);
  if (!first || !is_year(*first)) return std::nullopt;
  reader.take("년");
  if (!reader.take_any(std::array<std::string_view, 5>{"~", "-", "∼", "–", "～"})) return std::nullopt;
  std::optional<int> last = reader.take_number(4, 4);
  if (!last) {
    last = reader.take_number(2, 2);
    if (last) *last += *first / 100 * 100;
  }
  if (!last || !reader.take("년") || *last <= *first) return std::nullopt;
  TimeMention found = time_of_year(at, reader.at(), {*first, Anchor::Stated});
  found.last_year = last;
  return found;
}

/// "2023년부터 2027년까지", "올해부터 2027년까지", "2022년에서 2024년 사이".
std::optional<TimeMention> korean_span(std::size_t begin, AnchoredYear first, TextCursor reader) {
  if (!reader.take("부터") && !reader.take("에서")) return std::nullopt;
  reader.skip_spaces();
  const std::optional<AnchoredYear> last = korean_year(reader);
  if (!last) return std::nullopt;
  TextCursor ahead = reader;
  ahead.skip_spaces();
  if (!ahead.take("까지") && !ahead.take("사이")) return std::nullopt;
  TimeMention found = time_of_year(begin, ahead.at(), first);
  found.last_year = last->year;
  found.last_anchor = last->anchor;
  return found;
}

/// "7일(현지시간)": the place of the clock belongs to the day.
std::size_t past_local_time(TextCursor reader) {
  const std::size_t end = reader.at();
  reader.skip_spaces();
  if (reader.take("(현지시간)") || reader.take("(현지시각)") || reader.take("(현지 시간)")) return reader.at();
  return end;
}

/// What follows a year, or stands by itself: "4월 7일", "1분기", "상반기", "7일".
std::optional<TimeMention> korean_part(std::size_t begin, AnchoredYear year, TextCursor reader) {
  if (reader.take("상반기")) return time_of_year(begin, reader.at(), year, Kind::Half, 1);
  if (reader.take("하반기")) return time_of_year(begin, reader.at(), year, Kind::Half, 2);
  const std::optional<int> number = reader.take_number(1, 2);
  if (!number) return std::nullopt;
  reader.skip_spaces();
  if (*number >= 1 && *number <= 4 && reader.take("분기")) {
    return time_of_year(begin, reader.at(), year, Kind::Quarter, *number);
  }
  if (*number < 1 || *number > 12 || !reader.take("월")) return std::nullopt;
  const std::size_t end = reader.at();
  reader.skip_spaces();
  const std::optional<int> day = reader.take_number(1, 2);
  if (!day || *day < 1 || *day > 31 || !reader.take("일")) return time_of_year(begin, end, year, Kind::Month, *number);
  return time_of_year(begin, past_local_time(reader), year, Kind::Day, *number, *day);
}

/// A year with what belongs to it: months, quarters, a second year.
std::optional<TimeMention> korean_years_at(std::string_view text, std::size_t at) {
  if (auto numbers = korean_number_span(text, at)) return numbers;
  TextCursor reader(text, at);
  const std::optional<AnchoredYear> year = korean_year(reader);
  if (!year) return std::nullopt;
  if (auto span = korean_span(at, *year, reader)) return span;
  TextCursor ahead = reader;
  ahead.skip_spaces();
  if (auto part = korean_part(at, *year, ahead)) return part;
  return time_of_year(at, reader.at(), *year);
}

std::optional<TimeMention> korean_part_at(std::string_view text, std::size_t at) {
  const AnchoredYear year{0, Anchor::Publication};
  TextCursor reader(text, at);
  if (auto part = korean_part(at, year, reader)) return part;
  const std::optional<int> day = reader.take_number(1, 2);
  if (!day || *day < 1 || *day > 31 || !reader.take("일")) return std::nullopt;
  // "3일간" and "3일째" are lengths, "일반" and the like other words.
  TextCursor ahead = reader;
  if (ahead.take_any(std::array<std::string_view, 6>{"간", "째", "만에", "동안", "반", "치"})) return std::nullopt;
  return time_of_year(at, past_local_time(reader), year, Kind::Day, 0, *day);
}

}  // namespace

std::optional<TimeMention> korean_time_at(std::string_view text, std::size_t at) {
  if (auto years = korean_years_at(text, at)) return years;
  return korean_part_at(text, at);
}

}  // namespace podium
