#pragma once

#include <string>
#include <vector>

#include "podium/model/country_names.hpp"

namespace podium {

/// The table of countries that the program carries (data/countries.csv).
const CountryNames& builtin_country_names();

/// The names of groups of countries that it carries, in all spellings (data/country_groups.csv).
const std::vector<std::string>& builtin_country_groups();

}  // namespace podium
