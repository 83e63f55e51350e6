#include "podium/model/money_unit.hpp"

#include <doctest/doctest.h>

using namespace podium;

TEST_CASE("a unit of measure in money names its currency and its size") {
  CHECK(money_unit("USD") == MoneyUnit{"USD", 1});
  CHECK(money_unit("USD billions") == MoneyUnit{"USD", 1e9});
  CHECK(money_unit("USD millions") == MoneyUnit{"USD", 1e6});
  CHECK(money_unit("million KRW") == MoneyUnit{"KRW", 1e6});
  CHECK(money_unit("EUR thousand") == MoneyUnit{"EUR", 1e3});
}

TEST_CASE("other units of measure are no money") {
  for (const char* unit :
       {"", "people", "percent of GDP", "GDP share", "usd", "USDD", "USD per head", "billion", " "}) {
    CAPTURE(unit);
    CHECK_FALSE(money_unit(unit));
  }
}
