#pragma once

#include "podium/model/country_names.hpp"

namespace podium {

/// The table of countries that the program carries (data/countries.csv).
const CountryNames& builtin_country_names();

}  // namespace podium
