#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace podium {

/// How many columns of a terminal a text takes: two for wide and fullwidth characters (Hangul, Hanja, Kana), none for
/// combining marks and the vowels and finals of conjoining Jamo, otherwise one.
std::size_t display_width(std::string_view text);

/// The text without what would act on a terminal: control characters and broken UTF-8 are shown as U+FFFD.
std::string printable(std::string_view text);

}  // namespace podium
