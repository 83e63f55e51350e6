#include <algorithm>

#include "podium/files/exchange/coin_tool_form.hpp"
#include "podium/files/exchange/coin_tool_layout.hpp"
#include "podium/files/exchange/sheet_entries.hpp"
#include "podium/files/exchange/xlsx_reader.hpp"

namespace podium {
namespace {

using namespace coin_tool;
using Kind = SheetEntry::Kind;

bool is_nothing(std::string_view text) { return is_gap(text) || text == kNothing; }

/// "p.Physical" is how podium writes a pillar "Physical"; "p.01" is the tool's own code.
std::string own_code(std::string_view code, std::string_view prefix) {
  if (!prefix.ends_with('.') || !code.starts_with(prefix)) return std::string(code);
  const std::string_view rest = code.substr(prefix.size());
  const bool is_number = rest.find_first_not_of("0123456789") == std::string_view::npos;
  return std::string(is_number ? code : rest);
}

class CoinToolReader {
 public:
  CoinToolReader(const Sheet& database, const Sheet& framework, Problems& problems, Diagnostics& warnings)
      : database_(database), framework_(framework), problems_(problems), warnings_(warnings) {}

  SheetIndex read() {
    find_columns();
    find_levels();
    read_framework();
    for (const std::size_t column : columns_) read_indicator(column);
    for (Aggregate& aggregate : aggregates_) result_.entries.push_back(std::move(aggregate.entry));
    fill_table();
    return std::move(result_);
  }

 private:
  PlacedWord word(const Sheet& sheet, std::size_t row, std::size_t column) const {
    return {std::string(sheet.cell(row, column)), sheet.place(row, column)};
  }

  void report(const Place& place, Code code, std::string found, std::string expected) {
    problems_.add(Diagnostic{.code = code, .found = std::move(found), .expected = std::move(expected), .place = place});
  }

  /// The columns with figures. The tool has codes, and weights, in empty ones too.
  void find_columns() {
    for (std::size_t column = kIndicator; column < kIndicator + kMostIndicators; ++column) {
      bool has_figures = false;
      for (std::size_t row = kUnitRow; row < database_.rows.size(); ++row) {
        has_figures = has_figures || !is_nothing(database_.cell(row, column));
      }
      if (has_figures) {
        columns_.push_back(column);
      } else if (!is_nothing(database_.cell(kNameRow, column))) {
        warnings_.push_back({.code = Code::EmptyIndicator,
                             .found = podium::quoted(database_.cell(kNameRow, column)) + " without any figure",
                             .expected = "figures; it is left out",
                             .place = database_.place(kNameRow, column),
                             .severity = Severity::Warning});
      }
    }
    if (columns_.empty()) {
      report({database_.file, 0, 0}, Code::EmptyFile, "no figure in column E or behind",
             "indicators from column E on, units from row 17 on");
    }
  }

  /// A level counts if the framework names one of its codes; the index always does.
  void find_levels() {
    for (const Level& level : kLevels) {
      const bool is_used = std::ranges::any_of(
          columns_, [&](std::size_t column) { return framework_row(database_.cell(level.row, column)).has_value(); });
      if (is_used || level.row == kIndexRow) levels_.push_back(level);
    }
  }

  std::optional<std::size_t> framework_row(std::string_view code) const {
    if (is_nothing(code)) return std::nullopt;
    for (std::size_t row = kHeaderRow + 1; row < framework_.rows.size(); ++row) {
      if (framework_.cell(row, kCode) == code && !is_nothing(framework_.cell(row, kName))) return row;
    }
    return std::nullopt;
  }

  struct Aggregate {
    std::size_t level;
    std::string code;  ///< with its prefix
    SheetEntry entry;
  };

  Aggregate* find_aggregate(std::size_t level, std::string_view code) {
    const auto found = std::ranges::find_if(
        aggregates_, [&](const Aggregate& other) { return other.level == level && other.code == code; });
    return found != aggregates_.end() ? &*found : nullptr;
  }

  /// The aggregates that indicators name, with what the framework says of them.
  void read_framework() {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      for (const std::size_t column : columns_) add_aggregate(i, word(database_, levels_[i].row, column));
    }
  }

  void add_aggregate(std::size_t level, const PlacedWord& code) {
    if (is_nothing(code.text)) {
      return report(code.place, Code::HierarchyOrphan, "no code of the " + std::string(levels_[level].name),
                    "the code of one, as other indicators have");
    }
    if (find_aggregate(level, code.text) != nullptr) return;
    SheetEntry& entry = aggregates_.emplace_back(Aggregate{level, code.text, {}}).entry;
    entry.kind = Kind::Aggregate;
    entry.code = {own_code(code.text, levels_[level].prefix), code.place};
    entry.level = {std::to_string(level + 2), code.place};
    const std::optional<std::size_t> row = framework_row(code.text);
    if (!row) {
      return report(code.place, Code::UnknownNode,
                    podium::quoted(code.text) + ", which the sheet Framework does not name",
                    "a row there with that code in column C and a name in column H");
    }
    entry.name = word(framework_, *row, kName);
    entry.weight = word(framework_, *row, kWeight);
  }

