#pragma once

#include <cstdint>

#include "podium/claims/text_span.hpp"
#include "podium/core/panel.hpp"

namespace podium {

/// A number as a text states it: in digits, in words, or both ("13억3000만", "one and a half million").
struct NumberMention {
  enum class Kind : std::uint8_t {
    Cardinal,
    Ordinal,  ///< the third, 세 번째, 9위 is a cardinal with a counter
    Fraction  ///< two fifths, 5분의 2
  };

  TextSpan span{};
  double value = 0;
  /// One unit of the last stated digit: 1e7 for 13억 3천만 and for 13억3000만, where zeros only fill up to the unit,
  /// 0.01 for 1.33, 1 for 1,234 and for 40; so the printed text stands for [value - step / 2, value + step / 2). NaN
  /// for a fraction.
  double step = 1;
  Kind kind = Kind::Cardinal;

  bool operator==(const NumberMention&) const = default;
};

}  // namespace podium
