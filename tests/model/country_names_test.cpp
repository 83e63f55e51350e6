#include "podium/model/country_names.hpp"

#include <doctest/doctest.h>

namespace podium {
namespace {

TEST_CASE("a country is found by its code of three letters") {
  const CountryNames names({{"AUT", "AT", {"Austria", "오스트리아"}, {}},
                            {"KOR", "KR", {"South Korea", "대한민국"}, {"Republic of Korea", "한국"}},
                            {"USA", "US", {"United States", "미국"}, {}}});
  REQUIRE(names.find("KOR") != nullptr);
  CHECK(names.find("KOR")->name.ko == "대한민국");
  CHECK(names.find("AUT") == &names.all().front());
  CHECK(names.find("USA") == &names.all().back());
  for (const char* code : {"", "KR", "kor", "KORA", "AAA", "ZZZ"}) CHECK(names.find(code) == nullptr);
  CHECK(CountryNames({}).find("KOR") == nullptr);
}

}  // namespace
}  // namespace podium
