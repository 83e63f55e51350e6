#include "podium/claims/korean_fractions.hpp"

#include <array>
#include <cmath>

#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/korean_words.hpp"

namespace podium::korean {
namespace {

constexpr std::string_view kOfParts = "분의";
constexpr auto kPoints = std::to_array<std::string_view>({"점", "쩜"});
constexpr std::size_t kMostDecimalWords = 12;

double quotient(ExactDecimal numerator, ExactDecimal denominator) {
  return nearest_double(numerator) / nearest_double(denominator);
}

/// whole + numerator / denominator, rounded once where the digits allow it.
double mixed_value(ExactDecimal whole, ExactDecimal numerator, ExactDecimal denominator) {
  const auto wholes = exact_product(whole, denominator);
  const auto sum = wholes ? exact_sum(*wholes, numerator) : std::nullopt;
  return sum ? quotient(*sum, denominator) : nearest_double(whole) + quotient(numerator, denominator);
}

struct Numerator {
  std::size_t end = 0;
  ExactDecimal value{};
  bool is_negative = false;
};

/// Without large units, so that 만 and 조 stay what they are: 오분의 일만을, 3분의 1조각.
std::optional<Numerator> numerator_of_words(std::string_view text, std::size_t at) {
  const NumeralReadings readings(text, at, LargeUnits::Excluded);
  for (std::size_t i = readings.size(); i-- > 0;) {
    const NumeralReading& reading = readings[i];
    if (reading.is_native) continue;
    if (const auto decimal = decimals_behind(text, reading.end, reading.value))
      return Numerator{decimal->end, decimal->value};
    const EndingKind kind = ending_at(text, reading.end).kind;
    if (reading.last_spaced && kind != EndingKind::TextEnd && kind != EndingKind::Mark) continue;
    if (kind != EndingKind::None) return Numerator{reading.end, reading.value};
  }
  return std::nullopt;
}

std::optional<Numerator> numerator_at(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  const std::string_view minus = longest_at(text, at, kMinusWords);
  if (!minus.empty()) at = skip_spaces(text, at + minus.size());
  std::optional<Numerator> numerator;
  if (const auto run = read_digits(text, at)) {
    if (run->value) numerator = Numerator{run->span.end, *run->value};
  } else {
    numerator = numerator_of_words(text, at);
  }
  if (numerator) numerator->is_negative = !minus.empty();
  return numerator;
}

struct Parts {
  Numerator numerator{};
  ExactDecimal denominator{};
};

std::optional<Parts> parts_behind(std::string_view text, std::size_t at, ExactDecimal denominator) {
  if (denominator.mantissa == 0 || !text.substr(at).starts_with(kOfParts)) return std::nullopt;
  const auto numerator = numerator_at(text, at + kOfParts.size());
  if (!numerator) return std::nullopt;
  return Parts{*numerator, denominator};
}

std::optional<Parts> parts_at(std::string_view text, std::size_t at) {
  const NumeralReadings readings(text, at, LargeUnits::Allowed);
  for (std::size_t i = readings.size(); i-- > 0;) {
    if (const auto parts = parts_behind(text, readings[i].end, readings[i].value)) return parts;
  }
  return std::nullopt;
}

/// Whether a slash, hyphen or point ties the digits at this place to more of them.
bool is_tied_before(std::string_view text, std::size_t at) {
  return at >= 2 && (text[at - 1] == '/' || text[at - 1] == '-' || text[at - 1] == '.') && follows_digit(text, at - 1);
}
bool is_tied_behind(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '/' || text[at] == '-') && digit_at(text, at + 1).size != 0;
}

struct Slash {
  std::size_t end = 0;
  ExactDecimal numerator{};
  ExactDecimal denominator{};
};

std::optional<Slash> slash_of(std::string_view text, const DigitRun& numerator) {
  const std::size_t slash = numerator.span.end;
  if (!numerator.is_plain || slash >= text.size() || text[slash] != '/') return std::nullopt;
  const auto denominator = read_digits(text, slash + 1);
  if (!denominator || !denominator->is_plain || !denominator->value || !numerator.value) return std::nullopt;
  if (is_tied_before(text, numerator.span.begin) || is_tied_behind(text, denominator->span.end)) return std::nullopt;
  if (nearest_double(*numerator.value) >= nearest_double(*denominator->value)) return std::nullopt;
  return Slash{denominator->span.end, *numerator.value, *denominator->value};
}

double power_of(double base, unsigned exponent) {
  double power = 1;
  for (; exponent != 0; exponent /= 2) {
    if (exponent % 2 == 1) power *= base;
    base *= base;
  }
  return power;
}

}  // namespace

