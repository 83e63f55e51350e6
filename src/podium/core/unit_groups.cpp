#include "podium/core/unit_groups.hpp"

namespace podium {

UnitGrouping::UnitGrouping(std::vector<std::string> names) : names_(std::move(names)), numbers_(names_.size()) {
  // Groups are few: looking through those met so far is faster than sorting names.
  std::vector<std::string_view> met;
  for (std::size_t unit = 0; unit < names_.size(); ++unit) {
    if (names_[unit].empty()) continue;
    const auto found = std::ranges::find(met, names_[unit]);
    numbers_[unit] = static_cast<std::size_t>(found - met.begin());
    if (found == met.end()) {
      met.push_back(names_[unit]);
      members_.emplace_back();
    }
    members_[numbers_[unit]].push_back(unit);
  }
  for (std::size_t unit = 0; unit < names_.size(); ++unit) {
    if (names_[unit].empty()) numbers_[unit] = members_.size();
  }
}

}  // namespace podium
