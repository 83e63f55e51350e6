#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "podium/claims/decimal_digits.hpp"

/// Numerals put together of digits, Sino-Korean words and native words, before anything is known of what follows.
namespace podium::korean {

enum class NumeralPart : std::uint8_t { Digits, DigitWord, Unit, Native, Attributive };

/// A numeral that could end here.
struct NumeralReading {
  std::size_t end = 0;
  ExactDecimal value{};
  int last_exponent = 0;  ///< of the last stated digit
  NumeralPart last = NumeralPart::Digits;
  NumeralPart before_last = NumeralPart::Digits;
  int parts = 0;             ///< how many digits runs and words
  bool has_digits = false;   ///< it begins with digits, so the first reading is a number whatever follows
  bool is_native = false;    ///< it begins with a native word
  bool last_spaced = false;  ///< a space stands before the last part
  bool has_large_unit = false;
  std::size_t last_begin = 0;
};

enum class LargeUnits : std::uint8_t { Allowed, Excluded };

/// The readings of the numeral that begins at `begin`, each longer than the one before: 일조각 begins with 일 and 일조.
/// Well-formed only: units fall from left to right, and below a unit of 10^n stands less than 10^n.
class NumeralReadings {
 public:
  NumeralReadings(std::string_view text, std::size_t begin, LargeUnits large_units);

  std::size_t size() const { return size_; }
  bool is_empty() const { return size_ == 0; }
  const NumeralReading& operator[](std::size_t i) const { return readings_[i]; }
  const NumeralReading& longest() const { return readings_[size_ - 1]; }

 private:
  friend class NumeralBuilder;
  static constexpr std::size_t kMost = 48;  // 해 경 조 억 만 1, each of up to eight parts

  NumeralReading readings_[kMost];
  std::size_t size_ = 0;
};

/// The end of the digit words that begin at `at`, at most so many of them.
std::size_t end_of_digit_words(std::string_view text, std::size_t at, std::size_t most);

/// The whole number that digit words spell one by one: 일이삼사.
ExactDecimal spelled_digits(std::string_view words);

}  // namespace podium::korean
