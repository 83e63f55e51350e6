#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "podium/files/exchange/import.hpp"
#include "podium/files/exchange/survey_tables.hpp"

namespace podium {

struct TakeRequest {
  std::filesystem::path directory{};           ///< of the index
  std::vector<std::filesystem::path> files{};  ///< tables of observations
  std::string name{};                          ///< of the new table, observations/NAME.csv; of several, NAME-1.csv ...
  Commitment commitment = Commitment::DryRun;
  Listing listing = Listing::All;
};

/// What became of it: the import, or why the tables cannot be taken as they are; without problems where they have
/// another form, which is none.
struct Taken {
  std::optional<Import> import{};
  Diagnostics problems{};
};

/// The quick way for large tables: files that are tidy tables of observations in the index's own words already are
/// copied into it as they are, once they were read by the ordinary reader, on all threads of the machine. Their figures
/// are not held in memory but for the listed ones (see survey_tables).
///
/// Nothing is written where a file has another form, an edition already has one of its figures, or anything else is
/// wrong: import_figures may still do it, which understands more. All or nothing, as there.
Result<Taken> take_tables(const TakeRequest& request);

}  // namespace podium
