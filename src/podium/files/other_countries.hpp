#pragma once

#include <span>

#include "podium/claims/lexicon.hpp"
#include "podium/model/index.hpp"

namespace podium {

/// Adds the countries that neither the index nor its aliases name, by the titles of data/countries.csv, so that a
/// figure of Vietnam is not taken for one of the country that was spoken of before. Only where most units of the index
/// are countries (ISO 3166-1 alpha-3), and without names that are common words in Korean news.
void add_other_countries(std::span<const UnitInfo> units, Lexicon& lexicon);

}  // namespace podium
