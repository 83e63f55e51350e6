#include "podium/claims/korean_acceptance.hpp"

#include <array>

#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/korean_words.hpp"

namespace podium::korean {
namespace {

struct Place {
  std::string_view text{};
  std::size_t begin = 0;
  NumeralReading reading{};
  NumberEnding ending{};

  std::string_view words() const { return text.substr(begin, reading.end - begin); }
  std::string_view rest() const { return text.substr(reading.end); }
  bool is_counted() const { return ending.kind == EndingKind::Counter; }
};

/// 수 or 몇 as a word before the number.
bool follows_vague_word(std::string_view text, std::size_t begin) {
  if (begin <= kSyllableBytes || text[begin - 1] != ' ') return false;
  const std::size_t word = begin - 1 - kSyllableBytes;
  return syllable_at(text, word) != 0 && syllable_before(text, word) == 0 &&
         is_one_of(text.substr(word, kSyllableBytes), kVagueWords);
}

/// Digits behind a space that begin something else: 1억 2024년, 3만 5%, 5만 4억.
bool begins_another_number(std::string_view text, std::size_t end) {
  constexpr auto kOthers = std::to_array<std::string_view>({"%", "년", "월", "일", "시", "위", "차", "분의", "~", "∼"});
  if (!longest_at(text, end, kOthers).empty() || (end < text.size() && is_latin_letter(text[end]))) return true;
  const WordKind next = sino_word(syllable_at(text, skip_spaces(text, end))).kind;
  return (next == WordKind::SmallUnit || next == WordKind::LargeUnit) && longest_at(text, end, kNotUnits).empty();
}

bool is_number_with_digits(const Place& place) {
  const NumeralReading& reading = place.reading;
  if (reading.parts == 1 || reading.last == NumeralPart::Unit) return true;
  return reading.last == NumeralPart::Digits &&
         !(reading.last_spaced && begins_another_number(place.text, reading.end));
}

/// 조사, 억만, 조세호: 억, 조, 경 and 해 begin no number.
bool begins_with_huge_unit(const Place& place) {
  const SinoWord first = sino_word(syllable_at(place.text, place.begin));
  return first.kind == WordKind::LargeUnit && first.value > 4;
}

/// The number and what follows are a word of their own.
bool is_name(const Place& place) { return longest_at(place.text, place.begin, kNames).size() > place.words().size(); }

bool has_long_counter(const Place& place) {
  return place.ending.is_measure || place.ending.counter.size() > kSyllableBytes;
}

/// 백보다, 십 이상: behind what only numbers are compared with.
bool is_compared(const Place& place) {
  constexpr auto kComparisons = std::to_array<std::string_view>({"보다", "이상", "이하", "초과", "미만"});
  return !longest_at(place.text, skip_spaces(place.text, place.reading.end), kComparisons).empty();
}

bool is_number_of_unit(const Place& place) {
  if (is_compared(place)) return true;
  const NumberEnding& ending = place.ending;
  if (!place.is_counted() || follows_vague_word(place.text, place.begin)) return false;
  return ending.is_spaced || has_long_counter(place) || is_one_of(ending.counter, kGluedToUnit);
}

bool is_number_of_digit_word(const Place& place) {
  const NumberEnding& ending = place.ending;
  const std::string_view word = place.words();
  if (word == "영" && (place.rest().starts_with("이다") || place.rest().starts_with("입니다"))) return true;
  if (!place.is_counted()) return false;
  // 이불 is a blanket.
  if (ending.is_measure) return ending.counter != "불";
  if (!ending.is_spaced) return is_one_of(ending.counter, kGluedToDigit) && word != "공";
  return word != "이" && word != "공" && is_one_of(ending.counter, kSpacedAfterDigit);
}

bool is_number_of_words(const Place& place) {
  const NumeralReading& reading = place.reading;
  const NumberEnding& ending = place.ending;
  if (ending.kind == EndingKind::None || follows_vague_word(place.text, place.begin)) return false;
  const bool is_over = ending.kind == EndingKind::TextEnd || ending.kind == EndingKind::Mark;
  if (reading.last == NumeralPart::DigitWord && reading.last_spaced) return is_over || place.is_counted();
  // A last 이 before a space is more often the particle: 이십만이 넘는.
  const std::string_view last = place.text.substr(reading.last_begin, reading.end - reading.last_begin);
  if (last == "이" && ending.kind == EndingKind::Space) return false;
  if (!is_one_of(place.words(), kOtherWords)) return true;
  return place.is_counted() && (ending.is_measure || is_one_of(ending.counter, kGluedToUnit));
}

bool is_number_of_attributive(const Place& place) {
  const std::string_view words = place.words();
  const NumberEnding& ending = place.ending;
  if (words == "첫")
    return place.rest().starts_with(" ") && syllable_at(place.text, skip_spaces(place.text, place.reading.end)) != 0;
  if (words == "두" && ending.kind == EndingKind::Space) return true;
  if (!place.is_counted() || is_one_of(ending.counter, kSinoCounters)) return false;
  if (place.reading.parts > 1 || ending.is_spaced || words == "스무") return true;
  if (words == "한" && ending.counter == "시") return false;
  return has_long_counter(place) || is_one_of(ending.counter, kGluedToAttributive);
}

bool is_number_of_native(const Place& place) {
  if (place.reading.last == NumeralPart::Attributive) return is_number_of_attributive(place);
  const std::string_view words = place.words();
  if (words == "열" || words == "쉰") {
    const bool is_apart = place.ending.is_spaced || has_long_counter(place);
    return place.is_counted() && (is_apart || is_one_of(place.ending.counter, kGluedToAttributive));
  }
  return place.ending.kind != EndingKind::None;
}

}  // namespace

bool is_number(std::string_view text, std::size_t begin, const NumeralReading& reading, NumeralSetting setting) {
  Place place{.text = text, .begin = begin, .reading = reading};
  if (reading.has_digits) return is_number_with_digits(place);
  place.ending = ending_at(text, reading.end);
  if (is_name(place)) return false;
  if (setting == NumeralSetting::Certain) return place.ending.kind != EndingKind::None;
  if (begins_with_huge_unit(place)) return false;
  if (reading.is_native) return is_number_of_native(place);
  if (reading.last == NumeralPart::Native || reading.last == NumeralPart::Attributive)
    return is_number_of_native(place);
  if (reading.parts > 1) return is_number_of_words(place);
  return reading.last == NumeralPart::Unit ? is_number_of_unit(place) : is_number_of_digit_word(place);
}

}  // namespace podium::korean
