#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "podium/claims/text_span.hpp"

namespace podium {

/// What a part of a page is, beside the story that it tells.
enum class PagePart : std::uint8_t {
  Dateline,   ///< when it was entered, changed, published
  Menu,       ///< font sizes, shares, links
  Card,       ///< of a company: its board, its filings
  Headlines,  ///< of other stories
  Ticker,     ///< prices
  Reactions,  ///< counters of readers' feelings
  Caption,    ///< of a picture, with its credit
  Byline,     ///< outlet and reporter
  Repeated,   ///< what stands in the text before, word by word
  Notice,     ///< copyright, reprinting, subscription
  Other       ///< no sentences, of no known kind
};
std::string_view to_word(PagePart part);

struct DroppedPart {
  TextSpan span{};
  PagePart part = PagePart::Other;

  bool operator==(const DroppedPart&) const = default;
};

/// The sentences of the story, its headline first, and all that was left out of it with the reason; both in the order
/// of the text. Spans are of the original.
struct CleanedText {
  TextSpan headline{};  ///< also the first of the sentences; empty: there is none
  std::vector<TextSpan> sentences{};
  std::vector<DroppedPart> dropped{};
};

/// Finds the story in the plain text of a news page. Its headline is the longest line before it that is in no list; its
/// body lies between the first and the last paragraph of sentences; what stands outside, or between without being
/// sentences, is left out by what it looks like: fixed words that head such parts, lists of short lines, numbers alone.
/// Captions and bylines are found within paragraphs too. A passage of three sentences or more that stands in the text
/// before is left out as repeated, and what is longer than 4 KiB without the end of a sentence as no prose. Time is
/// linear in the text.
CleanedText clean_text(std::string_view text);

}  // namespace podium
