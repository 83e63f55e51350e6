#include "podium/claims/decimal_digits.hpp"

#include <array>
#include <string>
#include <utility>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

constexpr std::uint64_t kMostMantissa = 9'999'999'999'999'999'999U;
constexpr int kMostPlaces = 40;
constexpr std::array<std::string_view, 3> kSeparators{",", "，", "\u202f"};
constexpr std::array<std::string_view, 2> kPoints{".", "．"};

std::optional<std::uint64_t> product_of(std::uint64_t a, std::uint64_t b) {
  if (a != 0 && b > kMostMantissa / a) return std::nullopt;
  return a * b;
}

/// The mantissa with so many more places.
std::optional<std::uint64_t> with_places(std::uint64_t mantissa, int places) {
  for (; mantissa != 0 && places > 0; --places) {
    if (mantissa > kMostMantissa / 10) return std::nullopt;
    mantissa *= 10;
  }
  return mantissa;
}

ExactDecimal without_end_zeros(ExactDecimal number) {
  if (number.mantissa == 0) return {};
  while (number.mantissa % 10 == 0) {
    number.mantissa /= 10;
    ++number.exponent;
  }
  return number;
}

/// Bytes of the first of the marks that stands there, or 0.
template <std::size_t count>
std::size_t mark_at(std::string_view text, std::size_t at, const std::array<std::string_view, count>& marks) {
  for (const std::string_view mark : marks) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Collects digits; zeros wait until a digit follows, so that they take no place at the end.
class DigitSum {
 public:
  void add(unsigned digit, bool is_decimal) {
    if (is_decimal) --last_exponent_;
    if (digit == 0) {
      if (mantissa_ != 0) ++zeros_;
      return;
    }
    const std::optional<std::uint64_t> shifted = with_places(mantissa_, zeros_ + 1);
    is_too_long_ = is_too_long_ || !shifted || *shifted > kMostMantissa - digit;
    mantissa_ = is_too_long_ ? 1 : *shifted + digit;
    zeros_ = 0;
  }
  int last_exponent() const { return last_exponent_; }
  std::optional<ExactDecimal> value() const {
    const int exponent = last_exponent_ + zeros_;
    if (is_too_long_ || exponent > kMostPlaces || last_exponent_ < -kMostPlaces) return std::nullopt;
    return mantissa_ == 0 ? ExactDecimal{} : ExactDecimal{mantissa_, exponent};
  }

 private:
  std::uint64_t mantissa_ = 0;
  int zeros_ = 0;
  int last_exponent_ = 0;
  bool is_too_long_ = false;
};

/// The end of the digits from `at`; how many there are goes with it.
struct Stretch {
  std::size_t end = 0;
  std::size_t digits = 0;
};

Stretch stretch_from(std::string_view text, std::size_t at) {
  Stretch stretch{at, 0};
  while (const std::size_t size = digit_at(text, stretch.end).size) {
    stretch.end += size;
    ++stretch.digits;
  }
  return stretch;
}

void add_digits(DigitSum& sum, std::string_view text, std::size_t at, std::size_t end, bool is_decimal) {
  while (at < end) {
    const TextDigit digit = digit_at(text, at);
    sum.add(digit.value, is_decimal);
    at += digit.size;
  }
}

/// The end of the groups of three after the first one to three digits.
std::size_t add_groups(DigitSum& sum, std::string_view text, std::size_t end) {
  const std::size_t size = mark_at(text, end, kSeparators);
  const std::string_view separator = text.substr(end, size);
  while (size != 0 && text.substr(end).starts_with(separator)) {
    std::size_t group = end + size;
    Stretch stretch{group, 0};
    while (stretch.digits < 4 && digit_at(text, stretch.end).size != 0) {
      stretch.end += digit_at(text, stretch.end).size;
      ++stretch.digits;
    }
    if (stretch.digits != 3) break;
    add_digits(sum, text, group, stretch.end, false);
    end = stretch.end;
  }
  return end;
}

/// The same for groups behind single spaces, at least two of them, so that two numbers beside each other are no one.
std::size_t add_spaced_groups(DigitSum& sum, std::string_view text, std::size_t begin) {
  constexpr std::size_t kGroup = 3;
  std::size_t end = begin;
  std::size_t groups = 0;
  while (end < text.size() && text[end] == ' ') {
    const Stretch group = stretch_from(text, end + 1);
    if (group.digits != kGroup) break;
    end = group.end;
    ++groups;
  }
  const bool goes_on = text.substr(end).starts_with(' ') && digit_at(text, end + 1).size != 0;
  if (groups < 2 || goes_on) return begin;
  for (std::size_t at = begin; at < end;) {
    const Stretch group = stretch_from(text, at + 1);
    add_digits(sum, text, at + 1, group.end, false);
    at = group.end;
  }
  return end;
}

/// The end of the decimals after the point at `end`, or `end`.
std::size_t end_of_decimals(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t point = mark_at(text, end, kPoints);
  if (point == 0) return end;
  const bool is_after_point = begin > 1 && text[begin - 1] == '.' && follows_digit(text, begin - 1);
  const Stretch decimals = stretch_from(text, end + point);
  if (is_after_point || decimals.digits == 0) return end;
  const std::size_t next = mark_at(text, decimals.end, kPoints);
  const bool is_divided = next != 0 && digit_at(text, decimals.end + next).size != 0;
  return is_divided ? end : decimals.end;
}

bool is_leading_point(std::string_view text, std::size_t at) {
  const std::size_t point = mark_at(text, at, kPoints);
  return point != 0 && digit_at(text, at + point).size != 0;
}

}  // namespace

