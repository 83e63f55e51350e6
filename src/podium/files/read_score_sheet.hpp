#pragma once

#include <filesystem>
#include <vector>

#include "podium/claims/score_sheet.hpp"

namespace podium {

/// Reads a sheet of facts that people found in texts:
///
///   fact_id,article,entity_iso3,indicator,period,value,unit,rank,rank_of,as_printed,official_value,official_source,
///   verdict,note
///
/// in any order. Reports all problems with their places.
Result<std::vector<SheetFact>> read_score_sheet(const std::filesystem::path& path);

}  // namespace podium
