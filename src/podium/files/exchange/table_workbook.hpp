#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "podium/files/exchange/index_tables.hpp"

/// Tables as a workbook of Excel, one sheet each with its header in bold, and back without loss.
///
/// Excel keeps numbers in binary with 16 digits, so a figure's printed digits would be lost: behind a column `value` of
/// numbers stands `printed`, the exact text. When the workbook is read, `printed` counts where both are
/// the same number up to 16 digits; where somebody has edited the number, the number counts. Texts that are too long
/// for a cell go on in columns named "text, continued 2", "text, continued 3" behind theirs.
namespace podium {

/// Tables with columns of the kinds that `infos` says; tables and columns that are not there are texts. `created` is
/// the day that the file says it was made on.
Result<std::string> workbook_of(std::span<const RawTable> tables, std::span<const TableInfo> infos,
                                const Date& created);

/// The tables of a workbook, joined and reconciled as above. Empty sheets are left out.
Result<std::vector<RawTable>> read_workbook(const std::filesystem::path& path);

}  // namespace podium
