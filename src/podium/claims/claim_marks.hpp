#pragma once

#include <vector>

#include "podium/claims/check_text.hpp"

namespace podium {

/// Words of a text that are to be marked: those of one claim, or of several that share words.
struct ClaimMark {
  TextSpan span{};
  std::vector<std::size_t> claims{};                    ///< by where they begin
  Verdict::Kind gravest = Verdict::Kind::Unverifiable;  ///< of their verdicts: the wrong one before the right one
};

/// What a claim states, with what its number counts: "15개".
std::string_view claimed_words(const CheckedText& text, const Claim& claim);

/// All marks of a text in its order, none within another.
std::vector<ClaimMark> claim_marks_of(const CheckedText& text);

/// Those of them that lie within a sentence.
std::span<const ClaimMark> marks_within(std::span<const ClaimMark> marks, TextSpan sentence);

}  // namespace podium
