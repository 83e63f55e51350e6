#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "podium/claims/official_figures.hpp"
#include "podium/model/language.hpp"

namespace podium {

/// How a wrong figure most likely came about, the cheapest first: where several fit, the one higher up is told.
enum class Slip : std::uint8_t {
  None,
  Denominator,  ///< counted by another base than the figure is
  Direction,    ///< up for down, or the sign
  EditionMix,   ///< figures of two editions in one change
  ConversionAfterRounding,
  Arithmetic,  ///< the sentence's own figures do not give it
  PowerOfTen,
  OtherPeriod,
  OtherUnit,
  DigitSwap,  ///< two neighbours changed places
  DigitSlip,  ///< one digit
  OtherCurrency,
  OtherMeasure,  ///< percent called a multiple
  OtherIndicator
};
std::string_view to_word(Slip slip);

/// What a verdict rests on: an official figure, or one that is derived from such.
struct ClaimEvidence {
  double value = 0;  ///< in the claim's unit: whole currency, percent, rank
  ValueInterval interval{};
  Text text{};  ///< what it is, as a sentence's part: "1.33 USD billions, 2024, AI Index Report 2025"
  std::optional<EditionAt> edition{};
  std::optional<SourceAt> source{};
  std::string locator{};
  bool is_inside = false;  ///< the text's print stands for it
};

struct Verdict {
  enum class Kind : std::uint8_t {
    Match,
    Rounded,       ///< right as far as it is printed
    OtherEdition,  ///< right in another edition than the one that counts
    Mismatch,      ///< no figure of any edition lies inside
    Unverifiable,  ///< no figure to set beside it
    Opinion
  };
  Kind kind = Kind::Unverifiable;
  Slip slip = Slip::None;
  Text reason{};                              ///< one sentence
  std::optional<YearSpan> years{};            ///< the claim's; where it has none, those it was judged by
  ValueInterval printed{kMissing, kMissing};  ///< what the text's figure stands for; NaN where it has none
  double derived = kMissing;                  ///< a change or rank that the text's words state without printing it
  std::vector<ClaimEvidence> evidence{};      ///< what counts first; of a mismatch without a slip the nearest value
  std::vector<Text> steps{};                  ///< how the verdict was come to, one sentence each
};
std::string_view to_word(Verdict::Kind kind);

}  // namespace podium
