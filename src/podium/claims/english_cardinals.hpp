#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "podium/claims/english_terms.hpp"

namespace podium {

/// A whole number or decimal in words, digits with magnitudes, or both, without sign; or what it counts out: an
/// ordinal, or parts (fifths).
struct EnglishCardinal {
  std::size_t end = 0;
  double value = 0;
  double step = 1;
  EnglishWordForm form = EnglishWordForm::Plain;
  double magnitude = 1;         ///< of the last thousand, million ...
  bool is_bare_figure = false;  ///< an integer in digits alone
  bool is_one = false;          ///< the word one or a with nothing to it
  /// one hundred | and | thirty: what stands before the last "and" and after it; 0 where there is none.
  double before_and = 0;
  double after_and = 0;
  double magnitude_before_and = 1;
};

/// The longest number that begins at `at`. Composed from the largest magnitude down: each further one is smaller than
/// the last magnitude. `parts` says whether "twenty fifths" is one denominator (25ths) or a number with parts left
/// over. Nothing where no number begins; a lone magnitude or dozen is none, and an article only before one.
std::optional<EnglishCardinal> read_english_cardinal(std::string_view text, std::size_t at,
                                                     PartsCompose parts = PartsCompose::No);

}  // namespace podium
