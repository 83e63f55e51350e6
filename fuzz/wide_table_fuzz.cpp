// Wide tables, whose period, edition and source may stand in their [[table]] section; units.csv from the same bytes.
#include <cstddef>
#include <cstdint>

#include "podium/files/country_table.hpp"
#include "podium/files/read_units.hpp"

#include "small_vocabulary.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const podium::Place place{"podium.toml", 1, 1};
  const podium::TableEntry entry{.file = {"t.csv", place},
                                 .period = podium::PlacedWord{"2024", place},
                                 .edition = podium::PlacedWord{"2025", place},
                                 .source = podium::PlacedWord{"report", place},
                                 .status = {},
                                 .locator = {}};
  podium::fuzzing::read_table(bytes, &entry);
  podium::Problems problems;
  podium::CsvReader csv("units.csv", podium::bytes_of(bytes));
  const podium::UnitTable units = read_units(csv, podium::builtin_country_names(), problems);
  for (const podium::UnitInfo& unit : units.units) {
    if (unit.name.en.empty() && unit.name.ko.empty()) __builtin_trap();
  }
  return 0;
}
