#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/files/exchange/raw_table.hpp"
#include "podium/files/output.hpp"
#include "podium/model/index.hpp"

/// An index as a handful of relational tables: what every form of export writes and every form of import reads, so that
/// each form is only a way to write tables down.
namespace podium {

/// What a column holds, for forms that say so (Data Package, Parquet, JSON, XLSX).
enum class ColumnKind : std::uint8_t {
  Text,
  Number,  ///< decimal digits as printed; empty: unknown
  Integer,
  Date,  ///< 2025-04-08
};

struct ColumnInfo {
  std::string_view name;
  ColumnKind kind;
  bool required;                 ///< never empty
  std::string_view meaning;      ///< one English sentence for the schema
  std::string_view refers_to{};  ///< "unit.code": a foreign key
};

struct TableInfo {
  std::string_view name;
  std::string_view meaning;
  std::vector<ColumnInfo> columns;
  std::vector<std::string_view> key;  ///< primary key
};

/// The tables in their order: index, unit, indicator (every node and denominator), source, edition, observation,
/// definition. The table `unit` has besides one column for each group of the index, behind the columns listed here.
/// `definition` holds the files that a recipe lives in (podium.toml, aliases.toml, measures/*.sql), a row for each
/// line, word for word but for the sections [[table]] of podium.toml: what no table can say is not lost. `index` and
/// `indicator` repeat for readers what podium.toml says.
const std::vector<TableInfo>& index_table_infos();

struct IndexTables {
  std::vector<RawTable>
      tables;  ///< one for each of index_table_infos(), in that order, with its columns in their order

  const RawTable& table(std::string_view name) const;
};

/// Everything that podium knows of the index in `directory`, which `index` was read from.
Result<IndexTables> tables_of(const Index& index, const std::filesystem::path& directory);

/// What a file holds: an index, or tables of figures.
using ReadTables = std::variant<IndexTables, std::vector<RawTable>>;

/// Tables of which one is named `definition` are those of an index: each under its name, with the columns it must have.
/// `index` and `indicator` may be missing. Any others are tables of figures.
Result<ReadTables> sort_tables(std::vector<RawTable> tables);

/// The files of an index directory that hold what the tables say: units.csv, sources.toml, editions.toml and one
/// observations/*.csv from their tables, the rest from `definition`. The directory is read before it is returned, and
/// `index` and `indicator` must agree with it. Problems are placed in the tables' files.
Result<std::vector<OutputFile>> directory_of(const IndexTables& tables);

}  // namespace podium
