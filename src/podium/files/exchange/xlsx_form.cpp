#include "podium/files/exchange/xlsx_form.hpp"

#include <algorithm>

#include "podium/files/exchange/table_workbook.hpp"

namespace podium {
namespace {

constexpr Date kNoEdition{2000, 1, 1};

Date newest_release(const RawTable& editions) {
  Date newest = kNoEdition;
  const auto released = editions.find("released");
  for (const std::vector<std::string>& row : editions.rows) {
    const Result<Date> date = released ? parse_date(row[*released]) : Result<Date>(kNoEdition);
    if (date) newest = std::max(newest, *date);
  }
  return newest;
}

}  // namespace

Result<std::string> index_workbook(const IndexTables& tables) {
  return workbook_of(tables.tables, index_table_infos(), newest_release(tables.table("edition")));
}

ExchangeForm xlsx_form() {
  return {.name = "xlsx",
          .suffix = ".xlsx",
          .write = [](const ExportedIndex& exported) -> Result<std::vector<OutputFile>> {
            TRY(std::string bytes, index_workbook(exported.tables));
            return std::vector<OutputFile>{{"index.xlsx", std::move(bytes)}};
          },
          .read = [](const std::filesystem::path& path) -> Result<ReadTables> {
            TRY(std::vector<RawTable> tables, read_workbook(path));
            return sort_tables(std::move(tables));
          }};
}

}  // namespace podium
