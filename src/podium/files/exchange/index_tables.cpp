#include "podium/files/exchange/index_tables.hpp"

#include <algorithm>
#include <cassert>
#include <set>

#include "podium/files/exchange/definition_text.hpp"
#include "podium/files/exchange/described_tables.hpp"
#include "podium/files/exchange/sheet_codes.hpp"
#include "podium/files/index_directory.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDefinition = "podium.toml";
constexpr std::string_view kMeasures = "measures";

RawTable unit_table(const Index& index) {
  RawTable table = empty_index_table("unit");
  table.columns.insert(table.columns.end(), index.group_names.begin(), index.group_names.end());
  for (const UnitInfo& unit : index.units) {
    std::vector<std::string> row{unit.code, unit.name.en, unit.name.ko};
    row.insert(row.end(), unit.groups.begin(), unit.groups.end());
    table.rows.push_back(std::move(row));
  }
  return table;
}

RawTable source_table(const Index& index) {
  RawTable table = empty_index_table("source");
  for (const Source& source : index.sources) {
    table.rows.push_back({source.id, source.title, source.publisher,
                          source.published ? to_text(*source.published) : std::string(), source.url, source.licence,
                          source.note});
  }
  return table;
}

RawTable edition_table(const Index& index) {
  RawTable table = empty_index_table("edition");
  for (const Edition& edition : index.editions) {
    table.rows.push_back({edition.id, edition.publisher, to_text(edition.released), edition.title, edition.note});
  }
  return table;
}

RawTable observation_table(const Index& index) {
  RawTable table = empty_index_table("observation");
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  for (const Observation& observation : index.observations) {
    table.rows.push_back(observation_row(index, ids, observation));
  }
  return table;
}

/// A row for each line, without its end.
void add_lines(RawTable& table, const std::string& path, std::string_view text) {
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view words = text.substr(0, end);
    if (words.ends_with('\r')) words.remove_suffix(1);
    table.rows.push_back({path, std::to_string(line), std::string(words)});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// kCarriedFiles and measures/*.sql, as far as they are there.
std::set<std::string> further_files(const fs::path& directory) {
  std::set<std::string> files;
  std::error_code error;
  for (const std::string_view name : kCarriedFiles) {
    if (fs::exists(directory / name, error)) files.emplace(name);
  }
  for (fs::directory_iterator entry(directory / kMeasures, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string path = std::string(kMeasures) + "/" + entry->path().filename().string();
    if (is_definition_path(path)) files.insert(std::move(path));
  }
  return files;
}

Result<RawTable> definition_table(const fs::path& directory) {
  RawTable table = empty_index_table("definition");
  TRY(const IndexDirectory opened, IndexDirectory::open(directory));
  TRY(const std::string recipe, opened.read_text(kDefinition));
  TRY(const std::string carried, without_table_sections(recipe, std::string(kDefinition)));
  add_lines(table, std::string(kDefinition), carried);
  for (const std::string& path : further_files(directory)) {
    TRY(const std::string text, opened.read_text(path));
    add_lines(table, path, text);
  }
  return table;
}

// Reading

/// Puts the columns of a table of an index into their order, and reports those that are missing or unknown.
class TableSorter {
 public:
  TableSorter(const TableInfo& info, const RawTable& table, Diagnostics& problems)
      : info_(info), table_(table), problems_(problems) {}

  RawTable sorted() {
    RawTable sorted = empty_index_table(info_.name);
    sorted.file = table_.file;
    sorted.lines = table_.lines;
    for (const std::string& column : sorted.columns) add(column);
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (sorted.find(table_.columns[i])) continue;
      if (info_.name == "unit") {
        sorted.columns.push_back(table_.columns[i]);
        from_.emplace_back(i);
      } else {
        report_unknown(table_.columns[i]);
      }
    }
    for (const std::vector<std::string>& row : table_.rows) {
      std::vector<std::string>& fields = sorted.rows.emplace_back();
      for (const auto& column : from_) fields.push_back(column ? row[*column] : "");
    }
    return sorted;
  }

 private:
  void add(const std::string& column) {
    from_.push_back(table_.find(column));
    const auto known = std::ranges::find(info_.columns, column, &ColumnInfo::name);
    if (from_.back() || !known->required) return;
    problems_.push_back({.code = Code::MissingColumn,
                         .found = "no column " + podium::quoted(column),
                         .expected = "a column of that name in the table " + podium::quoted(info_.name),
                         .place = {table_.file, 0, 0}});
  }

  void report_unknown(const std::string& column) {
    std::vector<std::string_view> words;
    for (const ColumnInfo& known : info_.columns) words.push_back(known.name);
    Diagnostic problem = not_among(Code::UnknownKey, "column", column, words);
    problem.place = {table_.file, 0, 0};
    problems_.push_back(std::move(problem));
  }

  const TableInfo& info_;
  const RawTable& table_;
  Diagnostics& problems_;
  std::vector<std::optional<std::size_t>> from_;  ///< where each sorted column stands in the table
};

bool may_be_missing(std::string_view table) { return table == "index" || table == "indicator"; }

Result<ReadTables> as_index(std::vector<RawTable> tables) {
  IndexTables sorted;
  Diagnostics problems;
  for (const TableInfo& info : index_table_infos()) {
    const auto found = std::ranges::find(tables, info.name, &RawTable::name);
    if (found != tables.end()) {
      sorted.tables.push_back(TableSorter(info, *found, problems).sorted());
      *found = {};
      continue;
    }
    sorted.tables.push_back(empty_index_table(info.name));
    if (may_be_missing(info.name)) continue;
    problems.push_back({.code = Code::MissingFile,
                        .found = "no table " + podium::quoted(info.name),
                        .expected = "one, since there is a table 'definition'"});
  }
  for (const RawTable& left : tables) {
    if (std::ranges::find(index_table_infos(), left.name, &TableInfo::name) == index_table_infos().end()) continue;
    problems.push_back({.code = Code::DuplicateId,
                        .found = "a second table " + podium::quoted(left.name),
                        .expected = "each table once",
                        .place = {left.file, 0, 0}});
  }
  if (!problems.empty()) return problems;
  return ReadTables(std::move(sorted));
}

}  // namespace

const RawTable& IndexTables::table(std::string_view name) const {
  const auto found = std::ranges::find(tables, name, &RawTable::name);
  assert(found != tables.end());
  return *found;
}

Result<IndexTables> tables_of(const Index& index, const fs::path& directory) {
  TRY(RawTable definition, definition_table(directory));
  IndexTables all;
  all.tables.push_back(index_table(index));
  all.tables.push_back(unit_table(index));
  all.tables.push_back(indicator_table(index));
  all.tables.push_back(source_table(index));
  all.tables.push_back(edition_table(index));
  all.tables.push_back(observation_table(index));
  all.tables.push_back(std::move(definition));
  return all;
}

Result<ReadTables> sort_tables(std::vector<RawTable> tables) {
  const bool is_index = std::ranges::find(tables, "definition", &RawTable::name) != tables.end();
  if (!is_index) return ReadTables(std::move(tables));
  return as_index(std::move(tables));
}

}  // namespace podium
