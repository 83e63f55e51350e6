#include <string>

#include <doctest/doctest.h>

#include "podium/claims/korean_numbers.hpp"
#include "podium/claims/quantity_mention.hpp"

#include "claims/shown_quantities.hpp"

namespace podium {
namespace {

using Texts = std::vector<std::string>;
using Hedge = QuantityMention::Hedge;

Texts quantities_in(const std::string& text) { return testing::shown_quantities(text, read_korean_numbers(text)); }

Hedge hedge_in(const std::string& text) { return quantities_of(text, read_korean_numbers(text)).at(0).hedge; }

TEST_CASE("Korean amounts of money, with the country or the word before") {
  CHECK(quantities_in("투자는 13억3000만 달러로 전년(13억9000만 달러)보다") ==
        Texts{"13억3000만 달러 = 1330000000 dollar", "13억9000만 달러 = 1390000000 dollar"});
  CHECK(quantities_in("1917억 위안(약 38조 원)") ==
        Texts{"1917억 위안 = 191700000000 CNY", "38조 원 = 38000000000000 KRW about"});
  CHECK(quantities_in("13억 달러(한화 약 1조9100억원)를") ==
        Texts{"13억 달러 = 1300000000 dollar", "1조9100억원 = 1910000000000 KRW about"});
  CHECK(quantities_in("1091억달러·약 160조4000억원") ==
        Texts{"1091억달러 = 109100000000 dollar", "160조4000억원 = 160400000000000 KRW about"});
}

TEST_CASE("Korean ranges share the magnitude of their end") {
  CHECK(quantities_in("3~4조 원의 추가경정예산") == Texts{"3~4조 원 = 3000000000000..4000000000000 KRW"});
  CHECK(quantities_in("해마다 2-3계단") == Texts{"2-3 = 2..3"});
  CHECK(quantities_in("25000원 - 30000원") == Texts{"25000원 - 30000원 = 25000..30000 KRW"});
}

TEST_CASE("Korean shares, ranks and multiples") {
  CHECK(quantities_in("63%나 증가, 0.27%에, 5%포인트, 81.9%가") ==
        Texts{"63% = 63 %", "0.27% = 0.27 %", "5%포인트 = 5 pp", "81.9% = 81.9 %"});
  CHECK(quantities_in("9위에서 11위로") == Texts{"9위 = 9 rank", "11위 = 11 rank"});
  CHECK(quantities_in("2022년 6위→2023년 9위") == Texts{"2022 = 2022", "6위 = 6 rank", "2023 = 2023", "9위 = 9 rank"});
  CHECK(quantities_in("3배 늘어") == Texts{"3배 = 3 times"});
  CHECK(quantities_in("2개 위원회와 3대 배터리") == Texts{"2 = 2", "3 = 3"});
}

TEST_CASE("Korean hedges before and behind") {
  CHECK(hedge_in("약 38조 원") == Hedge::About);
  CHECK(hedge_in("거의 40개") == Hedge::Nearly);
  CHECK(hedge_in("5000원 이상") == Hedge::AtLeast);
  CHECK(hedge_in("10달러 미만") == Hedge::LessThan);
  CHECK(hedge_in("30%를 넘는") == Hedge::MoreThan);
  CHECK(hedge_in("100명 안팎") == Hedge::About);
  CHECK(hedge_in("계약 38조 원") == Hedge::None);
}

}  // namespace
}  // namespace podium
