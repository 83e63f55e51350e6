#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "podium/claims/number_mention.hpp"

namespace podium {

/// One end of a range, and whether it belongs to it: "at least 5" includes 5, "more than 5" does not, and "between 5
/// and 8" does not say.
struct RangeEnd {
  enum class Inclusion : std::uint8_t { Included, Excluded, Unsaid };

  double value = 0;
  Inclusion inclusion = Inclusion::Included;

  bool operator==(const RangeEnd&) const = default;
};

/// The numbers that a text allows: from one end to the other, or beyond one end. "equal to 5" has the same two ends.
struct NumberRange {
  TextSpan span{};  ///< with the words that compare: "20보다 크고 35보다 작거나 같다", "at least 5"
  std::optional<RangeEnd> lower{};
  std::optional<RangeEnd> upper{};

  bool operator==(const NumberRange&) const = default;
};

/// The ranges that a text makes of its numbers, as the reader of numbers of its language found them; in their order,
/// none within another:
/// - two ends: 20과 30 사이, 20부터 100까지, 1000에서 1500까지, 3~4조, between 1 and 3, from 1 to 3, 1000-5000; not
///   3에서 5로, which is a change, nor dates and telephone numbers;
/// - one end: 5 이상, 5를 넘는, 5보다 크거나 같은, 최소 5, more than 5, no less than 5, 5 or more, > 5, <= 5;
/// - one number: 5와 같다, equal to 5;
/// - one end after the other with and, where they leave numbers between them: 10 초과 20 미만.
/// Time is linear in the text.
std::vector<NumberRange> korean_ranges_of(std::string_view text, std::span<const NumberMention> numbers);
std::vector<NumberRange> english_ranges_of(std::string_view text, std::span<const NumberMention> numbers);

}  // namespace podium
