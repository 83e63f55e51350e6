#include "podium/files/other_countries.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "podium/claims/check_text.hpp"
#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"

#include "support/shared.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

TEST_CASE("a country that the index does not have owns its figures") {
  const std::filesystem::path directory = source_directory() / "indices" / "ai-competitiveness";
  const Index index = must(read_index(directory)).index;
  const FactBook book = must(read_fact_book(directory, index));
  const TextChecker checker(index, book);
  const auto unit_of = [&](const std::string& text) {
    const CheckedText checked = checker.check("story", text, {.published = Date{2025, 5, 12}});
    REQUIRE(checked.claims.size() == 1);
    CHECK(checked.verdicts[0].kind == Verdict::Kind::Unverifiable);
    return checked.claims[0].unit;
  };
  CHECK(unit_of("지난해 베트남의 AI 민간 투자는 3억 달러였다.") == "VNM");
  CHECK(unit_of("Russia's private AI investment was $0.3 billion in 2024.") == "RUS");
}

TEST_CASE("all countries are added once, beside countries alone") {
  const auto units_beside = [](const std::vector<std::string>& codes) {
    std::vector<UnitInfo> units;
    Lexicon lexicon;
    for (const std::string& code : codes) {
      units.push_back({code, {code, code}, {}});
      lexicon.units.push_back({code, {code, code}, {}});
    }
    add_other_countries(units, lexicon);
    return lexicon.units;
  };
  const std::vector<Lexicon::NamedUnit> all = units_beside({"JPN", "KOR", "XXX"});
  const auto count = [&](const char* code) { return std::ranges::count(all, code, &Lexicon::NamedUnit::code); };
  CHECK(count("KOR") == 1);
  CHECK(count("XXX") == 1);
  CHECK(count("VNM") == 1);
  CHECK(count("SDN") == 0);  // 수단: a means
  CHECK(std::ranges::is_sorted(all, {}, &Lexicon::NamedUnit::code));
  CHECK(units_beside({"BUSAN", "SEOUL", "KOR"}).size() == 3);
}

}  // namespace
}  // namespace podium
