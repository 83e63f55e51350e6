#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "podium/claims/clean_text.hpp"
#include "podium/claims/original_places.hpp"
#include "podium/core/result.hpp"

namespace podium {

/// Larger pages are refused.
inline constexpr std::size_t kMostPageBytes = std::size_t{16} << 20U;
/// Elements within elements; a page of deeper ones is refused, because a parser's stack would hold them all.
inline constexpr std::size_t kMostPageDepth = 512;

/// What a page of the web says, as plain text: blocks stand on lines of their own with an empty line between, items of
/// lists begin with a bullet, runs of spaces are one. Knows where each byte of it stands in the page.
class PageText {
 public:
  const std::string& text() const { return text_; }
  /// Where each byte of the text stands in the page.
  const OriginalPlaces& places() const { return places_; }
  TextSpan original(const TextSpan& span) const { return places_.original(span); }
  /// What elements say of themselves that they are no part of the story, in the page's bytes: navigation, captions,
  /// forms, asides, footers.
  const std::vector<DroppedPart>& dropped() const { return dropped_; }

 private:
  friend class PageReader;

  std::string text_;
  OriginalPlaces places_;
  std::vector<DroppedPart> dropped_;
};

/// Whether bytes look like a page of the web: a tag comes before anything else.
bool looks_like_page(std::string_view bytes);

/// Reads HTML by the rules of the standard (Gumbo), whatever the bytes. TooLarge for more than the limits.
Result<PageText> read_page(std::string_view bytes);

}  // namespace podium
