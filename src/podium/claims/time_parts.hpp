#pragma once

#include "podium/claims/text_cursor.hpp"
#include "podium/claims/time_mention.hpp"

/// Pieces that the readers of Korean and of English times share.
namespace podium {

inline bool is_year(int number) { return number >= 1900 && number <= 2100; }

/// A year, stated or counted from its anchor.
struct AnchoredYear {
  int year = 0;
  TimeMention::Anchor anchor = TimeMention::Anchor::Stated;
};

/// What stands for a year: 지난해, last year.
struct YearWord {
  std::string_view word;
  TimeMention::Anchor anchor;
  int offset;
};

inline TimeMention time_of_year(std::size_t begin, std::size_t end, AnchoredYear year,
                                TimeMention::Kind kind = TimeMention::Kind::Year, int part = 0, int day = 0) {
  return {.span = {begin, end}, .kind = kind, .anchor = year.anchor, .year = year.year, .part = part, .day = day};
}

/// The time that begins at a byte, if one does.
std::optional<TimeMention> korean_time_at(std::string_view text, std::size_t at);
std::optional<TimeMention> english_time_at(std::string_view text, std::size_t at);

}  // namespace podium
