#include "podium/claims/clean_text.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "support/file_bytes.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using testing::bytes_of_file;

std::vector<std::string> story_of(const std::string& text) {
  std::vector<std::string> sentences;
  for (const TextSpan& span : clean_text(text).sentences) sentences.emplace_back(span.of(text));
  return sentences;
}

/// "menu: 크게" of all that was left out.
std::vector<std::string> dropped_from(const std::string& text) {
  std::vector<std::string> parts;
  for (const DroppedPart& part : clean_text(text).dropped) {
    parts.push_back(std::string(to_word(part.part)) + ": " + std::string(part.span.of(text)));
  }
  return parts;
}

using Texts = std::vector<std::string>;

TEST_CASE("menus before the story and lists behind it are left out, each by its name") {
  const std::string text =
      "반도체 수출이 다시 늘었다\n\n입력 2026-02-03 09:10\n\n  • 작게\n  • 크게\n\n"
      "지난달 반도체 수출은 150억 달러로 한 해 전보다 12% 늘었다고 정부가 밝혔다. 석 달째 증가세다.\n\n"
      "대표이사\n홍길동\n최근공시\n[2026.01.10] 유상증자결정\n"
      "  • 좋아요0\n  • 화나요3\n주요 뉴스\n  • 계란값 1450원 넘었다\n  • 집값은 어디로\n실시간 암호화폐 시세\n  • "
      "비트코인\n  • 133,384,000\n";
  CHECK(story_of(text) == Texts{"반도체 수출이 다시 늘었다",
                                "지난달 반도체 수출은 150억 달러로 한 해 전보다 12% 늘었다고 정부가 밝혔다.",
                                "석 달째 증가세다."});
  CHECK(dropped_from(text) == Texts{"dateline: 입력 2026-02-03 09:10", "menu: • 작게", "menu: • 크게", "card: 대표이사",
                                    "card: 홍길동", "card: 최근공시", "card: [2026.01.10] 유상증자결정",
                                    "reactions: • 좋아요0", "reactions: • 화나요3", "headlines: 주요 뉴스",
                                    "headlines: • 계란값 1450원 넘었다", "headlines: • 집값은 어디로",
                                    "ticker: 실시간 암호화폐 시세", "ticker: • 비트코인", "ticker: • 133,384,000"});
}

TEST_CASE("captions and bylines are found within a paragraph, whatever stands around them") {
  const std::string text =
      "영화의 한 장면. 사진은 기사 내용과 무관함. [방송 캡처][가나신문=홍길동 기자] 지난해 투자는 모두 20억 달러로 "
      "줄었다."
      "사진은 기사 내용과 무관함. [게티이미지뱅크 제공]올해는 다시 늘어날 전망이다.";
  CHECK(story_of(text) == Texts{"지난해 투자는 모두 20억 달러로 줄었다.", "올해는 다시 늘어날 전망이다."});
  CHECK(dropped_from(text) == Texts{"caption: 영화의 한 장면.", "caption: 사진은 기사 내용과 무관함.",
                                    "caption: [방송 캡처]", "byline: [가나신문=홍길동 기자]",
                                    "caption: 사진은 기사 내용과 무관함.", "caption: [게티이미지뱅크 제공]"});
}

TEST_CASE("a passage that stands in the text before is left out; a sentence that comes again is not") {
  const std::string body =
      "첫째 나라가 20억 달러를 넣었다.둘째 나라는 15억 달러였다.셋째 나라는 10억 달러에 그쳤다고 한다.";
  const std::string text = body + body;
  CHECK(story_of(text).size() == 3);
  REQUIRE(clean_text(text).dropped.size() == 1);
  CHECK(clean_text(text).dropped[0] == DroppedPart{{body.size(), text.size()}, PagePart::Repeated});
  const std::string refrain =
      "그렇게 모든 일은 다시 시작되었다고 전해진다. 아무도 몰랐다. 그렇게 모든 일은 다시 시작되었다고 전해진다.";
  CHECK(story_of(refrain).size() == 3);
}

TEST_CASE("an English page") {
  const std::string text =
      "Chip exports rise again\n\nPublished 3 February 2026\n\nShare this\n\n"
      "Exports of chips rose 12% to $15 billion in January, the government said. It was the third rise in a row.\n\n"
      "Image: a factory near the port\n\n"
      "Analysts had expected a rise of about 10%, according to a survey of last week.\n\n"
      "Related stories\n* Egg prices above 1,450 won\n* Where will house prices go?\n\nAll rights reserved.\n";
  CHECK(story_of(text) == Texts{"Chip exports rise again",
                                "Exports of chips rose 12% to $15 billion in January, the government said.",
                                "It was the third rise in a row.",
                                "Analysts had expected a rise of about 10%, according to a survey of last week."});
  const Texts dropped = dropped_from(text);
  CHECK(std::ranges::find(dropped, "caption: Image: a factory near the port") != dropped.end());
  CHECK(std::ranges::find(dropped, "headlines: * Egg prices above 1,450 won") != dropped.end());
  CHECK(std::ranges::find(dropped, "notice: All rights reserved.") != dropped.end());
}

