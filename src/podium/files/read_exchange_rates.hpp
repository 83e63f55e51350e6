#pragma once

#include <vector>

#include "podium/claims/fact_book.hpp"
#include "podium/files/csv_reader.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/vocabulary.hpp"

namespace podium {

/// The table of an index's exchange rates, beside podium.toml:
///
///   currency,period,per_dollar,edition,source,locator
///
/// per_dollar is the mean over the period, a month or a year, of units of the currency for one US dollar.
inline constexpr const char* kRateTable = "exchange_rates.csv";

/// By currency and period. Reports all problems with their places: currencies that are not three capital letters,
/// periods, rates that are not above 0, unknown words, and a second rate of a currency and period.
std::vector<ExchangeRate> read_exchange_rates(CsvReader& csv, const Vocabulary& words, Problems& problems);

}  // namespace podium
