#pragma once

#include <string>
#include <vector>

#include "podium/publish/pictures/scale.hpp"

namespace podium {

/// One line: a value for each place on the x axis, NaN for a gap, which interrupts the line.
struct Line {
  std::string name;  ///< written at the line's end if not empty
  std::vector<double> values;
  std::vector<std::string> labels{};  ///< written at the points; may be empty
};

struct Tick {
  double value;
  std::string label;
};

struct LineChart {
  std::string id;  ///< of the element; its title and description are id-title and id-about
  std::string title;
  std::string description;          ///< what the picture shows, in words
  std::vector<std::string> places;  ///< labels of the x axis
  Domain domain;
  std::vector<Tick> ticks;
  std::vector<Line> lines;
  double height = 280;  ///< of the plot in pixels
};

/// Where place i of n stands, in percent of the plot's width: the first at the left edge, the last at the right one, a
/// single one in the middle.
double place_percent(std::size_t i, std::size_t n);

/// The chart as an SVG element without a view box: widths are percentages and heights pixels, so that text keeps its
/// size on every screen. Axis labels stand outside the element's box, for which the style sheet leaves room.
std::string line_chart(const LineChart& chart);

}  // namespace podium
