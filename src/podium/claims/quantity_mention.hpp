#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "podium/claims/number_mention.hpp"

namespace podium {

/// What a number in a text counts, with all words that belong to it.
struct QuantityMention {
  enum class Kind : std::uint8_t {
    Number,
    Money,
    Percent,
    PercentPoint,
    Ranked,   ///< 11위, ranked 11th
    Multiple  ///< 3배, three times
  };
  /// How the text holds the number: 약 is About, 이상 AtLeast, 초과 and 넘는 MoreThan, 이하 AtMost, 미만 LessThan, 육박
  /// Nearly, 대 (30%대) Band.
  enum class Hedge : std::uint8_t { None, About, AtLeast, MoreThan, AtMost, LessThan, Nearly, Band };

  TextSpan span{};  ///< from the sign or number to the unit; hedges stand outside
  Kind kind = Kind::Number;
  Hedge hedge = Hedge::None;
  double value = 0;                  ///< 63 for 63 %; money in whole units of its currency
  double step = 1;                   ///< as NumberMention's, in the same unit
  std::optional<double> upper{};     ///< of a range; value is its lower end
  std::string_view currency{};       ///< ISO 4217; empty where the text does not say which
  std::string_view currency_kind{};  ///< "dollar" ...; empty for others than money
  NumberMention::Kind number = NumberMention::Kind::Cardinal;

  bool operator==(const QuantityMention&) const = default;
};

/// Joins the numbers of a text, as a reader of numbers found them, with their units, signs, ranges (3~4조 원, 2-3계단,
/// from 3 to 4 billion dollars) and hedges. In their order, none within another.
std::vector<QuantityMention> quantities_of(std::string_view text, std::span<const NumberMention> numbers);

}  // namespace podium
