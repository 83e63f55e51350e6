#include "podium/publish/display_width.hpp"

#include <doctest/doctest.h>

using namespace podium;

TEST_CASE("the width of a text is what a terminal gives it") {
  const struct {
    std::string name;
    std::string text;
    std::size_t expected;
  } cases[] = {
      {"nothing", "", 0},
      {"letters", "Korea", 5},
      {"a Hangul syllable takes two columns", "대한민국", 8},
      {"Hanja and Kana too", "韓国カナ", 8},
      {"fullwidth letters", "ＡＢ", 4},
      {"halfwidth Kana", "ｶﾅ", 2},
      {"a letter with a combining mark", "e\xcc\x81", 1},
      {"a syllable of conjoining Jamo", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 2},
      {"an arrow", "▲2", 2},
      {"a letter beyond the basic plane", "𠀀", 2},
      {"Côte d'Ivoire", "Côte d'Ivoire", 13},
      {"a broken byte shows as one sign", "a\xff", 2},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(display_width(c.text) == c.expected);
  }
}

TEST_CASE("what would act on a terminal is shown as a sign") {
  CHECK(printable("a\x1b[31mb\n") == "a\xef\xbf\xbd[31mb\xef\xbf\xbd");
  CHECK(printable("\xc2\x9b") == "\xef\xbf\xbd");
  CHECK(printable("대한민국") == "대한민국");
}
