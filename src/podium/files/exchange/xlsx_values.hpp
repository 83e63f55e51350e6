#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "podium/files/exchange/xlsx_dates.hpp"
#include "podium/files/exchange/xml_part.hpp"

/// What the cells of all sheets of a workbook share: texts and formats.
namespace podium {

struct XlsxValues {
  std::vector<std::string> texts{};  ///< shared strings by their index
  std::vector<bool> shows_a_date{};  ///< of each cell format, by its index
  DateSystem dates = DateSystem::From1900;
};

/// The text of <si> or <is>: of all runs of rich text; without phonetic runs, which say how Japanese or Chinese
/// characters are read. "_x000D_" stands for the character of that number (ECMA-376, 22.9.2.19).
std::string rich_text(const pugi::xml_node& item);

/// xl/sharedStrings.xml. All texts together are at most `most_bytes`.
Result<std::vector<std::string>> read_shared_strings(std::string_view xml, const std::string& place,
                                                     std::size_t most_bytes);

/// xl/styles.xml: which of the cell formats show dates.
Result<std::vector<bool>> read_date_formats(std::string_view xml, const std::string& place);

/// A whole number from 0 up to `most`, as attributes and shared indices have it.
std::optional<std::size_t> whole_number(std::string_view text, std::size_t most);

}  // namespace podium
