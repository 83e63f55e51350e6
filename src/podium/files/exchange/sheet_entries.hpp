#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "podium/files/exchange/sheet_index.hpp"
#include "podium/files/problems.hpp"

namespace podium {

/// An entry whose words are those of podium.
struct CheckedEntry {
  SheetEntry source;
  std::string id;           ///< of a group, its column in units.csv
  std::string parent;       ///< id; empty for the root, groups and denominators
  std::string denominator;  ///< id; empty for none
  int level = 0;            ///< 1 for indicators; 0 for groups and denominators
  double weight = 1;
  int direction = 1;
  std::optional<double> target, lower_goalpost, upper_goalpost;

  bool is(SheetEntry::Kind kind) const { return source.kind == kind; }
};

/// Entries in the order of the sheet. Those with problems are there too as far as they can be, so that everything else
/// is still checked.
std::vector<CheckedEntry> check_entries(const std::vector<SheetEntry>& entries, Problems& problems);

/// "NA", "n/a", "#N/A", "NaN" or nothing: how spreadsheets and R write that something is not there.
bool is_gap(std::string_view text);

}  // namespace podium
