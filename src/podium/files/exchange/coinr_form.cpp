#include "podium/files/exchange/coinr_form.hpp"

#include <algorithm>
#include <array>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/sheet_entries.hpp"
#include "podium/files/exchange/xlsx_reader.hpp"
#include "podium/files/exchange/xlsx_writer.hpp"

namespace podium {
namespace {

using Kind = SheetEntry::Kind;

constexpr std::array<std::string_view, 5> kTypes{"Indicator", "Aggregate", "Group", "Denominator", "Other"};
constexpr std::size_t kOther = 4;
constexpr std::array<std::string_view, 6> kRequired{"Level", "iCode", "Direction", "Weight", "Parent", "Type"};
constexpr std::array<std::string_view, 3> kUnitColumns{"uCode", "uName", "Time"};

/// A property of an entry and its column.
struct Property {
  std::string_view column;
  PlacedWord SheetEntry::* word;
};
constexpr std::array<Property, 9> kProperties{{{"Level", &SheetEntry::level},
                                               {"iCode", &SheetEntry::code},
                                               {"iName", &SheetEntry::name},
                                               {"Direction", &SheetEntry::direction},
                                               {"Weight", &SheetEntry::weight},
                                               {"Unit", &SheetEntry::unit_of_measure},
                                               {"Target", &SheetEntry::target},
                                               {"Denominator", &SheetEntry::denominator},
                                               {"Parent", &SheetEntry::parent}}};
/// Behind the type, where an index has goalposts; podium's always give 0 to 100 and cut off beyond.
constexpr std::array<Property, 2> kGoalposts{
    {{"goalpost_lower", &SheetEntry::lower_goalpost}, {"goalpost_upper", &SheetEntry::upper_goalpost}}};
constexpr std::string_view kScale = "goalpost_scale";
constexpr std::string_view kCut = "goalpost_trunc2posts";

class MetaReader {
 public:
  MetaReader(const CoinrTables& tables, Problems& problems, Diagnostics& warnings)
      : data_(tables.data), meta_(tables.meta), problems_(problems), warnings_(warnings) {}

  SheetIndex read() {
    SheetIndex sheets{.data = data_};
    if (const auto code = require(data_, "uCode")) sheets.code_column = *code;
    sheets.name_column = data_.find("uName");
    sheets.period_column = data_.find("Time");
    for (const std::string_view column : kRequired) require(meta_, column);
    for (std::size_t row = 0; row < meta_.rows.size(); ++row) read_row(row, sheets);
    return sheets;
  }

 private:
  std::optional<std::size_t> require(const RawTable& table, std::string_view column) {
    const std::optional<std::size_t> found = table.find(column);
    if (found) return found;
    problems_.add(Diagnostic{.code = Code::MissingColumn,
                             .found = "no column " + podium::quoted(column),
                             .expected = "a column of that name",
                             .nearest = std::string(nearest_word(column, views(table.columns))),
                             .place = {table.file, 1, 1}});
    return std::nullopt;
  }

  PlacedWord word(std::size_t row, std::string_view column) const {
    const std::optional<std::size_t> found = meta_.find(column);
    if (!found) return {{}, meta_.place(row, 0)};
    return {meta_.rows[row][*found], meta_.place(row, *found)};
  }

  void read_row(std::size_t row, SheetIndex& sheets) {
    const std::size_t type = type_of(row);
    if (type == kOther) return leave_out(row, sheets);
    SheetEntry& entry = sheets.entries.emplace_back();
    entry.kind = static_cast<Kind>(type);
    for (const Property& property : kProperties) entry.*property.word = word(row, property.column);
    for (const Property& property : kGoalposts) entry.*property.word = word(row, property.column);
    check_code(entry.code);
    check_scale(row);
  }

