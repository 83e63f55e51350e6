#include "podium/files/country_table.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

namespace podium {
namespace {

TEST_CASE("the table of countries has both names and the other spellings") {
  const Country* korea = builtin_country_names().find("KOR");
  REQUIRE(korea != nullptr);
  CHECK(korea->alpha2 == "KR");
  CHECK(korea->name == Text{"South Korea", "한국"});
  CHECK(std::ranges::find(korea->other_names, "Republic of Korea") != korea->other_names.end());
  CHECK(std::ranges::find(korea->other_names, "대한민국") != korea->other_names.end());
  CHECK(builtin_country_names().find("kor") == nullptr);
  CHECK(builtin_country_names().find("XYZ") == nullptr);
}

TEST_CASE("every country has unique codes and a name in each language") {
  std::set<std::string> codes;
  for (const Country& country : builtin_country_names().all()) {
    CAPTURE(country.code);
    CHECK(country.code.size() == 3);
    CHECK(country.alpha2.size() == 2);
    CHECK(codes.insert(country.code).second);
    CHECK(codes.insert(country.alpha2).second);
    CHECK(!country.name.en.empty());
    CHECK(!country.name.ko.empty());
  }
  // ISO 3166-1 has 249 entries; the table adds Kosovo under its user-assigned code.
  CHECK(builtin_country_names().all().size() == 250);
}

}  // namespace
}  // namespace podium
