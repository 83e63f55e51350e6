#include "podium/claims/counted_words.hpp"

#include <string>

#include <doctest/doctest.h>

#include "podium/claims/korean_numbers.hpp"

namespace podium {
namespace {

std::string counted(const std::string& text) {
  std::string shown;
  for (const QuantityMention& quantity : quantities_of(text, read_korean_numbers(text))) {
    shown += (shown.empty() ? "" : "; ") + std::string(counted_words(text, quantity).of(text));
  }
  return shown;
}

TEST_CASE("what a number counts belongs to it, particles do not") {
  CHECK(counted("모델 15개를 냈다") == "15개");
  CHECK(counted("100여명의 연구자") == "100여명");
  CHECK(counted("3 개국에서") == "3 개국");
  CHECK(counted("20km를 달렸다") == "20km");
  CHECK(counted("1심에서") == "1심");
}

TEST_CASE("a unit that is part of the quantity, or another word, is not added") {
  CHECK(counted("13억3000만 달러를 냈다") == "13억3000만 달러");
  CHECK(counted("63%나 늘었다") == "63%");
  CHECK(counted("지표는 -0.36으로 나왔다") == "-0.36");
  CHECK(counted("7, 8") == "7; 8");
}

}  // namespace
}  // namespace podium
