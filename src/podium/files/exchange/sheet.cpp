#include "podium/files/exchange/sheet.hpp"

#include <algorithm>
#include <map>

#include "podium/files/problems.hpp"

namespace podium {
namespace {

/// Positions of the columns that have a name; reports names that are there twice.
std::vector<std::size_t> named_columns(const Sheet& sheet, Problems& problems) {
  std::vector<std::size_t> positions;
  std::map<std::string_view, std::size_t> first;
  const std::vector<std::string>& header = sheet.rows.front();
  for (std::size_t column = 0; column < header.size(); ++column) {
    if (header[column].empty()) continue;
    positions.push_back(column);
    const auto [there, is_new] = first.emplace(header[column], column);
    if (is_new) continue;
    problems.add(Diagnostic{
        .code = Code::DuplicateColumn,
        .found = "a second column " + podium::quoted(header[column]) + ", first at " + cell_name(0, there->second),
        .expected = "a name of its own for every column",
        .place = sheet.place(0, column)});
  }
  return positions;
}

void report_nameless(const Sheet& sheet, std::size_t row, Problems& problems) {
  for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
    if (sheet.rows[row][column].empty() || !sheet.cell(0, column).empty()) continue;
    problems.report([&] {
      return Diagnostic{.code = Code::ColumnCount,
                        .found = podium::quoted(sheet.rows[row][column]) + " in a column without a name",
                        .expected = "the column's name in row 1",
                        .place = sheet.place(row, column)};
    });
  }
}

}  // namespace

std::string cell_name(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

Result<RawTable> table_of(const Sheet& sheet) {
  RawTable table{.name = sheet.name, .file = sheet.file};
  if (sheet.rows.empty()) return table;
  Problems problems;
  const std::vector<std::size_t> positions = named_columns(sheet, problems);
  for (const std::size_t column : positions) table.columns.push_back(sheet.rows.front()[column]);
  for (std::size_t row = 1; row < sheet.rows.size(); ++row) {
    if (std::ranges::all_of(sheet.rows[row], &std::string::empty)) continue;
    report_nameless(sheet, row, problems);
    std::vector<std::string>& fields = table.rows.emplace_back();
    for (const std::size_t column : positions) fields.emplace_back(sheet.cell(row, column));
    table.lines.push_back(static_cast<std::uint32_t>(row + 1));
  }
  if (!problems.empty()) return std::move(problems).sorted();
  return table;
}

}  // namespace podium
