#include "podium/model/index.hpp"

#include <doctest/doctest.h>

#include "support/small_index.hpp"

namespace podium {
namespace {

using namespace testing;

Index with_editions(const std::vector<std::string>& ids) {
  std::vector<EditionSpec> editions;
  for (const std::string& id : ids) editions.push_back({id, "2025-01-01"});
  return small_index(editions, {});
}

TEST_CASE("which edition a text names") {
  const Index index =
      with_editions({"ai-index-2024", "ai-index-2025", "epoch-2025-07", "pwt-2023", "wdi-2023", "wdi-2026-04", "2019"});
  const struct {
    std::string name;
    std::string text;
    std::string expected;
  } cases[] = {
      {"an id is itself", "epoch-2025-07", "epoch-2025-07"},
      {"a year stands for the one edition whose id ends in it", "2025", "ai-index-2025"},
      {"a year in the middle of an id does not count", "2026",
       "error[unknown-edition]: found edition '2026'; expected '2019', 'ai-index-2024', 'ai-index-2025', "
       "'epoch-2025-07', 'pwt-2023', "
       "'wdi-2023' or 'wdi-2026-04'"},
      {"a year that fits two is ambiguous and names both", "2023",
       "error[unknown-edition]: found edition '2023', which could be any of 2; expected 'pwt-2023' or 'wdi-2023'"},
      {"an id before a year", "2019", "2019"},
      {"a month is no bare year", "07",
       "error[unknown-edition]: found edition '07'; expected '2019', 'ai-index-2024', 'ai-index-2025', "
       "'epoch-2025-07', 'pwt-2023', "
       "'wdi-2023' or 'wdi-2026-04'"},
      {"a slip is answered with the nearest id", "ai-indx-2025",
       "error[unknown-edition]: found edition 'ai-indx-2025'; expected '2019', 'ai-index-2024', 'ai-index-2025', "
       "'epoch-2025-07', "
       "'pwt-2023', 'wdi-2023' or 'wdi-2026-04'; did you mean 'ai-index-2025'?"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto edition = resolve_edition(index, c.text);
    CHECK((edition ? index.editions[at(*edition)].id : problems_of(edition)) == c.expected);
  }
}

TEST_CASE("observations are ordered and found by series, unit and period") {
  const Index index = small_index({{"b-2024", "2024-04-01"}, {"a-2025", "2025-04-01"}, {"c-2024", "2024-04-01"}},
                                  {{"BEL", "models", 2024, "a-2025", "5"},
                                   {"AUT", "models", 2024, "a-2025", "4"},
                                   {"BEL", "models", 2023, "a-2025", "3"},
                                   {"BEL", "models", 2024, "c-2024", "2"},
                                   {"BEL", "models", 2024, "b-2024", "1"},
                                   {"BEL", "deals", 2024, "b-2024", "9"}});
  const Series models = *index.find_series("models");
  const Unit bel = *index.find_unit("BEL");
  const auto values = [](std::span<const Observation> observations) {
    std::string text;
    for (const Observation& each : observations) text += each.value->text;
    return text;
  };
  CHECK(values(index.observations_of(models)) == "43125");  // by unit, period, release date, id of the edition
  CHECK(values(index.observations_of(models, bel)) == "3125");
  CHECK(values(index.observations_of(models, bel, Period::year(2024))) == "125");
  CHECK(values(index.observations_of(models, bel, Period::year(2022))) == "");
  CHECK(values(index.observations_of(*index.find_series("people"))) == "");
}

TEST_CASE("units, editions and series are found by id, denominators too") {
  const Index index = with_editions({"a", "b"});
  CHECK(index.find_unit("CHE") == Unit{2});
  CHECK(index.find_unit("CH") == std::nullopt);
  CHECK(index.find_edition("b") == EditionAt{1});
  CHECK(index.find_edition("c") == std::nullopt);
  CHECK(index.find_series("index") == Series{0});
  CHECK(index.find_series("people") == Series{4});
  CHECK(index.find_series("") == std::nullopt);
}

TEST_CASE("a text in a language that is missing falls back to the other") {
  CHECK(Text{"Talent", "인재"}.in(Language::Korean) == "인재");
  CHECK(Text{"Talent", "인재"}.in(Language::English) == "Talent");
  CHECK(Text{"Talent", ""}.in(Language::Korean) == "Talent");
  CHECK(Text{"", "인재"}.in(Language::English) == "인재");
}

}  // namespace
}  // namespace podium
