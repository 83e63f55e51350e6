#include "podium/files/exchange/unit_finder.hpp"

#include "podium/files/country_matcher.hpp"

namespace podium {

UnitFinder::UnitFinder(const Index& index) : index_(index) {
  for (const Unit unit : Positions<Unit>(index.units.size())) {
    const Text& name = index.info(unit).name;
    for (const std::string* const one : {&name.en, &name.ko}) {
      if (one->empty()) continue;
      const auto [place, is_new] = names_.emplace(*one, unit);
      if (!is_new && place->second != unit) place->second.reset();
    }
  }
}

const FoundUnit& UnitFinder::find(std::string_view text) {
  auto known = found_.find(text);
  if (known == found_.end()) known = found_.emplace(text, look_up(text)).first;
  return known->second;
}

FoundUnit UnitFinder::look_up(std::string_view text) const {
  using enum FoundUnit::Kind;
  if (const auto unit = index_.find_unit(text)) return {FoundUnit::Kind::Unit, *unit};
  if (const auto name = names_.find(text); name != names_.end() && name->second) {
    return {FoundUnit::Kind::Unit, *name->second};
  }
  const MatchedCountry country = builtin_country_matcher().match(text);
  if (country.kind == MatchedCountry::Kind::Group) return {Group};
  if (country.kind == MatchedCountry::Kind::Country) {
    const auto unit = index_.find_unit(country.code);
    return unit ? FoundUnit{FoundUnit::Kind::Unit, *unit} : FoundUnit{Country};
  }
  std::vector<std::string_view> words;
  for (const UnitInfo& unit : index_.units) words.push_back(unit.code);
  for (const auto& [name, unit] : names_) words.push_back(name);
  const std::string_view nearest = nearest_word(text, words);
  return {Unknown, {}, nearest.empty() ? country.nearest : std::string(nearest)};
}

}  // namespace podium
