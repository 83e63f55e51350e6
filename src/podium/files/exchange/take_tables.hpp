#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "podium/files/exchange/import.hpp"

namespace podium {

struct TakeRequest {
  std::filesystem::path directory;           ///< of the index
  std::vector<std::filesystem::path> files;  ///< tables of observations
  std::string name;                          ///< of the new table, observations/NAME.csv; of several, NAME-1.csv ...
  Commitment commitment = Commitment::DryRun;
};

/// The quick way for large tables: files that are tidy tables of observations in the index's own words already are
/// copied into it as they are, never held in memory as text. The index is read once, with them in it, by the ordinary
/// reader, on all threads of the machine.
///
/// Nothing, and nothing is written, where a file has another form, an edition already has one of its figures, or
/// anything else is wrong: import_figures then does it, or says why not. All or nothing, as there.
Result<std::optional<Import>> take_tables(const TakeRequest& request);

}  // namespace podium
