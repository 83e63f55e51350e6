// SDMX-JSON data and structure messages, and SDMX-CSV, from any bytes.
#include <cstddef>
#include <cstdint>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/sdmx/csv.hpp"
#include "podium/files/sdmx/data.hpp"
#include "podium/files/sdmx/structure.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace podium;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto document = parse_json(text, "message.json")) {
    [[maybe_unused]] const auto figures = read_sdmx_data(*document, "message.json", "message");
    [[maybe_unused]] const auto tables = read_sdmx_structure(*document, "message.json");
  }
  const auto table = read_csv_table(bytes_of(text), "figures.csv", "figures");
  if (table && is_sdmx_csv(*table)) {
    [[maybe_unused]] const auto figures = read_sdmx_csv(*table);
  }
  return 0;
}
