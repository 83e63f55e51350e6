#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "podium/store/measures/measure.hpp"

namespace podium {

struct FoundMeasure {
  Measure measure;
  bool is_shipped;  ///< with podium, not the index's own
};

/// The measures of an index, DIR/measures/*.sql, then those that podium carries, both by id. One of the index takes the
/// place of a carried one of its name. All problems of all files at once.
Result<std::vector<FoundMeasure>> list_measures(const std::filesystem::path& directory);

/// The one of this id; a problem names the others.
Result<FoundMeasure> find_measure(const std::filesystem::path& directory, std::string_view id);

}  // namespace podium
