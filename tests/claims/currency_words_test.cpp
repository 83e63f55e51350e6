#include "podium/claims/currency_words.hpp"

#include <string>

#include <doctest/doctest.h>

namespace podium {
namespace {

/// "달러 = dollar USD" of what stands behind the first bytes of a text; empty for nothing.
std::string behind(const std::string& text, std::size_t at = 0) {
  const auto found = currency_behind(text, at);
  if (!found) return {};
  return std::string(found->span.of(text)) + " = " + std::string(found->kind) + (found->code.empty() ? "" : " ") +
         std::string(found->code);
}

std::string before(const std::string& text) {
  const auto found = currency_before(text, text.size());
  if (!found) return {};
  return std::string(found->span.of(text)) + " = " + std::string(found->kind) + (found->code.empty() ? "" : " ") +
         std::string(found->code);
}

TEST_CASE("Korean names, with their country or without") {
  CHECK(behind(" 달러로") == "달러 = dollar");
  CHECK(behind("원으로") == "원 = won KRW");
  CHECK(behind(" 위안(약") == "위안 = yuan CNY");
  CHECK(behind(" 미국 달러") == "미국 달러 = dollar USD");
  CHECK(behind(" 홍콩달러") == "홍콩달러 = dollar HKD");
  CHECK(behind(" 핀란드 마르카에") == "핀란드 마르카 = markka FIM");
  CHECK(behind(" 엔") == "엔 = yen JPY");
  CHECK(behind("유로존").substr(0, 6) == "유로");
  CHECK(currency_behind("센트", 0)->size == 0.01);
}

TEST_CASE("words that only begin like a currency are none") {
  CHECK(behind("원인으로").empty());
  CHECK(behind("원래").empty());
  CHECK(behind("동안").empty());
  CHECK(behind("불과").empty());
  CHECK(behind("미만").empty());
  CHECK(behind("wonder").empty());
  CHECK(behind("centre").empty());
  CHECK(behind("really").empty());
  CHECK(behind("").empty());
}

TEST_CASE("English names, codes and signs") {
  CHECK(behind(" dollars.") == "dollars = dollar");
  CHECK(behind(" US dollars") == "US dollars = dollar USD");
  CHECK(behind(" U.S. dollars") == "U.S. dollars = dollar USD");
  CHECK(behind(" Hong Kong dollar") == "Hong Kong dollar = dollar HKD");
  CHECK(behind(" South Korean won") == "South Korean won = won KRW");
  CHECK(behind(" won") == "won = won KRW");
  CHECK(behind(" USD") == "USD = dollar USD");
  CHECK(behind("€") == "€ = euro EUR");
  CHECK(behind(" $10").empty());
}

TEST_CASE("signs, codes and words before an amount") {
  CHECK(before("cost $") == "$ = dollar");
  CHECK(before("US$") == "US$ = dollar USD");
  CHECK(before("a US$ ") == "US$ = dollar USD");
  CHECK(before("₩") == "₩ = won KRW");
  CHECK(before("(한화 ") == "한화 = won KRW");
  CHECK(before("USD ") == "USD = dollar USD");
  CHECK(before("XUSD ").empty());
  CHECK(before("").empty());
  CHECK(before("won ").empty());
}

}  // namespace
}  // namespace podium
