#pragma once

#include <string_view>

namespace podium {

/// Whether a sentence ranks or compares only the members of a group of countries: "OECD 38개국 가운데 35위", "first in
/// Asia". What is said of such a group is no rank among all.
bool compares_within_group(std::string_view sentence, bool is_korean);

}  // namespace podium
