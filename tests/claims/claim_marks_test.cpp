#include "podium/claims/claim_marks.hpp"

#include <doctest/doctest.h>

#include "podium/claims/check_words.hpp"

namespace podium {
namespace {

CheckedText text_with(const std::vector<std::pair<TextSpan, Verdict::Kind>>& claims) {
  CheckedText text;
  for (const auto& [span, kind] : claims) {
    text.claims.push_back({.span = span});
    text.verdicts.push_back({.kind = kind});
  }
  return text;
}

TEST_CASE("claims that share words have one mark, which looks as the gravest of them") {
  const CheckedText text = text_with({{{10, 20}, Verdict::Kind::Match},
                                      {{40, 45}, Verdict::Kind::Unverifiable},
                                      {{5, 12}, Verdict::Kind::Mismatch},
                                      {{40, 45}, Verdict::Kind::OtherEdition},
                                      {{20, 25}, Verdict::Kind::Opinion}});
  const std::vector<ClaimMark> marks = claim_marks_of(text);
  REQUIRE(marks.size() == 3);
  CHECK(marks[0].span == TextSpan{5, 20});
  CHECK(marks[0].claims == std::vector<std::size_t>{2, 0});
  CHECK(marks[0].gravest == Verdict::Kind::Mismatch);
  CHECK(marks[1].span == TextSpan{20, 25});
  CHECK(marks[2].claims == std::vector<std::size_t>{1, 3});
  CHECK(marks[2].gravest == Verdict::Kind::OtherEdition);
}

TEST_CASE("a sentence has the marks that lie within it") {
  const CheckedText text = text_with({{{0, 4}, Verdict::Kind::Match},
                                      {{10, 14}, Verdict::Kind::Match},
                                      {{16, 20}, Verdict::Kind::Match},
                                      {{30, 34}, Verdict::Kind::Match}});
  const std::vector<ClaimMark> marks = claim_marks_of(text);
  const auto within = marks_within(marks, {10, 20});
  REQUIRE(within.size() == 2);
  CHECK(within[0].span.begin == 10);
  CHECK(within[1].span.end == 20);
  CHECK(marks_within(marks, {10, 19}).size() == 1);
  CHECK(marks_within(marks, {21, 29}).empty());
  CHECK(marks_within({}, {0, 9}).empty());
}

TEST_CASE("what was left out is counted by kind") {
  const std::vector<DroppedPart> parts{
      {{0, 1}, PagePart::Ticker}, {{2, 3}, PagePart::Menu}, {{4, 5}, PagePart::Ticker}, {{6, 7}, PagePart::Other}};
  CHECK(left_out_words(parts).en == "menu 1, ticker 2, other 1");
  CHECK(left_out_words(parts).ko == "메뉴 1, 시세 2, 기타 1");
  CHECK(left_out_words({}).en.empty());
}

}  // namespace
}  // namespace podium
