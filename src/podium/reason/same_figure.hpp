#pragma once

#include "podium/core/panel.hpp"

namespace podium {

/// Equal, or both gaps.
inline bool is_same_figure(double one, double other) { return one == other || (is_missing(one) && is_missing(other)); }

}  // namespace podium
