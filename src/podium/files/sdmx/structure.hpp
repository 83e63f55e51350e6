#pragma once

#include "podium/files/exchange/index_tables.hpp"
#include "podium/files/exchange/json_document.hpp"

namespace podium {

/// Everything of an index but its observations as an SDMX-JSON 2.0.0 structure message: codelists (units; indicators,
/// nodes and denominators with their parents; editions; sources; OBS_STATUS), concepts, data structure and dataflow,
/// with names in English and Korean, and annotations for the rest (see items.hpp).
std::string sdmx_structure_of(const IndexTables& tables);

/// The tables of sdmx_structure_of, without `observation`. A message of another origin is a diagnostic, since only
/// podium writes down how an index is computed.
Result<std::vector<RawTable>> read_sdmx_structure(const JsonValue& document, const std::string& file);

}  // namespace podium
