#pragma once

#include <array>
#include <string_view>

#include "podium/files/exchange/raw_table.hpp"
#include "podium/files/exchange/sheet_codes.hpp"
#include "podium/model/index.hpp"

/// Parts of writing an index as tables that reading one needs too.
namespace podium {

/// The table's name and its columns.
RawTable empty_index_table(std::string_view name);

/// What podium.toml says, as tables: `index`, and `indicator`.
RawTable index_table(const Index& index);
RawTable indicator_table(const Index& index);

/// A row of the table `observation`; `series` are the ids of the index's series.
std::vector<std::string> observation_row(const Index& index, std::span<const std::string> series,
                                         const Observation& observation);

/// Whether a file may stand in the table `definition`: podium.toml, kCarriedFiles, measures/NAME.sql.
bool is_definition_path(std::string_view path);
/// The files beside podium.toml that `definition` carries as they are.
inline constexpr std::array<std::string_view, 5> kCarriedFiles{"aliases.toml", "facts.csv", "exchange_rates.csv",
                                                               "forecasts.csv", kExchangeCodes};

}  // namespace podium
