#include <algorithm>
#include <map>

#include "podium/files/exchange/coin_tool_form.hpp"
#include "podium/files/exchange/coin_tool_layout.hpp"
#include "podium/files/exchange/sheet_entries.hpp"
#include "podium/files/exchange/xlsx_values.hpp"
#include "podium/files/exchange/xlsx_writer.hpp"

namespace podium {
namespace {

using namespace coin_tool;
using Kind = SheetEntry::Kind;

/// Cells at their places, filled in any order. Texts are kept here, for the sheet has views only.
class Grid {
 public:
  void set(std::size_t row, std::size_t column, std::string text, CellKind kind = CellKind::Text) {
    cells_.insert_or_assign(std::pair(row, column), std::pair(kind, std::move(text)));
  }

  SheetToWrite sheet(std::string_view name, std::size_t frozen_rows) const {
    SheetToWrite sheet{.name = std::string(name), .frozen_rows = frozen_rows, .rows = {}};
    for (const auto& [at, cell] : cells_) {
      if (at.first >= sheet.rows.size()) sheet.rows.resize(at.first + 1);
      std::vector<CellToWrite>& row = sheet.rows[at.first];
      if (at.second >= row.size()) row.resize(at.second + 1, {CellKind::Text, {}});
      row[at.second] = {cell.first, cell.second};
    }
    return sheet;
  }

 private:
  std::map<std::pair<std::size_t, std::size_t>, std::pair<CellKind, std::string>> cells_;
};

class CoinToolWriter {
 public:
  explicit CoinToolWriter(const SheetIndex& sheets) : sheets_(sheets) {
    for (const SheetEntry& entry : sheets.entries) {
      if (entry.kind == Kind::Indicator || entry.kind == Kind::Aggregate) by_code_.emplace(entry.code.text, &entry);
      if (entry.kind == Kind::Indicator) indicators_.push_back(&entry);
      if (entry.parent.text.empty() && entry.kind == Kind::Aggregate) levels_ = level_of(entry);
    }
  }

  /// What the tool has no room for.
  std::optional<Diagnostic> check() const {
    const std::size_t aggregates = by_code_.size() - indicators_.size();
    for (const auto& [count, most, what] : {std::tuple(levels_, kLevels.size() + 1, "levels"),
                                            std::tuple(indicators_.size(), kMostIndicators, "indicators"),
                                            std::tuple(sheets_.data.rows.size(), kMostUnits, "units"),
                                            std::tuple(aggregates, kMostAggregates, "aggregates")}) {
      if (count <= most) continue;
      return Diagnostic{.code = Code::TooLarge,
                        .found = std::to_string(count) + " " + what,
                        .expected = "at most " + std::to_string(most) + ", as the COIN Tool has room for"};
    }
    return std::nullopt;
  }

  Result<std::string> write(const Date& created) {
    write_labels();
    for (std::size_t i = 0; i < indicators_.size(); ++i) write_indicator(*indicators_[i], kIndicator + i);
    for (std::size_t row = 0; row < sheets_.data.rows.size(); ++row) write_unit(row);
    write_framework();
    const std::vector<SheetToWrite> sheets{database_.sheet(kDatabase, kCodeRow + 1),
                                           framework_.sheet(kFramework, kHeaderRow + 1)};
    return write_sheets(sheets, created);
  }

 private:
  static std::size_t level_of(const SheetEntry& entry) { return whole_number(entry.level.text, SIZE_MAX).value_or(0); }

  /// One level in the middle is that of pillars, two are pillars and sub-indices, three sub-pillars too.
  const Level& tool_level(const SheetEntry& entry) const {
    const std::size_t level = level_of(entry);
    if (level == levels_) return kLevels.back();
    const bool has_sub_pillars = levels_ == kLevels.size() + 1;
    return kLevels[level - 2 + (has_sub_pillars ? 0 : 1)];
  }

  std::string tool_code(const SheetEntry& entry) const {
    const Level& level = tool_level(entry);
    if (level.row == kIndexRow) return std::string(level.prefix);
    const std::string& code = entry.code.text;
    const bool is_own = code.starts_with(level.prefix) &&
                        code.find_first_not_of("0123456789", level.prefix.size()) == std::string::npos;
    return is_own ? code : std::string(level.prefix) + code;
  }

