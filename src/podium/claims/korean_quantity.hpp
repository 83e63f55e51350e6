#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "podium/claims/korean_acceptance.hpp"
#include "podium/claims/number_mention.hpp"

namespace podium::korean {

/// LeftOut: the digits alone, for 제11조, the eleventh article.
enum class UnitsOfDigits : std::uint8_t { Kept, LeftOut };

/// The number without sign or 제 that begins at `begin` with a digit, a point or a word, and all that belongs to it:
/// units, a decimal part in words (삼 점 일사), a fraction (5분의 2, 3과 2분의 1, 1 4/5), an exponent (2^10), what
/// makes it an ordinal (번째, 째).
std::optional<NumberMention> read_quantity(std::string_view text, std::size_t begin, NumeralSetting setting,
                                           UnitsOfDigits units = UnitsOfDigits::Kept);

}  // namespace podium::korean