  PlacedWord code_at(std::size_t level, std::size_t column) const {
    PlacedWord code = word(database_, levels_[level].row, column);
    code.text = own_code(code.text, levels_[level].prefix);
    return code;
  }

  void read_indicator(std::size_t column) {
    SheetEntry entry;
    entry.code = word(database_, kCodeRow, column);
    entry.name = word(database_, kNameRow, column);
    entry.level = {"1", entry.code.place};
    entry.weight = word(database_, kWeightRow, column);
    entry.direction = word(database_, kDirectionRow, column);
    entry.lower_goalpost = word(database_, kLowerRow, column);
    entry.upper_goalpost = word(database_, kUpperRow, column);
    entry.parent = code_at(0, column);
    result_.entries.push_back(std::move(entry));
    for (std::size_t level = 0; level + 1 < levels_.size(); ++level) set_parent(level, column);
  }

  /// Every indicator says it again; all must say the same.
  void set_parent(std::size_t level, std::size_t column) {
    Aggregate* const aggregate = find_aggregate(level, database_.cell(levels_[level].row, column));
    if (aggregate == nullptr) return;
    PlacedWord parent = code_at(level + 1, column);
    PlacedWord& known = aggregate->entry.parent;
    if (known.text.empty()) {
      known = std::move(parent);
    } else if (known.text != parent.text) {
      report(parent.place, Code::InvalidValue,
             podium::quoted(aggregate->code) + " below " + podium::quoted(parent.text) + ", but below " +
                 podium::quoted(known.text) + " in column " + std::to_string(known.place.column),
             "one place in the hierarchy for each code");
    }
  }

  bool is_unit(std::size_t row) const {
    if (!is_nothing(database_.cell(row, kUnitCode))) return true;
    return std::ranges::any_of(columns_, [&](std::size_t column) { return !is_nothing(database_.cell(row, column)); });
  }

  void fill_table() {
    RawTable& table = result_.data;
    table.name = database_.name;
    table.file = database_.file;
    const std::size_t width = columns_.empty() ? kIndicator : columns_.back() + 1;
    table.columns.resize(width);
    for (const std::size_t column : columns_) table.columns[column] = database_.cell(kCodeRow, column);
    for (std::size_t column = 0; column < width; ++column) {
      if (std::ranges::find(columns_, column) == columns_.end()) result_.other_columns.push_back(column);
    }
    result_.code_column = kUnitCode;
    result_.name_column = kUnitName;
    for (std::size_t row = kUnitRow; row < database_.rows.size(); ++row) {
      if (!is_unit(row)) continue;
      std::vector<std::string>& fields = table.rows.emplace_back();
      for (std::size_t column = 0; column < width; ++column) {
        const std::string_view text = database_.cell(row, column);
        fields.emplace_back(is_nothing(text) ? std::string_view() : text);
      }
      table.lines.push_back(static_cast<std::uint32_t>(row + 1));
    }
  }

  const Sheet& database_;
  const Sheet& framework_;
  Problems& problems_;
  Diagnostics& warnings_;
  std::vector<std::size_t> columns_;
  std::vector<Level> levels_;          ///< those in use, upward
  std::vector<Aggregate> aggregates_;  ///< by level, then in the order in which indicators name them
  SheetIndex result_;
};

}  // namespace

Result<SheetImport> read_coin_tool(const std::filesystem::path& workbook, const SheetIndexOptions& options) {
  TRY(const std::vector<Sheet> sheets, read_sheets(workbook));
  Problems problems;
  const auto find = [&](std::string_view name) -> const Sheet* {
    const auto found = std::ranges::find(sheets, name, &Sheet::name);
    if (found != sheets.end()) return &*found;
    problems.add(Diagnostic{.code = Code::MissingFile,
                            .found = "no sheet " + podium::quoted(name),
                            .expected = "the sheets 'Database' and 'Framework' of the COIN Tool",
                            .place = {workbook.generic_string(), 0, 0}});
    return nullptr;
  };
  const Sheet* const database = find(kDatabase);
  const Sheet* const framework = find(kFramework);
  if (database == nullptr || framework == nullptr) return std::move(problems).sorted();
  Diagnostics warnings;
  const SheetIndex index = CoinToolReader(*database, *framework, problems, warnings).read();
  if (index.data.rows.empty()) return std::move(problems).sorted();
  Result<SheetImport> result = index_of(index, options, std::move(problems));
  if (result) result->warnings.insert(result->warnings.begin(), warnings.begin(), warnings.end());
  return result;
}

}  // namespace podium
