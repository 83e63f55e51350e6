#pragma once

#include <cstddef>
#include <string_view>

#include "podium/claims/korean_numeral.hpp"

/// Which words that could be a number are one. Sino-Korean syllables and the short native words are parts of many other
/// words, so that what follows decides:
/// - digits are a number whatever follows, and their units unless another word begins with them (3조각, 2경기);
/// - one Sino-Korean syllable counts only before a counter, and then only with such as make no other word with it;
/// - a run of several counts before a counter, a particle, a space, a mark or the end; one that is a word of its own
///   (구조, 이해, 이천) only before a measure and a few counters;
/// - an attributive (한, 두) counts only before a counter; 두 before any other word too;
/// - a number that is all of the text, or that follows a sign or "a number and", counts in any case.
namespace podium::korean {

enum class NumeralSetting : std::uint8_t { Sentence, Certain };

bool is_number(std::string_view text, std::size_t begin, const NumeralReading& reading, NumeralSetting setting);

}  // namespace podium::korean
