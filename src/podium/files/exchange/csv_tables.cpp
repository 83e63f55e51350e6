#include "podium/files/exchange/csv_tables.hpp"

#include "podium/files/header.hpp"
#include "podium/wire/csv_writer.hpp"

namespace podium {

Result<RawTable> read_csv_table(ByteSource source, const std::string& file, const std::string& name) {
  CsvReader csv(file, std::move(source));
  Problems problems;
  RawTable table{.name = name, .file = file};
  if (const std::optional<Header> header = Header::read(csv, problems)) {
    table.columns = header->columns();
    std::size_t count = 0;
    while (csv.next()) {
      if (!header->fits(csv, problems)) continue;
      count += table.columns.size() + 1;
      if (count > kMostRawCells) {
        return Diagnostic{.code = Code::TooLarge,
                          .found = "more than " + std::to_string(kMostRawCells) + " rows and cells",
                          .expected = "a file of fewer; several files can be imported one after the other",
                          .place = csv.place()};
      }
      table.rows.emplace_back(csv.fields().begin(), csv.fields().end());
      table.lines.push_back(csv.place().line);
    }
    if (csv.problem()) problems.add(*csv.problem());
  }
  if (!problems.empty()) return std::move(problems).sorted();
  return table;
}

std::string csv_text(const RawTable& table) {
  std::string text = csv_line(table.columns);
  for (const std::vector<std::string>& row : table.rows) text += csv_line(row);
  return text;
}

Result<ByteSource> open_named_file(const std::filesystem::path& path) {
  const std::filesystem::path parent = path.has_parent_path() ? path.parent_path() : ".";
  Result<IndexDirectory> directory = IndexDirectory::open(parent);
  Result<ByteSource> source = directory
                                  ? directory->open_file(path.filename().string())
                                  : Result<ByteSource>(Diagnostic{
                                        .code = Code::MissingFile, .found = "no file", .expected = "a readable file"});
  if (source) return source;
  Diagnostics problems = std::move(source).diagnostics();
  for (Diagnostic& problem : problems) problem.place = {path.string(), 0, 0};
  return problems;
}

Result<std::string> read_all(const ByteSource& source, std::size_t most_bytes, const std::string& file) {
  constexpr std::size_t kBlock = std::size_t{1} << 18U;
  std::string text;
  std::size_t size = 0;
  while (true) {
    text.resize(size + kBlock);
    TRY(const std::size_t count, source(std::span(text).subspan(size)));
    size += count;
    if (count == 0) break;
    if (size <= most_bytes) continue;
    const std::string limit = std::to_string(most_bytes >> 20U) + " MiB";
    return Diagnostic{.code = Code::TooLarge,
                      .found = "more than " + limit,
                      .expected = "a file of at most " + limit,
                      .place = {file, 0, 0}};
  }
  text.resize(size);
  return text;
}

}  // namespace podium
