#pragma once

#include <filesystem>
#include <vector>

#include "podium/model/forecast.hpp"

namespace podium {

/// The table of an index's forecasts, beside podium.toml:
///
///   unit,indicator,period,issued,value,status,lower,upper,interval,method
///
/// status is E; lower, upper and interval may be empty, all three of them.
inline constexpr const char* kForecastTable = "forecasts.csv";

/// By series, unit, period and day of issue; none if there is no such table. Reports all problems with their places:
/// unknown words, numbers, days and bounds, another status than E, a second forecast of a cell and a day.
Result<std::vector<Forecast>> read_forecasts(const std::filesystem::path& directory, const Index& index);

/// Adds to the table. A forecast that is there already with the same figures stays as it is; one with other figures is
/// refused, because what was said on a day does not change, and nothing is written. How many were added.
Result<std::size_t> store_forecasts(const std::filesystem::path& directory, const Index& index,
                                    const std::vector<Forecast>& forecasts);

}  // namespace podium
