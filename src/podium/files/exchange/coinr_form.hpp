#pragma once

#include "podium/files/exchange/sheet_index.hpp"

/// The two tables of COINr (Becker and others, COINr: an R package for developing composite indicators, Journal of Open
/// Source Software 7(78), 2022): iData with a row for each unit (uCode, uName, Time, then groups, denominators and
/// indicators) and iMeta with a row for each of these columns and each aggregate (Level, iCode, iName, Direction,
/// Weight, Unit, Target, Denominator, Parent, Type; goalpost_lower and goalpost_upper where there are goalposts).
/// A gap is NA.
namespace podium {

struct CoinrTables {
  RawTable data;  ///< iData
  RawTable meta;  ///< iMeta
};

/// Two CSV files, or the sheets "iData" and "iMeta" of one workbook.
Result<CoinrTables> read_coinr(const std::filesystem::path& data, const std::filesystem::path& meta);
Result<CoinrTables> read_coinr(const std::filesystem::path& workbook);

/// The files of a new index directory. Columns of the type Other are left out, with a warning.
Result<SheetImport> index_of_coinr(const CoinrTables& tables, const SheetIndexOptions& options);

/// Both tables as the sheets "iData" and "iMeta" of one workbook: numbers as numbers, without their printed digits, and
/// gaps as empty cells. `created` is the day that the file says it was made on.
Result<std::string> coinr_workbook(const CoinrTables& tables, const Date& created);

struct CoinrExport {
  CoinrTables tables;
  Diagnostics warnings;
};
/// One ranked period, or several for a panel.
Result<CoinrExport> coinr_of(const Index& index, const std::filesystem::path& directory,
                             std::span<const Period> periods);

}  // namespace podium