std::optional<ExactDecimal> exact_sum(ExactDecimal a, ExactDecimal b) {
  if (a.mantissa == 0) return b;
  if (b.mantissa == 0) return a;
  if (a.exponent < b.exponent) std::swap(a, b);
  const std::optional<std::uint64_t> shifted = with_places(a.mantissa, a.exponent - b.exponent);
  if (!shifted || *shifted > kMostMantissa - b.mantissa) return std::nullopt;
  return without_end_zeros({*shifted + b.mantissa, b.exponent});
}

std::optional<ExactDecimal> exact_product(ExactDecimal a, ExactDecimal b) {
  const std::optional<std::uint64_t> mantissa = product_of(a.mantissa, b.mantissa);
  if (!mantissa) return std::nullopt;
  return without_end_zeros({*mantissa, a.exponent + b.exponent});
}

std::optional<double> to_double(ExactDecimal number) {
  if (number.mantissa == 0) return 0.0;
  constexpr std::array<double, 23> kPowers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                           1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  const int size = number.exponent < 0 ? -number.exponent : number.exponent;
  // Both factors are exact doubles here, so that one operation rounds once.
  if (number.mantissa <= (std::uint64_t{1} << 53U) && size < static_cast<int>(kPowers.size())) {
    const auto mantissa = static_cast<double>(number.mantissa);
    const double power = kPowers[static_cast<std::size_t>(size)];
    return number.exponent < 0 ? mantissa / power : mantissa * power;
  }
  const auto parsed = parse_decimal(std::to_string(number.mantissa) + "e" + std::to_string(number.exponent));
  return parsed ? std::optional(parsed->value) : std::nullopt;
}

double nearest_double(ExactDecimal number) { return to_double(number).value_or(0); }

bool is_below_power(ExactDecimal number, int exponent) {
  for (; number.mantissa != 0; number.mantissa /= 10) ++number.exponent;
  return number.exponent <= exponent;
}

TextDigit digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const char c = text[at];
  if (c >= '0' && c <= '9') return {static_cast<unsigned>(c - '0'), 1};
  if (c != '\xEF' || at + 3 > text.size() || text[at + 1] != '\xBC') return {};
  const unsigned value = static_cast<unsigned char>(text[at + 2]) - 0x90U;
  return value <= 9 ? TextDigit{value, 3} : TextDigit{};
}

bool follows_digit(std::string_view text, std::size_t at) {
  return at >= 1 && ((text[at - 1] >= '0' && text[at - 1] <= '9') || (at >= 3 && digit_at(text, at - 3).size == 3));
}

std::optional<DigitRun> read_digits(std::string_view text, std::size_t begin) {
  const Stretch first = stretch_from(text, begin);
  if (first.digits == 0 && !is_leading_point(text, begin)) return std::nullopt;
  DigitSum sum;
  add_digits(sum, text, begin, first.end, false);
  std::size_t end = first.end;
  if (first.digits >= 1 && first.digits <= 3) {
    end = add_groups(sum, text, end);
    const bool follows_number = begin > 0 && text[begin - 1] == ' ' && follows_digit(text, begin - 1);
    if (end == first.end && !follows_number) end = add_spaced_groups(sum, text, end);
  }
  const std::size_t whole = end;
  end = end_of_decimals(text, begin, end);
  if (end == begin) return std::nullopt;
  if (end != whole) add_digits(sum, text, whole + mark_at(text, whole, kPoints), end, true);
  return DigitRun{
      .span = {begin, end}, .value = sum.value(), .last_exponent = sum.last_exponent(), .is_plain = end == first.end};
}

}  // namespace podium
