#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "podium/claims/english_figures.hpp"
#include "podium/claims/english_tokens.hpp"

namespace podium {

enum class PartsCompose : bool { No, Yes };

/// One summand of a number: a figure, or words below a thousand with decimals, and the hundreds and magnitudes after
/// it.
struct EnglishTerm {
  std::size_t end = 0;
  ExactDecimal value{};  ///< with the magnitudes, without the dozens
  int step = 0;          ///< the power of ten of the last stated digit
  int magnitude = 0;     ///< the power of ten of the magnitudes alone
  EnglishWordForm form = EnglishWordForm::Plain;
  bool has_figure = false;
  bool has_decimals = false;
  bool has_unit_word = false;  ///< a hundred, a magnitude or a dozen
  bool is_article = false;
  bool is_point = false;        ///< point zero five, with no whole part
  std::uint64_t times = 1;      ///< 12 for dozens
  std::uint64_t after_and = 0;  ///< 5 in one hundred and five
};

/// The term that begins at `at`; nothing where none does. An article counts only before a hundred, a magnitude or a
/// dozen. `parts` says whether "twenty fifths" is one denominator (25ths) or a number with parts left over.
std::optional<EnglishTerm> read_english_term(std::string_view text, std::size_t at, PartsCompose parts);

}  // namespace podium
