#include "podium/publish/display_width.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace podium {
namespace {

/// Broken UTF-8 becomes U+FFFD.
icu::UnicodeString decoded(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

template <class Visit>
void for_each_character(const icu::UnicodeString& text, Visit&& visit) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) visit(text.char32At(i));
}

std::size_t width_of(UChar32 character) {
  switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int syllable = u_getIntPropertyValue(character, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_each_character(decoded(text), [&](UChar32 character) { width += width_of(character); });
  return width;
}

std::string printable(std::string_view text) {
  icu::UnicodeString shown;
  for_each_character(decoded(text), [&](UChar32 character) {
    shown.append(u_charType(character) == U_CONTROL_CHAR ? UChar32{0xfffd} : character);
  });
  std::string result;
  return shown.toUTF8String(result);
}

}  // namespace podium
