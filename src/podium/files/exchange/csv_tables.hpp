#pragma once

#include <string>

#include "podium/core/result.hpp"
#include "podium/files/exchange/raw_table.hpp"
#include "podium/files/index_directory.hpp"

namespace podium {

/// Rows and cells of one table, which cost up to 60 bytes each.
inline constexpr std::size_t kMostRawCells = 32'000'000;

/// A comma-separated table with a header (see CsvReader for what is read and its limits). `file` is what messages call
/// it. Rows of another length than the header, two columns of one name, bytes that are no text, more than
/// kMostRawCells are diagnostics.
Result<RawTable> read_csv_table(ByteSource source, const std::string& file, const std::string& name);

std::string csv_text(const RawTable& table);

/// Opens a file anywhere on the disk that a user has named. Only regular files: no pipe is waited for.
Result<ByteSource> open_named_file(const std::filesystem::path& path);

/// All bytes, if they are at most so many.
Result<std::string> read_all(const ByteSource& source, std::size_t most_bytes, const std::string& file);

}  // namespace podium
