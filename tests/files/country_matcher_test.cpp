#include "podium/files/country_matcher.hpp"

#include <map>
#include <string>

#include <doctest/doctest.h>

#include "podium/files/country_table.hpp"

#include "support/csv.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using Kind = MatchedCountry::Kind;

std::string code_of(std::string_view text) { return builtin_country_matcher().match(text).code; }

TEST_CASE("codes and common spellings in both languages are recognised") {
  for (const char* name : {"KOR", "KR", "South Korea", "Korea, Rep.", "Republic of Korea", "korea (republic of)",
                           "  SOUTH  KOREA ", "Korea", "대한민국", "한국", "남한", "S. Korea"}) {
    CAPTURE(name);
    CHECK(code_of(name) == "KOR");
  }
  CHECK(code_of("Korea, Dem. People's Rep.") == "PRK");
  CHECK(code_of("Hong Kong") == "HKG");
  CHECK(code_of("Hong Kong SAR, China") == "HKG");
  CHECK(code_of("Côte d’Ivoire") == "CIV");
  CHECK(code_of("COTE D'IVOIRE") == "CIV");
  CHECK(code_of("Turkey") == "TUR");
  CHECK(code_of("튀르키예") == "TUR");
  CHECK(code_of("Trinidad & Tobago") == "TTO");
}

TEST_CASE("marks of footnotes and letters in another form do not count") {
  for (const char* name : {"Korea, Rep.*", "Korea, Rep. **", "South Korea¹", "South Korea [1]", "South Korea (2)",
                           "South Korea†", "South Korea (a) *", "Ｓｏｕｔｈ Ｋｏｒｅａ", "KOR*", "대 한 민 국*"}) {
    CAPTURE(name);
    CHECK(code_of(name) == "KOR");
  }
  // Brackets that are part of the name stay.
  CHECK(code_of("Congo (DRC)") == "COD");
  CHECK(code_of("Korea (North)") == "PRK");
  // The same country twice, but not two countries.
  CHECK(code_of("South Korea (Rep.of Korea)") == "KOR");
  CHECK(code_of("North Korea, (Dem. People's Rep. of Korea)") == "PRK");
  CHECK(code_of("South Korea (North Korea)").empty());
}

TEST_CASE("groups are told from countries, and both from what nobody knows") {
  for (const char* name : {"World", "EU27", "European Union", "OECD - Total", "Rest of World", "세계", "OECD 평균",
                           "Sub-Saharan Africa", "multinational"}) {
    CAPTURE(name);
    CHECK(builtin_country_matcher().match(name).kind == Kind::Group);
  }
  const MatchedCountry slip = builtin_country_matcher().match("Untied States");
  CHECK(slip.kind == Kind::Unknown);
  CHECK(slip.nearest == "United States");
  CHECK(builtin_country_matcher().match("Atlantis-on-Sea").nearest.empty());
  for (const char* text : {"", "*", "()", "[1]", "---", "\xff\xfe", "( )"}) {
    CHECK(builtin_country_matcher().match(text).kind == Kind::Unknown);
  }
  CHECK(builtin_country_matcher().match(std::string(100000, 'a')).kind == Kind::Unknown);
}

TEST_CASE("every name in the table leads back to its country") {
  for (const Country& country : builtin_country_names().all()) {
    CAPTURE(country.code);
    CHECK(code_of(country.code) == country.code);
    CHECK(code_of(country.alpha2) == country.code);
    CHECK(code_of(country.name.en) == country.code);
    CHECK(code_of(country.name.ko) == country.code);
    for (const std::string& name : country.other_names) {
      CAPTURE(name);
      CHECK(code_of(name) == country.code);
    }
  }
}

TEST_CASE("the World Bank's names are recognised with the codes that it prints beside them, its groups as groups") {
  REQUIRE_SHARED(shared);
  const testing::Table table = testing::read_table(shared / "data/worldbank/gdp_current_usd.csv");
  std::map<std::string, std::string> codes;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    codes.emplace(table.text(row, "Country Name"), table.text(row, "Country Code"));
  }
  CHECK(codes.size() == 262);
  std::size_t groups = 0;
  for (const auto& [name, code] : codes) {
    CAPTURE(name);
    const MatchedCountry found = builtin_country_matcher().match(name);
    if (builtin_country_names().find(code) != nullptr) {
      CHECK(found.code == code);
    } else {
      CHECK(found.kind == Kind::Group);
      ++groups;
    }
  }
  // Its 49 aggregates, and the Channel Islands, which are no country of ISO 3166-1.
  CHECK(groups == 49);
}

}  // namespace
}  // namespace podium
