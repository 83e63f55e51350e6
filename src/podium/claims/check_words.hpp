#pragma once

#include <span>

#include "podium/claims/clean_text.hpp"
#include "podium/claims/verdict.hpp"
#include "podium/model/language.hpp"

/// The words in which every view of a check speaks to readers.
namespace podium {

/// "right", "wrong", "not checkable".
Text words_of(Verdict::Kind kind);

/// What was left out of a story: "menu 5, captions 2"; empty if nothing was.
Text left_out_words(std::span<const DroppedPart> parts);

}  // namespace podium
