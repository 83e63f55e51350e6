#pragma once

#include <string_view>
#include <vector>

#include "podium/claims/text_span.hpp"

namespace podium {

/// The sentences of a text, in their order, without the spaces around them. Korean news often has no space after a full
/// stop ("줄었다.투자는"); a point ends no sentence between digits, in abbreviations (U.S., vs.), in an ellipsis, and
/// within a quotation that the sentence goes on from ("...한다."고 밝혔다). A line's end is one, unless the line is as
/// long as those of wrapped text are and has no end of its own. Time is linear in the text, whatever its bytes.
std::vector<TextSpan> sentences_of(std::string_view text);

}  // namespace podium
