#pragma once

#include <string>
#include <vector>

#include "podium/files/csv_reader.hpp"
#include "podium/files/problems.hpp"
#include "podium/model/country_names.hpp"
#include "podium/model/index.hpp"

namespace podium {

struct UnitTable {
  std::vector<std::string> group_names;
  std::vector<UnitInfo> units;  ///< by code
  bool is_whole = true;         ///< the table was read to its end
};

/// units.csv: code, name.en, name.ko; every other column is a group. Names that are left out come from `countries`,
/// else the code serves.
UnitTable read_units(CsvReader& csv, const CountryNames& countries, Problems& problems);

}  // namespace podium
