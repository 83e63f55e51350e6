#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/files/exchange/batch.hpp"

namespace podium {

/// Whether every figure of an import is listed, or the first of each kind beside the counts of all.
enum class Listing : std::uint8_t { First, All };

inline constexpr std::size_t kFirstListed = 5;

struct SurveyedTable {
  std::string name;  ///< what messages call it
  std::filesystem::path path;
};

/// What tables of figures would bring to an index.
struct Survey {
  std::vector<Observation> figures;  ///< the listed ones, in the index's order
  Batch batch;                       ///< points into them and into the index
};

/// Reads tables of observations beside an index that does not have them yet, several at once on so many threads. Of
/// figures that are not listed only their keys are held, 24 bytes each, so that tables can be larger than the memory.
/// A figure that is there twice, or that its edition already has, is a problem; all problems of all tables are
/// reported.
Result<Survey> survey_tables(const Index& index, std::span<const SurveyedTable> tables, Listing listing,
                             std::size_t threads);

}  // namespace podium
