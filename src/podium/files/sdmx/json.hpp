#pragma once

#include <filesystem>

#include "podium/files/exchange/index_tables.hpp"

namespace podium {

inline constexpr std::string_view kSdmxStructure = "structure.json";

/// An index as the two messages that SDMX-JSON 2.0.0 (SDMX 3.0) has for it: structure.json (see sdmx_structure_of) and
/// data.json (see sdmx_data_of). More than kMostJsonBytes in one of them are refused, since they could not be read.
Result<std::vector<OutputFile>> sdmx_json_of(const IndexTables& tables);

/// Reads what sdmx_json_of wrote. A data message alone is read by read_sdmx_data.
Result<ReadTables> read_sdmx_json(const std::filesystem::path& directory);

}  // namespace podium
