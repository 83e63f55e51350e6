#pragma once

#include <optional>
#include <string_view>

#include "podium/core/diagnostic.hpp"

namespace podium {

/// Ids of nodes, units, editions, sources: ASCII letters, digits and "_-.", beginning with a letter, a digit or "_", at
/// most 64 bytes. They become file names and addresses of the published site, so nothing else may be in them.
std::optional<Diagnostic> check_identifier(std::string_view what, std::string_view id, const Place& place);

}  // namespace podium
