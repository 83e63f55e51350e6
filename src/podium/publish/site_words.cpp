#include "podium/publish/site_words.hpp"

#include <algorithm>
#include <cassert>

#include "podium/files/country_table.hpp"

namespace podium {

Kinds kinds_of(const Index& index) {
  const CountryNames& names = builtin_country_names();
  return {
      .countries =
          std::ranges::all_of(index.units, [&](const UnitInfo& unit) { return names.find(unit.code) != nullptr; }),
      .years = std::ranges::all_of(index.periods, [](Period period) { return period.kind() == Period::Kind::Year; }),
  };
}

SiteWords::SiteWords(const Texts& texts, Language language, Kinds kinds) : texts_(texts), language_(language) {
  for (const std::string_view name : {"site", kinds.countries ? "country" : "item", kinds.years ? "year" : "period"}) {
    const auto table = texts.find(name);
    if (table == texts.end()) continue;
    for (const auto& [key, text] : table->second) of_site_.emplace(key, &text);
  }
}

const std::string* SiteWords::find(std::string_view key) const {
  const auto found = of_site_.find(key);
  return found == of_site_.end() ? nullptr : &found->second->in(language_);
}

const std::string& SiteWords::operator[](std::string_view key) const {
  const std::string* const found = find(key);
  assert(found != nullptr);
  static const std::string none;
  return found != nullptr ? *found : none;
}

std::string_view SiteWords::find_in(std::string_view table, std::string_view key) const {
  const auto found = texts_.find(table);
  if (found == texts_.end()) return {};
  const auto text = found->second.find(key);
  if (text == found->second.end()) return {};
  return language_ == Language::English ? text->second.en : text->second.ko;
}

std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = text.find("{{");
    const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
    if (close == std::string_view::npos) break;
    filled += text.substr(0, open);
    const std::string_view name = text.substr(open + 2, close - open - 2);
    const auto value = std::ranges::find(values, name, [](const auto& pair) { return pair.first; });
    if (value != values.end()) filled += value->second;
    text.remove_prefix(close + 2);
  }
  return filled.append(text);
}

}  // namespace podium