  /// Where it is none, the level says what is meant, so that other problems are still found.
  std::size_t type_of(std::size_t row) {
    const PlacedWord type = word(row, "Type");
    const auto position = std::ranges::find(kTypes, type.text);
    if (position != kTypes.end()) return static_cast<std::size_t>(position - kTypes.begin());
    Diagnostic problem = not_among(Code::InvalidValue, "type", type.text, kTypes);
    problem.place = type.place;
    problems_.add(std::move(problem));
    const std::string level = word(row, "Level").text;
    return static_cast<std::size_t>(is_gap(level) ? Kind::Group : level == "1" ? Kind::Indicator : Kind::Aggregate);
  }

  void leave_out(std::size_t row, SheetIndex& sheets) {
    const PlacedWord code = word(row, "iCode");
    if (const auto column = data_.find(code.text)) sheets.other_columns.push_back(*column);
    warn("the column " + podium::quoted(code.text) + " of type Other", "nothing; it is left out", code.place);
  }

  void check_code(const PlacedWord& code) {
    if (std::ranges::find(kUnitColumns, code.text) == kUnitColumns.end()) return;
    problems_.add(Diagnostic{.code = Code::InvalidValue,
                             .found = "code " + podium::quoted(code.text),
                             .expected = "another code: this column of iData describes the units",
                             .place = code.place});
  }

  void check_scale(std::size_t row) {
    const PlacedWord scale = word(row, kScale);
    const PlacedWord cut = word(row, kCut);
    if (!is_gap(scale.text) && scale.text != "100") {
      warn("goalpost_scale " + podium::quoted(scale.text), "100; the range of step normalise says it in podium",
           scale.place);
    }
    if (cut.text == "false" || cut.text == "FALSE") {
      warn("goalposts that do not cut off",
           "goalpost_trunc2posts TRUE; a parameter of step normalise says it in podium", cut.place);
    }
  }

  void warn(std::string found, std::string expected, const Place& place) {
    warnings_.push_back({.code = Code::InvalidValue,
                         .found = std::move(found),
                         .expected = std::move(expected),
                         .place = place,
                         .severity = Severity::Warning});
  }

