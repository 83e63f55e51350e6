#include "podium/claims/quotes.hpp"

#include <string>

#include <doctest/doctest.h>

namespace podium {
namespace {

/// "speaker: words | speaker: words"
std::string shown(std::string_view sentence, bool is_korean) {
  std::string text;
  for (const Quote& quote : quotes_of(sentence, {0, sentence.size()}, is_korean)) {
    text += (text.empty() ? "" : " | ") + std::string(quote.speaker.of(sentence)) + ": " +
            std::string(quote.words.of(sentence));
  }
  return text;
}

TEST_CASE("a Korean quote is the subject's that stands before it, without its particle") {
  CHECK(shown("김 장관은 “3조 원을 넣겠다”고 말했다.", true) == "김 장관: 3조 원을 넣겠다");
  CHECK(shown("과학부 장관이 \"11위는 아쉽다\"라고 밝혔다.", true) == "과학부 장관: 11위는 아쉽다");
  CHECK(shown("연구소는 지난 7일 낸 보고서를 통해 “한국이 6위”라고 했다.", true) == "연구소: 한국이 6위");
}

TEST_CASE("or the one's behind it; a second quote of the sentence is the same one's") {
  CHECK(shown("“인력이 모자란다”라고 한 교수가 지적했다.", true) == "한 교수: 인력이 모자란다");
  CHECK(shown("장관은 “1만 명이 부족하다”며 “2030년까지 메우겠다”고 했다.", true) ==
        "장관: 1만 명이 부족하다 | 장관: 2030년까지 메우겠다");
}

TEST_CASE("quoted words that nobody speaks have no speaker") {
  CHECK(shown("정부는 “AI 3대 강국”을 내세웠다.", true) == ": AI 3대 강국");
  CHECK(shown("따옴표가 없는 문장은 그대로다.", true).empty());
}

TEST_CASE("an English quote is the subject's of a verb of speech before or behind it") {
  CHECK(shown("“We lost 0.36,” said the minister on Monday, in Seoul.", false) ==
        "the minister on Monday: We lost 0.36,");
  CHECK(shown("\"Korea is 11th,\" an analyst told reporters.", false) == "an analyst: Korea is 11th,");
  CHECK(shown("On Monday, the institute wrote: “China spent $9.3 billion.”", false) ==
        "the institute: China spent $9.3 billion.");
  CHECK(shown("The “notable” models are 40.", false) == ": notable");
}

TEST_CASE("a quote that is not closed goes on to the end of the sentence") {
  CHECK(shown("장관은 “3조 원을 넣겠다", true) == ": 3조 원을 넣겠다");
  CHECK(shown("She said: \"40 models", false) == "She: 40 models");
  CHECK(shown("\"", false) == ": ");
}

}  // namespace
}  // namespace podium
