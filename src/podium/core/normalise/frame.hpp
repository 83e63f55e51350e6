#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "podium/core/method.hpp"

namespace podium {

/// The two numbers that a method takes from a pool of figures before it scores them, on the oriented scale (more is
/// better): minmax lowest and highest, zscore mean and standard deviation, and so on. Frozen, they let the figures of
/// another year be scored on the scale of a base year.
struct Frame {
  double first = 0;
  double second = 0;

  bool operator==(const Frame&) const = default;
};

/// Frames of some indicators, as a recipe freezes them.
using NodeFrames = std::vector<std::pair<std::string, Frame>>;

/// The frame of a pool, or why it has none.
using Fitted = std::variant<Frame, Problem>;

}  // namespace podium
