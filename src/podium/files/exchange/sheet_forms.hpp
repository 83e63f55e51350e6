#pragma once

#include <vector>

#include "podium/files/exchange/form.hpp"
#include "podium/files/exchange/sheet_index.hpp"

/// The forms of spreadsheet tools, for the lists of forms.
namespace podium {

/// coinr: iData.csv and iMeta.csv in a directory; coin-tool: a workbook. Both hold one period. They are only written:
/// to read them takes what SheetIndexOptions says.
std::vector<ExchangeForm> sheet_forms();

enum class SheetForm : std::uint8_t { Coinr, CoinTool };
template <>
struct Words<SheetForm> {
  static constexpr std::array<std::pair<std::string_view, SheetForm>, 2> list{
      {{"coinr", SheetForm::Coinr}, {"coin-tool", SheetForm::CoinTool}}};
};

/// Reads COINr's iData and iMeta (two CSV files in this order, or one workbook), or a workbook of the COIN Tool, as the
/// files of a new index.
Result<SheetImport> read_sheet_form(SheetForm form, const std::vector<std::filesystem::path>& files,
                                    const SheetIndexOptions& options);

}  // namespace podium
