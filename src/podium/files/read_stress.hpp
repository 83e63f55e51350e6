#pragma once

#include "podium/files/definition.hpp"

namespace podium {

/// Reads [stress] and its [[stress.vary]] tables. Nodes, weight sets and the recipe must have been read.
void read_stress(const TomlTable& document, Definition& definition, Problems& problems);

}  // namespace podium
