#pragma once

#include <span>

#include "podium/core/method.hpp"
#include "podium/core/number_text.hpp"

namespace podium {

/// The available components of one unit below one node in one period: scores and weights of the same length, at least
/// one, weights above 0.
struct AggregateRow {
  std::span<const double> scores;
  std::span<const double> weights;
};

}  // namespace podium
