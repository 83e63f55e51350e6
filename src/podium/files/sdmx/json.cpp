#include "podium/files/sdmx/json.hpp"

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/described_tables.hpp"
#include "podium/files/sdmx/data.hpp"
#include "podium/files/sdmx/structure.hpp"

namespace podium {
namespace {

constexpr std::string_view kData = "data.json";

Result<JsonValue> read_document(const std::filesystem::path& path) {
  const std::string file = path.generic_string();
  TRY(const ByteSource source, open_named_file(path));
  TRY(const std::string text, read_all(source, kMostJsonBytes, file));
  return parse_json(text, file);
}

}  // namespace

Result<std::vector<OutputFile>> sdmx_json_of(const IndexTables& tables) {
  TRY(std::string data, sdmx_data_of(tables));
  std::vector<OutputFile> files{{std::string(kSdmxStructure), sdmx_structure_of(tables)},
                                {std::string(kData), std::move(data)}};
  for (const OutputFile& file : files) {
    if (file.bytes.size() <= kMostJsonBytes) continue;
    return Diagnostic{.code = Code::TooLarge,
                      .found = "more than " + std::to_string(kMostJsonBytes >> 20U) + " MiB of SDMX-JSON",
                      .expected = "another form, such as datapackage"};
  }
  return files;
}

Result<ReadTables> read_sdmx_json(const std::filesystem::path& directory) {
  const std::filesystem::path structure = directory / kSdmxStructure;
  const std::filesystem::path data = directory / kData;
  TRY(const JsonValue structure_message, read_document(structure));
  TRY(std::vector<RawTable> tables, read_sdmx_structure(structure_message, structure.generic_string()));
  TRY(const JsonValue data_message, read_document(data));
  TRY(RawTable observations, read_sdmx_data(data_message, data.generic_string(), "observation"));
  if (observations.columns.empty()) observations = empty_index_table("observation");
  tables.push_back(std::move(observations));
  return sort_tables(std::move(tables));
}

}  // namespace podium
