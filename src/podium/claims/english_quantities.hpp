#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "podium/claims/english_cardinals.hpp"
#include "podium/claims/number_mention.hpp"

namespace podium {

/// A number without its sign: where it ends, and what it says.
struct EnglishQuantity {
  std::size_t end = 0;
  double value = 0;
  double step = 1;  ///< as in NumberMention; NaN also for powers (1.1^23)
  NumberMention::Kind kind = NumberMention::Kind::Cardinal;
};

/// The number whose first word begins at `at`: cardinals, ordinals, fractions, "half a million", "one in five". Nothing
/// for words that count nothing there: the one, a second ago, the first half.
std::optional<EnglishQuantity> read_english_words(std::string_view text, std::size_t at);

/// A number with a fraction or ratio to it: two fifths, one and a half million, three out of ten, one over 20.
std::optional<EnglishQuantity> read_english_fraction(std::string_view text, std::size_t at,
                                                     const EnglishCardinal& whole);

/// What begins with an article, half or quarter: a third of, half a dozen, a quarter million.
std::optional<EnglishQuantity> read_english_half(std::string_view text, std::size_t at);

/// A fraction, times the million or dozen that may follow it, also after "of a".
EnglishQuantity english_fraction(std::string_view text, std::size_t end, double value);

/// A cardinal or ordinal as it stands.
EnglishQuantity english_quantity(const EnglishCardinal& cardinal);

}  // namespace podium
