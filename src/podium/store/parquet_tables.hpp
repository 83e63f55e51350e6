#pragma once

#include <filesystem>
#include <vector>

#include "podium/files/exchange/form.hpp"

/// Tables as Parquet, written and read by DuckDB.
namespace podium {

/// A Parquet directory of an index is known by this file.
inline constexpr std::string_view kParquetDefinition = "definition.parquet";

inline constexpr std::size_t kMostParquetRows = 5'000'000;

/// Each table as a file of its own, `unit.parquet` and so on, compressed by zstd. Columns have the types of what they
/// hold: numbers DOUBLE, whole numbers BIGINT, days DATE, all else VARCHAR; what is empty is null. The figures stand
/// twice, as the publisher printed them in the column `printed`, and as the number `value`. The same tables give the
/// same bytes with the same version of DuckDB. A number, whole number or day that is none is a diagnostic.
Result<std::vector<OutputFile>> parquet_of(const IndexTables& tables);

/// Reads one file as a table of texts, its name without the suffix: numbers in the shortest form that reads back,
/// `printed` in place of `value`, which must say the same. Columns of numbers, texts, truth values and days only;
/// at most kMostParquetRows rows and kMostTableBytes bytes. Nothing but this file is within reach of what reads it.
Result<RawTable> read_parquet_table(const std::filesystem::path& path);

/// `parquet`: a directory of an index; and a single file, which is only read.
std::vector<ExchangeForm> parquet_forms();

}  // namespace podium
