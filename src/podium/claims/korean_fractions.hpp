#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "podium/claims/decimal_digits.hpp"
#include "podium/claims/korean_numeral.hpp"

/// What makes one number of several numerals.
namespace podium::korean {

struct KoreanFraction {
  std::size_t end = 0;
  double value = 0;
};

struct KoreanDecimal {
  std::size_t end = 0;
  ExactDecimal value{};
  int last_exponent = 0;
};

/// "분의 2" at `at`, behind the denominator.
std::optional<KoreanFraction> fraction_behind(std::string_view text, std::size_t at, ExactDecimal denominator);

/// "과 2분의 1" at `at`, behind the whole number.
std::optional<KoreanFraction> mixed_behind(std::string_view text, std::size_t at, ExactDecimal whole);

/// "점 일사" at `at`, behind the whole number; with a large unit if one follows (일점오만).
std::optional<KoreanDecimal> decimals_behind(std::string_view text, std::size_t at, ExactDecimal whole);

/// "/5" or " 4/5" behind digits. A fraction is less than one and no part of a date or telephone number.
std::optional<KoreanFraction> slash_behind(std::string_view text, const DigitRun& run);

/// "^23" behind digits. The exponent is whole and has at most three digits.
std::optional<KoreanFraction> power_behind(std::string_view text, const DigitRun& run);

}  // namespace podium::korean
