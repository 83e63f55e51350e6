#include "podium/files/exchange/table_workbook.hpp"

#include <algorithm>

#include "podium/files/exchange/xlsx_reader.hpp"
#include "podium/files/exchange/xlsx_values.hpp"
#include "podium/files/exchange/xlsx_writer.hpp"

namespace podium {
namespace {

constexpr std::string_view kValue = "value";
constexpr std::string_view kPrinted = "printed";
constexpr std::string_view kContinued = ", continued ";

/// The text in pieces that a cell has room for, cut between characters.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  do {
    std::size_t length = std::min(text.size(), kMostCellBytes);
    while (length < text.size() && (text[length] & '\xC0') == '\x80') --length;
    pieces.push_back(text.substr(0, length));
    text.remove_prefix(length);
  } while (!text.empty());
  return pieces;
}

struct ColumnPlan {
  std::size_t source;
  CellKind kind;
  std::size_t pieces = 1;
  bool has_printed = false;
};

CellKind kind_of(const TableInfo* info, std::string_view column) {
  if (info == nullptr) return CellKind::Text;
  const auto found = std::ranges::find(info->columns, column, &ColumnInfo::name);
  if (found == info->columns.end()) return CellKind::Text;
  switch (found->kind) {
    case ColumnKind::Text:
      return CellKind::Text;
    case ColumnKind::Number:
    case ColumnKind::Integer:
      return CellKind::Number;
    case ColumnKind::Date:
      return CellKind::Date;
  }
  return CellKind::Text;
}

std::vector<ColumnPlan> plan_of(const RawTable& table, std::span<const TableInfo> infos) {
  const auto info = std::ranges::find(infos, table.name, &TableInfo::name);
  const TableInfo* const known = info != infos.end() ? &*info : nullptr;
  std::vector<ColumnPlan> plan;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    ColumnPlan& one = plan.emplace_back(ColumnPlan{column, kind_of(known, table.columns[column])});
    one.has_printed = one.kind == CellKind::Number && table.columns[column] == kValue && !table.find(kPrinted);
    if (one.has_printed) one.kind = CellKind::Printed;
    for (const std::vector<std::string>& row : table.rows) {
      if (row[column].size() > kMostCellBytes) one.pieces = std::max(one.pieces, pieces_of(row[column]).size());
    }
  }
  return plan;
}

/// `names` keeps the headings that the table itself does not have.
SheetToWrite sheet_of(const RawTable& table, std::span<const ColumnPlan> plan, std::vector<std::string>& names) {
  SheetToWrite sheet{.name = table.name, .rows = {}};
  names.reserve(kMostSheetColumns * 2);  // views into short texts must not move
  std::vector<CellToWrite>& header = sheet.rows.emplace_back();
  for (const ColumnPlan& column : plan) {
    const std::string& name = table.columns[column.source];
    header.push_back({CellKind::Heading, name});
    for (std::size_t piece = 2; piece <= column.pieces && names.size() < kMostSheetColumns; ++piece) {
      header.push_back({CellKind::Heading, names.emplace_back(name + std::string(kContinued) + std::to_string(piece))});
    }
    if (column.has_printed) header.push_back({CellKind::Heading, kPrinted});
  }
  for (const std::vector<std::string>& row : table.rows) {
    std::vector<CellToWrite>& cells = sheet.rows.emplace_back();
    for (const ColumnPlan& column : plan) {
      std::vector<std::string_view> pieces = pieces_of(row[column.source]);
      pieces.resize(column.pieces);
      for (const std::string_view piece : pieces) cells.push_back({column.kind, piece});
      if (column.has_printed) cells.push_back({CellKind::Text, row[column.source]});
    }
  }
  return sheet;
}

/// Puts what stands in columns "x, continued 2" behind what stands in x.
void join_continued(RawTable& table) {
  for (std::size_t column = 1; column < table.columns.size();) {
    const std::string& name = table.columns[column];
    const std::size_t mark = name.find(kContinued);
    const bool is_continued = mark != std::string::npos && name.substr(0, mark) == table.columns[column - 1] &&
                              whole_number(name.substr(mark + kContinued.size()), kMostSheetColumns);
    if (!is_continued) {
      ++column;
      continue;
    }
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
    for (std::vector<std::string>& row : table.rows) {
      row[column - 1] += row[column];
      row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
    }
  }
}

bool are_one_number(const std::string& one, const std::string& other) {
  const auto first = parse_decimal(one);
  const auto second = parse_decimal(other);
  return first && second && sixteen_digits(first->value) == sixteen_digits(second->value);
}

void take_printed(RawTable& table) {
  const auto value = table.find(kValue);
  const auto printed = table.find(kPrinted);
  if (!value || !printed) return;
  table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(*printed));
  for (std::vector<std::string>& row : table.rows) {
    if (are_one_number(row[*value], row[*printed])) row[*value] = row[*printed];
    row.erase(row.begin() + static_cast<std::ptrdiff_t>(*printed));
  }
}

}  // namespace

Result<std::string> workbook_of(std::span<const RawTable> tables, std::span<const TableInfo> infos,
                                const Date& created) {
  std::vector<SheetToWrite> sheets;
  std::vector<std::vector<std::string>> names(tables.size());
  for (std::size_t i = 0; i < tables.size(); ++i) {
    sheets.push_back(sheet_of(tables[i], plan_of(tables[i], infos), names[i]));
  }
  return write_sheets(sheets, created);
}

Result<std::vector<RawTable>> read_workbook(const std::filesystem::path& path) {
  TRY(std::vector<RawTable> tables, read_xlsx(path));
  std::erase_if(tables, [](const RawTable& table) { return table.columns.empty(); });
  for (RawTable& table : tables) {
    join_continued(table);
    take_printed(table);
  }
  return tables;
}

}  // namespace podium
