#pragma once

#include <string_view>
#include <vector>

#include "podium/claims/text_span.hpp"

namespace podium {

/// Words of a sentence between quotation marks.
struct Quote {
  TextSpan words{};    ///< without the marks; to the end of the sentence where no mark closes them
  TextSpan speaker{};  ///< who is said to have spoken them, without a particle; empty: not said, or no speech

  bool operator==(const Quote&) const = default;
};

/// The quotes of a sentence between “ and ” or between straight marks, in their order. The speaker stands before the
/// quote (장관은 “...”라고 말했다; the minister said: “...”) or behind it (“...”라고 장관이 말했다; “...”, said the
/// minister); a later quote of a sentence that names no speaker is the first one's.
std::vector<Quote> quotes_of(std::string_view text, TextSpan sentence, bool is_korean);

}  // namespace podium
