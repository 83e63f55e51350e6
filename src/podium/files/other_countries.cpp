#include "podium/files/other_countries.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "podium/files/country_table.hpp"

namespace podium {
namespace {

/// 수단 is a means too, 오만 arrogance or fifty thousand; "New Jersey".
constexpr auto kCommonWords = std::to_array<std::string_view>({"SDN", "OMN", "GHA", "MLI", "BTN", "TCD", "JEY"});

struct Region {
  std::string_view code;
  std::string_view en;
  std::string_view ko;
};
constexpr auto kRegions = std::to_array<Region>({{"AFRICA", "Africa", "아프리카"},
                                                 {"ASIA", "Asia", "아시아"},
                                                 {"EUROPE", "Europe", "유럽"},
                                                 {"LATIN_AMERICA", "Latin America", "중남미"},
                                                 {"MIDDLE_EAST", "the Middle East", "중동"},
                                                 {"OECD", "the OECD", "경제협력개발기구"}});

bool is_of_countries(std::span<const UnitInfo> units, const CountryNames& countries) {
  const auto known =
      std::ranges::count_if(units, [&](const UnitInfo& unit) { return countries.find(unit.code) != nullptr; });
  return 2 * static_cast<std::size_t>(known) > units.size();
}

}  // namespace

void add_other_countries(std::span<const UnitInfo> units, Lexicon& lexicon) {
  const CountryNames& countries = builtin_country_names();
  if (!is_of_countries(units, countries)) return;
  std::set<std::string, std::less<>> taken;
  for (const Lexicon::NamedUnit& unit : lexicon.units) {
    taken.insert(unit.code);
    taken.insert(unit.title.en);
    taken.insert(unit.title.ko);
    taken.insert(unit.names.en.begin(), unit.names.en.end());
    taken.insert(unit.names.ko.begin(), unit.names.ko.end());
  }
  for (const Country& country : countries.all()) {
    const bool is_word = std::ranges::find(kCommonWords, country.code) != kCommonWords.end();
    if (is_word || taken.contains(country.code) || taken.contains(country.name.en) || taken.contains(country.name.ko)) {
      continue;
    }
    lexicon.units.push_back({country.code, country.name, {}});
  }
  for (const Region& region : kRegions) {
    if (taken.contains(region.en) || taken.contains(region.ko) || taken.contains(region.code)) continue;
    lexicon.units.push_back({std::string(region.code), {std::string(region.en), std::string(region.ko)}, {}});
  }
  std::ranges::sort(lexicon.units, {}, &Lexicon::NamedUnit::code);
}

}  // namespace podium
