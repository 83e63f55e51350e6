#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "podium/claims/number_mention.hpp"

namespace podium {

/// A number of at most 19 significant digits, without rounding: mantissa times ten to the exponent.
struct ExactDecimal {
  std::uint64_t mantissa = 0;
  int exponent = 0;

  bool operator==(const ExactDecimal&) const = default;
};

/// Nothing where the sum needs more than 19 digits.
std::optional<ExactDecimal> exact_sum(ExactDecimal a, ExactDecimal b);

/// Exact; nothing where the product needs more than 19 digits.
std::optional<ExactDecimal> exact_product(ExactDecimal a, ExactDecimal b);

/// The nearest double; nothing beyond the range of double.
std::optional<double> to_double(ExactDecimal number);
/// The same; 0 beyond the range.
double nearest_double(ExactDecimal number);

/// Whether the number is below ten to the exponent.
bool is_below_power(ExactDecimal number, int exponent);

/// A digit of a text, plain or of full width.
struct TextDigit {
  unsigned value = 0;
  std::size_t size = 0;  ///< bytes; 0 where there is no digit
};

TextDigit digit_at(std::string_view text, std::size_t at);
/// Whether a digit ends just before `at`.
bool follows_digit(std::string_view text, std::size_t at);

/// Digits as a text writes them: "1,234.5", "１２", ".25".
struct DigitRun {
  TextSpan span{};
  std::optional<ExactDecimal> value{};  ///< nothing beyond 19 significant digits or 40 places
  int last_exponent = 0;                ///< of the last stated digit: -2 for 1.50
  bool is_plain = true;                 ///< neither a separator nor a point

  bool is_whole() const { return last_exponent == 0; }
};

/// The run that begins at `begin`. A comma, or a narrow space (U+202F), separates only groups of exactly three digits
/// after one to three, a space two and more such groups; where the grouping ends, so does the number ("1,2" begins with
/// 1). A point is followed by a digit; between three and more runs points only divide ("192.168.1.2" is four numbers).
/// Time is linear in the run.
std::optional<DigitRun> read_digits(std::string_view text, std::size_t begin);

}  // namespace podium
