#pragma once

#include "podium/files/exchange/sheet_index.hpp"

/// The workbook of the COIN Tool (Joint Research Centre of the European Commission, COIN Tool User Guide, 2019), by the
/// cells that the import of COINr takes from it (Becker and others, 2022):
///
/// Sheet "Database", columns E to CY, one for each indicator: row 7 weight, 8 direction, 9 and 10 lower and upper
/// goalpost, 11 to 14 the codes of index, sub-index ("si."), pillar ("p.") and sub-pillar ("sp.") that it belongs to,
/// 15 name, 16 code; rows 17 to 315, one for each unit, with its name in column B, its code in column C and "n/a" for a
/// gap. Sheet "Framework", from row 5: code, weight and name of the aggregates in columns C, E and H.
///
/// A level that the index does not use has no entry in the framework. Denominators, groups and units of measure have no
/// place in such a workbook.
namespace podium {

/// The files of a new index directory. Reports all problems at once. Levels and indicators that are not used are left
/// out; an indicator with a name but without figures is left out with a warning.
Result<SheetImport> read_coin_tool(const std::filesystem::path& workbook, const SheetIndexOptions& options);

struct CoinToolExport {
  std::string bytes;
  Diagnostics warnings;
};
/// One period of an index of at most five levels, 99 indicators and 299 units: what the tool has room for. Codes of
/// aggregates are given their level's prefix, which the way back takes off again. Figures are numbers without their
/// printed digits. Sheets are the two above; the rest of the tool is not in the workbook, so they are for copying into
/// the tool, or for COINr.
Result<CoinToolExport> coin_tool_workbook(const Index& index, const std::filesystem::path& directory, Period period);

}  // namespace podium
