#pragma once

#include <string_view>
#include <vector>

#include "podium/claims/number_mention.hpp"

namespace podium {

/// The numbers of an English text, in their order, none within another: digits with separators (1,234.5), magnitudes
/// (1.5 million, 109.1bn, 12k), words (one hundred and five, a dozen), ordinals (third, 21st), fractions (two fifths,
/// 3/4), signs, exponents. Broken UTF-8 ends a number and is passed over. Time and memory are linear in the text.
std::vector<NumberMention> read_english_numbers(std::string_view text);

}  // namespace podium
