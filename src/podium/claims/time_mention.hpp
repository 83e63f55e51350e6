#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "podium/claims/text_span.hpp"
#include "podium/model/date.hpp"

namespace podium {

/// A time as a text states it: a day, a month, a quarter, a half, a year, or several years.
struct TimeMention {
  enum class Kind : std::uint8_t { Day, Month, Quarter, Half, Year };
  /// What the year is counted from.
  enum class Anchor : std::uint8_t {
    Stated,       ///< the year itself: 2024년
    Publication,  ///< the year of the text: 올해 0, 지난해 -1, next year +1; nothing but a day: the last one before it
    Context       ///< the year that is spoken of: 전년 -1, a year earlier -1
  };

  TextSpan span{};
  Kind kind = Kind::Year;
  Anchor anchor = Anchor::Stated;
  int year = 0;  ///< stated, or counted from the anchor
  int part = 0;  ///< month 1 ... 12, quarter 1 ... 4, half 1 or 2; 0 for a year, and for a day without its month
  int day = 0;   ///< 1 ... 31; 0 for others
  /// Of a span of years its last one, by its own anchor.
  std::optional<int> last_year{};
  Anchor last_anchor = Anchor::Stated;

  bool operator==(const TimeMention&) const = default;
};

/// The times of a Korean or English text, in their order, none within another: 2024년, 2024년 4월 7일, 7일(현지시간),
/// 지난해, 올해부터 2027년까지, 2023~27년, 1분기, '24년; 2024, April 7, 2025, last year, from 2023 to 2027, Q1 2024,
/// FY2025. A bare number from 1900 to 2100 is a year only in English, where it is no amount. Time is linear in the
/// text.
std::vector<TimeMention> read_times(std::string_view text);

/// What a mention stands for.
struct ResolvedTime {
  int first_year = 0;
  int last_year = 0;  ///< the same but for a span
  TimeMention::Kind kind = TimeMention::Kind::Year;
  int part = 0;
  int day = 0;

  bool operator==(const ResolvedTime&) const = default;
};

/// `published` is the day of the text, `spoken_of` the year that the words before are about. Nothing where the anchor
/// is not known.
std::optional<ResolvedTime> resolve(const TimeMention& mention, const std::optional<Date>& published,
                                    const std::optional<int>& spoken_of);

}  // namespace podium
