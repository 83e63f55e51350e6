#include "podium/claims/sentences.hpp"

#include <string>

#include <doctest/doctest.h>

namespace podium {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> sentences;
  for (const TextSpan& span : sentences_of(text)) sentences.emplace_back(span.of(text));
  return sentences;
}

using Sentences = std::vector<std::string>;

TEST_CASE("Korean sentences end at a full stop, with a space after it or without") {
  CHECK(split("투자는 줄었다. 순위도 내렸다.") == Sentences{"투자는 줄었다.", "순위도 내렸다."});
  CHECK(split("투자는 줄었다.순위도 내렸다.") == Sentences{"투자는 줄었다.", "순위도 내렸다."});
  CHECK(split("그는 “어렵다”고 했다.“왜”라고 물었다.") == Sentences{"그는 “어렵다”고 했다.", "“왜”라고 물었다."});
  CHECK(split("줄었다.[자료 제공]이에 따라 늘었다.") == Sentences{"줄었다.", "[자료 제공]이에 따라 늘었다."});
  CHECK(split("왜 그런가? 아무도 모른다!") == Sentences{"왜 그런가?", "아무도 모른다!"});
}

TEST_CASE("a point within numbers, dates, addresses and abbreviations ends nothing") {
  CHECK(split("성장률은 3.5%였다.") == Sentences{"성장률은 3.5%였다."});
  CHECK(split("2025.4.8 발표했다.") == Sentences{"2025.4.8 발표했다."});
  CHECK(split("It rose 3.5 percent. It fell.") == Sentences{"It rose 3.5 percent.", "It fell."});
  CHECK(split("The U.S. economy grew, Dr. Kim said. He left.") ==
        Sentences{"The U.S. economy grew, Dr. Kim said.", "He left."});
  CHECK(split("See no. 5 of the list. No. It is not.") == Sentences{"See no. 5 of the list.", "No.", "It is not."});
  CHECK(split("Visit example.com for more.") == Sentences{"Visit example.com for more."});
  CHECK(split("at 4 p.m. on Monday. Done.") == Sentences{"at 4 p.m. on Monday.", "Done."});
}

TEST_CASE("a sentence goes on behind a quotation, and an ellipsis ends nothing by itself") {
  CHECK(split("“따라잡기 어렵다.”고 말했다. 끝.") == Sentences{"“따라잡기 어렵다.”고 말했다.", "끝."});
  CHECK(split("“어렵다.” 그는 떠났다.") == Sentences{"“어렵다.”", "그는 떠났다."});
  CHECK(split("현재와 미래 한자리에...전시장 북적") == Sentences{"현재와 미래 한자리에...전시장 북적"});
  CHECK(split("\"It fell.\" She left.") == Sentences{"\"It fell.\"", "She left."});
}

TEST_CASE("a line's end ends a sentence, but not within wrapped text") {
  CHECK(split("제목입니다\n\n본문이다.") == Sentences{"제목입니다", "본문이다."});
  CHECK(split("South Korea invested 1.33 billion dollars in 2024, which is\nless than a year before. It fell.") ==
        Sentences{"South Korea invested 1.33 billion dollars in 2024, which is\nless than a year before.", "It fell."});
  CHECK(split("South Korea invested 1.33 billion dollars in 2024, which is\r\nless than a year before.") ==
        Sentences{"South Korea invested 1.33 billion dollars in 2024, which is\r\nless than a year before."});
  CHECK(split("• one\n• two") == Sentences{"• one", "• two"});
}

TEST_CASE("spans are bytes of the text, ascending, without spaces at their ends") {
  const std::string text = "  가나다. \n 라마바.  ";
  const std::vector<TextSpan> spans = sentences_of(text);
  REQUIRE(spans.size() == 2);
  CHECK(spans[0] == TextSpan{2, 12});
  CHECK(spans[1].of(text) == "라마바.");
}

TEST_CASE("any bytes are split, and nothing is lost but spaces") {
  std::string bytes;
  unsigned state = 12345;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1103515245U + 12345U;
    const char* const pieces[] = {".",  " ", "\n", "\xEB", "\x8B", "\xA4", "가",
                                  "\"", "”", "a",  "7",    "\xFF", "..",   "\r\n"};
    bytes += pieces[(state >> 16U) % 14];
  }
  std::size_t end = 0;
  for (const TextSpan& span : sentences_of(bytes)) {
    CHECK(span.begin >= end);
    CHECK(span.end > span.begin);
    const std::string between = bytes.substr(end, span.begin - end);
    CHECK(between.find_first_not_of(" \r\n") == std::string::npos);
    end = span.end;
  }
  CHECK(sentences_of("").empty());
  CHECK(sentences_of(std::string(100000, '.')).size() == 1);
}

}  // namespace
}  // namespace podium
