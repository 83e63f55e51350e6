#include "podium/claims/quantity_mention.hpp"

#include <string>

#include <doctest/doctest.h>

#include "podium/claims/english_numbers.hpp"

#include "claims/shown_quantities.hpp"

namespace podium {
namespace {

using Texts = std::vector<std::string>;

Texts quantities_in(const std::string& text) { return testing::shown_quantities(text, read_english_numbers(text)); }

TEST_CASE("money by a sign, a name or a code, with the country that is named") {
  CHECK(quantities_in("It invested $1.5 billion, US$ 20 and 5 million South Korean won.") ==
        Texts{"$1.5 billion = 1500000000 dollar", "US$ 20 = 20 USD", "5 million South Korean won = 5000000 KRW"});
  CHECK(quantities_in("109.1 billion dollars or EUR 3.4") ==
        Texts{"109.1 billion dollars = 109100000000 dollar", "EUR 3.4 = 3.4 EUR"});
  CHECK(quantities_in("three dollars and 50 cents") == Texts{"three dollars and 50 cents = 3.5 dollar"});
  CHECK(quantities_in("50 cents") == Texts{"50 cents = 0.5 dollar"});
  CHECK(quantities_in("15 dollars 50.") == Texts{"15 dollars 50 = 15.5 dollar"});
  CHECK(quantities_in("15 dollars 50 years ago") == Texts{"15 dollars = 15 dollar", "50 = 50"});
  CHECK(quantities_in("c $ 5, a $ 6 fine, A$7, 75 USD million, a 12-cent rise") ==
        Texts{"c $ 5 = 5 CAD", "$ 6 = 6 dollar", "A$7 = 7 AUD", "75 USD million = 75000000 USD",
              "12-cent = 0.12 dollar"});
  CHECK(quantities_in("the first £ 100") == Texts{"first = 1", "£ 100 = 100 pound"});
}

TEST_CASE("shares, points and multiples") {
  CHECK(quantities_in("up 63% or 63 percent, by 2 percentage points, 3 times as many") ==
        Texts{"63% = 63 %", "63 percent = 63 %", "2 percentage points = 2 pp", "3 times = 3 times"});
}

TEST_CASE("hedges stand outside of what they hold") {
  CHECK(quantities_in("about $5, nearly 30%, more than 4 and at least 6, up to 7") ==
        Texts{"$5 = 5 dollar about", "30% = 30 % nearly", "4 = 4 more", "6 = 6 at least", "7 = 7 at most"});
}

TEST_CASE("ranges share the magnitude of their end") {
  CHECK(quantities_in("3-4 trillion won") == Texts{"3-4 trillion won = 3000000000000..4000000000000 KRW"});
  CHECK(quantities_in("from 2 to 3 places") == Texts{"2 to 3 = 2..3"});
  CHECK(quantities_in("20 to 30%") == Texts{"20 to 30% = 20..30 %"});
  CHECK(quantities_in("4-3") == Texts{"4 = 4", "3 = 3"});
  CHECK(quantities_in("$5 - $10") == Texts{"$5 - $10 = 5..10 dollar"});
  CHECK(quantities_in("percent of 10, 63 percent of 10, a%20%29)") ==
        Texts{"percent of 10 = 10 %", "63 percent = 63 %", "10 = 10", "20 = 20", "29 = 29"});
}

}  // namespace
}  // namespace podium
