#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "podium/files/exchange/batch.hpp"
#include "podium/files/exchange/read_figures.hpp"

namespace podium {

/// Whether to write or only to say what would be written.
enum class Commitment : std::uint8_t { DryRun, Write };

struct ImportRequest {
  std::filesystem::path directory;  ///< of the index
  std::vector<RawTable> tables;
  FigureSetting setting;
  std::string name;      ///< of the new table, observations/NAME.csv
  bool replace = false;  ///< figures that an edition already has otherwise
  Commitment commitment = Commitment::DryRun;
};

/// What an import did or would do. The batch points into the index and the figures.
struct Import {
  Index index;  ///< as it was before
  ReadFigures read;
  Batch batch;
  std::string table;  ///< observations/NAME.csv; empty if there is nothing to write
};

/// Brings figures into an index: those that it does not know yet become the table observations/NAME.csv. A figure that
/// its edition already has otherwise is a problem, unless it is to be replaced: then it leaves the table where it
/// stands, and the new one is in the table of this import.
///
/// All or nothing. The index is first read as it would be and must be free of problems. Then all tables of
/// `observations` are put in place by one exchange of that directory: whenever the process ends, the index is the old
/// or the new one. Only one import at a time works on an index; another one waits.
Result<Import> import_figures(const ImportRequest& request);

}  // namespace podium
