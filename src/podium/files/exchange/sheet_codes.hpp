#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/result.hpp"

namespace podium {

/// The file of an index directory that keeps what a spreadsheet said and podium has no place for: codes that are no
/// ids, names of groups, units of measure of aggregates.
inline constexpr std::string_view kExchangeCodes = "exchange_codes.csv";

struct SheetCode {
  std::string kind;  ///< "unit", "group" or "series"
  std::string id;    ///< in podium: a unit's code, the column of a group, the id of a node
  std::string code;  ///< in the spreadsheet
  std::string name{};
  std::string unit_of_measure{};
};

/// The nearest text that is an id (check_identifier): every run of other characters becomes "_". Empty if nothing would
/// be left of it.
std::string identifier_from(std::string_view code);

std::string sheet_codes_text(const std::vector<SheetCode>& codes);

/// By kind and id. Nothing if the directory has no such file.
using SheetCodes = std::map<std::pair<std::string, std::string>, SheetCode>;
Result<SheetCodes> read_sheet_codes(const std::filesystem::path& directory);

}  // namespace podium
