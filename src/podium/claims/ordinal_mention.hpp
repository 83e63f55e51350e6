#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "podium/claims/number_mention.hpp"

namespace podium {

/// A place in a row as a text names it: from its start, its end, or from where one is.
struct OrdinalMention {
  enum class Anchor : std::uint8_t {
    Start,    ///< the place itself: 3 for the third
    Current,  ///< 0 for the current one, 1 for the next, -1 for the previous
    End       ///< 0 for the last, -1 for the last but one
  };

  TextSpan span{};
  double place = 1;
  Anchor anchor = Anchor::Start;

  bool operator==(const OrdinalMention&) const = default;
};

/// The ordinals of a text in their order, none within another: those among its numbers, as the reader of its language
/// found them (third, 세 번째), relative ones (last, next one, the last but one, second to last; 마지막, 다음 것,
/// 끝에서 두 번째), and in Korean days of a month (30일, 십일일), but not lengths of time (30일간). "last year" and
/// "다음 달" are times, and no ordinals here. Time is linear in the text.
std::vector<OrdinalMention> korean_ordinals_of(std::string_view text, std::span<const NumberMention> numbers);
std::vector<OrdinalMention> english_ordinals_of(std::string_view text, std::span<const NumberMention> numbers);

/// Both lists as one in the order of the text, without what begins within a relative ordinal: the second of "second to
/// last". Each list is in its order.
std::vector<OrdinalMention> joined_ordinals(std::span<const OrdinalMention> relative,
                                            std::span<const OrdinalMention> counted);

}  // namespace podium
