#pragma once

#include <functional>

#include "podium/model/compute.hpp"
#include "podium/store/database.hpp"
#include "podium/store/inputs.hpp"

/// The tables of the store, which docs/query-an-index.md lists. A gap, an empty text and an unknown number are null.
namespace podium {

/// Raised whenever a table changes, so that stores made before are made anew.
inline constexpr std::int64_t kStoreFormat = 1;

Result<bool> create_tables(const SqlConnection& connection);

/// unit, unit_group, indicator, source, edition: what the definitions say.
Result<bool> fill_catalogue(const SqlConnection& connection, const Index& index);

/// Those observations that stand in files for which `is_wanted` is true.
Result<bool> fill_observations(const SqlConnection& connection, const Index& index,
                               const std::function<bool(const std::string& file)>& is_wanted);

/// cell_history and result, by the index's own choice of edition.
Result<bool> fill_results(const SqlConnection& connection, const Index& index, const Computed& computed);

/// Of which files, by which podium.
Result<bool> fill_inputs(const SqlConnection& connection, const StoreInputs& inputs);

/// What fill_inputs wrote; a diagnostic if another podium wrote it or it is no store at all.
Result<StoreInputs> recorded_inputs(const SqlConnection& connection);

}  // namespace podium
