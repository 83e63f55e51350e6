#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace podium {

/// One grouping of a panel's units, such as their regions: its groups are numbered in the order in which the units name
/// them.
class UnitGrouping {
 public:
  /// `names` has the group of each unit, empty for none.
  UnitGrouping(std::vector<std::string> names);

  std::size_t units() const { return names_.size(); }
  std::size_t groups() const { return members_.size(); }
  /// Empty for a unit in no group.
  const std::string& name_of(std::size_t unit) const { return names_[unit]; }
  /// Below groups(), or groups() for a unit in no group.
  std::size_t group_of(std::size_t unit) const { return numbers_[unit]; }
  /// The positions of a group's units, ascending.
  std::span<const std::size_t> members(std::size_t group) const { return members_[group]; }

 private:
  std::vector<std::string> names_;
  std::vector<std::size_t> numbers_;
  std::vector<std::vector<std::size_t>> members_;
};

/// Several groupings of the same units (region, income ...).
struct UnitGroups {
  std::vector<std::string> names;
  std::vector<UnitGrouping> values;

  /// Null if there is no grouping of that name.
  const UnitGrouping* find(std::string_view name) const {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? nullptr : &values[static_cast<std::size_t>(found - names.begin())];
  }
};

}  // namespace podium
