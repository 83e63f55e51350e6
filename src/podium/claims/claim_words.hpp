#pragma once

#include <cstdint>
#include <string_view>

namespace podium {

/// What a word behind a number counts, as far as claims go by it.
enum class Counter : std::uint8_t {
  None,
  Countries,  ///< 개국, countries
  Places,     ///< 계단, places
  Years,      ///< 년 of a length, years
  Aim,        ///< 3대 (강국)
  Kinds,      ///< 가지
  Other       ///< some other word
};

/// A counter that stands right behind a number, and where it ends.
struct CounterMention {
  Counter counter = Counter::None;
  std::size_t end = 0;
};
CounterMention counter_behind(std::string_view text, std::size_t at, bool is_korean);

/// Words that begin within `text`: +1 up, -1 down, 0 none; of the first one.
struct DirectionWord {
  int direction = 0;
  std::size_t begin = 0;
  std::size_t end = 0;

  explicit operator bool() const { return direction != 0; }
};
/// Verbs and nouns of change: 증가, 늘었다, 줄, rose, decline.
DirectionWord change_word_in(std::string_view text, bool is_korean);
/// Nouns of a trend: 하락세, 증가세, a downward trend.
DirectionWord trend_word_in(std::string_view text, bool is_korean);
/// Adjectives that compare: 높은, 낮은, more, lower.
DirectionWord comparing_word_in(std::string_view text, bool is_korean);
/// The most or least of all: 가장 많은, 최저, the highest.
DirectionWord extreme_word_in(std::string_view text, bool is_korean);

/// Behind a unit or time that something is compared with: 보다, 대비, 에 비해.
bool compares_behind(std::string_view text, std::size_t at);
/// Before one: than, compared with, from.
bool compares_before(std::string_view text, std::size_t at);
/// Between a time and what was brought out then.
bool speaks_of_release(std::string_view text, bool is_korean);
/// The sentence tells what is to come, what ought to be.
bool speaks_of_future(std::string_view sentence, bool is_korean);
bool speaks_of_opinion(std::string_view sentence, bool is_korean);
/// Nothing, or a Korean word that says how near a number is: 약, 거의, 무려.
bool speaks_only_of_closeness(std::string_view text);
/// Where a word begins that says how far two figures are apart, which stands behind a figure in Korean, before it in
/// English; npos if there is none.
std::size_t difference_word_in(std::string_view text, bool is_korean);
bool speaks_of_sum(std::string_view text, bool is_korean);
/// Only commas, 와, and, and the like, or nothing, stand between two of a list; behind the first there may be brackets.
bool is_list_separator(std::string_view between);
/// For each of several years.
bool speaks_of_each_year(std::string_view text, bool is_korean);

}  // namespace podium
