#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>

#include "podium/store/database.hpp"

namespace podium {

/// What a query from outside may use.
struct QueryLimits {
  std::string memory = "1GB";  ///< as DuckDB writes it: "500MB"; the process may hold twice as much for a moment
  std::chrono::milliseconds time = std::chrono::seconds(60);
  std::size_t threads = 1;
};

/// Runs one query (see SqlConnection::prepare_query) on a store. The text comes from anybody: the store is open for
/// reading only, and nothing outside of it, no file, extension, setting or network, is within reach.
/// The time runs until the last row is fetched. Problems give the place in the text as line and column of `name`.
Result<SqlRows> query_store(const std::filesystem::path& store, const std::string& sql, const std::string& name,
                            const QueryLimits& limits);

/// From now on nothing outside of the database is within reach of the connection, no file, extension, setting or
/// network, but for one file, if it is named; and nothing can be allowed again.
Result<bool> lock_out(const SqlConnection& connection, const std::filesystem::path& but = {});

/// Writes rows as a Parquet file, compressed by zstd. Made beside the place and renamed. Takes as much memory as the
/// limits say.
Result<std::filesystem::path> write_parquet(const SqlRows& rows, const std::filesystem::path& path,
                                            const QueryLimits& limits);

}  // namespace podium
