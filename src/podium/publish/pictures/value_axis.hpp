#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "podium/publish/pictures/line_chart.hpp"
#include "podium/publish/pictures/scale.hpp"
#include "podium/publish/pictures/svg_document.hpp"

namespace podium {

/// Values of a domain on the pixels between two places of a page.
struct PixelAxis {
  Domain domain{};
  double from = 0;  ///< where domain.low stands
  double to = 0;

  /// Values beyond the domain stand at its ends; NaN stays NaN.
  double at(double value) const;
};

/// Numbers of an axis, all with the decimals that the one with the most needs: "33.5", "34.0"; with an exponent where
/// some are huge or tiny.
std::vector<Tick> labelled(const std::vector<double>& values);

/// Grid lines from top to bottom, a stronger one at zero, the numbers below; returns where the numbers end. Numbers
/// that would touch are left out.
double draw_value_axis(SvgDocument& document, const PixelAxis& axis, double top, double bottom, std::size_t count);

}  // namespace podium
