#include "podium/model/country_names.hpp"

#include <algorithm>

namespace podium {

const Country* CountryNames::find(std::string_view code) const {
  const auto found = std::ranges::lower_bound(countries_, code, {}, &Country::code);
  return found == countries_.end() || found->code != code ? nullptr : &*found;
}

}  // namespace podium
