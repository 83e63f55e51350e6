#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/panel.hpp"

namespace podium {

/// To which group each unit belongs, in each of several groupings (region, income ...).
struct UnitGroups {
  std::vector<std::string> names;                ///< of the groupings
  std::vector<std::vector<std::string>> values;  ///< for each grouping, the group of each unit; empty: in none

  /// The groups of a grouping, one for each unit.
  const std::vector<std::string>* find(std::string_view name) const {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? nullptr : &values[static_cast<std::size_t>(found - names.begin())];
  }
};

}  // namespace podium
