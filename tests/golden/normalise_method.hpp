#pragma once

#include <optional>
#include <string>
#include <vector>

#include "podium/core/normalise/normalise.hpp"

#include "golden/case.hpp"

namespace podium::golden {

/// A normalisation as the cases name it, as podium's.
struct StatedNormalisation {
  NormaliseMethod method;
  std::optional<Bounds> goalposts{};  ///< after the sign flip
};

/// Reads a method with parameters that apply after the sign flip. `units` are in the order of the file, for the
/// reference row. Where the other tool accepts silently what podium wants said aloud, it is said (`reversed`).
StatedNormalisation normalisation_of(Arguments& stated, const std::vector<std::string>& units);

Ties ties_of(const std::string& word);

/// Bounds of an indicator on its original scale, and back.
Bounds flipped(Bounds bounds, int direction);

}  // namespace podium::golden
