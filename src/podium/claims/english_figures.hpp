#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "podium/claims/decimal_digits.hpp"

namespace podium {

/// 10 to a power from -300 to 300, correctly rounded.
double power_of_ten(int power);

/// A number in digits as it is written: 1,234.5 or .5 or 40 000, without sign, magnitude and exponent.
struct EnglishFigure {
  std::size_t end = 0;
  ExactDecimal value{};
  bool is_integer = true;
  bool is_bare = true;  ///< digits alone: no separators, no point
  bool is_too_long = false;
  /// For a chain whose parts are no single number (1,2,3 or 192.168.1.2): digits are plain integers up to here. The
  /// last of a list with commas is read in full again (in 2023,5 million). The begin of the figure where there is no
  /// chain.
  std::size_t plain_until = 0;
};

/// The figure that begins at `at` with a digit, or with a point and a digit. Groups of digits between commas are 3 long
/// after a first of 1 to 3, or as in India 12,34,567; a comma before a zero that begins no group of 3 is a decimal
/// comma (5,00). Spaces separate groups of 3 where they are narrow or no-break ones, where there are two, or where the
/// last group is 000. `is_plain` reads the digits alone.
EnglishFigure read_english_figure(std::string_view text, std::size_t at, bool is_plain);

/// What follows a figure as its power: ^23, ^-1, e10, x10^6, * 10^5.
struct EnglishPower {
  std::size_t end = 0;
  int exponent = 0;
  bool is_of_ten = false;  ///< false: of the figure itself
};
std::optional<EnglishPower> read_english_power(std::string_view text, std::size_t at);

/// A fraction in one letter, such as U+00BD; `end` is 0 where there is none.
struct FractionLetter {
  std::size_t end = 0;
  double value = 0;
};
FractionLetter read_fraction_letter(std::string_view text, std::size_t at);

}  // namespace podium
