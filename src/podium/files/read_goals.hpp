#pragma once

#include "podium/files/definition.hpp"
#include "podium/files/vocabulary.hpp"

namespace podium {

/// Reads the sections [[goal]]: id, unit, rank, and by and title if they are there. The periods must have been read.
void read_goals(const TomlTable& document, Definition& definition, Problems& problems);

/// The goals with their units, by id; what names no unit, or a rank that there is not, is reported.
std::vector<Goal> resolve_goals(const Definition& definition, const Vocabulary& words, std::size_t units,
                                Problems& problems);

}  // namespace podium
