#pragma once

#include <string_view>
#include <vector>

#include "podium/claims/number_mention.hpp"

namespace podium {

/// The numbers of a Korean text, in their order, none within another: digits with Korean units (1조9100억, 13억3000만,
/// 2.5만), Sino-Korean and native words (십삼억, 스물셋, 열한 번째), fractions (5분의 2), decimals in words
/// (삼 점 일사), signs.
/// The parts of dates and ranges are cardinals each (2024-05-06, 3만~5만, 3위, 7일), whose counters others read. What
/// makes an ordinal (제, 째, 번째) is in its span; 첫 before a word is one too. A power (2^10) is a cardinal and has
/// the step NaN, as a fraction has. Numbers of more than 19 digits and names with digits (F-16, G20, 5G) are passed
/// over. Broken UTF-8 ends a number and is passed over. Time and memory are linear in the text.
std::vector<NumberMention> read_korean_numbers(std::string_view text);

}  // namespace podium
