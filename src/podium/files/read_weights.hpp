#pragma once

#include "podium/files/definition.hpp"

namespace podium {

/// Reads the sections [weights.NAME]: what nodes weigh within their parents in a named set. The nodes must have been
/// read.
void read_weight_sets(const TomlTable& document, Definition& definition, Problems& problems);

/// Gives the recipe's steps of method "set" the weights that their sets hold; an unknown name is reported.
void fill_weight_sets(Definition& definition, Problems& problems);

/// Gives one step of method "set" its weights; false, and reported at `place`, if there is no such set.
bool fill_weight_set(Step& step, const std::vector<NamedWeights>& sets, const Place& place, Problems& problems);

/// The problems of a hierarchy that has a set's weights, at their places in the set.
void place_in_weight_set(Diagnostics& problems, const Places::Table& places);

}  // namespace podium
