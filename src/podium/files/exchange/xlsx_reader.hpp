#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/files/exchange/sheet.hpp"

/// Workbooks of Excel (.xlsx, .xlsm; ECMA-376) as texts in cells.
///
/// Every byte is taken as hostile. A file has at most kMostTableBytes; what it unpacks to, its sheets, rows, columns
/// and cells, and the texts in them are limited too (zip_archive.hpp, xlsx_sheet.hpp), so that memory stays bounded
/// whatever the file says. Nothing outside the file is opened: links to other files and document types are refused.
/// Other kinds of spreadsheet, and workbooks with a password, are told apart and named.
///
/// Of a cell, only its value counts: see read_xlsx_sheet. Sheets of charts and macros are passed over, hidden sheets
/// are not.
namespace podium {

inline constexpr std::size_t kMostSheets = 255;

/// The sheets of a workbook in its order. Reports all problems of all cells at once; places name sheet, row and column.
Result<std::vector<Sheet>> read_sheets(const std::filesystem::path& path);
/// The same of its bytes; `file` names it in diagnostics.
Result<std::vector<Sheet>> read_sheets(std::string_view bytes, const std::string& file);

/// Each sheet as a table whose first row is the header (table_of).
Result<std::vector<RawTable>> read_xlsx(const std::filesystem::path& path);

}  // namespace podium
