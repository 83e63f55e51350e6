#include "podium/files/exchange/form.hpp"

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/data_package.hpp"
#include "podium/files/exchange/json_tables.hpp"
#include "podium/files/exchange/wide_table.hpp"
#include "podium/files/sdmx/csv.hpp"
#include "podium/files/sdmx/data.hpp"
#include "podium/files/sdmx/json.hpp"

namespace podium {
namespace {

using Files = std::vector<OutputFile>;

Result<Files> write_json(const ExportedIndex& exported) {
  TRY(std::string text, json_text(exported.tables));
  return Files{{"index.json", std::move(text)}};
}

Result<ReadTables> read_json(const std::filesystem::path& path) {
  const std::string file = path.generic_string();
  TRY(const ByteSource source, open_named_file(path));
  TRY(const std::string text, read_all(source, kMostJsonBytes, file));
  TRY(const JsonValue document, parse_json(text, file));
  if (is_sdmx_data(document)) {
    TRY(RawTable figures, read_sdmx_data(document, file, path.stem().string()));
    return ReadTables(std::vector<RawTable>{std::move(figures)});
  }
  return read_json_tables(document, file, path.stem().string());
}

Result<ReadTables> read_csv(const std::filesystem::path& path) {
  TRY(ByteSource source, open_named_file(path));
  TRY(RawTable table, read_csv_table(std::move(source), path.generic_string(), path.stem().string()));
  if (is_sdmx_csv(table)) {
    TRY(table, read_sdmx_csv(table));
  }
  return ReadTables(std::vector<RawTable>{std::move(table)});
}

}  // namespace

std::vector<ExchangeForm> text_forms() {
  return {{.name = "datapackage",
           .marker = kDataPackage,
           .write = [](const ExportedIndex& exported) -> Result<Files> { return data_package_of(exported.tables); },
           .read = read_data_package},
          {.name = "json", .suffix = ".json", .write = write_json, .read = read_json},
          {.name = "csv",
           .suffix = ".csv",
           .write = [](const ExportedIndex& exported) -> Result<Files> {
             return Files{{"figures.csv", csv_text(exported.tables.table("observation"))}};
           },
           .read = read_csv},
          {.name = "wide",
           .suffix = ".csv",
           .write = [](const ExportedIndex& exported) -> Result<Files> {
             return Files{{"wide.csv", csv_text(wide_table(exported.index, exported.period, exported.language))}};
           }},
          {.name = "sdmx-json",
           .marker = kSdmxStructure,
           .write = [](const ExportedIndex& exported) { return sdmx_json_of(exported.tables); },
           .read = read_sdmx_json},
          // Told from other CSV by its header when it is read.
          {.name = "sdmx-csv", .suffix = ".csv", .write = [](const ExportedIndex& exported) -> Result<Files> {
             return Files{{"sdmx.csv", sdmx_csv_of(exported.tables)}};
           }}};
}

}  // namespace podium
