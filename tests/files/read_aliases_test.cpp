#include <doctest/doctest.h>

#include "files/small_fact_book.hpp"

namespace podium {
namespace {

using testing::BadFact;
using testing::check_bad_facts;
using testing::fact_book_of;
using testing::must;
using testing::problems_of;

using Names = std::vector<std::string>;

Result<FactBook> aliases(const std::string& text) { return fact_book_of({{"aliases.toml", text}}); }

const Lexicon::NamedUnit& unit(const Lexicon& lexicon, std::string_view code) {
  const auto found = std::ranges::find(lexicon.units, code, &Lexicon::NamedUnit::code);
  REQUIRE(found != lexicon.units.end());
  return *found;
}

const Lexicon::NamedSeries& series(const Lexicon& lexicon, std::string_view id) {
  const auto found = std::ranges::find(lexicon.series, id, &Lexicon::NamedSeries::id);
  REQUIRE(found != lexicon.series.end());
  return *found;
}

TEST_CASE("without aliases every unit, indicator and denominator is known by its title alone") {
  const Lexicon lexicon = must(fact_book_of({})).lexicon;
  CHECK(unit(lexicon, "CHN").title.en == "China");
  CHECK(unit(lexicon, "USA").names == Aliases{});
  Names ids;
  for (const Lexicon::NamedSeries& each : lexicon.series) ids.push_back(each.id);
  CHECK(ids == Names{"investment", "population", "risk", "startups"});
  CHECK(unit(lexicon, "KOR").title.ko == "한국");
  CHECK(unit(lexicon, "KOR").names == Aliases{});
  CHECK(series(lexicon, "population").title.en == "Population");
  CHECK(series(lexicon, "startups").unit_of_measure == "firms");
  CHECK(lexicon.home_en.empty());
  CHECK(lexicon.bases.empty());
}

TEST_CASE("aliases add names, other units and series, what figures are divided by, and publishers") {
  const Lexicon lexicon = must(aliases(R"([home]
en = "USA"
ko = "KOR"
whole = "WLD"
[[unit]]
code = "KOR"
en = ["Korea", "South Korean"]
ko = ["韓"]
[[unit]]
code = "WLD"
title = { en = "The world", ko = "전 세계" }
[[indicator]]
id = "startups"
en = ["new firms"]
counters = { en = ["firms"], ko = ["곳", "개사"] }
per = { count = 10000, base = "people" }
[[indicator]]
id = "budget_share"
title = { en = "Share of the budget", ko = "예산 비중" }
unit_of_measure = "percent"
share_of = "budget"
[[indicator]]
id = "budget"
title = { en = "Budget" }
unit_of_measure = "KRW trillions"
[[base]]
id = "people"
en = ["inhabitants"]
ko = ["인구"]
[[publisher]]
publisher = "Statistics Office"
ko = ["통계청"]
reports = { en = ["Report"], ko = ["보고서"] }
)"))
                              .lexicon;
  CHECK(lexicon.home_en == "USA");
  CHECK(lexicon.home_ko == "KOR");
  CHECK(lexicon.whole == "WLD");
  CHECK(unit(lexicon, "KOR").names == Aliases{.en = {"Korea", "South Korean"}, .ko = {"韓"}});
  CHECK(unit(lexicon, "KOR").title.en == "South Korea");
  CHECK(unit(lexicon, "WLD").title.ko == "전 세계");
  const Lexicon::NamedSeries& startups = series(lexicon, "startups");
  CHECK(startups.names.en == Names{"new firms"});
  CHECK(startups.counters.ko == Names{"곳", "개사"});
  REQUIRE(startups.per.has_value());
  CHECK(startups.per->count == 10000);
  CHECK(startups.per->base == "people");
  CHECK(series(lexicon, "budget_share").share_of == "budget");
  CHECK(series(lexicon, "budget").unit_of_measure == "KRW trillions");
  REQUIRE(lexicon.bases.size() == 1);
  CHECK(lexicon.bases[0].names.ko == Names{"인구"});
  REQUIRE(lexicon.publishers.size() == 1);
  CHECK(lexicon.publishers[0].names.ko == Names{"통계청"});
  CHECK(lexicon.publishers[0].report_names == Aliases{.en = {"Report"}, .ko = {"보고서"}});
}

TEST_CASE("one word may be a name of a unit, of an indicator and of a base, and in each language of another unit") {
  CHECK(problems_of(aliases("[[unit]]\ncode = \"KOR\"\nen = [\"K\"]\nko = [\"X\"]\n"
                            "[[unit]]\ncode = \"USA\"\nen = [\"X\"]\nko = [\"K\"]\n"
                            "[[indicator]]\nid = \"risk\"\nen = [\"K\", \"K\", \"Risk\"]\n"
                            "[[base]]\nid = \"b\"\nen = [\"K\"]\n")) == "");
}

TEST_CASE("a name of 200 bytes is one, a longer one is none") {
  const std::string longest(200, 'x');
  CHECK(problems_of(aliases("[[unit]]\ncode = \"KOR\"\nen = [\"" + longest + "\"]\n")) == "");
  CHECK(problems_of(aliases("[[unit]]\ncode = \"KOR\"\nen = [\"x" + longest + "\"]\n")).find("aliases.toml:3:7: ") ==
        0);
}

TEST_CASE("whatever is wrong with aliases is said, with its place and the nearest word") {
  const BadFact cases[] = {
      {"no TOML", "[[unit\n", "aliases.toml:1:7: error[syntax]: found TOML that cannot be read"},
      {"an unknown section", "[[units]]\ncode = \"KOR\"\n",
       "aliases.toml:1:3: error[unknown-key]: found key 'units'; expected 'home', 'unit', 'indicator', 'base' or "
       "'publisher'; did you mean 'unit'?"},
      {"an unknown key", "[[unit]]\ncode = \"KOR\"\nname = [\"Korea\"]\n",
       "aliases.toml:3:1: error[unknown-key]: found key 'name'; expected 'code', 'title', 'en' or 'ko'"},
      {"a section that should be a list", "[unit]\ncode = \"KOR\"\n",
       "aliases.toml:1:2: error[wrong-type]: found a table for 'unit'; expected sections [[unit]]"},
      {"no code", "[[unit]]\nen = [\"Korea\"]\n",
       "aliases.toml:1:1: error[missing-key]: found no key 'code'; expected code = a text in quotes"},
      {"an unknown unit", "[[unit]]\ncode = \"KOS\"\n",
       "aliases.toml:2:8: error[unknown-unit]: found unit 'KOS'; expected 'CHN', 'KOR' or 'USA'; or a title for "
       "another unit; did you mean 'KOR'?"},
      {"a title that units.csv says", "[[unit]]\ncode = \"KOR\"\ntitle = { en = \"Korea\" }\n",
       "aliases.toml:3:1: error[invalid-value]: found a key 'title' for 'KOR'; expected none: units.csv says it"},
      {"a code that is none", "[[unit]]\ncode = \"a b\"\ntitle = { en = \"A\" }\n", "aliases.toml:2:8: error["},
      {"a unit twice", "[[unit]]\ncode = \"KOR\"\n[[unit]]\ncode = \"KOR\"\n",
       "aliases.toml:4:8: error[duplicate-id]: found a second unit 'KOR'; expected one section for each unit"},
      {"an unknown indicator", "[[indicator]]\nid = \"startup\"\n",
       "aliases.toml:2:6: error[unknown-indicator]: found indicator 'startup'; expected 'investment', 'population', "
       "'risk' or 'startups'; or title and unit_of_measure for another one; did you mean 'startups'?"},
      {"another indicator without a unit of measure", "[[indicator]]\nid = \"budget\"\ntitle = { en = \"Budget\" }\n",
       "aliases.toml:1:1: error[missing-key]: found no key 'unit_of_measure'; expected unit_of_measure = a text in "
       "quotes"},
      {"another indicator without a title", "[[indicator]]\nid = \"budget\"\nunit_of_measure = \"USD\"\n",
       "aliases.toml:1:1: error[missing-key]: found no key 'title'; expected title = a table such as { en = \"...\", "
       "ko = \"...\" }"},
      {"a unit of measure that podium.toml says", "[[indicator]]\nid = \"risk\"\nunit_of_measure = \"USD\"\n",
       "aliases.toml:3:1: error[invalid-value]: found a key 'unit_of_measure' for 'risk'; expected none: podium.toml "
       "says it"},
      {"a node", "[[indicator]]\nid = \"economy\"\ntitle = { en = \"E\" }\nunit_of_measure = \"x\"\n",
       "aliases.toml:2:6: error[invalid-value]: found the node 'economy'; expected an indicator or denominator, or an "
       "id that podium.toml lacks"},
      {"an unknown base",
       "[[base]]\nid = \"people\"\n[[indicator]]\nid = \"risk\"\nper = { count = 100, base = \"peopel\" }\n",
       "aliases.toml:5:29: error[invalid-value]: found base 'peopel'; expected 'people'; did you mean 'people'?"},
      {"per nothing",
       "[[base]]\nid = \"people\"\n[[indicator]]\nid = \"risk\"\nper = { count = 0, base = \"people\" }\n",
       "aliases.toml:5:17: error[invalid-value]: found count 0; expected a number above 0"},
      {"per that is no table", "[[indicator]]\nid = \"risk\"\nper = 10000\n",
       "aliases.toml:3:7: error[wrong-type]: found a whole number for 'per'; expected a table such as { count = 10000, "
       "base = \"people\" }"},
      {"a share of nothing known", "[[indicator]]\nid = \"risk\"\nshare_of = \"startup\"\n",
       "aliases.toml:3:12: error[unknown-indicator]: found indicator 'startup'; expected 'investment', 'population', "
       "'risk' or 'startups'; did you mean 'startups'?"},
      {"a share of itself", "[[indicator]]\nid = \"risk\"\nshare_of = \"risk\"\n",
       "aliases.toml:3:12: error[invalid-value]: found 'risk' as a share of itself; expected another indicator"},
      {"counters that are a list", "[[indicator]]\nid = \"risk\"\ncounters = [\"x\"]\n",
       "aliases.toml:3:12: error[wrong-type]: found a list for 'counters'; expected a table such as { en = "
       "[\"models\"] }"},
      {"a publisher of no edition", "[[publisher]]\npublisher = \"Statistic Office\"\n",
       "aliases.toml:2:13: error[invalid-value]: found publisher 'Statistic Office'; expected 'Statistics Office', as "
       "editions.toml says it; did you mean 'Statistics Office'?"},
      {"a home that is no unit", "[home]\nko = \"KRO\"\n",
       "aliases.toml:2:6: error[unknown-unit]: found unit 'KRO'; expected 'CHN', 'KOR' or 'USA'; did you mean 'KOR'?"},
      {"names that are no list", "[[unit]]\ncode = \"KOR\"\nen = \"Korea\"\n",
       "aliases.toml:3:6: error[wrong-type]: found a text for 'en'; expected a list of texts such as [\"a\", \"b\"]"},
      {"an empty name", "[[unit]]\ncode = \"KOR\"\nen = [\"Korea\", \"\"]\n",
       "aliases.toml:3:16: error[invalid-value]: found an empty name; expected a name of at least one character"},
      {"a name with a control character", "[[unit]]\ncode = \"KOR\"\nen = [\"Ko\\u0007rea\"]\n",
       "aliases.toml:3:7: error[syntax]: found the control character 0x07 in a text; expected text without control "
       "characters"},
      {"a name in two lines", "[[unit]]\ncode = \"KOR\"\nen = [\"South\\nKorea\"]\n",
       "aliases.toml:3:7: error[invalid-value]: found the name 'South\\x0aKorea'; expected a name in one line, without "
       "control characters"},
      {"a name with a control character of two bytes", "[[unit]]\ncode = \"KOR\"\nen = [\"Ko\\u0085rea\"]\n",
       "aliases.toml:3:7: error[invalid-value]"},
      {"a name with a space at its end", "[[indicator]]\nid = \"risk\"\ncounters = { ko = [\"개 \"] }\n",
       "aliases.toml:3:20: error[invalid-value]: found the name '개 '; expected a name without spaces around it"},
      {"one name for two units", "[[unit]]\ncode = \"KOR\"\nen = [\"K\"]\n[[unit]]\ncode = \"USA\"\nen = [\"K\"]\n",
       "aliases.toml:6:7: error[duplicate-key]: found the name 'K' for the units 'KOR' and 'USA'; expected one unit "
       "for "
       "each name in a language"},
      {"the title of another unit", "[[unit]]\ncode = \"KOR\"\nko = [\"미국\"]\n",
       "aliases.toml:3:7: error[duplicate-key]: found the name '미국' for the units 'USA' and 'KOR'; expected one unit "
       "for each name in a language"},
      {"one name for two indicators",
       "[[indicator]]\nid = \"risk\"\nen = [\"R\"]\n[[indicator]]\nid = \"r\"\ntitle = { en = \"R\" }\n"
       "unit_of_measure = \"x\"\n",
       "aliases.toml:3:7: error[duplicate-key]: found the name 'R' for the indicators 'r' and 'risk'; expected one "
       "indicator for each name in a language"},
  };
  check_bad_facts(cases, aliases);
}

}  // namespace
}  // namespace podium