  void write_labels() {
    for (const auto& [row, label] : {std::pair(kWeightRow, "Weight"), std::pair(kDirectionRow, "Direction"),
                                     std::pair(kLowerRow, "Lower goalpost"), std::pair(kUpperRow, "Upper goalpost"),
                                     std::pair(kNameRow, "Indicator"), std::pair(kCodeRow, "Code")}) {
      database_.set(row, kLabel, label, CellKind::Heading);
    }
    for (const Level& level : kLevels) database_.set(level.row, kLabel, std::string(level.name), CellKind::Heading);
    database_.set(kCodeRow, kUnitName, "Unit name", CellKind::Heading);
    database_.set(kCodeRow, kUnitCode, "Unit code", CellKind::Heading);
  }

  void write_indicator(const SheetEntry& entry, std::size_t column) {
    database_.set(kWeightRow, column, entry.weight.text, CellKind::Number);
    database_.set(kDirectionRow, column, entry.direction.text, CellKind::Number);
    database_.set(kLowerRow, column, entry.lower_goalpost.text, CellKind::Number);
    database_.set(kUpperRow, column, entry.upper_goalpost.text, CellKind::Number);
    database_.set(kNameRow, column, entry.name.text);
    database_.set(kCodeRow, column, entry.code.text, CellKind::Heading);
    for (const Level& level : kLevels) database_.set(level.row, column, std::string(kNothing));
    for (const SheetEntry* above = find(entry.parent.text); above != nullptr; above = find(above->parent.text)) {
      database_.set(tool_level(*above).row, column, tool_code(*above));
    }
  }

  const SheetEntry* find(const std::string& code) const {
    const auto found = by_code_.find(code);
    return found != by_code_.end() ? found->second : nullptr;
  }

  void write_unit(std::size_t row) {
    const std::vector<std::string>& fields = sheets_.data.rows[row];
    database_.set(kUnitRow + row, kUnitName, fields[*sheets_.name_column]);
    database_.set(kUnitRow + row, kUnitCode, fields[sheets_.code_column]);
    const std::size_t first = fields.size() - indicators_.size();
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      const std::string& figure = fields[first + i];
      database_.set(kUnitRow + row, kIndicator + i, figure.empty() ? std::string(kGap) : figure, CellKind::Printed);
    }
  }

  void write_framework() {
    for (const auto& [column, label] : {std::pair(kCode, "Code"), std::pair(kLevel, "Level"),
                                        std::pair(kWeight, "Weight"), std::pair(kName, "Dimension/indicator")}) {
      framework_.set(kHeaderRow, column, label, CellKind::Heading);
    }
    std::size_t row = kHeaderRow;
    for (const SheetEntry& entry : sheets_.entries) {
      if (entry.kind != Kind::Aggregate) continue;
      framework_.set(++row, kCode, tool_code(entry));
      framework_.set(row, kLevel, std::string(tool_level(entry).name));
      framework_.set(row, kWeight, entry.weight.text, CellKind::Number);
      framework_.set(row, kName, entry.name.text);
    }
  }

  const SheetIndex& sheets_;
  std::map<std::string, const SheetEntry*> by_code_;
  std::vector<const SheetEntry*> indicators_;
  std::size_t levels_ = 0;  ///< of the root
  Grid database_;
  Grid framework_;
};

/// What such a workbook has no place for, beside what sheet_index_of says.
Diagnostics left_out(const SheetIndex& sheets) {
  Diagnostics warnings;
  for (const SheetEntry& entry : sheets.entries) {
    std::string found;
    if (entry.kind == Kind::Group) found = "the group " + podium::quoted(entry.code.text);
    if (entry.kind == Kind::Denominator) found = "the denominator " + podium::quoted(entry.code.text);
    if (!entry.target.text.empty()) found = "the target of " + podium::quoted(entry.code.text);
    if (found.empty()) continue;
    warnings.push_back({.code = Code::InvalidValue,
                        .found = std::move(found),
                        .expected = "nothing that the COIN Tool has no place for; it is left out",
                        .severity = Severity::Warning});
  }
  return warnings;
}

}  // namespace

Result<CoinToolExport> coin_tool_workbook(const Index& index, const std::filesystem::path& directory, Period period) {
  TRY(SheetExport sheets, sheet_index_of(index, directory, std::vector{period}));
  CoinToolWriter writer(sheets.sheets);
  if (auto problem = writer.check()) return *std::move(problem);
  Date created{2000, 1, 1};
  for (const Edition& edition : index.editions) created = std::max(created, edition.released);
  TRY(std::string bytes, writer.write(created));
  append(sheets.warnings, left_out(sheets.sheets));
  return CoinToolExport{std::move(bytes), std::move(sheets.warnings)};
}

}  // namespace podium
