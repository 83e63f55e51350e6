#pragma once

#include "podium/files/definition.hpp"

namespace podium {

/// More entries than this are refused: the checks of the hierarchy are made for trees that a person can read.
inline constexpr std::size_t kMostSeries = 2000;

/// Reads [[node]], [[indicator]] and [[denominator]] behind the root. An entry without a usable id is left out.
void read_series(const TomlTable& document, Definition& definition, Problems& problems);

}  // namespace podium
