#include <algorithm>
#include <map>

#include "podium/files/exchange/described_tables.hpp"
#include "podium/files/exchange/index_tables.hpp"
#include "podium/files/exchange/toml_text.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/files/read_index.hpp"
#include "podium/wire/csv_writer.hpp"

namespace podium {
namespace {

constexpr const char* kObservations = "observations/figures.csv";

/// A file of the directory, and which rows of which table its lines came from.
struct WrittenFile {
  const RawTable* table = nullptr;
  std::string text{};
  std::uint32_t lines = 0;
  std::vector<std::pair<std::uint32_t, std::size_t>> rows{};  ///< first line and row, ascending

  void begin_row(std::size_t row) { rows.emplace_back(lines + 1, row); }
  void add(const std::string& words) {
    text += words;
    lines += static_cast<std::uint32_t>(std::ranges::count(words, '\n'));
  }
  Place place(std::uint32_t line) const {
    const auto behind = std::ranges::upper_bound(rows, line, {}, [](const auto& row) { return row.first; });
    if (behind == rows.begin()) return {table->file, 0, 0};
    Place place = table->place(std::prev(behind)->second, 0);
    place.column = 0;
    return place;
  }
};

using WrittenFiles = std::map<std::string, WrittenFile>;

WrittenFile as_csv(const RawTable& table) {
  WrittenFile file{.table = &table};
  file.add(csv_line(table.columns));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    file.begin_row(row);
    file.add(csv_line(table.rows[row]));
  }
  return file;
}

/// A section for each row, named by its first column. An empty field is no key.
Result<WrittenFile> as_toml(const RawTable& table, std::string_view dated) {
  WrittenFile file{.table = &table};
  Diagnostics problems;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::vector<std::string>& fields = table.rows[row];
    file.begin_row(row);
    file.add("[" + toml_text(fields[0]) + "]\n");
    for (std::size_t i = 1; i < fields.size(); ++i) {
      if (fields[i].empty()) continue;
      const bool is_date = table.columns[i] == dated;
      if (is_date) {
        if (auto date = parse_date(fields[i]); !date) {
          append(problems, std::move(date).diagnostics());
          problems.back().place = table.place(row, i);
        }
      }
      file.add(is_date ? table.columns[i] + " = " + fields[i] + "\n" : toml_line(table.columns[i], fields[i]));
    }
    file.add("\n");
  }
  if (!problems.empty()) return problems;
  return file;
}

/// The files of `definition`: its rows stand file by file, line by line.
Diagnostics add_definition(const RawTable& table, WrittenFiles& files) {
  Diagnostics problems;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& path = table.rows[row][0];
    const std::string& text = table.rows[row][2];
    if (!is_definition_path(path)) {
      problems.push_back({.code = Code::PathOutside,
                          .found = "file " + podium::quoted(path),
                          .expected = "podium.toml, aliases.toml, facts.csv, exchange_rates.csv, forecasts.csv, "
                                      "exchange_codes.csv or measures/NAME.sql",
                          .place = table.place(row, 0)});
      continue;
    }
    WrittenFile& file = files[path];
    file.table = &table;
    if (table.rows[row][1] != std::to_string(file.lines + 1) || text.find('\n') != std::string::npos) {
      problems.push_back({.code = Code::InvalidValue,
                          .found = "line " + podium::quoted(table.rows[row][1]) + " of " + podium::quoted(path),
                          .expected = "line " + std::to_string(file.lines + 1) + " next, one line in each row",
                          .place = table.place(row, 1)});
      return problems;
    }
    file.begin_row(row);
    file.add(text + "\n");
  }
  if (!files.contains("podium.toml")) {
    problems.push_back({.code = Code::MissingFile,
                        .found = "no podium.toml",
                        .expected = "its lines in the table 'definition'",
                        .place = {table.file, 0, 0}});
  }
  return problems;
}

/// Problems of the directory, at the rows that their lines came from.
Diagnostics relocated(Diagnostics problems, const WrittenFiles& files) {
  for (Diagnostic& problem : problems) {
    const auto file = files.find(problem.place.file.str());
    if (file != files.end()) problem.place = file->second.place(problem.place.line);
  }
  sort_by_place(problems);
  return problems;
}

/// Reports where a table says another thing than the index does. An empty table says nothing.
void compare(const RawTable& said, const RawTable& is, Diagnostics& problems) {
  if (said.rows.empty()) return;
  std::map<std::string_view, const std::vector<std::string>*> rows;
  for (const std::vector<std::string>& row : is.rows) rows.emplace(row[0], &row);
  std::vector<std::string_view> words;
  for (const auto& [id, row] : rows) words.push_back(id);
  for (std::size_t i = 0; i < said.rows.size(); ++i) {
    const auto found = rows.find(said.rows[i][0]);
    if (found == rows.end()) {
      problems.push_back(not_among(Code::UnknownNode, "id", said.rows[i][0], words));
      problems.back().place = said.place(i, 0);
      continue;
    }
    for (std::size_t column = 1; column < is.columns.size(); ++column) {
      const std::string& right = (*found->second)[column];
      if (said.rows[i][column] == right) continue;
      problems.push_back({.code = Code::InvalidValue,
                          .found = is.columns[column] + " " + podium::quoted(said.rows[i][column]) + " of " +
                                   podium::quoted(said.rows[i][0]),
                          .expected = podium::quoted(right) + ", as podium.toml in the table 'definition' says",
                          .place = said.place(i, column)});
    }
  }
}

}  // namespace

Result<std::vector<OutputFile>> directory_of(const IndexTables& tables) {
  WrittenFiles files;
  if (Diagnostics problems = add_definition(tables.table("definition"), files); !problems.empty()) return problems;
  TRY(files["sources.toml"], as_toml(tables.table("source"), "published"));
  TRY(files["editions.toml"], as_toml(tables.table("edition"), "released"));
  files["units.csv"] = as_csv(tables.table("unit"));
  files[kObservations] = as_csv(tables.table("observation"));
  std::vector<OutputFile> output;
  for (const auto& [path, file] : files) output.push_back({path, file.text});
  const Result<ReadIndex> read = read_index(IndexDirectory::of(output));
  if (!read) return relocated(read.diagnostics(), files);
  Diagnostics problems;
  compare(tables.table("index"), index_table(read->index), problems);
  compare(tables.table("indicator"), indicator_table(read->index), problems);
  if (!problems.empty()) return problems;
  return output;
}

}  // namespace podium
