#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "podium/model/country_names.hpp"

namespace podium {

/// What a text in a table's column of countries means.
struct MatchedCountry {
  enum class Kind : std::uint8_t { Country, Group, Unknown };

  Kind kind = Kind::Unknown;
  std::string code{};     ///< of a country: ISO 3166-1 alpha-3, and XKX for Kosovo
  std::string nearest{};  ///< for an unknown text: the known name that it resembles most, if any does
};

/// Recognises countries by their codes (alpha-3 and alpha-2, in capitals) and by any common spelling in English or
/// Korean. Case, accents, punctuation and spaces do not count, nor do marks of footnotes: "Korea, Rep.*", "COTE
/// D'IVOIRE", "Türkiye [1]" and "대한민국" are found. Groups such as "World", "EU27" or "OECD 평균" are told apart from
/// names that nobody knows: an import leaves the former out and must not lose the latter.
class CountryMatcher {
 public:
  /// `groups` are names of groups of countries in any spelling. No name may belong to two countries; where a group has
  /// the name of a country, it is the country.
  CountryMatcher(const CountryNames& countries, const std::vector<std::string>& groups);

  MatchedCountry match(std::string_view text) const;

 private:
  std::string code_of_both_names(std::string_view name) const;

  std::map<std::string, std::string, std::less<>> codes_;    ///< as written
  std::map<std::string, std::string, std::less<>> by_name_;  ///< folded name to code; of a group: no code
  std::map<std::string, std::string, std::less<>> names_;    ///< folded name to the name
};

/// With the tables of countries and groups that the program carries (data/countries.csv, data/country_groups.csv).
const CountryMatcher& builtin_country_matcher();

}  // namespace podium
