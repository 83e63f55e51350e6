#pragma once

#include <string>

#include "podium/wire/check.hpp"

namespace podium {

/// A page of its own, without a script or anything from elsewhere: the stories' sentences that hold claims, each figure
/// marked by its verdict, and a card of evidence for each. Whatever stands in a text is escaped.
std::string check_page(const TextCheck& check, Language language);

}  // namespace podium
