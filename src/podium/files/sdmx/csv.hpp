#pragma once

#include "podium/files/exchange/index_tables.hpp"

namespace podium {

/// The observations of an index as SDMX-CSV 2.0 (SDMX 3.0): STRUCTURE, STRUCTURE_ID, ACTION, the dimensions REF_AREA,
/// INDICATOR, EDITION and TIME_PERIOD, the measure OBS_VALUE in its printed digits, and attributes. The form holds
/// observations only; names, hierarchy, sources, editions and the recipe are in SDMX-JSON's structure message.
std::string sdmx_csv_of(const IndexTables& tables);

/// Whether a table read from CSV is SDMX-CSV: its first column is STRUCTURE (2.0) or DATAFLOW (1.0).
bool is_sdmx_csv(const RawTable& table);

/// The figures of SDMX-CSV 1.0 or 2.0 (see figures_from_sdmx), with ids alone or with ids and names ("KOR: Korea") in
/// cells and header. One structure in a file; rows that delete are refused.
Result<RawTable> read_sdmx_csv(const RawTable& table);

}  // namespace podium
