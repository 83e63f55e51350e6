#pragma once

#include <optional>
#include <string>

#include "podium/publish/pictures/scale.hpp"

namespace podium {

struct Bar {
  double value;
  Domain domain;
  std::optional<double> median{};  ///< marked by a line across the bar
  std::optional<double> leader{};
};

/// The stretch that a bar covers, in percent of the width: from zero, or from the end of the domain next to zero, to
/// the value. Values beyond the domain end at its edge. Start and width.
struct Stretch {
  double start;
  double width;

  bool operator==(const Stretch&) const = default;
};
Stretch bar_stretch(Domain domain, double value);

/// A bar as an SVG element, hidden from screen readers: it repeats a number that stands beside it. Empty for a gap.
std::string bar(const Bar& bar);

}  // namespace podium