std::optional<KoreanFraction> fraction_behind(std::string_view text, std::size_t at, ExactDecimal denominator) {
  const auto parts = parts_behind(text, at, denominator);
  if (!parts) return std::nullopt;
  const double value = quotient(parts->numerator.value, denominator);
  return KoreanFraction{parts->numerator.end, parts->numerator.is_negative ? -value : value};
}

std::optional<KoreanFraction> mixed_behind(std::string_view text, std::size_t at, ExactDecimal whole) {
  if (!text.substr(at).starts_with("과") && !text.substr(at).starts_with("와")) return std::nullopt;
  const auto parts = parts_at(text, skip_spaces(text, at + kSyllableBytes));
  if (!parts || parts->numerator.is_negative) return std::nullopt;
  return KoreanFraction{parts->numerator.end, mixed_value(whole, parts->numerator.value, parts->denominator)};
}

std::optional<KoreanDecimal> decimals_behind(std::string_view text, std::size_t at, ExactDecimal whole) {
  const std::size_t point = skip_spaces(text, at);
  const std::string_view word = longest_at(text, point, kPoints);
  if (word.empty()) return std::nullopt;
  const std::size_t begin = skip_spaces(text, point + word.size());
  if (text.substr(begin).starts_with("사이")) return std::nullopt;  // between, after scores
  for (std::size_t end = end_of_digit_words(text, begin, kMostDecimalWords); end > begin; end -= kSyllableBytes) {
    const int places = static_cast<int>((end - begin) / kSyllableBytes);
    const auto value = exact_sum(whole, {spelled_digits(text.substr(begin, end - begin)).mantissa, -places});
    if (!value) continue;
    const SinoWord unit = sino_word(syllable_at(text, end));
    if (unit.kind == WordKind::LargeUnit && ending_at(text, end + kSyllableBytes).kind != EndingKind::None) {
      return KoreanDecimal{end + kSyllableBytes, {value->mantissa, value->exponent + unit.value}, unit.value - places};
    }
    const bool is_over = ending_at(text, end).kind != EndingKind::None || text.substr(end).starts_with(kOfParts);
    if (is_over) return KoreanDecimal{end, *value, -places};
  }
  return std::nullopt;
}

std::optional<KoreanFraction> slash_behind(std::string_view text, const DigitRun& run) {
  if (const auto slash = slash_of(text, run)) {
    return KoreanFraction{slash->end, quotient(slash->numerator, slash->denominator)};
  }
  constexpr int kMostWholeDigits = 3;  // a year before a quarter is no mixed number
  const std::size_t next = skip_spaces(text, run.span.end);
  if (!run.is_plain || next == run.span.end || !run.value || !is_below_power(*run.value, kMostWholeDigits))
    return std::nullopt;
  const auto numerator = read_digits(text, next);
  const auto slash = numerator ? slash_of(text, *numerator) : std::nullopt;
  if (!slash) return std::nullopt;
  return KoreanFraction{slash->end, mixed_value(*run.value, slash->numerator, slash->denominator)};
}

std::optional<KoreanFraction> power_behind(std::string_view text, const DigitRun& run) {
  std::size_t at = run.span.end;
  if (at >= text.size() || text[at] != '^' || !run.value) return std::nullopt;
  ++at;
  const bool is_signed = at < text.size() && (text[at] == '-' || text[at] == '+');
  const bool is_negative = is_signed && text[at] == '-';
  if (is_signed) ++at;
  const auto exponent = read_digits(text, at);
  if (!exponent || !exponent->is_plain || !exponent->value || !is_below_power(*exponent->value, 3)) return std::nullopt;
  const double power = power_of(nearest_double(*run.value), static_cast<unsigned>(nearest_double(*exponent->value)));
  const double value = is_negative ? 1 / power : power;
  if (!std::isfinite(value)) return std::nullopt;
  return KoreanFraction{exponent->span.end, value};
}

}  // namespace podium::korean
