#pragma once

#include <cstddef>
#include <string_view>

#include "podium/claims/characters.hpp"

namespace podium {

/// Bytes of a Hangul syllable in UTF-8.
inline constexpr std::size_t kSyllableBytes = 3;

/// The Hangul syllable (가 to 힣) that begins at `at`, or 0.
inline char32_t syllable_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || text.size() - at < kSyllableBytes) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const bool is_shaped = byte(0) >= 0xEA && byte(0) <= 0xED && (byte(1) & 0xC0U) == 0x80 && (byte(2) & 0xC0U) == 0x80;
  if (!is_shaped) return 0;
  const char32_t point = ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
  return point >= U'가' && point <= U'힣' ? point : 0;
}

/// The syllable that ends just before `at`, or 0.
inline char32_t syllable_before(std::string_view text, std::size_t at) {
  return at < kSyllableBytes ? 0 : syllable_at(text, at - kSyllableBytes);
}

/// Past a few spaces: more of them divide what stands on both sides.
inline std::size_t skip_spaces(std::string_view text, std::size_t at) {
  constexpr int kMostSpaces = 3;
  for (int i = 0; i < kMostSpaces && at < text.size() && text[at] == ' '; ++i) ++at;
  return at;
}

}  // namespace podium
