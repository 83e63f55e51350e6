#include "podium/claims/korean_quantity.hpp"

#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/korean_fractions.hpp"
#include "podium/claims/korean_words.hpp"
#include "podium/core/panel.hpp"

namespace podium::korean {
namespace {

constexpr std::string_view kTurn = "번째";
constexpr std::string_view kPlace = "째";
constexpr std::size_t kFewestSpelledDigits = 4;  // shorter ones are words: 사이, 오이, 이사
constexpr std::size_t kMostSpelledDigits = 18;

NumberMention cardinal(std::size_t begin, std::size_t end, ExactDecimal value, int last_exponent) {
  return {.span = {begin, end}, .value = nearest_double(value), .step = nearest_double({1, last_exponent})};
}

NumberMention fraction(std::size_t begin, KoreanFraction read) {
  return {.span = {begin, read.end}, .value = read.value, .step = kMissing, .kind = NumberMention::Kind::Fraction};
}

/// The end of 번째 or, behind native words, 째 and 째번.
std::optional<std::size_t> end_of_ordinal(std::string_view text, const NumeralReading& reading) {
  const std::size_t next = skip_spaces(text, reading.end);
  if (text.substr(next).starts_with(kTurn)) return next + kTurn.size();
  const bool is_native = reading.last == NumeralPart::Native || reading.last == NumeralPart::Attributive;
  if (!is_native || !text.substr(reading.end).starts_with(kPlace)) return std::nullopt;
  const std::size_t end = reading.end + kPlace.size();
  return text.substr(end).starts_with("번") ? end + kSyllableBytes : end;
}

bool is_whole_text(std::string_view text, std::size_t begin, std::size_t end) {
  return skip_spaces(text, 0) == begin && skip_spaces(text, end) == text.size();
}

/// The number that ends with this reading and what belongs to it behind.
std::optional<NumberMention> mention_of(std::string_view text, std::size_t begin, const NumeralReading& reading,
                                        NumeralSetting setting) {
  if (const auto read = fraction_behind(text, reading.end, reading.value)) return fraction(begin, *read);
  if (const auto read = mixed_behind(text, reading.end, reading.value)) return fraction(begin, *read);
  if (const auto end = end_of_ordinal(text, reading)) {
    NumberMention mention = cardinal(begin, *end, reading.value, reading.last_exponent);
    mention.kind = NumberMention::Kind::Ordinal;
    return mention;
  }
  if (!reading.has_digits && !reading.is_native) {
    if (const auto read = decimals_behind(text, reading.end, reading.value)) {
      if (const auto share = fraction_behind(text, read->end, read->value)) return fraction(begin, *share);
      return cardinal(begin, read->end, read->value, read->last_exponent);
    }
  }
  if (is_whole_text(text, begin, reading.end)) setting = NumeralSetting::Certain;
  if (!is_number(text, begin, reading, setting)) return std::nullopt;
  NumberMention mention = cardinal(begin, reading.end, reading.value, reading.last_exponent);
  if (text.substr(begin, reading.end - begin) == "첫") mention.kind = NumberMention::Kind::Ordinal;
  return mention;
}

std::optional<NumberMention> spelled_number(std::string_view text, std::size_t begin) {
  const std::size_t end = end_of_digit_words(text, begin, kMostSpelledDigits);
  if (end - begin < kFewestSpelledDigits * kSyllableBytes || ending_at(text, end).kind == EndingKind::None)
    return std::nullopt;
  return cardinal(begin, end, spelled_digits(text.substr(begin, end - begin)), 0);
}

/// What only digits can have behind them.
std::optional<NumberMention> number_of_digits(std::string_view text, const DigitRun& run, UnitsOfDigits units) {
  const std::size_t begin = run.span.begin;
  if (const auto power = power_behind(text, run)) {
    return NumberMention{.span = {begin, power->end}, .value = power->value, .step = kMissing};
  }
  if (const auto read = slash_behind(text, run)) return fraction(begin, *read);
  const bool is_followed = syllable_at(text, run.span.end) != 0 || text.substr(run.span.end).starts_with(" ");
  if (units == UnitsOfDigits::LeftOut || !is_followed)
    return cardinal(begin, run.span.end, *run.value, run.last_exponent);
  return std::nullopt;
}

}  // namespace

std::optional<NumberMention> read_quantity(std::string_view text, std::size_t begin, NumeralSetting setting,
                                           UnitsOfDigits units) {
  if (const auto run = read_digits(text, begin)) {
    if (!run->value) return std::nullopt;
    if (const auto mention = number_of_digits(text, *run, units)) return mention;
  } else if (const auto spelled = spelled_number(text, begin)) {
    return spelled;
  }
  const NumeralReadings readings(text, begin, LargeUnits::Allowed);
  for (std::size_t i = readings.size(); i-- > 0;) {
    if (const auto mention = mention_of(text, begin, readings[i], setting)) return mention;
  }
  return std::nullopt;
}

}  // namespace podium::korean
