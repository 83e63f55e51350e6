#pragma once

#include <filesystem>

#include "podium/core/result.hpp"

/// The store: DIR/.podium/store.duckdb, everything that podium knows of an index in tables, made from its text files.
/// They are the truth; the store may be deleted at any time.
namespace podium {

/// Brings the store up to date with the files and says where it is. If no file changed since it was made, nothing is
/// written; if only tables of observations did, their rows are replaced and the results computed anew; otherwise all
/// is made anew. The new store is made beside the old one and renamed, so that a reader, a killed run or a second run
/// at the same time always finds a whole one. An index with problems, or whose recipe cannot be run, is reported and
/// the old store stays.
Result<std::filesystem::path> update_store(const std::filesystem::path& directory);

}  // namespace podium
