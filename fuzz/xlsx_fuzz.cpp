// Workbooks: the bytes as they are, and the same bytes as each part of a workbook that is sound otherwise, because
// few random bytes are a ZIP archive.
#include <cstddef>
#include <cstdint>
#include <string>

#include "podium/files/exchange/xlsx_reader.hpp"
#include "podium/files/exchange/xlsx_sheet.hpp"
#include "podium/files/text_check.hpp"

namespace {

void check_cells(const podium::Sheet& sheet) {
  if (sheet.rows.size() > podium::kMostSheetRows) __builtin_trap();
  for (const auto& row : sheet.rows) {
    if (row.size() > podium::kMostSheetColumns || (!row.empty() && row.back().empty())) __builtin_trap();
    for (const std::string& cell : row) {
      if (podium::first_bad_byte(cell)) __builtin_trap();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto sheets = podium::read_sheets(bytes, "f.xlsx")) {
    for (const podium::Sheet& sheet : *sheets) {
      check_cells(sheet);
      (void)podium::table_of(sheet);
    }
  }
  podium::XlsxValues values;
  if (auto texts = podium::read_shared_strings(bytes, "sharedStrings.xml", 1 << 20)) values.texts = *std::move(texts);
  if (auto dates = podium::read_date_formats(bytes, "styles.xml")) values.shows_a_date = *std::move(dates);
  if (values.texts.empty()) values.texts = {"a", "한국"};
  if (values.shows_a_date.empty()) values.shows_a_date = {false, true};
  podium::Sheet sheet{.name = "Data", .file = "f.xlsx, sheet Data"};
  podium::SheetBudget budget{.cells = 100'000, .bytes = 1 << 20};
  podium::Problems problems;
  podium::read_xlsx_sheet(bytes, values, sheet, budget, problems);
  if (problems.empty()) check_cells(sheet);
  return 0;
}