  const RawTable& data_;
  const RawTable& meta_;
  Problems& problems_;
  Diagnostics& warnings_;
};

Result<RawTable> read_csv_file(const std::filesystem::path& path) {
  TRY(ByteSource source, open_named_file(path));
  return read_csv_table(std::move(source), path.generic_string(), path.stem().string());
}

std::string or_gap(const std::string& text) { return text.empty() ? "NA" : text; }

/// Aggregates, too, have weight and direction; groups and denominators do not.
std::vector<std::string> meta_row(const SheetEntry& entry, bool has_goalposts) {
  std::vector<std::string> fields;
  for (const Property& property : kProperties) fields.push_back(or_gap((entry.*property.word).text));
  fields.emplace_back(kTypes[static_cast<std::size_t>(entry.kind)]);
  if (!has_goalposts) return fields;
  const bool has_any = !entry.lower_goalpost.text.empty();
  for (const Property& property : kGoalposts) fields.push_back(or_gap((entry.*property.word).text));
  fields.emplace_back(has_any ? "100" : "NA");
  fields.emplace_back(has_any ? "TRUE" : "NA");
  return fields;
}

RawTable meta_table(const std::vector<SheetEntry>& entries) {
  const bool has_goalposts =
      std::ranges::any_of(entries, [](const SheetEntry& entry) { return !entry.lower_goalpost.text.empty(); });
  RawTable meta{.name = "iMeta", .file = "iMeta"};
  for (const Property& property : kProperties) meta.columns.emplace_back(property.column);
  meta.columns.emplace_back("Type");
  if (has_goalposts) {
    for (const Property& property : kGoalposts) meta.columns.emplace_back(property.column);
    meta.columns.emplace_back(kScale);
    meta.columns.emplace_back(kCut);
  }
  for (const SheetEntry& entry : entries) meta.rows.push_back(meta_row(entry, has_goalposts));
  return meta;
}

/// Names, codes and words are texts, everything else is numbers.
SheetToWrite sheet_of(const RawTable& table, const std::vector<std::string>& texts) {
  SheetToWrite sheet{.name = table.name, .rows = {}};
  std::vector<CellToWrite>& header = sheet.rows.emplace_back();
  std::vector<CellKind> kinds;
  for (const std::string& column : table.columns) {
    header.push_back({CellKind::Heading, column});
    const bool is_text = std::ranges::find(texts, column) != texts.end();
    kinds.push_back(is_text ? CellKind::Text : CellKind::Printed);
  }
  for (const std::vector<std::string>& row : table.rows) {
    std::vector<CellToWrite>& cells = sheet.rows.emplace_back();
    for (std::size_t column = 0; column < row.size(); ++column) {
      cells.push_back({kinds[column], is_gap(row[column]) ? std::string_view() : row[column]});
    }
  }
  return sheet;
}

}  // namespace

Result<std::string> coinr_workbook(const CoinrTables& tables, const Date& created) {
  std::vector<std::string> texts{"uCode", "uName"};
  const std::optional<std::size_t> code = tables.meta.find("iCode");
  const std::optional<std::size_t> type = tables.meta.find("Type");
  for (const std::vector<std::string>& row : tables.meta.rows) {
    if (code && type && row[*type] == "Group") texts.push_back(row[*code]);
  }
  const std::vector<std::string> words{"iCode", "iName", "Unit", "Denominator", "Parent", "Type", std::string(kCut)};
  const std::vector<SheetToWrite> sheets{sheet_of(tables.data, texts), sheet_of(tables.meta, words)};
  return write_sheets(sheets, created);
}

Result<CoinrTables> read_coinr(const std::filesystem::path& data, const std::filesystem::path& meta) {
  Result<RawTable> data_table = read_csv_file(data);
  Result<RawTable> meta_table = read_csv_file(meta);
  if (data_table && meta_table) return CoinrTables{*std::move(data_table), *std::move(meta_table)};
  Diagnostics problems;
  if (!data_table) append(problems, std::move(data_table).diagnostics());
  if (!meta_table) append(problems, std::move(meta_table).diagnostics());
  return problems;
}

Result<CoinrTables> read_coinr(const std::filesystem::path& workbook) {
  TRY(const std::vector<RawTable> tables, read_xlsx(workbook));
  CoinrTables result;
  Diagnostics problems;
  for (const auto& [name, table] : {std::pair("iData", &result.data), std::pair("iMeta", &result.meta)}) {
    const auto found = std::ranges::find(tables, name, &RawTable::name);
    if (found != tables.end()) {
      *table = *found;
    } else {
      problems.push_back({.code = Code::MissingFile,
                          .found = "no sheet " + podium::quoted(name),
                          .expected = "the sheets 'iData' and 'iMeta'",
                          .place = {workbook.generic_string(), 0, 0}});
    }
  }
  if (!problems.empty()) return problems;
  return result;
}

Result<SheetImport> index_of_coinr(const CoinrTables& tables, const SheetIndexOptions& options) {
  Problems problems;
  Diagnostics warnings;
  const SheetIndex sheets = MetaReader(tables, problems, warnings).read();
  const bool has_columns =
      std::ranges::all_of(kRequired, [&](auto column) { return tables.meta.find(column).has_value(); });
  if (!has_columns || !tables.data.find("uCode")) return std::move(problems).sorted();
  Result<SheetImport> result = index_of(sheets, options, std::move(problems));
  if (result) result->warnings.insert(result->warnings.begin(), warnings.begin(), warnings.end());
  return result;
}

Result<CoinrExport> coinr_of(const Index& index, const std::filesystem::path& directory,
                             std::span<const Period> periods) {
  TRY(SheetExport sheets, sheet_index_of(index, directory, periods));
  RawTable data = std::move(sheets.sheets.data);
  data.name = data.file = "iData";
  for (std::vector<std::string>& row : data.rows) {
    for (std::string& field : row) field = or_gap(field);
  }
  return CoinrExport{{std::move(data), meta_table(sheets.sheets.entries)}, std::move(sheets.warnings)};
}

}  // namespace podium
