#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace podium {

/// What a word says in an English number.
enum class EnglishWordKind : std::uint8_t {
  None,
  Zero,
  Ones,  ///< one to nine
  Teen,  ///< ten to nineteen, and compounds in one word: fortytwo
  Tens,  ///< twenty to ninety
  Hundred,
  Magnitude,  ///< thousand and above; the value is the power of ten
  Dozen,
  Half,
  Quarter,
  Article,  ///< a, an
  And,
  Point,
  Minus,
  Oh,  ///< a zero among decimals: one point o five
  DividedBy,
  Out,
  In,
  Of
};

/// fifth is the ordinal of five, fifths are parts; millions is a plural.
enum class EnglishWordForm : std::uint8_t { Plain, Plural, Ordinal, Parts };

struct EnglishWord {
  std::string_view text{};
  EnglishWordKind kind = EnglishWordKind::None;
  std::uint8_t value = 0;
  EnglishWordForm form = EnglishWordForm::Plain;
};

/// Lower case, without plurals, by first letter.
inline constexpr auto kEnglishWords = [] {
  using enum EnglishWordKind;
  using enum EnglishWordForm;
  return std::to_array<EnglishWord>({
      {"a", Article, 1},
      {"an", Article, 1},
      {"and", And},
      {"bn", Magnitude, 9},
      {"bln", Magnitude, 9},
      {"billion", Magnitude, 9},
      {"billionth", Magnitude, 9, Ordinal},
      {"cr", Magnitude, 7},
      {"crore", Magnitude, 7},
      {"doz", Dozen, 12},
      {"dozen", Dozen, 12},
      {"eight", Ones, 8},
      {"eleven", Teen, 11},
      {"eighteen", Teen, 18},
      {"eighty", Tens, 80},
      {"eighth", Ones, 8, Ordinal},
      {"eleventh", Teen, 11, Ordinal},
      {"eighteenth", Teen, 18, Ordinal},
      {"eightieth", Tens, 80, Ordinal},
      {"four", Ones, 4},
      {"five", Ones, 5},
      {"fourteen", Teen, 14},
      {"fifteen", Teen, 15},
      {"forty", Tens, 40},
      {"fourty", Tens, 40},
      {"fifty", Tens, 50},
      {"first", Ones, 1, Ordinal},
      {"fourth", Ones, 4, Ordinal},
      {"fifth", Ones, 5, Ordinal},
      {"fourteenth", Teen, 14, Ordinal},
      {"fifteenth", Teen, 15, Ordinal},
      {"fortieth", Tens, 40, Ordinal},
      {"fiftieth", Tens, 50, Ordinal},
      {"half", Half, 2},
      {"halves", Half, 2, Parts},
      {"hundred", Hundred, 2},
      {"hundredth", Hundred, 2, Ordinal},
      {"in", In},
      {"koti", Magnitude, 7},
      {"krore", Magnitude, 7},
      {"lac", Magnitude, 5},
      {"lakh", Magnitude, 5},
      {"lkh", Magnitude, 5},
      {"mn", Magnitude, 6},
      {"mln", Magnitude, 6},
      {"mil", Magnitude, 6},
      {"million", Magnitude, 6},
      {"millionth", Magnitude, 6, Ordinal},
      {"minus", Minus},
      {"negative", Minus},
      {"nil", Zero},
      {"nought", Zero},
      {"naught", Zero},
      {"nine", Ones, 9},
      {"nineteen", Teen, 19},
      {"ninety", Tens, 90},
      {"ninth", Ones, 9, Ordinal},
      {"nineteenth", Teen, 19, Ordinal},
      {"ninetieth", Tens, 90, Ordinal},
      {"o", Oh},
      {"oh", Oh},
      {"of", Of},
      {"one", Ones, 1},
      {"out", Out},
      {"over", DividedBy},
      {"point", Point},
      {"quarter", Quarter, 4},
      {"quadrillion", Magnitude, 15},
      {"quintillion", Magnitude, 18},
      {"six", Ones, 6},
      {"seven", Ones, 7},
      {"sixteen", Teen, 16},
      {"seventeen", Teen, 17},
      {"sixty", Tens, 60},
      {"seventy", Tens, 70},
      {"second", Ones, 2, Ordinal},
      {"sixth", Ones, 6, Ordinal},
      {"seventh", Ones, 7, Ordinal},
      {"sixteenth", Teen, 16, Ordinal},
      {"seventeenth", Teen, 17, Ordinal},
      {"sixtieth", Tens, 60, Ordinal},
      {"seventieth", Tens, 70, Ordinal},
      {"sextillion", Magnitude, 21},
      {"septillion", Magnitude, 24},
      {"two", Ones, 2},
      {"three", Ones, 3},
      {"ten", Teen, 10},
      {"twelve", Teen, 12},
      {"thirteen", Teen, 13},
      {"twenty", Tens, 20},
      {"thirty", Tens, 30},
      {"third", Ones, 3, Ordinal},
      {"tenth", Teen, 10, Ordinal},
      {"twelfth", Teen, 12, Ordinal},
      {"thirteenth", Teen, 13, Ordinal},
      {"twentieth", Tens, 20, Ordinal},
      {"thirtieth", Tens, 30, Ordinal},
      {"tn", Magnitude, 12},
      {"trn", Magnitude, 12},
      {"thousand", Magnitude, 3},
      {"thousandth", Magnitude, 3, Ordinal},
      {"trillion", Magnitude, 12},
      {"trillionth", Magnitude, 12, Ordinal},
      {"zero", Zero},
  });
}();

/// The word in any case, in the singular or plural, compounds in one word too (fortysecond); kind None for a word that
/// no number has. The text of the answer is not the word's own.
EnglishWord find_english_word(std::string_view word);

}  // namespace podium
