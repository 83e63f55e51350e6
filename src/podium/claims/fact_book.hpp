#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "podium/claims/lexicon.hpp"
#include "podium/core/number_text.hpp"
#include "podium/core/period.hpp"
#include "podium/model/index.hpp"

namespace podium {

/// A figure that texts cite and that is no observation of the index: of a series that it does not rank, of a unit or a
/// span of years that it does not have, a rank as printed, or the print of a figure that the index holds with more
/// digits. A row of the index's facts.csv.
struct CitedFigure {
  enum class Measure : std::uint8_t {
    Value,
    Ranked,        ///< a rank, 1 for the highest value
    RankFromLast,  ///< 1 for the lowest value
    Units          ///< how many units the edition compares; of no unit
  };
  /// What is known about it: itself, or only that it lies below or above.
  enum class Relation : std::uint8_t { Equal, Below, Above };

  std::string unit{};    ///< code, of the index or of the lexicon; empty for Measure::Units
  std::string series{};  ///< id
  int first_year = 0;
  int last_year = 0;  ///< the same but for a span of years, over which the figure is a sum
  EditionAt edition{};
  Measure measure = Measure::Value;
  Relation relation = Relation::Equal;
  PrintedNumber value{};  ///< in the series' unit of measure
  SourceAt source{};
  std::string locator{};
  std::string note{};
  Place place{};
};

/// The rate of a day, or the mean of a month or year: units of a currency for one US dollar. A row of the index's
/// exchange_rates.csv.
struct ExchangeRate {
  std::string currency{};  ///< ISO 4217
  Period period = Period::year(2000);
  int day = 0;  ///< of the month; 0 for a mean
  PrintedNumber per_dollar{};
  EditionAt edition{};
  SourceAt source{};
  std::string locator{};
  Place place{};
};

/// "2025-04-08", "2025-04", "2025".
std::string time_text(const ExchangeRate& rate);

/// What texts are checked against beside the observations of an index.
struct FactBook {
  Lexicon lexicon{};
  std::vector<CitedFigure> figures{};  ///< by series, unit, first year, last year, edition, measure
  std::vector<ExchangeRate> rates{};   ///< by currency, period and day
};

}  // namespace podium
