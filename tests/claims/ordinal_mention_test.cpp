#include "podium/claims/ordinal_mention.hpp"

#include <string>

#include <doctest/doctest.h>

#include "podium/claims/english_numbers.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/core/number_text.hpp"

namespace podium {
namespace {

/// "third 3; last end+0"
std::string ordinals(const std::string& text, bool is_korean) {
  const auto numbers = is_korean ? read_korean_numbers(text) : read_english_numbers(text);
  std::string shown;
  for (const OrdinalMention& each :
       is_korean ? korean_ordinals_of(text, numbers) : english_ordinals_of(text, numbers)) {
    const std::string anchor = each.anchor == OrdinalMention::Anchor::Start ? ""
                               : each.anchor == OrdinalMention::Anchor::End ? "end"
                                                                            : "current";
    const std::string sign = anchor.empty() || each.place < 0 ? "" : "+";
    shown += shown.empty() ? "" : "; ";
    shown.append(each.span.of(text)).append(" ").append(anchor).append(sign).append(shortest(each.place));
  }
  return shown;
}

TEST_CASE("Korean ordinals are counted from the start, from the end, or from where one is") {
  CHECK(ordinals("세 번째 보고서", true) == "세 번째 3");
  CHECK(ordinals("끝에서 두 번째로 낮다", true) == "끝에서 두 번째 end-1");
  CHECK(ordinals("마지막 문장", true) == "마지막 end+0");
  CHECK(ordinals("그 다음 것을 보라", true) == "다음 것 current+1");
  CHECK(ordinals("다음 달 30일", true) == "30일 30");
}

TEST_CASE("Korean times and lengths of time are no ordinals") {
  CHECK(ordinals("다음 달에 본다", true) == "");
  CHECK(ordinals("30일간 쉬었다", true) == "");
  CHECK(ordinals("이전에 그랬다", true) == "");
}

TEST_CASE("English ordinals likewise") {
  CHECK(ordinals("the third report", false) == "third 3");
  CHECK(ordinals("the second to last page", false) == "the second to last end-1");
  CHECK(ordinals("the last but one", false) == "the last but one end-1");
  CHECK(ordinals("the next one, not the previous", false) == "next one current+1; previous current-1");
  CHECK(ordinals("21st and 22nd", false) == "21st 21; 22nd 22");
}

TEST_CASE("English times are no ordinals") {
  CHECK(ordinals("last year and next week", false) == "");
  CHECK(ordinals("at last he came", false) == "");
}

}  // namespace
}  // namespace podium