TEST_CASE("a text of one short line is taken as it is") {
  CHECK(story_of("한국 11위") == Texts{"한국 11위"});
  CHECK(story_of("").empty());
}

TEST_CASE("every byte but spaces is told of once, whatever the bytes") {
  std::string bytes;
  unsigned state = 99;
  const char* const pieces[] = {
      ".",           " ",         "\n", "• ",       "가나다라마바사아자차카타파하가나다라마바사아자차카타파하다. ",
      "[사진 제공]", "주요 뉴스", "\"", "\xFF\xC0", "17",
      "입력 ",       "[가 기자]"};
  for (int i = 0; i < 3000; ++i) {
    state = state * 1103515245U + 12345U;
    bytes += pieces[(state >> 16U) % 12];
  }
  const CleanedText cleaned = clean_text(bytes);
  std::vector<TextSpan> spans = cleaned.sentences;
  for (const DroppedPart& part : cleaned.dropped) spans.push_back(part.span);
  std::ranges::sort(spans, {}, &TextSpan::begin);
  std::size_t end = 0;
  for (const TextSpan& span : spans) {
    REQUIRE(span.begin >= end);
    CHECK(bytes.substr(end, span.begin - end).find_first_not_of(" \r\n") == std::string::npos);
    end = span.end;
  }
  CHECK(bytes.substr(end).find_first_not_of(" \r\n") == std::string::npos);
}

TEST_CASE("the two founding stories are cleaned of all that is not theirs") {
  REQUIRE_SHARED(shared);
  const std::string first = bytes_of_file(shared / "facts/stories/000_beb254a2c79b135b.txt");
  const std::vector<std::string> story = story_of(first);
  const auto holds = [](const std::vector<std::string>& sentences, const char* part) {
    return std::ranges::any_of(sentences,
                               [&](const std::string& each) { return each.find(part) != std::string::npos; });
  };
  CHECK(holds(story, "주목할 모델 1개뿐"));
  CHECK(holds(story, "13억3000만 달러"));
  CHECK(holds(story, "거의 따라잡기 힘들어진다"));
  for (const char* part : {"133,384,000", "1450억", "사외이사", "좋아요", "2025.12.17", "가장작게"}) {
    CAPTURE(part);
    CHECK_FALSE(holds(story, part));
  }
  const std::string second = bytes_of_file(shared / "facts/stories/003_ed5d156bdfb86b90.txt");
  const std::vector<std::string> other = story_of(second);
  CHECK(std::ranges::count_if(other,
                              [](const std::string& each) { return each.find("1091억") != std::string::npos; }) == 1);
  CHECK(std::ranges::count_if(other,
                              [](const std::string& each) { return each.find("2560명") != std::string::npos; }) == 1);
  CHECK_FALSE(holds(other, "예고편"));
  CHECK_FALSE(holds(other, "게티이미지뱅크"));
  CHECK_FALSE(holds(other, "박혜림"));
}

TEST_CASE("short sentences beside paragraphs belong to the story") {
  const std::string text =
      "Published: 2025-06-10\n\nIt is late.\n\nA paragraph that is long enough to be one, with a figure of 93 "
      "billion dollars.\n\nJapan was third.\n\nRelated stories\n\nA headline of another story\n";
  const CleanedText cleaned = clean_text(text);
  REQUIRE(cleaned.sentences.size() == 3);
  CHECK(cleaned.sentences.front().of(text) == "It is late.");
  CHECK(cleaned.sentences.back().of(text) == "Japan was third.");
  REQUIRE(cleaned.dropped.size() == 3);
  CHECK(cleaned.dropped.back().part == PagePart::Headlines);
}

TEST_CASE("what goes on for kilobytes without an end is no sentence") {
  std::string endless = "한국은";
  while (endless.size() <= 5000) endless += " 1억 달러, 2억 달러,";
  const std::string text = endless + " 3억 달러였다.\n\n한국의 투자는 13억 달러로 세계에서 열한 번째였다고 한다.\n";
  const CleanedText cleaned = clean_text(text);
  REQUIRE(cleaned.sentences.size() == 1);
  CHECK(cleaned.sentences[0].begin > 5000);
  REQUIRE(cleaned.dropped.size() == 1);
  CHECK(cleaned.dropped[0].part == PagePart::Other);
}

}  // namespace
}  // namespace podium
