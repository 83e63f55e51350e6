#include "podium/files/exchange/sheet_forms.hpp"

#include <algorithm>
#include <array>

#include "podium/files/exchange/coin_tool_form.hpp"
#include "podium/files/exchange/coinr_form.hpp"
#include "podium/files/exchange/csv_tables.hpp"

namespace podium {
namespace {

using Files = std::vector<OutputFile>;

Result<Files> write_coinr(const ExportedIndex& exported) {
  const std::array periods{exported.index.periods[at(exported.period)]};
  TRY(CoinrExport coinr, coinr_of(exported.index, exported.directory, periods));
  append(exported.warnings, std::move(coinr.warnings));
  return Files{{"iData.csv", csv_text(coinr.tables.data)}, {"iMeta.csv", csv_text(coinr.tables.meta)}};
}

Result<Files> write_coin_tool(const ExportedIndex& exported) {
  TRY(CoinToolExport tool,
      coin_tool_workbook(exported.index, exported.directory, exported.index.periods[at(exported.period)]));
  append(exported.warnings, std::move(tool.warnings));
  return Files{{"coin-tool.xlsx", std::move(tool.bytes)}};
}

Diagnostic wrong_number_of_files(std::size_t count, std::string expected) {
  return {.code = Code::InvalidUsage,
          .found = std::to_string(count) + (count == 1 ? " file" : " files"),
          .expected = std::move(expected)};
}

Result<SheetImport> read_coinr_form(const std::vector<std::filesystem::path>& files, const SheetIndexOptions& options) {
  if (files.size() == 1) {
    TRY(const CoinrTables tables, read_coinr(files.front()));
    return index_of_coinr(tables, options);
  }
  if (files.size() != 2)
    return wrong_number_of_files(files.size(), "iData.csv and iMeta.csv, or one workbook with both");
  TRY(const CoinrTables tables, read_coinr(files[0], files[1]));
  return index_of_coinr(tables, options);
}

}  // namespace

std::vector<ExchangeForm> sheet_forms() {
  return {{.name = "coinr", .marker = "iMeta.csv", .write = write_coinr},
          {.name = "coin-tool", .suffix = ".xlsx", .write = write_coin_tool}};
}

Result<SheetImport> read_sheet_form(SheetForm form, const std::vector<std::filesystem::path>& files,
                                    const SheetIndexOptions& options) {
  if (form == SheetForm::Coinr) return read_coinr_form(files, options);
  if (files.size() != 1) return wrong_number_of_files(files.size(), "one workbook");
  return read_coin_tool(files.front(), options);
}

}  // namespace podium
